package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Markup elements (JSX). */
final class Markups {
  private final Grammar g;
  private final Tokenizer t;

  Markups(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  /** An element in an expression, the current token its {@code <}. */
  Expression element() {
    return element(false, 0);
  }

  /**
   * An element.
   *
   * @param inMarkup whether markup goes on behind it, so that the next token is that of a child
   * @param minimum indentation under which the surrounding element is not closed; 0 for no guide
   */
  private Expression element(boolean inMarkup, int minimum) {
    int start = t.start();
    int column = g.isGuided ? Math.max(1, t.indent()) : 0;
    if (!g.enter()) {
      return new Expression.Missing(start, t.previousEnd());
    }
    int saved = g.bracketed();
    t.next();
    Optional<Expression> name = Optional.empty();
    List<Attribute> attributes = List.of();
    if (t.token() != Token.GREATER) {
      name = Optional.of(name());
      if (g.dialect.types()) {
        g.types.certainArguments();
      }
      attributes = attributes();
    }
    List<Expression> children = List.of();
    if (g.accept(Token.SLASH)) {
      close(inMarkup, minimum);
    } else if (t.token() == Token.GREATER) {
      children = children(column);
      closing(inMarkup, minimum);
    } else {
      t.problem("'>' was expected, found " + g.found());
    }
    g.restore(saved);
    g.leave();
    return new Expression.Markup(name, attributes, children, start, t.previousEnd());
  }

  /** The {@code >} that ends an element: what stands behind it is markup again if the element is a child. */
  private void close(boolean inMarkup, int minimum) {
    if (t.token() != Token.GREATER) {
      t.problem("'>' was expected, found " + g.found());
    } else if (inMarkup) {
      t.nextMarkupChild(t.end(), minimum);
    } else {
      t.next();
    }
  }

  private Expression name() {
    int start = t.start();
    t.extendMarkupName();
    if (t.token() != Token.NAME) {
      return g.expressions.missing("the name of an element");
    }
    String first = t.value().isEmpty() ? t.source(start, t.end()) : t.value();
    t.next();
    if (t.token() == Token.COLON) {
      t.next();
      t.extendMarkupName();
      String whole = first + ':' + t.value();
      t.next();
      return new Expression.Text(whole, start, t.previousEnd());
    }
    boolean component = t.token() == Token.DOT || Character.isUpperCase(first.charAt(0)) || first.charAt(0) == '_'
        || first.charAt(0) == '$';
    Expression name = !component
        ? new Expression.Text(first, start, t.previousEnd())
        : first.equals("this")
            ? new Expression.This(start, t.previousEnd())
            : new Expression.Name(first, start, t.previousEnd());
    while (g.accept(Token.DOT)) {
      String member = g.word();
      t.next();
      name = new Expression.Member(name, member, false, false, start, t.previousEnd());
    }
    return name;
  }

  private List<Attribute> attributes() {
    var attributes = new ArrayList<Attribute>();
    while (true) {
      int start = t.start();
      if (t.token() == Token.LEFT_BRACE) {
        t.next();
        boolean spread = g.accept(Token.ELLIPSIS);
        if (!spread) {
          t.problem("'...' was expected, found " + g.found());
        }
        Expression value = t.token() == Token.RIGHT_BRACE
            ? new Expression.Missing(start, start)
            : g.expressions.expression();
        g.expect(Token.RIGHT_BRACE);
        attributes.add(new Attribute.Spread(value, start, t.previousEnd()));
      } else if (t.token().isWord()) {
        attributes.add(named(start));
      } else if (t.token() == Token.GREATER || t.token() == Token.SLASH || t.token() == Token.END
          || t.token() == Token.LESS || t.token() == Token.RIGHT_BRACE || t.token() == Token.SEMICOLON) {
        return List.copyOf(attributes);
      } else {
        t.problem("an attribute was expected, found " + g.found());
        t.next();
      }
    }
  }

  private Attribute named(int start) {
    t.extendMarkupName();
    String name = t.value().isEmpty() ? t.source(start, t.end()) : t.value();
    t.next();
    if (t.token() == Token.COLON) {
      t.next();
      t.extendMarkupName();
      name = name + ':' + t.value();
      t.next();
    }
    if (t.token() != Token.ASSIGN) {
      return new Attribute.Named(name, Optional.empty(), start, t.previousEnd());
    }
    t.nextMarkupValue();
    Expression value = switch (t.token()) {
      case STRING -> {
        Expression text = new Expression.Text(t.value(), t.start(), t.end());
        t.next();
        yield text;
      }
      case LEFT_BRACE -> {
        t.next();
        Expression inner = t.token() == Token.RIGHT_BRACE
            ? g.expressions.missing("an expression")
            : g.expressions.expression();
        g.expect(Token.RIGHT_BRACE);
        yield inner;
      }
      case LESS -> element(false, 0);
      default -> g.expressions.missing("the value of an attribute");
    };
    return new Attribute.Named(name, Optional.of(value), start, t.previousEnd());
  }

  /** The children of an element behind its {@code >}, up to the {@code <} of the closing tag. */
  private List<Expression> children(int minimum) {
    var children = new ArrayList<Expression>();
    t.nextMarkupChild(t.end(), minimum);
    while (true) {
      switch (t.token()) {
        case MARKUP_TEXT -> {
          text(children);
          t.nextMarkupChild(t.end(), minimum);
        }
        case LEFT_BRACE -> hole(children, minimum);
        case LESS -> {
          if (g.next(n -> n.token() == Token.SLASH)) {
            return List.copyOf(children);
          }
          int before = t.start();
          children.add(element(true, minimum));
          if (t.start() == before) {
            t.nextMarkupChild(t.end(), minimum);
          }
        }
        default -> {
          return List.copyOf(children);
        }
      }
    }
  }

  private void text(List<Expression> children) {
    String text = t.value();
    if (!text.isBlank()) {
      children.add(new Expression.MarkupText(text.strip(), t.start(), t.end()));
    }
  }

  private void hole(List<Expression> children, int minimum) {
    t.next();
    if (t.token() != Token.RIGHT_BRACE) {
      int start = t.start();
      if (g.accept(Token.ELLIPSIS)) {
        Expression value = g.expressions.assignment();
        children.add(new Expression.Spread(value, start, t.previousEnd()));
      } else {
        children.add(g.expressions.expression());
      }
    }
    if (t.token() == Token.RIGHT_BRACE) {
      t.nextMarkupChild(t.end(), minimum);
    } else {
      g.expect(Token.RIGHT_BRACE);
    }
  }

  private void closing(boolean inMarkup, int minimum) {
    if (t.token() != Token.LESS) {
      t.problem("an element is not closed here");
      return;
    }
    t.next();
    g.accept(Token.SLASH);
    if (t.token() != Token.GREATER && t.token().isWord()) {
      name();
    }
    close(inMarkup, minimum);
  }
}
