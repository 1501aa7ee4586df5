package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.Function;
import dev.slguard.code.javascript.Node.Identifier;
import dev.slguard.code.javascript.Node.ObjectMember;
import dev.slguard.code.javascript.Node.PropertyKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrays, objects, templates, regular expressions and lists of arguments. */
final class Literals {
  private final Grammar g;
  private final Tokenizer t;

  Literals(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  Expression regex() {
    int start = t.start();
    t.rescanRegex();
    String source = t.value();
    t.next();
    int slash = source.lastIndexOf('/');
    return slash > 0
        ? new Expression.Regex(source.substring(1, slash), source.substring(slash + 1), start, t.previousEnd())
        : new Expression.Regex(source.substring(1), "", start, t.previousEnd());
  }

  Expression.Template template() {
    int start = t.start();
    int line = t.indent();
    var texts = new ArrayList<String>(2);
    var holes = new ArrayList<Expression>(1);
    texts.add(t.value());
    if (t.token() == Token.TEMPLATE) {
      t.next();
      return new Expression.Template(List.copyOf(texts), List.of(), start, t.previousEnd());
    }
    int saved = g.bracketed();
    while (true) {
      t.next();
      holes.add(g.expressions.expression());
      if (t.token() == Token.RIGHT_BRACE && !(g.isGuided && t.newlineBefore() && t.indent() < line)) {
        t.rescanTemplate();
      } else {
        g.expect(Token.RIGHT_BRACE);
        if (g.isGuided && t.newlineBefore() && t.indent() <= line || !t.resumeTemplate()) {
          texts.add("");
          break;
        }
      }
      texts.add(t.value());
      if (t.token() == Token.TEMPLATE_TAIL) {
        t.next();
        break;
      }
    }
    g.restore(saved);
    return new Expression.Template(List.copyOf(texts), List.copyOf(holes), start, t.previousEnd());
  }

  /**
   * Whether what follows is the members of an object whose brace is lost: it stands on a line further right than the one
   * indented by {@code line}, and begins as nothing but a member does.
   */
  boolean isLostObject(int line) {
    if (!g.isGuided || !t.newlineBefore() || t.indent() <= line) {
      return false;
    }
    return switch (t.token()) {
      case ELLIPSIS -> g.next(Literals::isSpreadMember);
      case LEFT_BRACKET -> behind() == Token.COLON;
      case STRING, NUMBER -> g.next(n -> n.token() == Token.COLON);
      case NAME -> {
        boolean accessor = t.is("get") || t.is("set") || t.is("async");
        yield g.next(n -> n.token() == Token.COLON || accessor && n.token().isWord() && !n.newlineBefore()
            || n.token() == Token.LEFT_PAREN && g.types.behindBracket() == Token.LEFT_BRACE);
      }
      default -> false;
    };
  }

  /** A name with a comma, and a key with its colon behind that. */
  private static boolean isSpreadMember(Tokenizer t) {
    for (Token wanted : List.of(Token.NAME, Token.COMMA, Token.NAME)) {
      if (t.token() != wanted) {
        return false;
      }
      t.next();
    }
    return t.token() == Token.COLON;
  }

  /** The token behind the bracket that closes the current one. */
  Token behind() {
    Tokenizer.Mark mark = t.mark();
    t.startSpeculating();
    try {
      return g.types.behindBracket();
    } catch (Tokenizer.Rewind e) {
      return Token.UNKNOWN;
    } finally {
      t.stopSpeculating();
      t.reset(mark);
    }
  }

  /** The members of {@link #isLostObject}, up to a line indented no deeper than {@code line}. */
  Expression lostObject(int line) {
    int start = t.start();
    t.problem("'{' was expected, found " + g.found() + "; it is assumed");
    int saved = g.bracketed();
    var members = new ArrayList<ObjectMember>();
    while (t.token() != Token.RIGHT_BRACE && t.token() != Token.END && !(t.newlineBefore() && t.indent() <= line)) {
      int before = t.start();
      members.add(g.sound(this::member, () -> t.token() == Token.COMMA || t.token() == Token.RIGHT_BRACE)
          .orElseGet(this::member));
      if (!g.accept(Token.COMMA) && t.start() == before && t.token() != Token.RIGHT_BRACE) {
        g.skip();
      }
    }
    g.restore(saved);
    g.accept(Token.RIGHT_BRACE);
    return new Expression.ObjectLiteral(List.copyOf(members), start, t.previousEnd());
  }

  /** Arguments with their parentheses, the opening one being the current token. */
  List<Expression> arguments() {
    int line = t.indent();
    t.next();
    int saved = g.bracketed();
    var items = new ArrayList<Expression>(2);
    if (isLostObject(line)) {
      items.add(lostObject(line));
    }
    while (t.token() != Token.RIGHT_PAREN && !g.isOutside(line)) {
      if (!startsItem() && !skipInList(Token.RIGHT_PAREN)) {
        break;
      }
      if (startsItem()) {
        items.add(item(Token.RIGHT_PAREN));
        if (!separator(Token.RIGHT_PAREN, line)) {
          break;
        }
      }
    }
    g.restore(saved);
    g.expect(Token.RIGHT_PAREN);
    return List.copyOf(items);
  }

  Expression array() {
    int start = t.start();
    int line = t.indent();
    t.next();
    int saved = g.bracketed();
    var items = new ArrayList<Expression>();
    while (t.token() != Token.RIGHT_BRACKET && !g.isOutside(line)) {
      if (t.token() == Token.COMMA) {
        items.add(new Expression.Missing(t.start(), t.start()));
        t.next();
      } else if (isLostObject(line)) {
        items.add(lostObject(t.indent() - 1));
        g.accept(Token.COMMA);
      } else if (startsItem()) {
        items.add(item(Token.RIGHT_BRACKET));
        if (!separator(Token.RIGHT_BRACKET, line)) {
          break;
        }
      } else if (!skipInList(Token.RIGHT_BRACKET)) {
        break;
      }
    }
    g.restore(saved);
    g.expect(Token.RIGHT_BRACKET);
    return new Expression.ArrayLiteral(List.copyOf(items), start, t.previousEnd());
  }

  private boolean startsItem() {
    return t.token() == Token.ELLIPSIS || g.expressions.startsExpression();
  }

  private Expression item(Token close) {
    return g.sound(this::item, () -> t.token() == Token.COMMA || t.token() == close).orElseGet(this::item);
  }

  private Expression item() {
    int start = t.start();
    if (g.accept(Token.ELLIPSIS)) {
      return new Expression.Spread(g.expressions.assignment(), start, t.previousEnd());
    }
    return g.expressions.assignment();
  }

  /** The comma behind an item; false if the list ends here, with or without its bracket. */
  private boolean separator(Token close, int line) {
    if (g.accept(Token.COMMA)) {
      return true;
    }
    if (t.token() == close) {
      return false;
    }
    t.problem("',' or '" + close.text() + "' was expected, found " + g.found());
    if (isDoubled(line, close)) {
      t.next();
      return t.token() != close;
    }
    return startsItem() || skipInList(close);
  }

  /** A brace too many before the bracket that closes the list, on a line that begins with the brace of its last item. */
  private boolean isDoubled(int line, Token close) {
    return g.isGuided && t.token() == Token.RIGHT_BRACE && !t.newlineBefore() && t.indent() == line
        && t.at(t.previousEnd() - 1) == '}' && g.next(n -> n.token() == close && !n.newlineBefore());
  }

  /**
   * What to do with a token that cannot begin an item: false if it ends a list around this one or begins a statement, so
   * that this list ends; else it is skipped.
   */
  boolean skipInList(Token close) {
    Token token = t.token();
    boolean ends = switch (token) {
      case END, SEMICOLON, RIGHT_BRACE -> true;
      case RIGHT_PAREN, RIGHT_BRACKET -> token != close;
      default -> token.isKeyword();
    };
    if (!ends && token != close) {
      t.problem("an expression was expected, found " + g.found());
      t.next();
    }
    return !ends;
  }

  /** Whether a call is followed by a brace on its line: a method whose surroundings were lost to an error. */
  boolean isLostMethod(Expression value) {
    return t.token() == Token.LEFT_BRACE && !t.newlineBefore() && !g.has(Grammar.HEAD)
        && value instanceof Expression.Call && value.end() == t.previousEnd();
  }

  /** Arguments as the parameters that they turn out to be. */
  static List<Node.Parameter> parameters(List<Expression> arguments) {
    var parameters = new ArrayList<Node.Parameter>();
    for (Expression argument : arguments) {
      Expression value = argument instanceof Expression.Spread(Expression inner, _, _) ? inner : argument;
      parameters.add(new Node.Parameter(Patterns.of(value), argument instanceof Expression.Spread, Optional.empty(),
          List.of(), false, argument.start(), argument.end()));
    }
    return List.copyOf(parameters);
  }

  /** The method that {@code head} names, the current token the brace of its body. */
  Expression lostMethod(Expression.Call head) {
    t.problem("a function was expected, found a body behind a call; it is read as a method");
    Optional<Identifier> name = head.callee() instanceof Expression.Name(String called, int start, int end)
        ? Optional.of(new Identifier(called, start, end))
        : Optional.empty();
    int saved = g.context;
    g.context = Grammar.IN_FUNCTION | Grammar.ASYNC;
    List<Statement> body = g.statements.braced();
    g.context = saved;
    g.found(head.start(), t.previousEnd());
    return new Expression.FunctionExpression(new Function(Function.Form.METHOD, name, parameters(head.arguments()),
        body, false, true, false, Optional.empty(), head.start(), t.previousEnd()));
  }

  Expression object() {
    int start = t.start();
    if ((g.isGuided || !t.problems().isEmpty()) && !t.isSpeculating() && isBlock()) {
      return lostBody(start);
    }
    int saved = g.bracketed();
    var layout = new Layout(g);
    var members = new ArrayList<ObjectMember>();
    while (!layout.ends()) {
      int before = t.start();
      if (startsStatement()) {
        t.problem("'}' was expected, found " + g.found() + "; it is assumed");
        break;
      }
      if (t.token() == Token.RIGHT_PAREN || t.token() == Token.RIGHT_BRACKET || t.token() == Token.SEMICOLON) {
        if (!skipInObject()) {
          break;
        }
        continue;
      }
      members.add(g.sound(this::member, () -> t.token() == Token.COMMA || t.token() == Token.RIGHT_BRACE)
          .orElseGet(this::member));
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACE) {
        t.problem("',' or '}' was expected, found " + g.found());
        if (t.start() == before && t.token() != Token.END) {
          g.skip();
        }
      }
    }
    g.restore(saved);
    return new Expression.ObjectLiteral(List.copyOf(members), start, t.previousEnd());
  }

