package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.ObjectMember;
import dev.slguard.code.javascript.Node.Parameter;
import dev.slguard.code.javascript.Node.PropertyKey;
import dev.slguard.code.javascript.Node.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What values are bound to: variables, parameters, destructuring; and the turning of expressions into these. */
final class Patterns {
  private final Grammar g;
  private final Tokenizer t;

  Patterns(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  /** Parameters with their parentheses. */
  List<Parameter> parameters() {
    int line = t.indent();
    if (!g.expect(Token.LEFT_PAREN) && !t.token().isWord()) {
      return List.of();
    }
    int saved = g.bracketed();
    var parameters = new ArrayList<Parameter>();
    while (t.token() != Token.RIGHT_PAREN && startsParameter() && !g.isOutside(line)) {
      int before = t.start();
      parameter().ifPresent(parameters::add);
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_PAREN) {
        t.problem("',' or ')' was expected, found " + g.found());
        if (t.token() == Token.LEFT_BRACE) {
          break;
        }
        if (t.start() == before) {
          t.next();
        }
      }
    }
    g.restore(saved);
    g.expect(Token.RIGHT_PAREN);
    return List.copyOf(parameters);
  }

  private boolean startsParameter() {
    return switch (t.token()) {
      case END, SEMICOLON, RIGHT_BRACE, ARROW -> false;
      case LEFT_BRACE -> !g.isGuided || !g.literals.isBlock();
      default -> true;
    };
  }

  private Optional<Parameter> parameter() {
    int start = t.start();
    List<Expression> decorators = g.members.decorators();
    boolean property = false;
    while (t.token() == Token.NAME && isParameterModifier(t.value()) && g.next(Patterns::startsBinding)) {
      property = true;
      t.next();
    }
    boolean rest = g.accept(Token.ELLIPSIS);
    if (t.token() == Token.THIS) {
      t.next();
      if (g.accept(Token.COLON)) {
        g.types.type();
      }
      return Optional.empty();
    }
    Pattern target = binding();
    g.accept(Token.QUESTION);
    Optional<TypeText> type = annotation();
    Pattern whole = preset(target, start);
    return Optional.of(new Parameter(whole, rest, type, decorators, property, start, t.previousEnd()));
  }

  private static boolean isParameterModifier(String word) {
    return switch (word) {
      case "public", "private", "protected", "readonly", "override" -> true;
      default -> false;
    };
  }

  private static boolean startsBinding(Tokenizer t) {
    return t.token() == Token.NAME || t.token() == Token.LEFT_BRACE || t.token() == Token.LEFT_BRACKET;
  }

  /** {@code : type}, if it is there. */
  Optional<TypeText> annotation() {
    int line = t.indent();
    if (!g.accept(Token.COLON)) {
      return Optional.empty();
    }
    if (g.isAnotherLine(line)) {
      t.problem("a type was expected, found " + g.found());
      return Optional.empty();
    }
    return Optional.of(g.types.type());
  }

  private Pattern preset(Pattern target, int start) {
    if (!g.accept(Token.ASSIGN)) {
      return target;
    }
    Expression value = g.expressions.assignment();
    return new Pattern.Preset(target, value, start, t.previousEnd());
  }

  /** A name or a destructuring pattern, without preset value. */
  Pattern binding() {
    int start = t.start();
    if (t.token() == Token.LEFT_BRACE || t.token() == Token.LEFT_BRACKET) {
      if (!g.enter()) {
        return new Pattern.Binding("", start, start);
      }
      int saved = g.bracketed();
      Pattern pattern = t.token() == Token.LEFT_BRACE ? object() : array();
      g.restore(saved);
      g.leave();
      return pattern;
    }
    if (t.token() == Token.NAME) {
      String name = t.value();
      t.next();
      return new Pattern.Binding(name, start, t.previousEnd());
    }
    t.problem("a name was expected, found " + g.found());
    return new Pattern.Binding("", start, start);
  }

