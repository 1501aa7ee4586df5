package dev.slguard.template.binding;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.Optional;

/**
 * The program behind a start script: under the Lambda Web Adapter a function's handler is {@code run.sh}, which starts a web
 * server of its own.
 */
final class StartScript {
  private static final int READ = 20_000;

  private final Stack stack;

  StartScript(Stack stack) {
    this.stack = stack;
  }

  /** The program that the script {@code handler} in {@code folder} starts; the folder alone if it is not to be found. */
  Optional<HandlerFiles.Handler> started(String folder, String handler) {
    Optional<String> script = Root.resolveIn(folder, handler).filter(stack.root()::isFile);
    if (script.isEmpty()) {
      return Optional.empty();
    }
    Optional<SourceFile> text = stack.root().read(script.get(), Span.startOf(script.get()), new Diagnostics());
    Optional<HandlerFiles.Handler> program = text.filter(file -> file.text().length() < READ)
        .flatMap(file -> program(folder, file.text()));
    return program.or(() -> Optional.of(new HandlerFiles.Handler(Optional.empty(), handler)));
  }

  private Optional<HandlerFiles.Handler> program(String folder, String script) {
    for (String line : script.split("\n", -1)) {
      if (line.startsWith("#")) {
        continue;
      }
      for (String word : line.trim().split("\\s", -1)) {
        Optional<HandlerFiles.Handler> named = named(folder, word);
        if (named.isPresent()) {
          return named;
        }
      }
    }
    return Optional.empty();
  }

  /** {@code server.js}, {@code app/main.py} or, as Python's servers have it, {@code app.main:app}. */
  Optional<HandlerFiles.Handler> named(String folder, String word) {
    if (Language.isAnalysed(word)) {
      return Root.resolveIn(folder, word).filter(stack.root()::isFile)
          .map(file -> new HandlerFiles.Handler(Optional.of(file), ""));
    }
    int colon = word.indexOf(':');
    if (colon < 1 || colon + 1 >= word.length()) {
      return Optional.empty();
    }
    String module = word.substring(0, colon).replace('.', '/') + ".py";
    return Root.resolveIn(folder, module).filter(stack.root()::isFile)
        .map(file -> new HandlerFiles.Handler(Optional.of(file), word.substring(colon + 1)));
  }
}