  /** Whether a function, class or (on its own line) statement begins where a member should: the object is not closed. */
  private boolean startsStatement() {
    if (!t.newlineBefore()) {
      return (t.token() == Token.FUNCTION || t.token() == Token.CLASS) && g.next(n -> n.token() == Token.NAME);
    }
    return switch (t.token()) {
      case FUNCTION, CLASS, CONST, VAR, RETURN, THROW, EXPORT, IMPORT -> g.next(n -> switch (n.token()) {
        case NAME, LEFT_BRACE, LEFT_BRACKET, STRING, NUMBER, NEW, THIS, FUNCTION, CLASS, CONST -> !n.newlineBefore();
        default -> false;
      });
      default -> false;
    };
  }

  /** A closing bracket or semicolon ends an object whose brace was lost if nothing goes on behind it on that line. */
  private boolean skipInObject() {
    boolean ends = t.token() == Token.SEMICOLON || g.next(n -> n.token() == Token.SEMICOLON || n.token() == Token.END);
    t.problem("',' or '}' was expected, found " + g.found());
    if (!ends) {
      t.next();
    } else if (g.next(n -> n.newlineBefore() && n.token() == Token.RIGHT_BRACE)) {
      t.next();
      return true;
    }
    return !ends;
  }

  /** Whether the current brace opens statements rather than members; asked after an error. */
  boolean isBlock() {
    return g.next(n -> {
      boolean statement = switch (n.token()) {
        case CONST, VAR, RETURN, THROW, TRY, IF, FOR, WHILE, SWITCH -> true;
        case NAME -> n.is("let") || n.is("await");
        default -> false;
      };
      boolean word = n.token() == Token.NAME || n.token() == Token.THIS || n.token() == Token.SUPER;
      boolean head = n.token() == Token.IF || n.token() == Token.FOR || n.token() == Token.WHILE
          || n.token() == Token.SWITCH;
      n.next();
      if (!statement) {
        return word && (continuesOperand(n.token())
            || n.token() == Token.LEFT_PAREN && g.types.behindBracket() != Token.LEFT_BRACE);
      }
      return switch (n.token()) {
        case COLON, COMMA, RIGHT_BRACE -> false;
        case LEFT_PAREN -> head || g.types.behindBracket() != Token.LEFT_BRACE;
        default -> true;
      };
    });
  }

