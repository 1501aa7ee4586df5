package dev.slguard.code.javascript;

import dev.slguard.code.javascript.Node.TypeText;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The types of TypeScript: read exactly, kept only as places. */
final class Types {
  /** Stands for the hole of a template among the offsets of open brackets. */
  private static final int HOLE = -1;

  private final Grammar g;
  private final Tokenizer t;
  /** Offsets of {@code <} behind which no type arguments stand. */
  private final Set<Integer> noArguments = new HashSet<>();
  /** The token behind the bracket that closes the one at an offset, for brackets that had to be skipped. */
  private final Map<Integer, Token> behind = new HashMap<>();

  Types(Grammar g) {
    this.g = g;
    this.t = g.t;
  }

  /** A type; also a type predicate. */
  TypeText type() {
    int start = t.start();
    parse();
    return new TypeText(start, Math.max(start, t.previousEnd()));
  }

  private void parse() {
    if (!g.enter()) {
      return;
    }
    if (startsFunction()) {
      function();
    } else {
      union();
      if (!g.has(Grammar.NO_CONDITIONAL) && t.token() == Token.EXTENDS && !t.newlineBefore()) {
        t.next();
        parse(true);
        g.expect(Token.QUESTION);
        parse(false);
        g.expect(Token.COLON);
        parse(false);
      }
    }
    g.leave();
  }

  private void parse(boolean withoutConditional) {
    int saved = g.context;
    g.context = withoutConditional ? saved | Grammar.NO_CONDITIONAL : saved & ~Grammar.NO_CONDITIONAL;
    parse();
    g.restore(saved);
  }

  private boolean startsFunction() {
    return switch (t.token()) {
      case LESS, NEW -> true;
      case NAME -> t.is("abstract") && g.next(n -> n.token() == Token.NEW);
      case LEFT_PAREN -> opensParameters();
      default -> false;
    };
  }

  /** Whether the current parenthesis opens the parameters of a function type. */
  private boolean opensParameters() {
    Tokenizer.Mark mark = t.mark();
    t.startSpeculating();
    try {
      t.next();
      switch (t.token()) {
        case RIGHT_PAREN, ELLIPSIS -> {
          return true;
        }
        case NAME, THIS -> t.next();
        case LEFT_BRACE, LEFT_BRACKET -> {
          return continuesParameter(tokenBehindBracket());
        }
        default -> {
          return false;
        }
      }
      return t.token() == Token.RIGHT_PAREN ? arrowBehind() : continuesParameter(t.token());
    } catch (Tokenizer.Rewind e) {
      return false;
    } finally {
      t.stopSpeculating();
      t.reset(mark);
    }
  }

  private boolean arrowBehind() {
    t.next();
    return t.token() == Token.ARROW;
  }

  private boolean continuesParameter(Token token) {
    return switch (token) {
      case COLON, COMMA, QUESTION, ASSIGN -> true;
      case RIGHT_PAREN -> t.token() == Token.RIGHT_PAREN && arrowBehind();
      default -> false;
    };
  }

  /** The token behind the bracket that closes the current one; the bracket is skipped. */
  Token behindBracket() {
    return tokenBehindBracket();
  }

  /** Skips the current bracket with its contents; each bracket is skipped once, however often it is asked about. */
  private Token tokenBehindBracket() {
    int at = t.start();
    Token known = behind.get(at);
    if (known != null && known != Token.RIGHT_PAREN) {
      return known;
    }
    var open = new ArrayDeque<Integer>();
    do {
      switch (t.token()) {
        case LEFT_BRACE, LEFT_BRACKET, LEFT_PAREN -> open.push(t.start());
        case TEMPLATE_HEAD -> open.push(HOLE);
        case RIGHT_BRACE, RIGHT_BRACKET, RIGHT_PAREN -> {
          int start = open.pop();
          if (start == HOLE) {
            t.rescanTemplate();
            if (t.token() == Token.TEMPLATE_MIDDLE) {
              open.push(HOLE);
            }
          } else {
            t.next();
            behind.put(start, t.token());
            continue;
          }
        }
        case END -> open.clear();
        default -> {
        }
      }
      if (!open.isEmpty()) {
        t.next();
      }
    } while (!open.isEmpty());
    return t.token();
  }

