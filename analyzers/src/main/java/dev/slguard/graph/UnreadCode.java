package dev.slguard.graph;

import dev.slguard.model.Code;
import dev.slguard.model.Function;
import dev.slguard.source.Text;
import java.util.Optional;

/** Functions whose code is not read: that is not wrong, but no clean bill either. */
final class UnreadCode {
  private UnreadCode() {}

  /** Why the code of {@code function} is not read, in words; empty if it is. */
  static Optional<String> of(Function function) {
    return switch (function.code()) {
      case Code.Folder(String folder, var file, _, _) -> file.map(UnreadCode::ofFile)
          .orElseGet(() -> Optional.of("no file of its handler in a language that is read is found in "
              + (folder.isEmpty() ? "the scanned folder" : '\'' + Text.shown(folder) + '\'')));
      case Code.Image(var folder, var file, _, _) -> folder.isPresent() && file.isPresent()
          ? ofFile(file.get())
          : Optional.of("it is in an image that no Dockerfile here makes, or whose CMD names no file");
      case Code.Inline _ -> function.runtime().flatMap(FrontEnds::inlineEnding).isPresent()
          ? Optional.empty()
          : Optional.of("its runtime is not known, or has no code inside templates");
      case Code.Missing(String why, _) -> Optional.of(why);
    };
  }

  private static Optional<String> ofFile(String file) {
    return FrontEnds.of(file).isPresent()
        ? Optional.empty()
        : Optional.of('\'' + Text.shown(file) + "' is in none of the languages that are read");
  }
}