  private static boolean continuesOperand(Token token) {
    return switch (token) {
      case DOT, QUESTION_DOT, LEFT_BRACKET, INCREMENT, DECREMENT -> true;
      default -> token.isAssignment() && token != Token.ASSIGN;
    };
  }

  private Expression lostBody(int start) {
    t.problem("a function was expected, found its body");
    int saved = g.context;
    g.context |= Grammar.IN_FUNCTION;
    List<Statement> body = g.statements.braced();
    g.context = saved;
    return new Expression.FunctionExpression(new Function(Function.Form.EXPRESSION, Optional.empty(), List.of(), body,
        false, g.has(Grammar.ASYNC), false, Optional.empty(), start, t.previousEnd()));
  }

  /** Whether a name and arguments stand where a method could, but no body follows. */
  private boolean isCall() {
    boolean newline = t.newlineBefore();
    return t.token() == Token.NAME && g.next(n -> n.token() == Token.LEFT_PAREN && switch (g.types.behindBracket()) {
      case COMMA, RIGHT_BRACE, RIGHT_PAREN, DOT -> true;
      case LEFT_BRACE -> false;
      default -> !newline;
    });
  }

  private ObjectMember member() {
    int start = t.start();
    if (g.isGuided && isCall()) {
      t.problem("a property was expected, found a call");
      return new ObjectMember.Property(new PropertyKey.Named("", false, start, start), g.expressions.assignment(),
          start, t.previousEnd());
    }
    if (g.accept(Token.ELLIPSIS)) {
      Expression value = g.expressions.assignment();
      return new ObjectMember.Spread(value, start, t.previousEnd());
    }
    if (t.token() == Token.AT) {
      g.members.decorators();
    }
    var head = new Members.Head(g);
    head.readModifiers(false);
    boolean name = t.token() == Token.NAME;
    Tokenizer.Mark mark = t.mark();
    PropertyKey key = g.members.key();
    if (name && (continuesOperand(t.token()) || t.token() == Token.ARROW)) {
      t.reset(mark);
      t.problem("a property was expected, found an expression");
      return new ObjectMember.Property(key, g.expressions.assignment(), start, t.previousEnd());
    }
    if (t.token() == Token.LEFT_PAREN || t.token() == Token.LESS) {
      Optional<Function> function = g.members.method(head, key, start);
      if (function.isPresent()) {
        return new ObjectMember.Method(key, function.get(), start, t.previousEnd());
      }
      return new ObjectMember.Property(key, new Expression.Missing(start, start), start, t.previousEnd());
    }
    if (g.accept(Token.QUESTION) || g.accept(Token.NOT)) {
      t.problem("':' was expected");
    }
    boolean lostColon = name && !t.newlineBefore() && g.expressions.startsExpression();
    if (lostColon) {
      g.expect(Token.COLON);
    }
    if (lostColon || g.accept(Token.COLON)) {
      return new ObjectMember.Property(key, g.expressions.assignment(), start, t.previousEnd());
    }
    if (name && key instanceof PropertyKey.Named(String text, _, _, _)) {
      Optional<Expression> preset = g.accept(Token.ASSIGN) ? Optional.of(g.expressions.assignment()) : Optional.empty();
      return new ObjectMember.Shorthand(text, preset, start, t.previousEnd());
    }
    if (!(key instanceof PropertyKey.Named(String text, _, _, _) && text.isEmpty())) {
      g.expect(Token.COLON);
    }
    Expression value = g.expressions.startsExpression() && !t.newlineBefore()
        ? g.expressions.assignment()
        : new Expression.Missing(start, start);
    return new ObjectMember.Property(key, value, start, t.previousEnd());
  }
}
