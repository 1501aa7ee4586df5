package dev.slguard.code.javascript;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.repair.EditedText;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import java.util.List;
import java.util.SortedSet;

/** JavaScript (ECMAScript 2025, JSX; CommonJS and ES modules) and TypeScript (5.9, TSX). */
public final class JavaScriptFrontEnd implements LanguageFrontEnd {
  /** A file this long whose lines are on average longer than {@link #MINIFIED_LINE} is built, not written. */
  private static final int MINIFIED_LENGTH = 5_000;
  private static final int MINIFIED_LINE = 500;

  /** A front end; it has no state. */
  public JavaScriptFrontEnd() {}

  @Override
  public String language() {
    return "javascript";
  }

  @Override
  public boolean reads(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0 || path.startsWith("node_modules/") || path.contains("/node_modules/")) {
      return false;
    }
    String stem = path.substring(0, dot);
    return switch (path.substring(dot + 1)) {
      case "js", "mjs", "cjs", "jsx" -> !stem.endsWith(".min");
      case "ts", "mts", "cts", "tsx" -> !stem.endsWith(".d");
      default -> false;
    };
  }

  @Override
  public boolean mayHoldHandler(String text) {
    return text.contains("export") && text.contains("handler");
  }

  @Override
  public SourceModule lower(SourceFile file, Diagnostics diagnostics) {
    if (isMinified(file)) {
      diagnostics.note(file.span(0, 0), "'" + file.path() + "' is minified; it is not analysed");
      return new ModuleWriter(file, new Program(List.of(), List.of(), List.of(), EditedText.original(""))).module();
    }
    Program program = Grammar.parse(file.text(), Dialect.of(file.path()));
    for (Tokenizer.Problem problem : program.problems()) {
      diagnostics.error(file.span(problem.start(), problem.end()), problem.message());
    }
    return new ModuleWriter(file, program).module();
  }

  private static boolean isMinified(SourceFile file) {
    int length = file.text().length();
    return length > MINIFIED_LENGTH && length / file.lineCount() > MINIFIED_LINE;
  }

  @Override
  public ImportResolver imports(Root root, SortedSet<String> files) {
    return new ModuleResolver(root, files);
  }
}
