package dev.slguard.rules.scan;

import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.LibraryReader;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Tree;
import java.util.List;

/** What library calls do: the models that come with slguard, and those of the user beside them. */
public final class Models {
  private Models() {}

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

  /** The built-in models. A mistake in them is a bug, and ends in an {@link IllegalStateException}. */
  public static Libraries builtIn() {
    Loaded loaded = with(List.of());
    if (!loaded.problems().isEmpty()) {
      throw new IllegalStateException(loaded.problems().toString());
    }
    return loaded.libraries();
  }

  /** The built-in models and those of {@code documents}, which have the same powers. */
  public static Loaded with(List<Tree> documents) {
    var reader = new LibraryReader();
    var diagnostics = new Diagnostics();
    String text = Pack.text(Pack.MODELS);
    for (int start = 0; start < text.length();) {
      int tab = text.indexOf('\t', start);
      int end = text.indexOf('\n', tab);
      reader.read(Pack.document(text.substring(start, tab), text.substring(tab + 1, end)), diagnostics);
      start = end + 1;
    }
    documents.forEach(document -> reader.read(document, diagnostics));
    reader.check(diagnostics);
    return new Loaded(reader.libraries(), diagnostics.toList());
  }
}
