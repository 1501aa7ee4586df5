package dev.slguard.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  @TempDir
  Path folder;

  private final Diagnostics diagnostics = new Diagnostics();

  private Evaluated evaluate(String template, TemplateOptions options) {
    try {
      var tree = Documents.read(SourceFile.of("template.yaml", template), Limits.DEFAULT, diagnostics).getFirst();
      var expansion = new Expansion("template.yaml", "template.yaml", Deployment.Format.CLOUDFORMATION,
          (Tree.Mapping) tree, Map.of(), Map.of());
      return Evaluator.evaluate(expansion, new Root(folder, Limits.DEFAULT), options, diagnostics);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Evaluated evaluate(String template) {
    return evaluate(template, TemplateOptions.NONE);
  }

  /** The property P of the resource R whose property is written as {@code value}, beside {@code sections}. */
  private Value property(String value, String sections) {
    return resource(evaluate("Resources:\n  R:\n    Type: A::B::C\n    Properties:\n      P: " + value
        + "\n  Other:\n    Type: A::B::D\n" + sections), "R").property("P");
  }

  private static Resource resource(Evaluated evaluated, String id) {
    return Optional.ofNullable(evaluated.resources().get(id)).orElseThrow();
  }

  private Value property(String value) {
    return property(value, "");
  }

  private static String spelled(Value value) {
    return Canonical.spelling(value);
  }

  private List<String> errors() {
    return diagnostics.toList().stream().filter(each -> each.level() == Diagnostic.Level.ERROR).map(Diagnostic::message)
        .toList();
  }

  @Test
  void Sub_of_known_names_is_a_known_text() {
    assertThat(property("!Sub ['${a}-${!b}-${AWS::Partition}', {a: 1}]")).isInstanceOf(Value.Scalar.class)
        .extracting(EvaluatorTest::spelled).isEqualTo("1-${b}-aws");
    assertThat(errors()).isEmpty();
  }

  @Test
  void Sub_keeps_holes_with_their_names() {
    assertThat(property("!Sub 'arn:aws:s3:::${Other}/${Other.Name.First}/${AWS::AccountId}'"))
        .isInstanceOfSatisfying(Value.Text.class, text -> assertThat(text.parts()).hasSize(6));
    assertThat(spelled(property("!Sub '${Other.Arn}'"))).isEqualTo("Other.Arn");
  }

  @Test
  void names_of_the_map_hide_resources() {
    assertThat(spelled(property("!Sub ['${Other}', {Other: mine}]"))).isEqualTo("mine");
  }

  @Test
  void long_and_short_GetAtt_split_at_the_first_dot() {
    var reference = new Value.Reference("Other", "Endpoint.Address", property("1").at());
    for (String form : List.of("!GetAtt Other.Endpoint.Address", "{'Fn::GetAtt': Other.Endpoint.Address}",
        "{'Fn::GetAtt': [Other, Endpoint.Address]}", "{'Fn::GetAtt': [Other, Endpoint, Address]}")) {
      assertThat(property(form)).isInstanceOfSatisfying(Value.Reference.class, found -> {
        assertThat(found.logicalId()).isEqualTo(reference.logicalId());
        assertThat(found.attribute()).isEqualTo(reference.attribute());
      });
    }
  }

  @Test
  void a_default_is_the_value_and_the_command_line_wins() {
    String template = """
      Parameters:
        Stage: {Type: String, Default: dev}
        Open: {Type: String}
        Secret: {Type: String, NoEcho: true, Default: hunter2}
        Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /db/host}
        Zones: {Type: CommaDelimitedList, Default: 'a, b'}
      Resources:
        R:
          Type: A::B::C
          Properties:
            Stage: !Ref Stage
            Open: !Ref Open
            Secret: !Sub '${Secret}'
            Stored: !Ref Stored
            Zones: !Ref Zones
      """;
    var properties = resource(evaluate(template), "R").properties();
    assertThat(spelled(properties))
        .isEqualTo("{Stage: dev, Open: Open, Secret: Secret, Stored: {{resolve:ssm:/db/host}}, Zones: [a, b]}");
    assertThat(origin(properties.get("Open"))).contains(Value.Origin.PARAMETER);
    assertThat(origin(properties.get("Secret"))).contains(Value.Origin.SECRET_PARAMETER);
    var options = new TemplateOptions(Map.of("Stage", "prod", "Secret", "x"), Optional.empty(), Optional.empty(),
        Optional.empty());
    var given = resource(evaluate(template, options), "R").properties();
    assertThat(spelled(given.get("Stage"))).isEqualTo("prod");
    assertThat(origin(given.get("Secret"))).contains(Value.Origin.SECRET_PARAMETER);
  }

  private static Optional<Value.Origin> origin(Value value) {
    return value instanceof Value.Unknown unknown ? Optional.of(unknown.origin()) : Optional.empty();
  }

  @Test
  void Join_Split_and_Select_work_on_texts_with_holes() {
    assertThat(spelled(property("!Join ['-', [a, !Ref 'AWS::Region', c]]"))).isEqualTo("a-${AWS::Region}-c");
    assertThat(spelled(property("!Select [1, !Split [':', 'a:b:c']]"))).isEqualTo("b");
    assertThat(spelled(property("!Select [3, !Split [':', !Sub 'arn:aws:lambda:${AWS::Region}:x']]")))
        .isEqualTo("AWS::Region");
    assertThat(property("!Select [1, !Split [':', !GetAtt Other.Arn]]")).isInstanceOf(Value.Unknown.class);
    assertThat(errors()).isEmpty();
    property("!Select [7, [a, b]]");
    assertThat(errors()).hasSize(1);
  }

  @Test
  void FindInMap_looks_up_and_falls_back() {
    String mappings = """
      Mappings:
        M:
          eu: {size: 1, same: x}
          us: {size: 2, same: x}
      """;
    assertThat(spelled(property("!FindInMap [M, eu, size]", mappings))).isEqualTo("1");
    assertThat(spelled(property("!FindInMap [M, ap, size, {DefaultValue: 9}]", mappings))).isEqualTo("9");
    assertThat(spelled(property("!FindInMap [M, !Ref 'AWS::Region', same]", mappings))).isEqualTo("x");
    assertThat(spelled(property("!FindInMap [M, !Ref 'AWS::Region', size]", mappings))).isEqualTo("AWS::Region");
    assertThat(errors()).isEmpty();
    property("!FindInMap [M, eu]", mappings);
    property("!FindInMap [M, ap, size]", mappings);
    assertThat(errors()).containsExactly("'Fn::FindInMap' needs 3 items, found 2; the value is treated as unknown",
        "'Fn::FindInMap' finds nothing at 'M / ap / size'; the value is treated as unknown");
  }

  @Test
  void Cidr_cuts_blocks() {
    assertThat(spelled(property("!Cidr [10.0.0.0/16, 3, 8]"))).isEqualTo("[10.0.0.0/24, 10.0.1.0/24, 10.0.2.0/24]");
    assertThat(spelled(property("!Select [1, !Cidr ['fd00::/56', 2, 64]]"))).isEqualTo("fd00:0:0:1:0:0:0:0/64");
    assertThat(spelled(property("!Cidr [!Ref Other, 3, 8]"))).isEqualTo("MACRO blocks of Other");
  }

  @Test
  void a_dynamic_reference_is_no_literal_even_with_holes_inside() {
    assertThat(property("'{{resolve:secretsmanager:db:SecretString:pw}}'")).isInstanceOfSatisfying(Value.Unknown.class,
        found -> {
          assertThat(found.origin()).isEqualTo(Value.Origin.DYNAMIC_REFERENCE);
          assertThat(found.detail()).isEqualTo("secretsmanager:db:SecretString:pw");
        });
    assertThat(property("!Sub 'user:{{resolve:secretsmanager:${Other}:SecretString:pw}}@host'"))
        .isInstanceOfSatisfying(Value.Text.class, text -> {
          assertThat(text.parts()).hasSize(3);
          assertThat(spelled(text.parts().get(1))).isEqualTo("{{resolve:secretsmanager:${Other}:SecretString:pw}}");
        });
    assertThat(property("'{{ resolve:ssm:x }}'")).isInstanceOf(Value.Scalar.class);
  }

  @Test
  void NoValue_removes_the_property_and_the_item() {
    assertThat(spelled(property("{a: !Ref 'AWS::NoValue', b: [1, !Ref 'AWS::NoValue', 2]}"))).isEqualTo("{b: [1, 2]}");
  }

  private static final String CONDITIONS = """
    Parameters:
      Stage: {Type: String, AllowedValues: [dev, prod]}
    Conditions:
      IsProd: !Equals [!Ref Stage, prod]
      IsDev: !Equals [dev, !Ref Stage]
      IsNeither: !Equals [!Ref Stage, beta]
      NotProd: !Not [!Condition IsProd]
      Impossible: !And [!Condition IsProd, !Condition IsDev]
      Sure: !Or [!Condition IsProd, !Condition NotProd]
      Twice: !Equals [!Ref 'AWS::AccountId', !Sub '${AWS::AccountId}']
    Resources:
    """;

  private Evaluated conditional(String resources) {
    return evaluate(CONDITIONS + resources.indent(2));
  }

  @Test
  void conditions_are_three_valued() {
    var evaluated = conditional("R: {Type: A::B::C}");
    assertThat(evaluated.condition("IsProd"))
        .isEqualTo(new ConditionSet(new ConditionSet.Formula.Equals("Stage", "prod")));
    assertThat(evaluated.condition("IsNeither").isImpossible()).isTrue();
    assertThat(evaluated.condition("Impossible").isImpossible()).isTrue();
    assertThat(evaluated.condition("Sure").isAlways()).isTrue();
    assertThat(evaluated.condition("Twice").isAlways()).isTrue();
    assertThat(evaluated.condition("IsProd").canMeet(evaluated.condition("NotProd"))).isFalse();
  }

  @Test
  void arms_under_contradicting_conditions_never_join() {
    var evaluated = conditional("""
      R:
        Type: A::B::C
        Condition: IsProd
        Properties:
          P: !If [NotProd, a, b]
          Q: !If [IsDev, a, b]
      S:
        Type: A::B::C
        Properties:
          P: !If [IsProd, !If [IsDev, never, !If [IsProd, x, never]], y]
      Gone: {Type: A::B::C, Condition: Impossible}
      """);
    assertThat(spelled(resource(evaluated, "R").properties())).isEqualTo("{P: b, Q: b}");
    assertThat(spelled(resource(evaluated, "S").property("P"))).isEqualTo("if IsProd then x else y");
    assertThat(evaluated.resources()).doesNotContainKey("Gone");
    assertThat(errors()).isEmpty();
  }

  @Test
  void circular_conditions_and_wrong_shapes_are_reported_and_unknown() {
    var evaluated = evaluate("""
      Parameters:
      Conditions:
        A: !Not [!Condition B]
        B: !Not [!Condition A]
      Resources:
        R:
          Type: A::B::C
          Condition: A
          Properties:
            a: !If [A, x]
            b: !If [Undefined, x, y]
            c: !Ref [x]
            d: !Ref Nowhere
            e: !GetAtt Nowhere.Arn
            f: !Sub {a: b}
            g: !Join x
            h: {Ref: R, other: data}
        NoProperties: {Type: A::B::C}
        NoType: {Properties: {}}
        Text: x
      Outputs:
        O: x
      """);
    assertThat(evaluated.resources()).containsOnlyKeys("R", "NoProperties");
    assertThat(errors()).hasSize(11);
    assertThat(spelled(resource(evaluated, "R").property("h"))).isEqualTo("{Ref: R, other: data}");
  }

  @Test
  void an_included_file_keeps_its_own_places() throws IOException {
    Files.writeString(folder.resolve("api.yaml"), "paths:\n  /x: !Sub '${Other.Arn}'\n");
    Value included = property("{'Fn::Transform': {Name: AWS::Include, Parameters: {Location: ./api.yaml}}}");
    assertThat(spelled(included)).isEqualTo("{paths: {/x: Other.Arn}}");
    assertThat(included.at().file()).isEqualTo("api.yaml");
    property("{'Fn::Transform': {Name: AWS::Include, Parameters: {Location: ../up.yaml}}}");
    assertThat(errors()).hasSize(1);
    assertThat(spelled(property("{'Fn::Transform': {Name: AWS::Include, Parameters: {Location: "
        + "!Sub 's3://${Other}/api.yaml'}}, extra: 1}"))).isEqualTo("{paths: {/x: Other.Arn}, extra: 1}");
  }

  @Test
  void doubling_texts_and_conditions_stay_bounded() {
    var template = new StringBuilder("Conditions:\n  C0: !Equals [!Ref 'AWS::Region', x]\n");
    for (int i = 1; i < 60; i++) {
      template.append("  C").append(i).append(": !And [!Condition C").append(i - 1).append(", !Or [!Condition C")
          .append(i - 1).append(", !Equals [!Ref AWS::AccountId, '").append(i).append("']]]\n");
    }
    String text = "xxxxxxxxxx";
    for (int i = 0; i < 25; i++) {
      text = "!Sub ['${a}${a}', {a: " + text + "}]";
    }
    template.append("Resources:\n  R:\n    Type: A::B::C\n    Condition: C59\n    Properties: {P: ").append(text)
        .append("}\n");
    var evaluated = evaluate(template.toString());
    assertThat(errors()).containsExactly("the text has more than 1000000 characters; the value is treated as unknown");
    assertThat(spelled(resource(evaluated, "R").property("P")).length()).isLessThan(Budget.TEXT);
  }
}
