package dev.slguard.rules.scan;

import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.LibraryReader;
import dev.slguard.source.Diagnostics;

/** The models of library calls that come with slguard. */
public final class BuiltInModels {
  private BuiltInModels() {}

  /** Reads them all. A mistake in them is a bug, and ends in an {@link IllegalStateException}. */
  public static Libraries load() {
    var reader = new LibraryReader();
    var diagnostics = new Diagnostics();
    String text = Pack.text(Pack.MODELS);
    for (int start = 0; start < text.length();) {
      int tab = text.indexOf('\t', start);
      int end = text.indexOf('\n', tab);
      reader.read(Pack.document(text.substring(start, tab), text.substring(tab + 1, end)), diagnostics);
      start = end + 1;
    }
    if (!diagnostics.toList().isEmpty()) {
      throw new IllegalStateException(diagnostics.toList().toString());
    }
    return reader.libraries();
  }
}
