package dev.slguard.template.binding;

import java.util.List;

/** The languages whose handlers are found, and how their source files end. */
enum Language {
  PYTHON, NODE, JAVA,
  /** Go, .NET, Ruby, Rust and whatever else runs: the folder is known, no file of it is analysed. */
  OTHER,
  /** No runtime is written: the handler's spelling decides. */
  ANY;

  List<String> extensions() {
    return switch (this) {
      case PYTHON -> List.of(".py");
      case NODE -> List.of(".js", ".mjs", ".cjs", ".ts", ".tsx", ".mts", ".cts", ".jsx");
      case JAVA -> List.of(".java");
      case OTHER, ANY -> List.of();
    };
  }

  /** The language of the runtime {@code python3.13}, {@code nodejs22.x} …; ANY for an empty or unknown one. */
  static Language ofRuntime(String runtime) {
    if (runtime.startsWith("python")) {
      return PYTHON;
    }
    if (runtime.startsWith("nodejs")) {
      return NODE;
    }
    if (runtime.startsWith("java")) {
      return JAVA;
    }
    boolean other = runtime.startsWith("go") || runtime.startsWith("dotnet") || runtime.startsWith("ruby")
        || runtime.startsWith("provided");
    return other ? OTHER : ANY;
  }

  /** Whether a file named {@code path} is written in a language that is analysed. */
  static boolean isAnalysed(String path) {
    for (Language language : values()) {
      for (String extension : language.extensions()) {
        if (path.endsWith(extension)) {
          return true;
        }
      }
    }
    return false;
  }
}