  private void function() {
    g.acceptWord("abstract");
    g.accept(Token.NEW);
    parameters();
    if (g.isGuided && t.token() != Token.LEFT_PAREN) {
      g.expect(Token.LEFT_PAREN);
      return;
    }
    g.patterns.parameters();
    g.expect(Token.ARROW);
    parse(false);
  }

  private void union() {
    g.accept(Token.OR);
    do {
      g.accept(Token.AND);
      do {
        operand();
      } while (g.accept(Token.AND));
    } while (g.accept(Token.OR));
  }

  private void operand() {
    if (t.token() == Token.NAME && (t.is("keyof") || t.is("unique") || t.is("readonly"))) {
      t.next();
      if (g.enter()) {
        operand();
        g.leave();
      }
    } else if (t.is("infer")) {
      t.next();
      name();
      constraintOfInfer();
    } else if (startsFunction()) {
      if (g.enter()) {
        function();
        g.leave();
      }
    } else {
      postfix();
    }
  }

  private void constraintOfInfer() {
    if (t.token() != Token.EXTENDS) {
      return;
    }
    Tokenizer.Mark mark = t.mark();
    t.next();
    parse(true);
    if (!g.has(Grammar.NO_CONDITIONAL) && t.token() == Token.QUESTION) {
      t.reset(mark);
    }
  }

  private void postfix() {
    primary();
    while (!t.newlineBefore()) {
      if (t.token() == Token.LEFT_BRACKET) {
        t.next();
        if (t.token() != Token.RIGHT_BRACKET) {
          parse(false);
        }
        g.expect(Token.RIGHT_BRACKET);
      } else if (t.token() == Token.NOT) {
        t.next();
      } else {
        return;
      }
    }
  }

  private void primary() {
    switch (t.token()) {
      case LEFT_BRACE -> {
        int saved = g.bracketed();
        object();
        g.restore(saved);
      }
      case LEFT_BRACKET -> tuple();
      case LEFT_PAREN -> {
        t.next();
        parse(false);
        g.expect(Token.RIGHT_PAREN);
      }
      case STRING, NUMBER, BIGINT, TRUE, FALSE, NULL, VOID, TEMPLATE -> t.next();
      case MINUS -> {
        t.next();
        if (!g.accept(Token.NUMBER)) {
          g.expect(Token.BIGINT);
        }
      }
      case TEMPLATE_HEAD -> template();
      case TYPEOF -> query();
      case IMPORT -> imported();
      case THIS -> {
        t.next();
        predicate();
      }
      case NAME -> reference();
      case QUESTION, STAR -> {
        t.next();
        if (startsType()) {
          operand();
        }
      }
      default -> t.problem("a type was expected, found " + g.found());
    }
  }

  private boolean startsType() {
    return switch (t.token()) {
      case LEFT_BRACE, LEFT_BRACKET, LEFT_PAREN, STRING, NUMBER, TRUE, FALSE, NULL, VOID, TYPEOF, IMPORT, THIS, NAME,
          NEW ->
        true;
      default -> false;
    };
  }

  private void reference() {
    if (t.is("asserts") && g.next(n -> !n.newlineBefore() && (n.token() == Token.NAME || n.token() == Token.THIS))) {
      t.next();
      t.next();
      predicate();
      return;
    }
    boolean plain = isKeywordType(t.value());
    t.next();
    if (t.is("is") && !t.newlineBefore()) {
      predicate();
    } else if (!plain || t.token() == Token.DOT) {
      qualified();
    }
  }

  /** Types of the language, which take no arguments. */
  private static boolean isKeywordType(String name) {
    return switch (name) {
      case "any", "unknown", "never", "string", "number", "boolean", "object", "symbol", "bigint", "undefined" -> true;
      default -> false;
    };
  }

  private void predicate() {
    if (t.is("is") && !t.newlineBefore()) {
      t.next();
      parse();
    }
  }

