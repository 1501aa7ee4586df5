package dev.slguard.code.java;

import com.github.javaparser.ast.CompilationUnit;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.Optional;
import java.util.SortedSet;

/** Reads Java up to version 25 with JavaParser; what it cannot parse in a file is left out. Thread-safe. */
public final class JavaFrontEnd implements LanguageFrontEnd {
  @Override
  public String language() {
    return "java";
  }

  @Override
  public boolean reads(String path) {
    return path.endsWith(".java") && !path.endsWith("module-info.java") && !path.endsWith("package-info.java");
  }

  @Override
  public boolean mayHoldHandler(String text) {
    return text.contains("com.amazonaws.services.lambda.runtime") || text.contains("extends HttpServlet");
  }

  @Override
  public SourceModule lower(SourceFile file, Diagnostics diagnostics) {
    try {
      return parsed(file, diagnostics);
    } catch (StackOverflowError e) {
      // The parser is recursive: only text nested thousands deep, which nobody writes, comes here.
      diagnostics.error(Span.startOf(file.path()), "expressions are nested too deep to be read; the file is skipped");
      return empty(file);
    }
  }

  private static SourceModule parsed(SourceFile file, Diagnostics diagnostics) {
    Optional<CompilationUnit> unit = new JavaReader(file).read(diagnostics);
    return unit.map(read -> new ModuleLowering(file, read, diagnostics).lower()).orElseGet(() -> empty(file));
  }

  private static SourceModule empty(SourceFile file) {
    Span at = Span.startOf(file.path());
    Routine body = new RoutineBuilder("<module>", Routine.Kind.MODULE).build(at);
    return new SourceModule("java", file.path(), "", true, body, file.lineCount());
  }

  @Override
  public ImportResolver imports(Root root, SortedSet<String> files) {
    return new JavaImports(files);
  }
}
