package dev.slguard.code.library;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of model files. */
final class ModelKeys {
  /** Groups of models. */
  static final List<String> GROUPS = List.of("sinks", "sources", "sanitizers", "guards", "flows", "callbacks",
      "returns", "uses", "types", "constants", "falsy", "protocols", "conventions", "secret-names", "handlers",
      "runners", "settings");
  /** Groups that are about no language. */
  static final List<String> OF_ALL_LANGUAGES = List.of("categories", "secret-formats", "placeholders");
  /** Groups whose keys are categories. */
  static final Set<String> OF_CATEGORIES = Set.of("sinks", "sanitizers", "guards", "settings");

  /** Groups whose models are about no call. */
  private static final Set<String> CALL_LESS = Set.of("secret-names", "settings");

  private static final List<String> OF_ALL = List.of("call", "args", "when", "when-maybe", "unless");
  private static final Map<String, List<String>> OF_ONE = Map.of("sinks", List.of("part", "weight", "note", "requires"),
      "sources", List.of("trust", "kind"), "sanitizers", List.of("tags"), "guards",
      List.of("good-when", "requires", "schema"), "flows", List.of("to", "returns", "type", "only"), "callbacks",
      List.of("gives", "result", "trust", "kind", "harmless", "segments", "answers", "method", "methods", "validated"),
      "secret-names", List.of("parts", "except-endings", "of", "harmless"), "settings",
      List.of("names", "is", "weight", "note"));

  private ModelKeys() {}

  /** Names every key of {@code model} that its group does not know, and a model without a call. */
  static void check(String group, Tree model, Diagnostics diagnostics) {
    if (!(model instanceof Tree.Mapping mapping)) {
      return;
    }
    List<String> own = OF_ONE.getOrDefault(group, List.of());
    mapping.entries().forEach((key, entry) -> {
      if (!own.contains(key) && !OF_ALL.contains(key)) {
        var known = new java.util.ArrayList<>(own);
        known.addAll(OF_ALL);
        diagnostics.error(entry.keyAt(),
            "a model among the " + group + " has no key '" + key + "'" + Suggestion.forWord(key, known));
      }
    });
    if (!mapping.has("call") && !CALL_LESS.contains(group)) {
      diagnostics.error(mapping.at(), "a model needs 'call'");
    }
  }
}
