package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.ClassMember;
import dev.slguard.code.javascript.Node.Function;
import dev.slguard.code.javascript.Node.Identifier;
import dev.slguard.code.javascript.Node.PropertyKey;
import dev.slguard.code.javascript.Node.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements and declarations. */
final class Statements {
  private final Grammar g;
  private final Tokenizer t;

  Statements(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  List<Statement> program() {
    var body = new ArrayList<Statement>();
    while (t.token() != Token.END) {
      if (t.token() == Token.RIGHT_BRACE) {
        t.problem("this '}' closes nothing; it is skipped");
        t.next();
      } else {
        statementInto(body);
      }
    }
    return List.copyOf(body);
  }

  private void statementInto(List<Statement> body) {
    int before = t.start();
    int indent = t.indent();
    body.add(g.sound(this::statement, () -> g.isInPlace(before, indent)).orElseGet(this::statement));
    if (t.start() == before && t.token() != Token.END && t.token() != Token.RIGHT_BRACE) {
      t.problem("a statement was expected, found " + g.found());
      g.skip();
    }
  }

  /** Statements with their braces, the opening one being the current token. */
  List<Statement> braced() {
    int saved = g.bracketed();
    var body = new ArrayList<Statement>();
    var layout = new Layout(g);
    while (!layout.ends()) {
      statementInto(body);
    }
    g.restore(saved);
    return List.copyOf(body);
  }

  /** The statements indented deeper than {@code indent}, where the opening brace is missing. */
  List<Statement> indented(int indent) {
    var body = new ArrayList<Statement>();
    while (t.token() != Token.END && !(t.newlineBefore() && t.indent() <= indent)) {
      int before = t.start();
      if (t.token() != Token.RIGHT_BRACE) {
        statementInto(body);
      }
      if (t.start() == before) {
        t.next();
      }
    }
    if (t.token() == Token.RIGHT_BRACE && t.indent() == indent) {
      t.next();
    }
    return List.copyOf(body);
  }

  Statement statement() {
    int start = t.start();
    if (!g.enter()) {
      return new Statement.Empty(start, t.previousEnd());
    }
    Statement statement = switch (t.token()) {
      case LEFT_BRACE -> new Statement.Block(braced(), start, t.previousEnd());
      case SEMICOLON, DEBUGGER -> {
        t.next();
        if (t.previousEnd() - start > 1) {
          g.semicolon();
        }
        yield new Statement.Empty(start, t.previousEnd());
      }
      case VAR -> variables("var");
      case CONST -> g.next(n -> n.token() == Token.ENUM) ? constEnum(start) : variables("const");
      case FUNCTION -> functionDeclaration(start, false);
      case CLASS -> classDeclaration(start, List.of());
      case AT -> decorated(start);
      case IF -> conditional();
      case FOR -> new Loops(g).loop();
      case WHILE -> {
        t.next();
        Expression test = inParentheses();
        Statement body = statement();
        yield new Statement.While(test, body, start, t.previousEnd());
      }
      case DO -> doWhile();
      case RETURN -> returned();
      case THROW -> {
        t.next();
        Expression value = t.newlineBefore() ? g.expressions.missing("an expression") : g.expressions.expression();
        g.semicolon();
        yield new Statement.Throw(value, start, t.previousEnd());
      }
      case BREAK, CONTINUE -> leave();
      case SWITCH -> new Loops(g).switched();
      case TRY -> new Loops(g).tried();
      case WITH -> {
        t.next();
        Expression object = inParentheses();
        Statement body = statement();
        yield new Statement.With(object, body, start, t.previousEnd());
      }
      case ENUM -> enumDeclaration(start);
      case IMPORT ->
        g.next(n -> n.token() == Token.LEFT_PAREN || n.token() == Token.DOT && n.start() == n.previousEnd())
            ? evaluate()
            : g.modules.imported();
      case EXPORT -> g.modules.exported(List.of());
      case CATCH, FINALLY, ELSE, CASE, DEFAULT -> strayPart(start);
      case NAME -> worded(start);
      case STAR -> lostMember(start);
      default -> evaluate();
    };
    g.leave();
    return statement;
  }

  /** The parts of statements that stand alone after an error: what is in them is kept. */
  private Statement strayPart(int start) {
    t.problem("a statement was expected, found " + g.found() + "; what follows is read as statements");
    boolean catches = t.token() == Token.CATCH;
    boolean cases = t.token() == Token.CASE;
    boolean defaults = t.token() == Token.DEFAULT;
    t.next();
    if (catches && t.token() == Token.LEFT_PAREN) {
      return new Statement.Evaluate(inParentheses(), start, t.previousEnd());
    }
    if (cases) {
      Expression test = g.expressions.expression();
      g.accept(Token.COLON);
      return new Statement.Evaluate(test, start, t.previousEnd());
    }
    if (defaults) {
      g.accept(Token.COLON);
      return new Statement.Empty(start, t.previousEnd());
    }
    return t.token() == Token.END || t.token() == Token.RIGHT_BRACE ? new Statement.Empty(start, start) : statement();
  }

  /** A member of a class or object that an error has left alone; empty statement if it is none. */
  private Statement lostMember(int start) {
    t.problem("a statement was expected, found " + g.found());
    if (!g.next(n -> n.token().isWord() || n.token() == Token.STRING || n.token() == Token.PRIVATE_NAME
        || n.token() == Token.LEFT_BRACKET)) {
      t.next();
      return new Statement.Empty(start, t.previousEnd());
    }
    Optional<ClassMember> member = g.members.member();
    if (member.isPresent() && member.get() instanceof ClassMember.Method(_, Function function, _, _, _, int end)) {
      return new Statement.Evaluate(new Expression.FunctionExpression(function), start, end);
    }
    if (member.isPresent()
        && member.get() instanceof ClassMember.Field(_, Optional<Expression> value, _, _, _, _, int end)
        && value.isPresent()) {
      return new Statement.Evaluate(value.get(), start, end);
    }
    return new Statement.Empty(start, t.previousEnd());
  }

  /** A statement that starts with a name, which may be a word of the grammar. */
  private Statement worded(int start) {
    switch (t.value()) {
      case "let" -> {
        if (g.next(n -> n.token() == Token.NAME || n.token() == Token.LEFT_BRACE || n.token() == Token.LEFT_BRACKET)) {
          return variables("let");
        }
      }
      case "using" -> {
        if (g.next(n -> n.token() == Token.NAME && !n.newlineBefore())) {
          return variables("using");
        }
      }
      case "await" -> {
        if (g.next(n -> n.is("using") && !n.newlineBefore() && wordsFollow(n))) {
          t.next();
          return variables("await using");
        }
      }
      case "async" -> {
        if (g.next(n -> n.token() == Token.FUNCTION && !n.newlineBefore())) {
          t.next();
          return functionDeclaration(start, true);
        }
        if (g.next(n -> n.token() == Token.NAME && !n.newlineBefore() && opens(n))) {
          return lostMember(start);
        }
      }
      case "type" -> {
        if (g.next(n -> n.token() == Token.NAME && !n.newlineBefore())) {
          return typeAlias(start);
        }
      }
      case "interface" -> {
        if (g.next(n -> n.token() == Token.NAME && !n.newlineBefore())) {
          return interfaced(start);
        }
      }
      case "namespace", "module", "global" -> {
        Optional<Statement> namespace = namespace(start);
        if (namespace.isPresent()) {
          return namespace.get();
        }
      }
      case "declare" -> {
        if (g.next(n -> !n.newlineBefore() && (n.token() == Token.NAME || declares(n.token())))) {
          return declared(start);
        }
      }
      case "abstract" -> {
        if (g.next(n -> n.token() == Token.CLASS && !n.newlineBefore())) {
          t.next();
          return classDeclaration(start, List.of());
        }
      }
      case "static", "get", "set", "public", "private", "protected", "readonly", "override", "accessor" -> {
        if (g.next(n -> !n.newlineBefore() && (n.token() == Token.NAME || n.token() == Token.PRIVATE_NAME))) {
          return lostMember(start);
        }
      }
      default -> {
      }
    }
    return evaluate();
  }

  private static boolean wordsFollow(Tokenizer t) {
    t.next();
    return t.token() == Token.NAME && !t.newlineBefore();
  }

  private static boolean opens(Tokenizer t) {
    t.next();
    return t.token() == Token.LEFT_PAREN;
  }

  private static boolean declares(Token token) {
    return switch (token) {
      case VAR, CONST, FUNCTION, CLASS, ENUM, IMPORT -> true;
      default -> false;
    };
  }

  private Statement evaluate() {
    int start = t.start();
    if (t.token() == Token.NAME && g.next(n -> n.token() == Token.COLON)) {
      String label = t.value();
      t.next();
      t.next();
      Statement body = t.token() == Token.RIGHT_BRACE ? new Statement.Empty(t.start(), t.start()) : statement();
      return new Statement.Labelled(label, body, start, t.previousEnd());
    }
    Expression expression = g.expressions.expression();
    if (!isFunction(expression)) {
      g.semicolon();
    }
    return new Statement.Evaluate(expression, start, t.previousEnd());
  }

  /** A method that an error has left alone: no semicolon follows it. */
  private boolean isFunction(Expression expression) {
    Expression last = expression instanceof Expression.Sequence(var items, _, _) ? items.getLast() : expression;
    return last instanceof Expression.FunctionExpression(Function function) && function.form() == Function.Form.METHOD
        && function.end() == t.previousEnd();
  }

  /** Variables, the current token their keyword (the last word of it). */
  Statement variables(String keyword) {
    int start = keyword.equals("await using") ? t.previousEnd() - 5 : t.start();
    t.next();
    List<Statement.Variables.Declarator> declarators = declarators();
    g.semicolon();
    return new Statement.Variables(keyword, declarators, start, t.previousEnd());
  }

  List<Statement.Variables.Declarator> declarators() {
    int line = t.indent();
    var declarators = new ArrayList<Statement.Variables.Declarator>(1);
    do {
      int start = t.start();
      if (g.isGuided && t.token() == Token.LEFT_BRACE && g.literals.behind() != Token.ASSIGN
          && !declarators.isEmpty()) {
        t.problem("a name was expected, found an object");
        Expression object = g.expressions.assignment();
        declarators.add(new Statement.Variables.Declarator(new Pattern.Binding("", start, start), Optional.empty(),
            Optional.of(object), start, t.previousEnd()));
        continue;
      }
      Pattern target = g.patterns.binding();
      if (t.token() == Token.NOT && !t.newlineBefore()) {
        t.next();
      }
      Optional<TypeText> type = g.patterns.annotation();
      Optional<Expression> value = g.accept(Token.ASSIGN) ? Optional.of(g.expressions.value(line)) : Optional.empty();
      declarators.add(new Statement.Variables.Declarator(target, type, value, start, t.previousEnd()));
    } while (g.accept(Token.COMMA));
    return List.copyOf(declarators);
  }

  private Statement functionDeclaration(int start, boolean isAsync) {
    Optional<Function> function = g.members.function(Function.Form.DECLARATION, start, isAsync);
    if (function.isPresent()) {
      return new Statement.FunctionDeclaration(function.get(), start, t.previousEnd());
    }
    g.semicolon();
    return new Statement.Empty(start, t.previousEnd());
  }

  private Statement classDeclaration(int start, List<Expression> decorators) {
    return new Statement.ClassDeclaration(g.members.classBody(start, decorators), start, t.previousEnd());
  }

  private Statement decorated(int start) {
    List<Expression> decorators = g.members.decorators();
    g.acceptWord("declare");
    g.acceptWord("abstract");
    if (t.token() == Token.CLASS) {
      return classDeclaration(start, decorators);
    }
    if (t.token() == Token.EXPORT) {
      return g.modules.exported(decorators);
    }
    return lostMember(start);
  }

  Expression inParentheses() {
    if (!g.expect(Token.LEFT_PAREN) && t.token() == Token.LEFT_BRACE) {
      return new Expression.Missing(t.start(), t.start());
    }
    int saved = g.bracketed();
    Expression expression = g.expressions.expression();
    g.restore(saved);
    if (t.token() != Token.RIGHT_PAREN && t.token() != Token.LEFT_BRACE && !t.newlineBefore()) {
      t.problem("')' was expected, found " + g.found());
      expression = withRest(expression);
    }
    g.expect(Token.RIGHT_PAREN);
    return expression;
  }

  /** What else stands on the line before the closing parenthesis, or the brace behind it: more operands. */
  private Expression withRest(Expression first) {
    var all = new ArrayList<Expression>();
    all.add(first);
    while (t.token() != Token.RIGHT_PAREN && t.token() != Token.LEFT_BRACE && t.token() != Token.RIGHT_BRACE
        && t.token() != Token.END && !t.newlineBefore()) {
      int before = t.start();
      if (g.expressions.startsExpression()) {
        all.add(g.expressions.assignment());
      }
      if (t.start() == before) {
        t.next();
      }
    }
    return all.size() == 1 ? first : new Expression.Sequence(List.copyOf(all), first.start(), t.previousEnd());
  }

  private Statement conditional() {
    int start = t.start();
    var arms = new ArrayList<Statement.If.Arm>(2);
    while (true) {
      t.next();
      Expression test = inParentheses();
      arms.add(new Statement.If.Arm(Optional.of(test), body()));
      if (!g.accept(Token.ELSE)) {
        break;
      }
      if (t.token() != Token.IF) {
        arms.add(new Statement.If.Arm(Optional.empty(), body()));
        break;
      }
    }
    return new Statement.If(List.copyOf(arms), start, t.previousEnd());
  }

  /** The statement under a head; none, with a problem, where a block ends or a new one begins instead. */
  Statement body() {
    if (t.token() == Token.RIGHT_BRACE || t.token() == Token.ELSE || t.token() == Token.END) {
      t.problem("a statement was expected, found " + g.found());
      return new Statement.Empty(t.start(), t.start());
    }
    return statement();
  }

  private Statement doWhile() {
    int start = t.start();
    t.next();
    Statement body = body();
    g.expect(Token.WHILE);
    Expression test = inParentheses();
    g.accept(Token.SEMICOLON);
    return new Statement.DoWhile(body, test, start, t.previousEnd());
  }

  private Statement returned() {
    int start = t.start();
    t.next();
    Optional<Expression> value = g.endsStatement() ? Optional.empty() : Optional.of(g.expressions.expression());
    g.semicolon();
    return new Statement.Return(value, start, t.previousEnd());
  }

  private Statement leave() {
    int start = t.start();
    boolean isContinue = t.token() == Token.CONTINUE;
    t.next();
    Optional<String> label = Optional.empty();
    if (t.token() == Token.NAME && !t.newlineBefore()) {
      label = Optional.of(t.value());
      t.next();
    }
    g.semicolon();
    return new Statement.Leave(isContinue, label, start, t.previousEnd());
  }

  private Statement typeAlias(int start) {
    t.next();
    t.next();
    g.types.parameters();
    g.expect(Token.ASSIGN);
    g.types.type();
    g.semicolon();
    return new Statement.Empty(start, t.previousEnd());
  }

  private Statement interfaced(int start) {
    t.next();
    t.next();
    g.types.parameters();
    while (t.token() == Token.EXTENDS || t.is("implements")) {
      t.next();
      do {
        g.types.type();
      } while (g.accept(Token.COMMA));
    }
    g.types.object();
    return new Statement.Empty(start, t.previousEnd());
  }

  private Statement constEnum(int start) {
    t.next();
    return enumDeclaration(start);
  }

  private Statement enumDeclaration(int start) {
    t.next();
    Identifier name = new Identifier(t.token() == Token.NAME ? t.value() : "", t.start(), t.end());
    if (t.token() == Token.NAME) {
      t.next();
    } else {
      t.problem("a name was expected, found " + g.found());
    }
    var members = new ArrayList<Statement.EnumDeclaration.Constant>();
    if (t.token() != Token.LEFT_BRACE) {
      g.expect(Token.LEFT_BRACE);
      return new Statement.EnumDeclaration(name, List.of(), start, t.previousEnd());
    }
    var layout = new Layout(g);
    while (!layout.ends()) {
      int from = t.start();
      PropertyKey key = g.members.key();
      Optional<Expression> value = g.accept(Token.ASSIGN) ? Optional.of(g.expressions.assignment()) : Optional.empty();
      members.add(new Statement.EnumDeclaration.Constant(key, value, from, t.previousEnd()));
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACE) {
        t.problem("',' or '}' was expected, found " + g.found());
        if (t.start() == from && t.token() != Token.END) {
          g.skip();
        }
      }
    }
    return new Statement.EnumDeclaration(name, List.copyOf(members), start, t.previousEnd());
  }

