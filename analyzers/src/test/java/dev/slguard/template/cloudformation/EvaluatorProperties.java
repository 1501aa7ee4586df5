package dev.slguard.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class EvaluatorProperties {
  private static final Span AT = Span.startOf("template.yaml");
  private static final String[] KEYS = {"Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::If", "Fn::FindInMap",
      "Fn::Select", "Fn::Split", "Fn::Base64", "Fn::Cidr", "Fn::GetAZs", "Fn::ImportValue", "Fn::Transform",
      "Fn::Length", "Fn::ToJsonString", "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not", "Condition", "Type", "Properties",
      "Name", "Default", "A", "B", "Fn::Unheard", "Parameters", "Value", "Export", "DefaultValue", "Fn::ForEach::L",
      "Fn::ForEach::M"};
  private static final String[] TEXTS = {"A", "B", "A.B", "AWS::Region", "AWS::NoValue", "${A}", "${A.B}${B}", "${!x}",
      "${", "{{resolve:ssm:x}}", "{{resolve:${A}", "1", "0", ",", "", "10.0.0.0/16", "true", "AWS::Include",
      "../template.yaml", "List<String>", "CommaDelimitedList", "Stage"};

  @Property(tries = 2000)
  void evaluation_never_throws_and_is_deterministic(@ForAll("templates") Tree.Mapping template) throws IOException {
    var expansion = new Expansion("t", "template.yaml", Deployment.Format.CLOUDFORMATION, template, Map.of(), Map.of());
    var root = new Root(Path.of("."), Limits.DEFAULT);
    Evaluated first = Evaluator.evaluate(expansion, root, TemplateOptions.NONE, new Diagnostics());
    Evaluated second = Evaluator.evaluate(expansion, root, TemplateOptions.NONE, new Diagnostics());
    assertThat(first).isEqualTo(second);
  }

  @Property(tries = 1000)
  void unrolling_loops_and_filling_in_modules_is_deterministic_and_idempotent(
      @ForAll("templates") Tree.Mapping template) throws IOException {
    var root = new Root(Path.of("src/test/resources"), Limits.DEFAULT);
    var entries = new LinkedHashMap<>(template.entries());
    entries.put("Transform", new Tree.Entry(AT, Tree.Scalar.text("AWS::LanguageExtensions", AT)));
    var written = new Tree.Mapping(entries, AT);
    var format = new CloudFormationFormat();
    Tree.Mapping first = format.expand("t", written, root, TemplateOptions.NONE, new Diagnostics()).getFirst().body();
    assertThat(format.expand("t", written, root, TemplateOptions.NONE, new Diagnostics()).getFirst().body())
        .isEqualTo(first);
    assertThat(format.expand("t", first, root, TemplateOptions.NONE, new Diagnostics()).getFirst().body())
        .isEqualTo(first);
  }

  @Provide
  Arbitrary<Tree.Mapping> templates() {
    Arbitrary<Tree> section = mappings(mappings(trees()).map(tree -> tree));
    return Combinators.combine(section, section, section, section, mappings(resources()))
        .as((parameters, conditions, mappings, outputs, resources) -> mapping(Map.of("Parameters", parameters,
            "Conditions", conditions, "Mappings", mappings, "Outputs", outputs, "Resources", resources)));
  }

  private static Arbitrary<Tree> resources() {
    return Combinators.combine(trees(), trees()).as((properties, condition) -> mapping(
        Map.of("Type", Tree.Scalar.text("A::B::C", AT), "Properties", properties, "Condition", condition)));
  }

  private static Arbitrary<Tree> trees() {
    return trees(4);
  }

  private static Arbitrary<Tree> trees(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<Tree> inner = trees(depth - 1);
    return Arbitraries.oneOf(scalars(), inner.list().ofMaxSize(4).map(items -> new Tree.Sequence(items, AT)),
        Combinators.combine(Arbitraries.of(KEYS), inner).as((key, value) -> mapping(Map.of(key, value))),
        Combinators.combine(Arbitraries.of(KEYS), inner.list().ofMinSize(2).ofMaxSize(3))
            .as((key, items) -> mapping(Map.of(key, new Tree.Sequence(items, AT)))));
  }

  private static Arbitrary<Tree> scalars() {
    return Combinators.combine(Arbitraries.of(TEXTS), Arbitraries.of(Tree.Kind.class))
        .as((text, kind) -> new Tree.Scalar(kind == Tree.Kind.NULL ? "" : text, kind, AT));
  }

  private static Arbitrary<Tree> mappings(Arbitrary<Tree> values) {
    return Combinators.combine(Arbitraries.of("A", "B", "C", "Stage"), values).as(Tuple::of).list().ofMaxSize(4)
        .map(entries -> {
          var all = new LinkedHashMap<String, Tree>();
          entries.forEach(entry -> all.put(entry.get1(), entry.get2()));
          return mapping(all);
        });
  }

  private static Tree.Mapping mapping(Map<String, ? extends Tree> values) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    for (String key : List.copyOf(values.keySet()).stream().sorted().toList()) {
      Tree value = values.get(key);
      if (value != null) {
        entries.put(key, new Tree.Entry(AT, value));
      }
    }
    return new Tree.Mapping(entries, AT);
  }
}
