package dev.slguard.rules.scan;

import dev.slguard.rules.language.Profile;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules that come with slguard, as documents for {@link dev.slguard.rules.language.RuleSet#load}. */
public final class Library {
  private Library() {}

  /** Every built-in rule file. */
  public static List<Tree> documents() {
    return read(Pack.RULES, Set.of("*"), Profile.AUDIT);
  }

  /** Those that may say something of resources of {@code types} in {@code profile}: the others need not even be read. */
  public static List<Tree> documentsAbout(Set<String> types, Profile profile) {
    return read(Pack.RULES, types, profile);
  }

  /** Every built-in rule file with the tests of each rule. */
  public static List<Tree> documentsWithTests() {
    return read(Pack.RULES_WITH_TESTS, Set.of("*"), Profile.AUDIT);
  }

  /** Ids and aliases of all built-in rules that are on in {@code profile}. */
  public static Set<String> names(Profile profile) {
    var names = new HashSet<String>();
    for (String line : Pack.text(Pack.RULES).lines().filter(line -> line.charAt(0) - '0' <= profile.rank()).toList()) {
      names.addAll(List.of(line.substring(2, line.indexOf('\t', 2)).split(",")));
    }
    return names;
  }

  private static List<Tree> read(String pack, Set<String> types, Profile profile) {
    var documents = new ArrayList<Tree>();
    String text = Pack.text(pack);
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      int subjects = text.indexOf('\t', start + 2) + 1;
      int tab = text.indexOf('\t', subjects);
      if (text.charAt(start) - '0' <= profile.rank() && isAbout(text.substring(subjects, tab), types)) {
        documents.add(Pack.document(pack + ':' + number, text.substring(tab + 1, end)));
      }
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
