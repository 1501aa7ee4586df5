package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.cloudformation.TreeJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The definition of a state machine as text: functions within it become substitutions, keys are sorted. */
final class Definitions {
  private Definitions() {}

  /** DefinitionString of {@code definition}; what it computes is added to {@code substitutions}. */
  static Tree text(Tree.Mapping definition, Draft substitutions) {
    Tree plain = new Numbering(substitutions).replaced(definition);
    var lines = new ArrayList<Tree>();
    Span at = definition.at();
    TreeJson.indented(plain, 4).lines().forEach(line -> lines.add(Intrinsics.text(line, at)));
    return Intrinsics.join("\n", lines, at);
  }

  private static final class Numbering {
    private final Draft substitutions;
    private int next = 1;

    Numbering(Draft substitutions) {
      this.substitutions = substitutions;
    }

    Tree replaced(Tree tree) {
      return switch (tree) {
        case Tree.Scalar scalar -> scalar;
        case Tree.Sequence(var items, Span at) -> new Tree.Sequence(items.stream().map(this::replaced).toList(), at);
        case Tree.Mapping mapping -> {
          if (Intrinsics.isFunction(mapping)) {
            String name = "definition_substitution_" + next++;
            substitutions.put(name, mapping);
            yield Intrinsics.text("${" + name + "}", mapping.at());
          }
          Map<String, Tree.Entry> sorted = new TreeMap<>();
          new TreeMap<>(mapping.entries())
              .forEach((key, entry) -> sorted.put(key, new Tree.Entry(entry.keyAt(), replaced(entry.value()))));
          yield new Tree.Mapping(new LinkedHashMap<>(sorted), mapping.at());
        }
      };
    }
  }
}
