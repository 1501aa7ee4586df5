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

/** Reads the files that {@link LibraryPack} wrote. */
final class Pack {
  static final String INDEX = "library-index.txt";
  static final String RULES = "library.txt";
  static final String RULES_WITH_TESTS = "library-with-tests.txt";
  static final String MODELS = "models.txt";

  private Pack() {}

  /** The whole text of the pack {@code name}; every line ends with a line feed. */
  static String text(String name) {
    try (InputStream in = Pack.class.getResourceAsStream("/dev/slguard/rules/" + name)) {
      if (in == null) {
        throw new IllegalStateException("'" + name + "' is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document {@code json}, which diagnostics call {@code name}. */
  static Tree document(String name, String json) {
    var diagnostics = new Diagnostics();
    List<Tree> read = Documents.read(SourceFile.of(name, json), Limits.DEFAULT, diagnostics);
    for (Diagnostic diagnostic : diagnostics.toList()) {
      throw new IllegalStateException(
          "what the build packed is broken: " + diagnostic.at() + ' ' + diagnostic.message());
    }
    return read.getFirst();
  }
}
