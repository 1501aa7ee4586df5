package dev.slguard.rules.scan;

import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.LibraryReader;
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

/** The models of library calls that come with slguard: the YAML files under {@code models/} on the class path. */
public final class BuiltInModels {
  private static final List<String> FILES = List.of("categories", "events", "java/language", "java/sinks",
      "python/language", "python/sinks", "python/frameworks", "javascript/language", "javascript/sinks",
      "javascript/frameworks");

  private BuiltInModels() {}

  /** Reads them all. A mistake in them is a bug, and ends in an {@link IllegalStateException}. */
  public static Libraries load() {
    var reader = new LibraryReader();
    var diagnostics = new Diagnostics();
    readInto(reader, diagnostics);
    if (!diagnostics.toList().isEmpty()) {
      throw new IllegalStateException(diagnostics.toList().toString());
    }
    return reader.libraries();
  }

  /** Reads them into {@code reader}, so that models of users can follow. */
  public static void readInto(LibraryReader reader, Diagnostics diagnostics) {
    for (String name : FILES) {
      String path = "models/" + name + ".yaml";
      try (InputStream in = BuiltInModels.class.getClassLoader().getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalStateException("no '" + path + "' on the class path");
        }
        var file = SourceFile.of(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        for (Tree tree : Documents.read(file, Limits.DEFAULT, diagnostics)) {
          reader.read(tree, diagnostics);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
