package dev.slguard.rules.scan;

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
import java.util.List;

/** The rules that come with slguard. */
public final class Library {
  private Library() {}

  /** Every built-in rule file, as a document for {@link dev.slguard.rules.language.RuleSet#load}. */
  public static List<Tree> documents() {
    return read("library.json");
  }

  /** The same with the tests of each rule. */
  public static List<Tree> documentsWithTests() {
    return read("library-with-tests.json");
  }

  private static List<Tree> read(String pack) {
    var diagnostics = new Diagnostics();
    List<Tree> packs = Documents.read(SourceFile.of(pack, text(pack)), Limits.DEFAULT, diagnostics);
    for (Diagnostic diagnostic : diagnostics.toList()) {
      throw new IllegalStateException(
          "the packed rule library is broken: " + diagnostic.at() + ' ' + diagnostic.message());
    }
    return packs.getFirst() instanceof Tree.Sequence(var documents, _) ? documents : List.of();
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
