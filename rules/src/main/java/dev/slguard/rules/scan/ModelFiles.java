package dev.slguard.rules.scan;

import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.LibraryReader;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What library calls do: the models that come with slguard, and those of the user beside them. */
public final class ModelFiles {
  private ModelFiles() {}

  /**
   * The outcome of reading.
   *
   * @param problems what is wrong with the user's models
   */
  public record Loaded(Libraries libraries, List<Diagnostic> problems) {
    public Loaded {
      problems = List.copyOf(problems);
    }
  }

  /** The built-in models of every language. */
  public static Libraries all() {
    return checked(read(List.of(), _ -> true));
  }

  /** The built-in models of {@code languages}. */
  public static Libraries of(Set<String> languages) {
    return checked(read(List.of(), languages::contains));
  }

  /** The built-in models and those of {@code documents}, which have the same powers. */
  public static Loaded with(List<Tree> documents) {
    return read(documents, _ -> true);
  }

  /** A mistake in the program's own models is a bug. */
  private static Libraries checked(Loaded loaded) {
    if (!loaded.problems().isEmpty()) {
      throw new IllegalStateException(loaded.problems().toString());
    }
    return loaded.libraries();
  }

  /** Files in a folder are about the language of its name, the others about all. */
  private static Loaded read(List<Tree> documents, Predicate<String> languages) {
    var reader = new LibraryReader();
    var diagnostics = new Diagnostics();
    String text = Pack.text(Pack.MODELS);
    for (int start = 0; start < text.length();) {
      int tab = text.indexOf('\t', start);
      int end = text.indexOf('\n', tab);
      String path = text.substring(start, tab);
      int folder = path.indexOf('/');
      if (folder < 0 || languages.test(path.substring(0, folder))) {
        reader.read(Pack.document(path, text.substring(tab + 1, end)), diagnostics);
      }
      start = end + 1;
    }
    documents.forEach(document -> reader.read(document, diagnostics));
    reader.check(diagnostics);
    return new Loaded(reader.libraries(), diagnostics.toList());
  }
}
