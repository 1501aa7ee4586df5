package dev.slguard.code.ir;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import java.util.SortedSet;

/** Reads one language. Thread-safe and without state: a parser a call. */
public interface LanguageFrontEnd {
  /** Name of the language, as in {@link SourceModule#language}. */
  String language();

  /** Whether a file of this name is a source of this language; asked before it is read. */
  boolean reads(String path);

  /** Whether a source with this text may hold a handler that no template names, by what it mentions (taint-model.md section 1.1). */
  boolean mayHoldHandler(String text);

  /**
   * Lowers {@code file}. Never throws, whatever its text: what cannot be read is left out with a diagnostic of level
   * ERROR, the rest is lowered (one bad statement does not lose the file). Time is linear in the text, depth bounded.
   */
  SourceModule lower(SourceFile file, Diagnostics diagnostics);

  /**
   * Says what imports mean among {@code files}.
   *
   * @param root for the settings that decide it (tsconfig.json, package.json, .properties files)
   * @param files paths of all sources of this language under scan
   */
  ImportResolver imports(Root root, SortedSet<String> files);
}
