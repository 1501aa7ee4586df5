package dev.slguard.rules.scan;

import dev.slguard.rules.language.FrozenRules;
import dev.slguard.rules.language.Profile;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules that come with slguard, as documents for {@link dev.slguard.rules.language.RuleSet#load}. */
public final class Library {
  private Library() {}

  /** Every built-in rule file. */
  public static List<Tree> documents() {
    return read(Pack.RULES);
  }

  /** Every built-in rule, ready to be asked. */
  public static RuleSet rules() {
    return rulesAbout(Set.of("*"), Profile.AUDIT);
  }

  /** The rules that may say something of resources of {@code types} in {@code profile}: the others need not even be read. */
  public static RuleSet rulesAbout(Set<String> types, Profile profile) {
    var rules = new TreeMap<String, Rule>();
    var unfrozen = new TreeSet<Integer>();
    int number = 0;
    String index = Pack.text(Pack.INDEX);
    for (int start = 0; start < index.length(); number++) {
      int end = index.indexOf('\n', start);
      int subjects = index.indexOf('\t', start + 2) + 1;
      if (index.charAt(start) - '0' <= profile.rank() && isAbout(index.substring(subjects, end), types)) {
        Optional<List<Rule>> frozen = FrozenRules.of(number);
        if (frozen.isEmpty()) {
          unfrozen.add(number);
        }
        frozen.ifPresent(all -> all.forEach(rule -> rules.put(rule.id(), rule)));
      }
      start = end + 1;
    }
    if (!unfrozen.isEmpty()) {
      List<Tree> documents = documents();
      RuleSet read = RuleSet.load(unfrozen.stream().map(documents::get).toList(), List.of()).rules();
      rules.putAll(read.rules());
    }
    return new RuleSet(rules, Map.of());
  }

  /** What {@link FrozenRules} holds, read from the rules' text. */
  static List<List<Rule>> byDocument() {
    var all = new ArrayList<List<Rule>>();
    for (Tree document : documents()) {
      all.add(List.copyOf(RuleSet.load(List.of(document), List.of()).rules().all()));
    }
    return all;
  }

  /** Every built-in rule file with the tests of each rule. */
  public static List<Tree> documentsWithTests() {
    return read(Pack.RULES_WITH_TESTS);
  }

  /** Ids and aliases of all built-in rules that are on in {@code profile}. */
  public static Set<String> names(Profile profile) {
    var names = new HashSet<String>();
    for (String line : Pack.text(Pack.INDEX).lines().filter(line -> line.charAt(0) - '0' <= profile.rank()).toList()) {
      names.addAll(List.of(line.substring(2, line.indexOf('\t', 2)).split(",")));
    }
    return names;
  }

  private static List<Tree> read(String pack) {
    var documents = new ArrayList<Tree>();
    String text = Pack.text(pack);
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      documents.add(Pack.document(pack + ':' + number, text.substring(start, end)));
      start = end + 1;
    }
    return documents;
  }

  private static boolean isAbout(String subjects, Set<String> types) {
    if (types.contains("*")) {
      return true;
    }
    for (int start = 0; start < subjects.length();) {
      int comma = subjects.indexOf(',', start);
      int end = comma < 0 ? subjects.length() : comma;
      String subject = subjects.substring(start, end);
      if (types.contains(subject)
          || subject.endsWith("*") && anyStartsWith(types, subject.substring(0, subject.length() - 1))) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean anyStartsWith(Set<String> types, String prefix) {
    for (String type : types) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
