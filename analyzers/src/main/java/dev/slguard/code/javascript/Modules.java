package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.Function;
import dev.slguard.code.javascript.Statement.Specifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Import and export declarations. */
final class Modules {
  private final Grammar g;
  private final Tokenizer t;

  Modules(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  Statement imported() {
    int start = t.start();
    t.next();
    if (t.token() == Token.STRING) {
      String module = t.value();
      t.next();
      attributes();
      g.semicolon();
      return new Statement.Import(module, List.of(), false, start, t.previousEnd());
    }
    boolean typesOnly = t.is("type") && g.next(n -> n.token() == Token.LEFT_BRACE || n.token() == Token.STAR
        || n.token() == Token.NAME && (!n.is("from") || behindFrom(n)));
    if (typesOnly || (t.is("defer") || t.is("source"))
        && g.next(n -> n.token() == Token.STAR || n.token() == Token.NAME && (!n.is("from") || behindFrom(n)))) {
      t.next();
    }
    var specifiers = new ArrayList<Specifier>();
    if (t.token() == Token.NAME) {
      String name = t.value();
      int at = t.start();
      t.next();
      if (t.token() == Token.ASSIGN) {
        return importEquals(name, start);
      }
      specifiers.add(new Specifier("default", name, typesOnly, at, t.previousEnd()));
      g.accept(Token.COMMA);
    }
    if (t.token() == Token.STAR) {
      int at = t.start();
      t.next();
      g.acceptWord("as");
      String name = t.token() == Token.NAME ? t.value() : "";
      if (t.token() == Token.NAME) {
        t.next();
      }
      specifiers.add(new Specifier("*", name, typesOnly, at, t.previousEnd()));
    } else if (t.token() == Token.LEFT_BRACE) {
      specifiers.addAll(specifiers(typesOnly));
    }
    String module = from();
    attributes();
    g.semicolon();
    return new Statement.Import(module, List.copyOf(specifiers), typesOnly, start, t.previousEnd());
  }

  /** {@code import type from from "m"} imports the name {@code from}; {@code import type from "m"} the name {@code type}. */
  private static boolean behindFrom(Tokenizer t) {
    t.next();
    return t.is("from") || t.token() == Token.ASSIGN;
  }

  private Statement importEquals(String name, int start) {
    t.next();
    if (t.is("require") && g.next(n -> n.token() == Token.LEFT_PAREN)) {
      t.next();
      t.next();
      Optional<String> module = t.token() == Token.STRING ? Optional.of(t.value()) : Optional.empty();
      if (module.isPresent()) {
        t.next();
      }
      g.expect(Token.RIGHT_PAREN);
      g.semicolon();
      return new Statement.ImportEquals(name, module, Optional.empty(), false, start, t.previousEnd());
    }
    Expression entity = g.expressions.leftHandSide();
    g.semicolon();
    return new Statement.ImportEquals(name, Optional.empty(), Optional.of(entity), false, start, t.previousEnd());
  }

  private String from() {
    if (!g.acceptWord("from")) {
      t.problem("'from' was expected, found " + g.found());
    }
    if (t.token() != Token.STRING) {
      t.problem("the name of a module was expected, found " + g.found());
      return "";
    }
    String module = t.value();
    t.next();
    return module;
  }

  private void attributes() {
    if (t.token() == Token.WITH || t.is("assert") && !t.newlineBefore()) {
      t.next();
      if (t.token() == Token.LEFT_BRACE) {
        g.literals.object();
      }
    }
  }

  private List<Specifier> specifiers(boolean typesOnly) {
    var specifiers = new ArrayList<Specifier>();
    var layout = new Layout(g);
    while (!layout.ends()) {
      int start = t.start();
      boolean type = t.is("type") && isTypeSpecifier();
      if (type) {
        t.next();
      }
      String imported = name();
      String local = imported;
      if (g.acceptWord("as")) {
        local = name();
      }
      specifiers.add(new Specifier(imported, local, typesOnly || type, start, t.previousEnd()));
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACE) {
        t.problem("',' or '}' was expected, found " + g.found());
        if (t.is("from") || t.token() == Token.SEMICOLON) {
          break;
        }
        if (t.start() == start && t.token() != Token.END) {
          g.skip();
        }
      }
    }
    return specifiers;
  }

  /** {@code type x}, {@code type as x} of a name {@code as}, {@code type as as x}; not {@code type}, {@code type as x}. */
  private boolean isTypeSpecifier() {
    return g.next(n -> {
      if (n.is("as")) {
        n.next();
        if (n.is("as")) {
          n.next();
          return n.token().isWord();
        }
        return !n.token().isWord();
      }
      return n.token().isWord() || n.token() == Token.STRING;
    });
  }

