package dev.slguard.code.javascript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code for}, {@code switch} and {@code try}. */
final class Loops {
  private final Grammar g;
  private final Tokenizer t;

  Loops(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  Statement loop() {
    int start = t.start();
    t.next();
    boolean await = g.acceptWord("await");
    g.expect(Token.LEFT_PAREN);
    int saved = g.bracketed();
    Optional<String> keyword = keyword();
    int at = t.start();
    Optional<Statement> init = Optional.empty();
    Optional<Pattern> target = Optional.empty();
    if (keyword.isPresent()) {
      if (keyword.get().equals("await using")) {
        t.next();
      }
      t.next();
      g.context |= Grammar.NO_IN;
      List<Statement.Variables.Declarator> declarators = g.statements.declarators();
      g.context &= ~Grammar.NO_IN;
      init = Optional.of(new Statement.Variables(keyword.get(), declarators, at, t.previousEnd()));
      target = Optional.of(declarators.getFirst().target());
    } else if (t.token() != Token.SEMICOLON) {
      g.context |= Grammar.NO_IN;
      Expression expression = g.expressions.expression();
      g.context &= ~Grammar.NO_IN;
      init = Optional.of(new Statement.Evaluate(expression, at, t.previousEnd()));
      target = Optional.of(Patterns.of(expression));
    }
    if (target.isPresent() && (t.token() == Token.IN || t.is("of"))) {
      boolean keys = t.token() == Token.IN;
      t.next();
      Expression values = keys ? g.expressions.expression() : g.expressions.assignment();
      g.restore(saved);
      g.expect(Token.RIGHT_PAREN);
      Statement body = g.statements.body();
      return new Statement.ForEach(keyword, target.get(), values, keys, await, body, start, t.previousEnd());
    }
    return counted(start, saved, init);
  }

  private Statement counted(int start, int saved, Optional<Statement> init) {
    g.expect(Token.SEMICOLON);
    Optional<Expression> test = t.token() == Token.SEMICOLON || t.token() == Token.RIGHT_PAREN
        ? Optional.empty()
        : Optional.of(g.expressions.expression());
    g.expect(Token.SEMICOLON);
    Optional<Expression> update = t.token() == Token.RIGHT_PAREN
        ? Optional.empty()
        : Optional.of(g.expressions.expression());
    g.restore(saved);
    g.expect(Token.RIGHT_PAREN);
    Statement body = g.statements.body();
    return new Statement.For(init, test, update, body, start, t.previousEnd());
  }

  private Optional<String> keyword() {
    return switch (t.token()) {
      case VAR -> Optional.of("var");
      case CONST -> Optional.of("const");
      case NAME -> switch (t.value()) {
        case "let" -> g.next(n -> n.token() == Token.NAME && !n.is("of") || n.is("of") && followsOf(n)
            || n.token() == Token.LEFT_BRACE || n.token() == Token.LEFT_BRACKET)
                ? Optional.of("let")
                : Optional.empty();
        case "using" -> g.next(n -> n.token() == Token.NAME && !n.newlineBefore() && (!n.is("of") || followsOf(n)))
            ? Optional.of("using")
            : Optional.empty();
        case "await" -> g.next(n -> n.is("using")) ? Optional.of("await using") : Optional.empty();
        default -> Optional.empty();
      };
      default -> Optional.empty();
    };
  }

  /** Whether an {@code of} behind the keyword is a variable's name. */
  private static boolean followsOf(Tokenizer t) {
    t.next();
    return t.token() == Token.ASSIGN || t.token() == Token.SEMICOLON || t.token() == Token.COLON || t.is("of")
        || t.token() == Token.IN;
  }

  Statement switched() {
    int start = t.start();
    t.next();
    Expression subject = g.statements.inParentheses();
    var cases = new ArrayList<Statement.Switch.Case>();
    if (t.token() != Token.LEFT_BRACE) {
      g.expect(Token.LEFT_BRACE);
      return new Statement.Switch(subject, List.of(), start, t.previousEnd());
    }
    int saved = g.bracketed();
    var layout = new Layout(g);
    while (!layout.ends()) {
      Optional<Expression> test = Optional.empty();
      if (g.accept(Token.CASE)) {
        test = Optional.of(g.expressions.expression());
        g.expect(Token.COLON);
      } else if (g.accept(Token.DEFAULT)) {
        g.expect(Token.COLON);
      } else {
        t.problem("'case' was expected, found " + g.found());
      }
      var body = new ArrayList<Statement>();
      while (t.token() != Token.CASE && t.token() != Token.DEFAULT && t.token() != Token.RIGHT_BRACE
          && t.token() != Token.END) {
        int before = t.start();
        body.add(g.statements.statement());
        if (t.start() == before) {
          t.problem("a statement was expected, found " + g.found());
          t.next();
        }
      }
      cases.add(new Statement.Switch.Case(test, List.copyOf(body)));
    }
    g.restore(saved);
    return new Statement.Switch(subject, List.copyOf(cases), start, t.previousEnd());
  }

  Statement tried() {
    int start = t.start();
    t.next();
    List<Statement> body = block();
    Optional<Statement.Try.Catch> handler = Optional.empty();
    if (g.accept(Token.CATCH)) {
      Optional<Pattern> target = Optional.empty();
      if (g.accept(Token.LEFT_PAREN)) {
        target = Optional.of(g.patterns.binding());
        g.patterns.annotation();
        g.expect(Token.RIGHT_PAREN);
      }
      handler = Optional.of(new Statement.Try.Catch(target, block()));
    }
    Optional<List<Statement>> last = g.accept(Token.FINALLY) ? Optional.of(block()) : Optional.empty();
    if (handler.isEmpty() && last.isEmpty()) {
      t.problem("'catch' or 'finally' was expected, found " + g.found());
    }
    return new Statement.Try(body, handler, last, start, t.previousEnd());
  }

  private List<Statement> block() {
    if (t.token() == Token.LEFT_BRACE) {
      return g.statements.braced();
    }
    g.expect(Token.LEFT_BRACE);
    return List.of();
  }
}
