package dev.slguard.graph;

import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.java.JavaFrontEnd;
import dev.slguard.code.javascript.JavaScriptFrontEnd;
import dev.slguard.code.python.PythonFrontEnd;
import java.util.List;
import java.util.Optional;

/** The languages that are read: the one place to add one. */
public final class FrontEnds {
  static final List<LanguageFrontEnd> ALL = List.of(new JavaFrontEnd(), new JavaScriptFrontEnd(), new PythonFrontEnd());

  private FrontEnds() {}

  /** The front end that reads a file of this name. */
  public static Optional<LanguageFrontEnd> of(String path) {
    return ALL.stream().filter(frontEnd -> frontEnd.reads(path)).findFirst();
  }

  /** How files of the language end in which a function of {@code runtime} may have its code inside a template. */
  static Optional<String> inlineEnding(String runtime) {
    return runtime.startsWith("python")
        ? Optional.of(".py")
        : runtime.startsWith("nodejs") ? Optional.of(".js") : Optional.empty();
  }
}