  private void qualified() {
    while (t.token() == Token.DOT) {
      t.next();
      if (t.token().isWord() || t.token() == Token.PRIVATE_NAME) {
        t.next();
      } else {
        t.problem("a name was expected, found " + g.found());
      }
    }
    optionalArguments();
  }

  private void optionalArguments() {
    if (!t.newlineBefore() && (t.token() == Token.LESS || t.token() == Token.SHIFT_LEFT)) {
      arguments();
      g.expect(Token.GREATER);
    }
  }

  private void query() {
    t.next();
    if (t.token() == Token.IMPORT) {
      imported();
    } else {
      name();
      qualified();
    }
  }

  private void imported() {
    t.next();
    g.expect(Token.LEFT_PAREN);
    parse(false);
    if (g.accept(Token.COMMA) && t.token() != Token.RIGHT_PAREN) {
      g.expressions.assignment();
      g.accept(Token.COMMA);
    }
    g.expect(Token.RIGHT_PAREN);
    qualified();
  }

  private void name() {
    if (t.token().isWord()) {
      t.next();
    } else {
      t.problem("a name was expected, found " + g.found());
    }
  }

  private void template() {
    while (true) {
      t.next();
      parse(false);
      if (t.token() == Token.RIGHT_BRACE) {
        t.rescanTemplate();
      } else {
        g.expect(Token.RIGHT_BRACE);
        if (!t.resumeTemplate()) {
          return;
        }
      }
      if (t.token() == Token.TEMPLATE_TAIL) {
        t.next();
        return;
      }
    }
  }

  private void tuple() {
    t.next();
    while (t.token() != Token.RIGHT_BRACKET && t.token() != Token.END) {
      int before = t.start();
      g.accept(Token.ELLIPSIS);
      if (t.token().isWord() && g.next(n -> n.token() == Token.COLON)) {
        t.next();
        t.next();
      } else if (t.token().isWord() && g.next(n -> n.token() == Token.QUESTION) && labelWithQuestion()) {
        t.next();
        t.next();
        t.next();
      }
      parse(false);
      g.accept(Token.QUESTION);
      if (!g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACKET) {
        t.problem("',' or ']' was expected, found " + g.found());
        if (t.start() == before) {
          break;
        }
      }
    }
    g.expect(Token.RIGHT_BRACKET);
  }

  private boolean labelWithQuestion() {
    Tokenizer.Mark mark = t.mark();
    t.next();
    boolean label = g.next(n -> n.token() == Token.COLON);
    t.reset(mark);
    return label;
  }

  /** The members of an object type, an interface or a mapped type, braces included. */
  void object() {
    if (t.token() != Token.LEFT_BRACE) {
      g.expect(Token.LEFT_BRACE);
      return;
    }
    var layout = new Layout(g);
    while (!layout.ends()) {
      int before = t.start();
      member();
      if (!g.accept(Token.SEMICOLON) && !g.accept(Token.COMMA) && t.token() != Token.RIGHT_BRACE
          && !t.newlineBefore()) {
        t.problem("';' was expected, found " + g.found());
      }
      if (t.start() == before && t.token() != Token.END) {
        t.problem("a member of a type was expected, found " + g.found());
        g.skip();
      }
    }
  }

  private void member() {
    if (t.token() == Token.PLUS || t.token() == Token.MINUS) {
      t.next();
    }
    if (t.token() == Token.LESS || t.token() == Token.LEFT_PAREN) {
      signature();
      return;
    }
    if (t.token() == Token.NEW && g.next(n -> n.token() == Token.LEFT_PAREN || n.token() == Token.LESS)) {
      t.next();
      signature();
      return;
    }
    while (isModifier()) {
      t.next();
    }
    if (t.token() == Token.LEFT_BRACKET) {
      bracket();
    } else {
      g.members.key();
    }
    if (t.token() == Token.PLUS || t.token() == Token.MINUS) {
      t.next();
    }
    g.accept(Token.QUESTION);
    if (t.token() == Token.LESS || t.token() == Token.LEFT_PAREN) {
      signature();
    } else if (g.accept(Token.COLON)) {
      parse(false);
    } else if (g.accept(Token.ASSIGN)) {
      g.expressions.assignment();
    }
  }