  private String name() {
    if (t.token().isWord() || t.token() == Token.STRING) {
      String name = t.token() == Token.STRING ? t.value() : g.word();
      t.next();
      return name;
    }
    t.problem("a name was expected, found " + g.found());
    return "";
  }

  /** An export, the current token {@code export}, behind the decorators of the class that it exports. */
  Statement exported(List<Expression> decorators) {
    int start = decorators.isEmpty() ? t.start() : decorators.getFirst().start() - 1;
    t.next();
    return switch (t.token()) {
      case STAR -> exportAll(start, false);
      case LEFT_BRACE -> exportNames(start, false);
      case DEFAULT -> exportDefault(start, decorators);
      case ASSIGN -> {
        t.next();
        Expression value = g.expressions.assignment();
        g.semicolon();
        yield new Statement.ExportAssign(value, start, t.previousEnd());
      }
      case IMPORT -> imported() instanceof Statement.ImportEquals equals
          ? new Statement.ImportEquals(equals.name(), equals.module(), equals.entity(), true, start, equals.end())
          : new Statement.Empty(start, t.previousEnd());
      default -> exportedDeclaration(start, decorators);
    };
  }

  private Statement exportedDeclaration(int start, List<Expression> decorators) {
    if (t.is("type") && g.next(n -> n.token() == Token.LEFT_BRACE || n.token() == Token.STAR)) {
      t.next();
      return t.token() == Token.STAR ? exportAll(start, true) : exportNames(start, true);
    }
    if (t.is("as") && g.next(n -> n.is("namespace"))) {
      t.next();
      t.next();
      name();
      g.semicolon();
      return new Statement.Empty(start, t.previousEnd());
    }
    int at = t.start();
    if (t.token() == Token.CLASS || t.token() == Token.AT || t.is("abstract")) {
      return classDeclaration(start, at, decorators);
    }
    if (t.token() == Token.RIGHT_BRACE || t.token() == Token.END) {
      t.problem("a declaration was expected, found " + g.found());
      return new Statement.Empty(start, t.previousEnd());
    }
    return new Statement.ExportDeclaration(g.statements.statement(), start, t.previousEnd());
  }

  private Statement classDeclaration(int start, int at, List<Expression> decorators) {
    var all = new ArrayList<>(decorators);
    all.addAll(g.members.decorators());
    g.acceptWord("abstract");
    Statement declaration = t.token() == Token.CLASS
        ? new Statement.ClassDeclaration(g.members.classBody(at, List.copyOf(all)), at, t.previousEnd())
        : g.statements.statement();
    return new Statement.ExportDeclaration(declaration, start, t.previousEnd());
  }

  private Statement exportAll(int start, boolean typesOnly) {
    t.next();
    Optional<String> name = g.acceptWord("as") ? Optional.of(name()) : Optional.empty();
    String module = from();
    attributes();
    g.semicolon();
    return new Statement.ExportAll(module, name, typesOnly, start, t.previousEnd());
  }

  private Statement exportNames(int start, boolean typesOnly) {
    List<Specifier> specifiers = List.copyOf(specifiers(typesOnly));
    Optional<String> module = Optional.empty();
    if (t.is("from")) {
      module = Optional.of(from());
      attributes();
    }
    g.semicolon();
    return new Statement.ExportNames(specifiers, module, typesOnly, start, t.previousEnd());
  }

  private Statement exportDefault(int start, List<Expression> decorators) {
    t.next();
    int at = t.start();
    if (t.token() == Token.FUNCTION
        || t.is("async") && g.next(n -> n.token() == Token.FUNCTION && !n.newlineBefore())) {
      boolean async = t.token() == Token.NAME;
      if (async) {
        t.next();
      }
      Optional<Function> function = g.members.function(Function.Form.DECLARATION, at, async);
      if (function.isEmpty()) {
        g.semicolon();
        return new Statement.Empty(start, t.previousEnd());
      }
      return new Statement.ExportDefault(new Expression.FunctionExpression(function.get()), start, t.previousEnd());
    }
    if (t.token() == Token.CLASS || t.token() == Token.AT
        || t.is("abstract") && g.next(n -> n.token() == Token.CLASS && !n.newlineBefore())) {
      var all = new ArrayList<>(decorators);
      all.addAll(g.members.decorators());
      g.acceptWord("abstract");
      if (t.token() == Token.CLASS) {
        return new Statement.ExportDefault(new Expression.ClassExpression(g.members.classBody(at, List.copyOf(all))),
            start, t.previousEnd());
      }
    }
    if (t.is("interface") && g.next(n -> n.token() == Token.NAME && !n.newlineBefore())) {
      g.statements.statement();
      return new Statement.Empty(start, t.previousEnd());
    }
    Expression value = g.expressions.assignment();
    g.semicolon();
    return new Statement.ExportDefault(value, start, t.previousEnd());
  }
}
