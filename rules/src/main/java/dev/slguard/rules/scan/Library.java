package dev.slguard.rules.scan;

import dev.slguard.rules.language.Profile;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules that come with slguard, as documents for {@link dev.slguard.rules.language.RuleSet#load}. */
public final class Library {
  private Library() {}

  /** Every built-in rule file. */
  public static List<Tree> documents() {
    return read("library.txt", Set.of("*"), Profile.AUDIT);
  }

  /** Those that may say something of resources of {@code types} in {@code profile}: the others need not even be read. */
  public static List<Tree> documentsAbout(Set<String> types, Profile profile) {
    return read("library.txt", types, profile);
  }

  /** Every built-in rule file with the tests of each rule. */
  public static List<Tree> documentsWithTests() {
    return read("library-with-tests.txt", Set.of("*"), Profile.AUDIT);
  }

  /** Ids and aliases of all built-in rules that are on in {@code profile}. */
  public static Set<String> names(Profile profile) {
    var names = new HashSet<String>();
    for (String line : text("library.txt").lines().filter(line -> line.charAt(0) - '0' <= profile.rank()).toList()) {
      names.addAll(List.of(line.substring(2, line.indexOf('\t', 2)).split(",")));
    }
    return names;
  }

  private static List<Tree> read(String pack, Set<String> types, Profile profile) {
    var documents = new ArrayList<Tree>();
    String text = text(pack);
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      int subjects = text.indexOf('\t', start + 2) + 1;
      int tab = text.indexOf('\t', subjects);
      if (text.charAt(start) - '0' <= profile.rank() && isAbout(text.substring(subjects, tab), types)) {
        documents.add(document(pack + ':' + number, text.substring(tab + 1, end)));
      }
      start = end + 1;
    }
    return documents;
  }

  private static boolean isAbout(String subjects, Set<String> types) {
    if (subjects.startsWith("*") || types.contains("*")) {
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

  private static Tree document(String name, String json) {
    var diagnostics = new Diagnostics();
    List<Tree> read = Documents.read(SourceFile.of(name, json), Limits.DEFAULT, diagnostics);
    for (Diagnostic diagnostic : diagnostics.toList()) {
      throw new IllegalStateException(
          "the packed rule library is broken: " + diagnostic.at() + ' ' + diagnostic.message());
    }
    return read.getFirst();
  }

  private static String text(String pack) {
    try (InputStream in = Library.class.getResourceAsStream("/dev/slguard/rules/" + pack)) {
      if (in == null) {
        throw new IllegalStateException("the rule library is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