  private boolean isModifier() {
    if (t.token() != Token.NAME) {
      return false;
    }
    return switch (t.value()) {
      case "readonly", "get", "set", "public", "private", "protected", "static", "abstract", "override", "declare",
          "async" ->
        g.next(n -> n.token().isWord() && !n.newlineBefore() || n.token() == Token.STRING || n.token() == Token.NUMBER
            || n.token() == Token.LEFT_BRACKET || n.token() == Token.PRIVATE_NAME);
      default -> false;
    };
  }

  /** An index signature, the key of a mapped type, or a computed key. */
  private void bracket() {
    Tokenizer.Mark mark = t.mark();
    t.next();
    if (t.token().isWord()) {
      t.next();
      if (t.token() == Token.COLON || t.token() == Token.IN) {
        boolean mapped = t.token() == Token.IN;
        t.next();
        parse(false);
        if (mapped && g.acceptWord("as")) {
          parse(false);
        }
        g.expect(Token.RIGHT_BRACKET);
        return;
      }
    }
    t.reset(mark);
    g.members.key();
  }

  private void signature() {
    parameters();
    g.patterns.parameters();
    if (g.accept(Token.COLON)) {
      parse(false);
    }
  }

  /** Type parameters in angle brackets, if they are there. */
  void parameters() {
    if (t.token() != Token.LESS) {
      return;
    }
    t.next();
    while (t.token() != Token.GREATER && t.token() != Token.END) {
      int before = t.start();
      while ((t.token() == Token.CONST || t.token() == Token.IN || t.is("out"))
          && g.next(n -> n.token() == Token.NAME || n.token() == Token.IN)) {
        t.next();
      }
      name();
      if (g.accept(Token.EXTENDS)) {
        parse(false);
      }
      if (g.accept(Token.ASSIGN)) {
        parse(false);
      }
      if (!g.accept(Token.COMMA)) {
        break;
      }
      if (t.start() == before) {
        break;
      }
    }
    g.expect(Token.GREATER);
  }

  /** {@code <} and the types behind it, up to the closing {@code >}, which stays the current token. */
  private void arguments() {
    int at = t.start();
    try {
      t.rescanLess();
      t.next();
      while (t.token() != Token.GREATER && t.token() != Token.END) {
        int before = t.start();
        parse(false);
        if (!g.accept(Token.COMMA)) {
          break;
        }
        if (t.start() == before) {
          break;
        }
      }
      if (t.token() != Token.GREATER) {
        t.problem("'>' was expected, found " + g.found());
      }
    } catch (Tokenizer.Rewind e) {
      noArguments.add(at);
      throw e;
    }
  }

  /** Type arguments in a place where only they can stand. */
  void certainArguments() {
    if (t.token() == Token.LESS || t.token() == Token.SHIFT_LEFT) {
      arguments();
      g.expect(Token.GREATER);
    }
  }

  /**
   * Moves past type arguments of a call or of an operand, if that is what the current {@code <} opens; what may follow
   * them is the compiler's own rule.
   */
  boolean tryArguments() {
    int at = t.start();
    if (noArguments.contains(at)) {
      return false;
    }
    Tokenizer.Mark mark = t.mark();
    int saved = g.bracketed();
    t.startSpeculating();
    boolean good = false;
    int depth = g.depth();
    try {
      arguments();
      if (t.isLoneGreater()) {
        t.next();
        good = mayFollowArguments();
      }
    } catch (Tokenizer.Rewind e) {
      good = false;
    } finally {
      t.stopSpeculating();
    }
    g.depth(depth);
    g.restore(saved);
    if (!good) {
      t.reset(mark);
      noArguments.add(at);
    }
    return good;
  }

  private boolean mayFollowArguments() {
    return switch (t.token()) {
      case LEFT_PAREN, TEMPLATE, TEMPLATE_HEAD -> true;
      case LESS, GREATER, PLUS, MINUS -> false;
      default -> t.newlineBefore() || t.token().precedence() > 0 || t.is("as") || t.is("satisfies")
          || !g.expressions.startsExpression();
    };
  }
}
