package dev.slguard.code.java;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What javac's parser sees in a file. */
final class JavacFacts {
  private JavacFacts() {}

  private record Text(String name, String text) {}

  private static JavaFileObject source(Text text) {
    return new SimpleJavaFileObject(URI.create("string:///" + text.name().replaceAll("[^A-Za-z0-9./]", "_")),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text.text();
      }
    };
  }

  /** The facts of {@code text}; empty if javac finds a syntax error. */
  static Optional<Set<String>> of(String name, String text) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    JavacTask task = (JavacTask) compiler.getTask(null, null, diagnostics,
        List.of("-proc:none", "-XDallowStringFolding=false", "-implicit:none"), null,
        List.of(source(new Text(name, text))));
    Set<String> facts = new TreeSet<>();
    for (CompilationUnitTree unit : task.parse()) {
      new Scanner(unit, Trees.instance(task).getSourcePositions(), text, facts).scan(unit, null);
    }
    boolean valid = diagnostics.getDiagnostics().stream().noneMatch(each -> each.getKind() == Diagnostic.Kind.ERROR);
    return valid ? Optional.of(facts) : Optional.empty();
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String text;
    private final Set<String> facts;
    private final LineMap lines;

    Scanner(CompilationUnitTree unit, SourcePositions positions, String text, Set<String> facts) {
      this.unit = unit;
      this.positions = positions;
      this.text = text;
      this.facts = facts;
      this.lines = unit.getLineMap();
    }

    private String at(long offset) {
      int line = (int) lines.getLineNumber(offset);
      return line + ":" + (offset - lines.getStartPosition(line) + 1);
    }

    private String end(Tree tree) {
      return at(positions.getEndPosition(unit, tree) - 1);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      if (start >= 0 && end > start) {
        facts.add("function " + at(start) + '-' + at(end - 1));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      facts.add("call " + end(call) + ' ' + call.getArguments().size());
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitNewClass(NewClassTree call, Void nothing) {
      facts.add("new " + end(call) + ' ' + call.getArguments().size());
      return super.visitNewClass(call, null);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
      if (isEnumConstant(variable) && variable.getInitializer() instanceof NewClassTree made) {
        scan(variable.getModifiers(), null);
        scan(made.getArguments(), null);
        ClassTree body = made.getClassBody();
        return body == null ? null : scan(body, null);
      }
      return super.visitVariable(variable, null);
    }

    /** The type of an enum constant stands where its name does. */
    private boolean isEnumConstant(VariableTree variable) {
      if (variable.getType() == null) {
        return false;
      }
      long at = positions.getStartPosition(unit, variable.getType());
      String type = variable.getType().toString();
      return at >= 0 && !text.startsWith(type, (int) at) && variable.getInitializer() instanceof NewClassTree
          && text.startsWith(variable.getName().toString(), (int) at);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getKind() == Tree.Kind.STRING_LITERAL) {
        facts.add("text " + at(positions.getStartPosition(unit, literal)) + ' ' + literal.getValue());
      }
      return super.visitLiteral(literal, null);
    }

    @Override
    public Void visitImport(ImportTree imported, Void nothing) {
      facts.add("import " + (imported.isStatic() ? "static " : "") + imported.getQualifiedIdentifier());
      return null;
    }
  }
}
