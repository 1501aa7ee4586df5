package dev.slguard.code.python;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import java.util.List;
import java.util.SortedSet;

/** Reads Python, of any version up to 3.14. */
public final class PythonFrontEnd implements LanguageFrontEnd {
  private static final String SUFFIX = ".py";

  @Override
  public String language() {
    return "python";
  }

  @Override
  public boolean reads(String path) {
    return path.endsWith(SUFFIX);
  }

  @Override
  public boolean mayHoldHandler(String text) {
    return text.contains("(event, context") || text.contains("(event, _") || text.contains("lambda_handler")
        || text.contains("(event:") || text.contains("handler(") || text.contains("Mangum(")
        || text.contains("Chalice(");
  }

  @Override
  public SourceModule lower(SourceFile file, Diagnostics diagnostics) {
    List<Statement> statements = PythonParser.parse(file, diagnostics);
    var code = new RoutineBuilder("<module>", Routine.Kind.MODULE);
    Frame frame = Frame.ofModule(code, file, ImportedNames.of(statements));
    new StatementLowering(frame).lower(statements);
    Routine body = code.build(file.span(0, file.text().length()));
    return new SourceModule(language(), file.path(), ModulePath.dotted(file.path()), true, body, file.lineCount());
  }

  @Override
  public ImportResolver imports(Root root, SortedSet<String> files) {
    return new PythonImports(files);
  }
}
