package dev.slguard.code.java;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.Set;
import java.util.TreeSet;

/** What slguard's reader sees in a file, in the words of {@link JavacFacts}. */
final class ReadFacts {
  private ReadFacts() {}

  static Set<String> of(CompilationUnit unit) {
    Set<String> facts = new TreeSet<>();
    for (ImportDeclaration each : unit.getImports()) {
      facts.add(
          "import " + (each.isStatic() ? "static " : "") + each.getNameAsString() + (each.isAsterisk() ? ".*" : ""));
    }
    unit.walk(node -> fact(node, facts));
    return facts;
  }

  private static void fact(Node node, Set<String> facts) {
    switch (node) {
      case CallableDeclaration<?> it -> facts.add("function " + begin(it) + '-' + end(it));
      case CompactConstructorDeclaration it -> facts.add("function " + begin(it) + '-' + end(it));
      case AnnotationMemberDeclaration it -> facts.add("function " + begin(it) + '-' + end(it));
      case MethodCallExpr it -> facts.add("call " + end(it) + ' ' + it.getArguments().size());
      case ObjectCreationExpr it -> facts.add("new " + end(it) + ' ' + it.getArguments().size());
      case ExplicitConstructorInvocationStmt it -> {
        Position end = it.getEnd().orElseThrow();
        // javac counts the call without its semicolon.
        facts.add("call " + lastParenthesis(it, end) + ' ' + it.getArguments().size());
      }
      case StringLiteralExpr it -> facts.add("text " + begin(it) + ' ' + it.asString());
      case TextBlockLiteralExpr it -> facts.add("text " + begin(it) + ' ' + it.asString());
      default -> {
      }
    }
  }

  private static String lastParenthesis(Node node, Position end) {
    return node.getTokenRange().map(range -> {
      var token = range.getEnd();
      while (!token.getText().equals(")") && token.getPreviousToken().isPresent()) {
        token = token.getPreviousToken().get();
      }
      return token.getRange().map(at -> at.end.line + ":" + at.end.column).orElse("");
    }).orElse(end.line + ":" + end.column);
  }

  private static String begin(Node node) {
    return node.getBegin().map(at -> at.line + ":" + at.column).orElse("?");
  }

  private static String end(Node node) {
    return node.getEnd().map(at -> at.line + ":" + at.column).orElse("?");
  }
}
