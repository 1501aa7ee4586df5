package dev.slguard.code.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the models of one language from any number of files. */
final class LibraryBuilder {
  private static final int EXPANSIONS = 5_000;

  final String language;
  final Map<String, CallModel> exact = new LinkedHashMap<>();
  final Map<String, CallModel> anyMember = new LinkedHashMap<>();
  final Map<String, CallModel> anyReceiver = new LinkedHashMap<>();
  final Map<String, List<Spanning>> spanning = new LinkedHashMap<>();
  final Map<String, List<String>> supertypes = new HashMap<>();
  final Map<String, String> constants = new HashMap<>();
  Convention convention = Convention.NONE;
  final Set<String> falsy = new HashSet<>();
  final Map<String, List<String>> protocols = new HashMap<>();
  final List<SecretNames> secretNames = new ArrayList<>();
  final List<HandlerStyle> handlers = new ArrayList<>();
  final List<Runner> runners = new ArrayList<>();
  final Map<String, List<Setting>> settings = new HashMap<>();

  /** A model of a member at any depth below {@code prefix}: builders, whose methods are called in any order. */
  record Spanning(String prefix, CallModel model) {}

  LibraryBuilder(String language) {
    this.language = language;
  }

  /**
   * Adds {@code model} for every path that {@code pattern} spells: braces are alternatives, {@code *} any one name,
   * {@code **} any number of names.
   */
  void add(String pattern, CallModel model) {
    for (String path : expand(pattern)) {
      int spans = path.indexOf(".**");
      if (spans > 0) {
        String name = path.length() > spans + 4 ? path.substring(spans + 4) : "*";
        spanning.computeIfAbsent(name, key -> new ArrayList<>()).add(new Spanning(path.substring(0, spans + 1), model));
      } else if (path.startsWith("*.")) {
        anyReceiver.merge(path.substring(2), model, CallModel::and);
      } else if (path.endsWith(".*")) {
        anyMember.merge(path.substring(0, path.length() - 2), model, CallModel::and);
      } else {
        exact.merge(path, model, CallModel::and);
      }
    }
  }

  void supertype(String pattern, String supertype) {
    for (String type : expand(pattern)) {
      supertypes.computeIfAbsent(type, key -> new ArrayList<>()).add(supertype);
    }
  }

  void constant(String pattern, String text) {
    expand(pattern).forEach(path -> constants.put(path, text));
  }

  /** All texts that a pattern with {@code {a,b}} groups spells. */
  static List<String> expand(String pattern) {
    int open = pattern.indexOf('{');
    if (open < 0 || open > 0 && pattern.charAt(open - 1) == '$') {
      return List.of(pattern);
    }
    int close = pattern.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("'" + pattern + "' lacks a '}'");
    }
    List<String> all = new ArrayList<>();
    List<String> rest = expand(pattern.substring(close + 1));
    for (String choice : pattern.substring(open + 1, close).split(",", -1)) {
      for (String end : rest) {
        all.add(pattern.substring(0, open) + choice.strip() + end);
      }
    }
    if (all.size() > EXPANSIONS) {
      throw new IllegalArgumentException("'" + pattern + "' spells more than " + EXPANSIONS + " names");
    }
    return all;
  }

  Library build() {
    return new Library(this);
  }
}
