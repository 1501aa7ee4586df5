package dev.slguard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Values of CloudFormation properties written in another way that means the same deploy the same. */
class KeptMeaningTest {
  private final Path folder = LoweredModel.corpus("serverless-patterns");
  private final Root root = root(folder);
  private final List<String> templates = templates(folder, root);

  private static Root root(Path folder) {
    try {
      return new Root(folder, Limits.DEFAULT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> templates(Path folder, Root root) {
    try {
      return LoweredModel.templates(folder, root);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 200)
  void values_moved_into_parameters_mappings_conditions_and_texts_deploy_the_same(
      @ForAll @IntRange(max = 10_000) int template, @ForAll long seed) {
    String path = templates.get(template % templates.size());
    Tree.Mapping written = LoweredModel.document(path, root).orElseThrow();
    assertThat(LoweredModel.difference(LoweredModel.of(path, written, root),
        LoweredModel.of(path, new Rewriting(new Random(seed)).of(written), root))).as(path).isEmpty();
  }

  /** Rewrites some of the texts in the properties of plain CloudFormation resources. */
  private static final class Rewriting {
    private final Random random;
    private final List<Tree.Scalar> moved = new ArrayList<>();

    Rewriting(Random random) {
      this.random = random;
    }

    Tree.Mapping of(Tree.Mapping template) {
      var sections = new LinkedHashMap<>(template.entries());
      Tree.Mapping resources = template.mapping("Resources").orElseThrow();
      var written = new LinkedHashMap<String, Tree.Entry>();
      resources.entries()
          .forEach((id, entry) -> written.put(id, new Tree.Entry(entry.keyAt(), resource(entry.value()))));
      sections.put("Resources", new Tree.Entry(template.keyAt("Resources"), new Tree.Mapping(written, resources.at())));
      Span at = template.at();
      add(sections, "Conditions", "RewrittenAlways", call("Fn::Equals", list(at, text("x", at), text("x", at))));
      for (int i = 0; i < moved.size(); i++) {
        Tree.Scalar value = moved.get(i);
        add(sections, "Parameters", "Rewritten" + i,
            object(value.at(), "Type", text("String", value.at()), "Default", value));
        add(sections, "Mappings", "Rewritten" + i, object(value.at(), "a", object(value.at(), "b", value)));
      }
      return new Tree.Mapping(sections, template.at());
    }

    private static void add(Map<String, Tree.Entry> sections, String section, String key, Tree value) {
      Tree.Entry old = sections.get(section);
      var entries = new LinkedHashMap<String, Tree.Entry>();
      if (old != null && old.value() instanceof Tree.Mapping mapping) {
        entries.putAll(mapping.entries());
      }
      entries.put(key, new Tree.Entry(value.at(), value));
      sections.put(section, new Tree.Entry(value.at(), new Tree.Mapping(entries, value.at())));
    }

    private Tree resource(Tree resource) {
      if (!(resource instanceof Tree.Mapping mapping) || mapping.mapping("Properties").isEmpty()
          || mapping.text("Type").orElse("AWS::Serverless::").startsWith("AWS::Serverless::")) {
        return resource;
      }
      var entries = new LinkedHashMap<>(mapping.entries());
      entries.put("Properties",
          new Tree.Entry(mapping.keyAt("Properties"), value(mapping.mapping("Properties").orElseThrow())));
      return new Tree.Mapping(entries, mapping.at());
    }

    private Tree value(Tree tree) {
      return switch (tree) {
        case Tree.Mapping mapping when mapping.entries().keySet().stream()
            .anyMatch(key -> key.startsWith("Fn::") || key.equals("Ref") || key.equals("Condition")) ->
          maybe(mapping);
        case Tree.Mapping mapping -> {
          var entries = new LinkedHashMap<String, Tree.Entry>();
          mapping.entries()
              .forEach((key, entry) -> entries.put(key, new Tree.Entry(entry.keyAt(), value(entry.value()))));
          yield new Tree.Mapping(entries, mapping.at());
        }
        case Tree.Sequence(var items, Span at) -> new Tree.Sequence(items.stream().map(this::value).toList(), at);
        case Tree.Scalar scalar ->
          scalar.kind() == Tree.Kind.TEXT && random.nextInt(3) == 0 ? rewritten(scalar) : scalar;
      };
    }

    private Tree maybe(Tree.Mapping call) {
      return random.nextInt(4) == 0 && !call.has("Fn::Transform") ? chosen(call) : call;
    }

    private Tree rewritten(Tree.Scalar scalar) {
      Span at = scalar.at();
      String text = scalar.text();
      boolean plain = !text.contains("${") && !text.contains("{{") && !text.isEmpty();
      return switch (plain ? random.nextInt(5) : 2) {
        case 0 -> call("Fn::Sub", scalar);
        case 1 -> {
          int half = text.length() / 2;
          yield call("Fn::Join",
              list(at, text("", at), list(at, text(text.substring(0, half), at), text(text.substring(half), at))));
        }
        case 2 -> chosen(scalar);
        case 3 -> {
          moved.add(scalar);
          yield call("Ref", text("Rewritten" + (moved.size() - 1), at));
        }
        default -> {
          moved.add(scalar);
          yield call("Fn::FindInMap",
              list(at, text("Rewritten" + (moved.size() - 1), at), text("a", at), text("b", at)));
        }
      };
    }

    private Tree chosen(Tree tree) {
      return call("Fn::If",
          list(tree.at(), text("RewrittenAlways", tree.at()), tree, call("Ref", text("AWS::NoValue", tree.at()))));
    }

    private static Tree.Scalar text(String text, Span at) {
      return Tree.Scalar.text(text, at);
    }

    private static Tree list(Span at, Tree... items) {
      return new Tree.Sequence(List.of(items), at);
    }

    private static Tree call(String function, Tree argument) {
      return object(argument.at(), function, argument);
    }

    private static Tree object(Span at, Object... pairs) {
      var entries = new LinkedHashMap<String, Tree.Entry>();
      for (int i = 0; i < pairs.length; i += 2) {
        entries.put((String) pairs[i], new Tree.Entry(at, (Tree) pairs[i + 1]));
      }
      return new Tree.Mapping(entries, at);
    }
  }
}
