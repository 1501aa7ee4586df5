package dev.slguard.model;

import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.Optional;

/** Where a function's program stands. */
public sealed interface Code {
  /** The line of the template that names the code. */
  Span at();

  /**
   * A folder of the scanned root.
   *
   * @param folder path of the package root, relative to the scanned root ({@code ""} is the root itself)
   * @param file path of the file that holds the handler, relative to the scanned root; empty if none was found
   * @param symbol the handler within it: {@code handler}, {@code Orders.handle}, {@code com.acme.App::handle}
   */
  record Folder(String folder, Optional<String> file, String symbol, Span at) implements Code {}

  /** Program text inside the template; its spans are the template's lines. */
  record Inline(SourceFile source, String symbol, Span at) implements Code {}

  /** A container image; the folder of its Dockerfile where that is local, and the handler file where CMD names it. */
  record Image(Optional<String> folder, Optional<String> file, String symbol, Span at) implements Code {}

  /** Not to be found, with the reason in words: "S3 object decided at deployment", "no file 'app.py' in 'src'". */
  record Missing(String why, Span at) implements Code {}
}
