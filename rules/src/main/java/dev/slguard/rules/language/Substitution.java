package dev.slguard.rules.language;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Puts named lists and options in where a rule writes {@code ${list:name}} or {@code ${option:name}} as a whole value.
 * Lists belong to the file, options to the rule; whoever extends the rule can set its options.
 */
final class Substitution {
  private final SequencedMap<String, Tree> values;
  private final Diagnostics problems;

  private Substitution(SequencedMap<String, Tree> values, Diagnostics problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Of a file with these {@code lists}; entries that are no lists of texts are reported. */
  static Substitution ofLists(Optional<Tree.Mapping> lists, Diagnostics problems) {
    var values = new LinkedHashMap<String, Tree>();
    if (lists.isPresent()) {
      for (Map.Entry<String, Tree.Entry> entry : lists.get().entries().entrySet()) {
        if (entry.getValue().value() instanceof Tree.Sequence items) {
          values.put("list:" + entry.getKey(), items);
        } else {
          problems.error(entry.getValue().keyAt(), "list '" + Text.shown(entry.getKey()) + "' needs a list of texts");
        }
      }
    }
    return new Substitution(values, problems);
  }

  /** This, with the options that a rule declares, set to {@code chosen} where that has them. */
  Substitution withOptions(Optional<Tree.Mapping> declared, Optional<Tree.Mapping> chosen) {
    var all = new LinkedHashMap<>(values);
    var known = new ArrayList<String>();
    if (declared.isPresent()) {
      for (Map.Entry<String, Tree.Entry> entry : declared.get().entries().entrySet()) {
        known.add(entry.getKey());
        Optional<Tree> initial = entry.getValue().value() instanceof Tree.Mapping option
            ? option.get("default")
            : Optional.empty();
        if (initial.isEmpty()) {
          problems.error(entry.getValue().keyAt(),
              "option '" + Text.shown(entry.getKey()) + "' needs an object with 'default'");
        }
        initial.ifPresent(value -> all.put("option:" + entry.getKey(), value));
      }
    }
    if (chosen.isPresent()) {
      for (Map.Entry<String, Tree.Entry> entry : chosen.get().entries().entrySet()) {
        if (known.contains(entry.getKey())) {
          all.put("option:" + entry.getKey(), entry.getValue().value());
        } else {
          problems.error(entry.getValue().keyAt(), "the rule has no option '" + Text.shown(entry.getKey()) + "'"
              + Suggestion.forWord(entry.getKey(), known));
        }
      }
    }
    return new Substitution(all, problems);
  }

  /** {@code tree} with named values put in; inside a list, the items of a named list take its place. */
  Tree apply(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> named(scalar).orElse(scalar);
      case Tree.Sequence(var items, var at) -> {
        var all = new ArrayList<Tree>();
        for (Tree item : items) {
          if (item instanceof Tree.Scalar scalar) {
            Tree value = named(scalar).orElse(scalar);
            all.addAll(value instanceof Tree.Sequence(var inner, _) ? inner : List.of(value));
          } else {
            all.add(item);
          }
        }
        yield new Tree.Sequence(all, at);
      }
      case Tree.Mapping mapping -> mapping;
    };
  }

  private Optional<Tree> named(Tree.Scalar scalar) {
    String text = scalar.text();
    if (!text.endsWith("}") || !text.startsWith("${list:") && !text.startsWith("${option:")) {
      return Optional.empty();
    }
    String name = text.substring(2, text.length() - 1);
    Tree value = values.get(name);
    if (value == null) {
      problems.error(scalar.at(),
          "nothing is named '" + Text.shown(name) + "'" + Suggestion.forWord(name, values.keySet()));
    }
    return Optional.ofNullable(value);
  }
}