  private Pattern object() {
    int start = t.start();
    var layout = new Layout(g);
    var entries = new ArrayList<Pattern.ObjectPattern.Entry>();
    Optional<Pattern> rest = Optional.empty();
    while (!layout.ends()) {
      int before = t.start();
      if (g.accept(Token.ELLIPSIS)) {
        rest = Optional.of(binding());
      } else {
        entries.add(entry());
      }
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACE) {
        t.problem("',' or '}' was expected, found " + g.found());
        if (t.token() == Token.ASSIGN || t.token() == Token.SEMICOLON || t.token() == Token.RIGHT_PAREN) {
          break;
        }
        if (t.start() == before && t.token() != Token.END) {
          g.skip();
        }
      }
    }
    return new Pattern.ObjectPattern(List.copyOf(entries), rest, start, t.previousEnd());
  }

  private Pattern.ObjectPattern.Entry entry() {
    int start = t.start();
    boolean name = t.token() == Token.NAME;
    PropertyKey key = g.members.key();
    if (g.accept(Token.COLON)) {
      int at = t.start();
      return new Pattern.ObjectPattern.Entry(key, preset(binding(), at));
    }
    if (key instanceof PropertyKey.Named named && name) {
      return new Pattern.ObjectPattern.Entry(key,
          preset(new Pattern.Binding(named.name(), start, t.previousEnd()), start));
    }
    if (!(key instanceof PropertyKey.Named named && named.name().isEmpty())) {
      g.expect(Token.COLON);
    }
    return new Pattern.ObjectPattern.Entry(key, new Pattern.Binding("", start, start));
  }

  private Pattern array() {
    int start = t.start();
    t.next();
    var items = new ArrayList<Optional<Pattern>>();
    Optional<Pattern> rest = Optional.empty();
    while (t.token() != Token.RIGHT_BRACKET && t.token() != Token.END) {
      int before = t.start();
      if (g.accept(Token.COMMA)) {
        items.add(Optional.empty());
        continue;
      }
      if (g.accept(Token.ELLIPSIS)) {
        rest = Optional.of(binding());
      } else {
        items.add(Optional.of(preset(binding(), before)));
      }
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACKET) {
        t.problem("',' or ']' was expected, found " + g.found());
        if (t.token() == Token.ASSIGN || t.token() == Token.SEMICOLON || t.token() == Token.RIGHT_PAREN
            || t.token() == Token.RIGHT_BRACE) {
          break;
        }
        if (t.start() == before) {
          t.next();
        }
      }
    }
    g.expect(Token.RIGHT_BRACKET);
    return new Pattern.ArrayPattern(List.copyOf(items), rest, start, t.previousEnd());
  }

  /** {@code expression} as the target of an assignment, or as a parameter. Recursion is safe: depth is bounded. */
  static Pattern of(Expression expression) {
    return switch (expression) {
      case Expression.Name(String name, int start, int end) -> new Pattern.Binding(name, start, end);
      case Expression.Assign(Token operator, Pattern target, Expression value, int start, int end) when operator == Token.ASSIGN ->
        new Pattern.Preset(target, value, start, end);
      case Expression.ArrayLiteral array -> ofArray(array);
      case Expression.ObjectLiteral object -> ofObject(object);
      case Expression other -> new Pattern.Target(other);
    };
  }

  private static Pattern ofArray(Expression.ArrayLiteral array) {
    var items = new ArrayList<Optional<Pattern>>(array.items().size());
    Optional<Pattern> rest = Optional.empty();
    for (Expression item : array.items()) {
      switch (item) {
        case Expression.Missing _ -> items.add(Optional.empty());
        case Expression.Spread(Expression value, _, _) -> rest = Optional.of(of(value));
        case Expression other -> items.add(Optional.of(of(other)));
      }
    }
    return new Pattern.ArrayPattern(List.copyOf(items), rest, array.start(), array.end());
  }

  private static Pattern ofObject(Expression.ObjectLiteral object) {
    var entries = new ArrayList<Pattern.ObjectPattern.Entry>(object.members().size());
    Optional<Pattern> rest = Optional.empty();
    for (ObjectMember member : object.members()) {
      switch (member) {
        case ObjectMember.Property(PropertyKey key, Expression value, _, _) ->
          entries.add(new Pattern.ObjectPattern.Entry(key, of(value)));
        case ObjectMember.Shorthand(String name, Optional<Expression> preset, int start, int end) -> {
          Pattern target = new Pattern.Binding(name, start, start + name.length());
          Pattern whole = preset.<Pattern>map(value -> new Pattern.Preset(target, value, start, end)).orElse(target);
          entries.add(
              new Pattern.ObjectPattern.Entry(new PropertyKey.Named(name, false, start, start + name.length()), whole));
        }
        case ObjectMember.Spread(Expression value, _, _) -> rest = Optional.of(of(value));
        case ObjectMember.Method(PropertyKey key, Node.Function function, _, _) -> entries
            .add(new Pattern.ObjectPattern.Entry(key, new Pattern.Target(new Expression.FunctionExpression(function))));
      }
    }
    return new Pattern.ObjectPattern(List.copyOf(entries), rest, object.start(), object.end());
  }
}
