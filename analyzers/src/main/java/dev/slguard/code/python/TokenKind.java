package dev.slguard.code.python;

/** What a token of Python source is; operators know how tightly they bind. */
enum TokenKind {
  /** End of the text. */
  END("end of file"),
  /** End of a logical line. */
  NEWLINE("end of line"),
  /** Stands for every token after an error until the parser has found its footing again. */
  BROKEN("an error"),
  /** A character or sequence that begins no token. */
  UNKNOWN("a character"), NAME("a name"), NUMBER("a number"),
  /** A string or bytes literal without replacement fields. */
  STRING("a string"),
  /** A whole f-string or t-string, nested ones included. */
  FORMATTED("an f-string"),

  FALSE("False"), NONE("None"), TRUE("True"), AND("and", 2), AS("as"), ASSERT("assert"), ASYNC("async"), AWAIT("await"),
  BREAK("break"), CLASS("class"), CONTINUE("continue"), DEF("def"), DEL("del"), ELIF("elif"), ELSE("else"),
  EXCEPT("except"), FINALLY("finally"), FOR("for"), FROM("from"), GLOBAL("global"), IF("if"), IMPORT("import"),
  IN("in", 4), IS("is", 4), LAMBDA("lambda"), NONLOCAL("nonlocal"), NOT("not", 4), OR("or", 1), PASS("pass"),
  RAISE("raise"), RETURN("return"), TRY("try"), WHILE("while"), WITH("with"), YIELD("yield"),

  LEFT_PARENTHESIS("("), RIGHT_PARENTHESIS(")"), LEFT_BRACKET("["), RIGHT_BRACKET("]"), LEFT_BRACE("{"),
  RIGHT_BRACE("}"), COMMA(","), COLON(":"), SEMICOLON(";"), DOT("."), ELLIPSIS("..."), ARROW("->"), ASSIGN("="),
  /** Any of the augmented assignments. */
  AUGMENTED("augmented assignment"), WALRUS(":="), BANG("!"), BACKTICK("`"), TILDE("~"),

  LESS("<", 4), GREATER(">", 4), EQUAL("==", 4), NOT_EQUAL("!=", 4), LESS_EQUAL("<=", 4), GREATER_EQUAL(">=", 4),
  PIPE("|", 5), CARET("^", 6), AMPERSAND("&", 7), LEFT_SHIFT("<<", 8), RIGHT_SHIFT(">>", 8), PLUS("+", 9),
  MINUS("-", 9), STAR("*", 10), SLASH("/", 10), DOUBLE_SLASH("//", 10), PERCENT("%", 10), AT("@", 10),
  DOUBLE_STAR("**", 12);

  /** Binding power of {@code or}, the loosest binary operator. */
  static final int OR_POWER = 1;
  /** Binding power of {@code and}. */
  static final int AND_POWER = 2;
  /** Binding power of comparisons, {@code in} and {@code is}. */
  static final int COMPARISON_POWER = 4;
  /** Binding power of {@code |}: the loosest operator that may stand in a {@code for} target. */
  static final int PIPE_POWER = 5;
  /** Binding power of unary plus, minus and tilde. */
  static final int UNARY_POWER = 11;

  private final String spelling;
  private final int power;
  private final boolean keyword;

  TokenKind(String spelling) {
    this(spelling, 0);
  }

  TokenKind(String spelling, int power) {
    this.spelling = spelling;
    this.power = power;
    this.keyword = spelling.indexOf(' ') < 0 && Character.isLetter(spelling.charAt(0));
  }

  /** How an operator or keyword is written, or a word for the kind. */
  String spelling() {
    return spelling;
  }

  /** How tightly a binary operator binds, 0 if this is none. */
  int power() {
    return power;
  }

  /** Whether this keyword can stand in no expression: at the start of a line it ends every bracket left open. */
  boolean isStatementOnly() {
    return this == ASSERT || this == BREAK || this == CLASS || this == CONTINUE || this == DEF || this == DEL
        || this == ELIF || this == EXCEPT || this == FINALLY || this == GLOBAL || this == IMPORT || this == NONLOCAL
        || this == PASS || this == RAISE || this == RETURN || this == TRY || this == WHILE || this == WITH;
  }

  /** Whether this is a reserved word. */
  boolean isKeyword() {
    return keyword;
  }

  /** Whether this closes a bracket. */
  boolean isCloser() {
    return this == RIGHT_PARENTHESIS || this == RIGHT_BRACKET || this == RIGHT_BRACE;
  }

  /** Whether an expression can begin with this. */
  boolean startsExpression() {
    return switch (this) {
      case NAME, NUMBER, STRING, FORMATTED, FALSE, NONE, TRUE, AWAIT, ASYNC, LAMBDA, NOT, YIELD, LEFT_PARENTHESIS,
          LEFT_BRACKET, LEFT_BRACE, ELLIPSIS, BACKTICK, TILDE, PLUS, MINUS, STAR, DOUBLE_STAR ->
        true;
      case END, NEWLINE, BROKEN, UNKNOWN, AND, AS, ASSERT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE, EXCEPT,
          FINALLY, FOR, FROM, GLOBAL, IF, IMPORT, IN, IS, NONLOCAL, OR, PASS, RAISE, RETURN, TRY, WHILE, WITH,
          RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE, COMMA, COLON, SEMICOLON, DOT, ARROW, ASSIGN, AUGMENTED, WALRUS,
          BANG, LESS, GREATER, EQUAL, NOT_EQUAL, LESS_EQUAL, GREATER_EQUAL, PIPE, CARET, AMPERSAND, LEFT_SHIFT,
          RIGHT_SHIFT, SLASH, DOUBLE_SLASH, PERCENT, AT ->
        false;
    };
  }
}
