package dev.slguard.code.javascript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The damaged head of a class: finds the body behind it. */
final class ClassHead {
  /** Tokens that are looked at for the body of a class whose head is damaged. */
  private static final int HEAD = 400;

  private final Grammar g;
  private final Tokenizer t;
  private final int line;

  /**
   * The rest of a head.
   *
   * @param line the indentation of the line on which the class begins
   */
  ClassHead(Grammar g, int line) {
    this.g = g;
    this.t = g.t;
    this.line = line;
  }

  /**
   * After an error in the head of a class: what stands between it and the brace of the body, on this line or where
   * indentation says, is read as operands behind the base.
   */
  Optional<Expression> skippedTo(Optional<Expression> base) {
    var read = new ArrayList<Expression>();
    base.ifPresent(read::add);
    int body = g.isGuided && t.token() != Token.LEFT_BRACE && !t.newlineBefore() ? body() : -1;
    if (body >= 0) {
      boolean reads = true;
      while (t.start() < body && t.token() != Token.END) {
        Tokenizer.Mark mark = t.mark();
        int functions = g.functions;
        if (reads) {
          skipInHead(read);
          reads = t.start() <= body;
        }
        if (!reads) {
          if (t.start() > body) {
            read.removeLast();
            t.reset(mark);
            g.functions = functions;
          }
          g.skip();
        }
      }
    } else {
      while (t.token() != Token.LEFT_BRACE && t.token() != Token.END && !t.newlineBefore()
          && t.token() != Token.SEMICOLON && t.token() != Token.RIGHT_PAREN && t.token() != Token.RIGHT_BRACE) {
        skipInHead(read);
      }
    }
    return read.size() < 2
        ? read.stream().findFirst()
        : Optional.of(new Expression.Sequence(List.copyOf(read), read.getFirst().start(), t.previousEnd()));
  }

  private void skipInHead(List<Expression> read) {
    int before = t.start();
    t.problem("'{' was expected, found " + g.found());
    if (g.expressions.startsExpression()) {
      read.add(g.expressions.assignment());
    }
    if (t.start() == before) {
      g.skip();
    }
  }

  /** Where the body opens; -1 if that is not plain. */
  private int body() {
    Tokenizer.Mark mark = t.mark();
    t.startSpeculating();
    try {
      for (int i = 0; i < HEAD && t.token() != Token.END; i++) {
        if (opensClass()) {
          return t.start();
        }
        g.skip();
        if (t.newlineBefore() && t.indent() <= line && t.token() != Token.RIGHT_BRACE
            && t.token() != Token.RIGHT_PAREN) {
          return -1;
        }
      }
      return -1;
    } catch (Tokenizer.Rewind e) {
      return -1;
    } finally {
      t.stopSpeculating();
      t.reset(mark);
    }
  }

  /** A brace at the end of a line that is indented like the class, behind no parenthesis. */
  private boolean opensClass() {
    return t.token() == Token.LEFT_BRACE && t.indent() == line && t.at(t.previousEnd() - 1) != '('
        && g.next(n -> n.newlineBefore() && n.indent() > line);
  }
}
