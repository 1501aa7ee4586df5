package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.ClassBody;
import dev.slguard.code.javascript.Node.ClassMember;
import dev.slguard.code.javascript.Node.Function;
import dev.slguard.code.javascript.Node.Identifier;
import dev.slguard.code.javascript.Node.Parameter;
import dev.slguard.code.javascript.Node.PropertyKey;
import dev.slguard.code.javascript.Node.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, methods, accessors, fields and classes. */
final class Members {
  /** Tokens of a line that are looked at for a body. */
  private static final int LINE = 40;

  private final Grammar g;
  private final Tokenizer t;

  Members(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  /** The words before the key of a member. */
  static final class Head {
    private final Grammar g;
    private final Tokenizer t;
    private boolean isStatic;
    private boolean isAsync;
    private boolean isGenerator;
    private Function.Form form = Function.Form.METHOD;

    Head(Grammar g) {
      this.g = g;
      this.t = g.t;
    }

    /** Reads modifiers, as far as each is followed by something that it can modify, and the star of a generator. */
    void readModifiers(boolean inClass) {
      while (t.token() == Token.NAME || t.token() == Token.CONST && inClass || t.token() == Token.EXPORT && inClass) {
        String word = g.word();
        if (!isModifier(word, inClass) || !g.next(n -> modifies(word, n) && !isFunctionValue(n))) {
          break;
        }
        take(word);
        t.next();
        if (isStatic && t.token() == Token.LEFT_BRACE) {
          return;
        }
      }
      if (t.token() == Token.STAR) {
        isGenerator = true;
        t.next();
      }
    }

    private static boolean isModifier(String word, boolean inClass) {
      return switch (word) {
        case "async", "get", "set" -> true;
        case "static", "abstract", "override", "readonly", "declare", "public", "private", "protected", "accessor",
            "const", "export", "in", "out" ->
          inClass;
        default -> false;
      };
    }

    /** {@code get function get() …}: the colon between a key and its value is lost. */
    private static boolean isFunctionValue(Tokenizer next) {
      if (next.token() != Token.FUNCTION) {
        return false;
      }
      next.next();
      return next.token() == Token.NAME && !next.newlineBefore();
    }

    private static boolean modifies(String word, Tokenizer next) {
      boolean key = next.token().isWord() || switch (next.token()) {
        case STRING, NUMBER, BIGINT, LEFT_BRACKET, PRIVATE_NAME, STAR -> true;
        case LEFT_BRACE -> word.equals("static");
        default -> false;
      };
      return key && (!next.newlineBefore() || switch (word) {
        case "static", "get", "set", "public", "private", "protected" -> true;
        default -> false;
      });
    }

    private void take(String word) {
      switch (word) {
        case "static" -> isStatic = true;
        case "async" -> isAsync = true;
        case "get" -> form = Function.Form.GETTER;
        case "set" -> form = Function.Form.SETTER;
        default -> {
        }
      }
    }
  }

  /** The key of a property or member; the empty name, with a problem, if none stands here. */
  PropertyKey key() {
    int start = t.start();
    return switch (t.token()) {
      case STRING -> {
        String value = t.value();
        t.next();
        yield new PropertyKey.Named(value, true, start, t.previousEnd());
      }
      case NUMBER, BIGINT -> {
        String value = t.value();
        t.next();
        yield new PropertyKey.Named(value, false, start, t.previousEnd());
      }
      case PRIVATE_NAME -> {
        String value = t.value();
        t.next();
        yield new PropertyKey.Private(value, start, t.previousEnd());
      }
      case LEFT_BRACKET -> {
        t.next();
        int saved = g.bracketed();
        Expression expression = g.expressions.expression();
        g.restore(saved);
        g.expect(Token.RIGHT_BRACKET);
        yield new PropertyKey.Computed(expression, start, t.previousEnd());
      }
      default -> word(start);
    };
  }

  private PropertyKey word(int start) {
    if (t.token().isWord()) {
      String value = g.word();
      t.next();
      return new PropertyKey.Named(value, false, start, t.previousEnd());
    }
    t.problem("a property name was expected, found " + g.found());
    return new PropertyKey.Named("", false, start, start);
  }

  /** The rest of a method behind its key; empty if it has no body. */
  Optional<Function> method(Head head, PropertyKey key, int start) {
    boolean isConstructor = head.form == Function.Form.METHOD && !head.isStatic
        && key instanceof PropertyKey.Named(String word, _, _, _) && word.equals("constructor");
    Function.Form form = isConstructor ? Function.Form.CONSTRUCTOR : head.form;
    Optional<Identifier> name = key instanceof PropertyKey.Named(String text, _, int from, int to)
        ? Optional.of(new Identifier(text, from, to))
        : key instanceof PropertyKey.Private(String text, int from, int to)
            ? Optional.of(new Identifier('#' + text, from, to))
            : Optional.empty();
    return function(form, name, head.isAsync, head.isGenerator, start);
  }

  /** Type parameters, parameters, result and body; empty if there is no body. */
  private Optional<Function> function(Function.Form form, Optional<Identifier> name, boolean isAsync,
      boolean isGenerator, int start) {
    int line = t.indent();
    int saved = g.context;
    g.context = Grammar.IN_FUNCTION | (isAsync ? Grammar.ASYNC : 0) | (isGenerator ? Grammar.GENERATOR : 0);
    int open = t.start();
    g.types.parameters();
    List<Parameter> parameters = g.patterns.parameters();
    skipDoubled();
    Optional<TypeText> result = g.patterns.annotation();
    skipToBody();
    Optional<Function> function = Optional.empty();
    if (t.token() == Token.ARROW) {
      t.problem("'{' was expected, found '=>'");
      function = Optional.of(g.expressions.arrow(open, parameters, isAsync, result).function());
      g.restore(saved);
      return function;
    }
    if (t.token() == Token.LEFT_BRACE) {
      List<Statement> body = g.statements.braced();
      g.found(start, t.previousEnd());
      function = Optional
          .of(new Function(form, name, parameters, body, false, isAsync, isGenerator, result, start, t.previousEnd()));
    } else if (g.isGuided && t.newlineBefore() && t.indent() > line) {
      t.problem("'{' was expected before this line, which is indented more than the function; it is assumed");
      List<Statement> body = g.statements.indented(line);
      g.found(start, t.previousEnd());
      function = Optional
          .of(new Function(form, name, parameters, body, false, isAsync, isGenerator, result, start, t.previousEnd()));
    } else if (g.isGuided && !g.dialect.types()) {
      t.problem("'{' was expected, found " + g.found());
      function = Optional.of(
          new Function(form, name, parameters, List.of(), false, isAsync, isGenerator, result, start, t.previousEnd()));
    }
    g.restore(saved);
    return function;
  }

  /** A parenthesis more than were opened. */
  private void skipDoubled() {
    if (t.token() == Token.RIGHT_PAREN
        && g.next(n -> n.token() == Token.LEFT_BRACE || n.token() == Token.COLON || n.token() == Token.ARROW)) {
      t.problem("this ')' closes nothing; it is skipped");
      t.next();
    }
  }

  /** What an error leaves before a body that is opened at the end of the line. */
  private void skipToBody() {
    if (!g.isGuided || !isOnLine() || t.token() == Token.LEFT_BRACE || !g.next(this::opensBody)) {
      return;
    }
    t.problem("'{' was expected, found " + g.found());
    while (t.token() != Token.LEFT_BRACE) {
      t.next();
    }
  }

  private boolean opensBody(Tokenizer next) {
    for (int i = 0; i < LINE && isOnLine(); i++) {
      if (next.token() == Token.LEFT_BRACE) {
        next.next();
        return next.newlineBefore();
      }
      next.next();
    }
    return next.newlineBefore() && next.token() == Token.LEFT_BRACE;
  }

  private boolean isOnLine() {
    return !t.newlineBefore() && switch (t.token()) {
      case SEMICOLON, RIGHT_BRACE, END, ARROW -> false;
      default -> true;
    };
  }

  /** A function behind its optional {@code async}, the current token {@code function}. */
  Optional<Function> function(Function.Form form, int start, boolean isAsync) {
    t.next();
    boolean generator = g.accept(Token.STAR);
    Optional<Identifier> name = Optional.empty();
    if (t.token() == Token.NAME) {
      name = Optional.of(new Identifier(t.value(), t.start(), t.end()));
      t.next();
    } else if (t.token() != Token.LEFT_PAREN && t.token() != Token.LESS) {
      t.problem("'(' was expected, found " + g.found());
      if (t.token() == Token.FUNCTION || t.token() == Token.ASSIGN || t.token() == Token.DOT) {
        t.next();
      }
      if (t.token() == Token.NAME) {
        name = Optional.of(new Identifier(t.value(), t.start(), t.end()));
        t.next();
      }
    }
    return function(form, name, isAsync, generator, start);
  }

  Expression functionExpression(int start, boolean isAsync) {
    Optional<Function> function = function(Function.Form.EXPRESSION, start, isAsync);
    if (function.isPresent()) {
      return new Expression.FunctionExpression(function.get());
    }
    return g.expressions.missing("the body of a function");
  }

  /** Decorators, as far as they go on. */
  List<Expression> decorators() {
    if (t.token() != Token.AT) {
      return List.of();
    }
    var decorators = new ArrayList<Expression>();
    while (g.accept(Token.AT)) {
      int saved = g.context;
      g.context |= Grammar.HEAD;
      decorators.add(g.expressions.leftHandSide());
      g.restore(saved);
    }
    return List.copyOf(decorators);
  }

  /** A class, the current token {@code class}. */
  ClassBody classBody(int start, List<Expression> decorators) {
    int line = t.indent();
    t.next();
    Optional<Identifier> name = Optional.empty();
    if (t.token() == Token.CLASS) {
      t.problem("a name was expected, found 'class'");
      t.next();
    }
    if (t.token() == Token.NAME && !(t.is("implements") && g.next(n -> n.token() == Token.NAME))) {
      name = Optional.of(new Identifier(t.value(), t.start(), t.end()));
      t.next();
    }
    int saved = g.context;
    g.context = saved & ~(Grammar.NO_IN | Grammar.TRUE_BRANCH) | Grammar.HEAD;
    g.types.parameters();
    Optional<Expression> base = Optional.empty();
    while (t.token() == Token.EXTENDS || t.is("implements")) {
      if (t.token() == Token.EXTENDS) {
        t.next();
        Expression first = g.expressions.leftHandSide();
        g.types.certainArguments();
        base = base.isPresent() ? base : Optional.of(first);
        while (g.accept(Token.COMMA)) {
          g.types.type();
        }
      } else {
        t.next();
        do {
          if (t.token() == Token.LEFT_BRACE) {
            t.problem("a type was expected, found '{'");
            break;
          }
          g.types.type();
        } while (g.accept(Token.COMMA));
      }
    }
    List<ClassMember> members = List.of();
    base = new ClassHead(g, line).skippedTo(base);
    if (t.token() == Token.LEFT_BRACE && g.enter()) {
      g.context = saved & (Grammar.ASYNC | Grammar.GENERATOR | Grammar.IN_FUNCTION);
      members = members();
      g.leave();
    } else if (g.isGuided && t.newlineBefore() && t.indent() > line && t.token() != Token.END) {
      t.problem("'{' was expected before this line, which is indented more than the class; it is assumed");
      g.context = saved & (Grammar.ASYNC | Grammar.GENERATOR | Grammar.IN_FUNCTION);
      members = indented(line);
    } else {
      g.expect(Token.LEFT_BRACE);
    }
    g.restore(saved);
    return new ClassBody(name, base, members, decorators, start, t.previousEnd());
  }

  private List<ClassMember> members() {
    var members = new ArrayList<ClassMember>();
    var layout = new Layout(g);
    while (!layout.ends()) {
      memberInto(members);
    }
    return List.copyOf(members);
  }

  /** The members indented deeper than {@code line}, where the opening brace is missing. */
  private List<ClassMember> indented(int line) {
    var members = new ArrayList<ClassMember>();
    while (t.token() != Token.RIGHT_BRACE && t.token() != Token.END && !(t.newlineBefore() && t.indent() <= line)) {
      memberInto(members);
    }
    if (t.token() == Token.RIGHT_BRACE && t.indent() == line) {
      t.next();
    }
    return List.copyOf(members);
  }

  private void memberInto(List<ClassMember> members) {
    int before = t.start();
    if (!g.accept(Token.SEMICOLON)) {
      int indent = t.indent();
      g.sound(this::member, () -> g.isInPlace(before, indent)).orElseGet(this::member).ifPresent(members::add);
      if (t.start() == before && t.token() != Token.END) {
        t.problem("a class member was expected, found " + g.found());
        g.skip();
      }
    }
  }

  /** A member of a class; empty for a signature. */
  Optional<ClassMember> member() {
    int start = t.start();
    List<Expression> decorators = decorators();
    var head = new Head(g);
    head.readModifiers(true);
    if (head.isStatic && t.token() == Token.LEFT_BRACE) {
      int saved = g.context;
      g.context = Grammar.IN_FUNCTION;
      List<Statement> body = g.statements.braced();
      g.restore(saved);
      return Optional.of(new ClassMember.StaticBlock(body, start, t.previousEnd()));
    }
    if (t.token() == Token.LEFT_BRACKET && isIndexSignature()) {
      indexSignature();
      return Optional.empty();
    }
    if (t.token() == Token.LEFT_BRACE || t.token() == Token.RIGHT_PAREN || t.token() == Token.RIGHT_BRACKET) {
      t.problem("a class member was expected, found " + g.found());
      if (t.token() == Token.LEFT_BRACE) {
        return strayBlock(start);
      }
      t.next();
      return Optional.empty();
    }
    PropertyKey key = key();
    if (t.token() == Token.QUESTION || t.token() == Token.NOT) {
      t.next();
    }
    if (t.token() == Token.LEFT_PAREN || t.token() == Token.LESS) {
      Optional<Function> function = method(head, key, start);
      if (function.isEmpty()) {
        g.semicolon();
      }
      return function.map(body -> new ClassMember.Method(key, body, head.isStatic, decorators, start, t.previousEnd()));
    }
    return field(head, key, decorators, start);
  }

  private Optional<ClassMember> field(Head head, PropertyKey key, List<Expression> decorators, int start) {
    int line = t.indent();
    Optional<TypeText> type = g.patterns.annotation();
    Optional<Expression> value = Optional.empty();
    if (g.accept(Token.ASSIGN)) {
      int saved = g.context;
      g.context = Grammar.IN_FUNCTION;
      value = Optional.of(g.expressions.value(line));
      g.restore(saved);
    }
    if (t.start() == start) {
      return Optional.empty();
    }
    g.semicolon();
    return Optional.of(new ClassMember.Field(key, value, type, head.isStatic, decorators, start, t.previousEnd()));
  }

  /** Statements in braces among members: the body of a method whose head was damaged. */
  private Optional<ClassMember> strayBlock(int start) {
    int saved = g.context;
    g.context = Grammar.IN_FUNCTION | Grammar.ASYNC;
    List<Statement> body = g.statements.braced();
    g.restore(saved);
    return Optional.of(new ClassMember.StaticBlock(body, start, t.previousEnd()));
  }

  private boolean isIndexSignature() {
    return g.next(n -> {
      if (!n.token().isWord()) {
        return false;
      }
      n.next();
      return n.token() == Token.COLON;
    });
  }

  private void indexSignature() {
    t.next();
    t.next();
    t.next();
    g.types.type();
    g.expect(Token.RIGHT_BRACKET);
    g.accept(Token.QUESTION);
    g.patterns.annotation();
    g.semicolon();
  }
}