  /** {@code namespace a.b { … }}, {@code module "m" { … }} or {@code global { … }}; the quoted form is types only. */
  private Optional<Statement> namespace(int start) {
    boolean global = t.is("global");
    if (!g.next(n -> !n.newlineBefore()
        && (global ? n.token() == Token.LEFT_BRACE : n.token() == Token.NAME || n.token() == Token.STRING))) {
      return Optional.empty();
    }
    t.next();
    var names = new ArrayList<String>(1);
    if (t.token() == Token.STRING) {
      t.next();
    } else if (!global) {
      names.add(t.value());
      t.next();
      while (g.accept(Token.DOT)) {
        names.add(g.word());
        t.next();
      }
    }
    if (t.token() != Token.LEFT_BRACE) {
      g.semicolon();
      return Optional.of(new Statement.Empty(start, t.previousEnd()));
    }
    List<Statement> body = braced();
    return Optional.of(names.isEmpty()
        ? new Statement.Empty(start, t.previousEnd())
        : new Statement.Namespace(List.copyOf(names), body, start, t.previousEnd()));
  }

  private Statement declared(int start) {
    t.next();
    if (t.token() == Token.CONST && !g.next(n -> n.token() == Token.ENUM) || t.token() == Token.VAR || t.is("let")) {
      t.next();
      declarators();
      g.semicolon();
    } else {
      statement();
    }
    return new Statement.Empty(start, t.previousEnd());
  }
}
