package dev.slguard.code.javascript;

/**
 * The kinds of token. Words that are reserved nowhere or only sometimes ({@code let}, {@code async}, {@code type}, …)
 * are {@link #NAME}. {@code >} is always read alone, so that {@code a<b<c>>} closes two lists; the expression parser
 * asks for the longer operators.
 */
enum Token {
  END(""), NAME(""), PRIVATE_NAME(""), STRING(""), NUMBER(""), BIGINT(""), REGEX(""), UNKNOWN(""), TEMPLATE(""),
  TEMPLATE_HEAD(""), TEMPLATE_MIDDLE(""), TEMPLATE_TAIL(""), MARKUP_TEXT(""),

  LEFT_BRACE("{"), RIGHT_BRACE("}"), LEFT_PAREN("("), RIGHT_PAREN(")"), LEFT_BRACKET("["), RIGHT_BRACKET("]"), DOT("."),
  ELLIPSIS("..."), SEMICOLON(";"), COMMA(","), COLON(":"), QUESTION("?"), QUESTION_DOT("?."), ARROW("=>"), AT("@"),
  NOT("!"), TILDE("~"), INCREMENT("++"), DECREMENT("--"),

  NULLISH("??", 1), OR_OR("||", 2), AND_AND("&&", 3), OR("|", 4), XOR("^", 5), AND("&", 6), EQUAL("==", 7),
  NOT_EQUAL("!=", 7), SAME("===", 7), NOT_SAME("!==", 7), LESS("<", 8), GREATER(">", 8), LESS_EQUAL("<=", 8),
  GREATER_EQUAL(">=", 8), SHIFT_LEFT("<<", 9), SHIFT_RIGHT(">>", 9), SHIFT_RIGHT_ZERO(">>>", 9), PLUS("+", 10),
  MINUS("-", 10), STAR("*", 11), SLASH("/", 11), PERCENT("%", 11), POWER("**", 12),

  ASSIGN("="), PLUS_ASSIGN("+="), MINUS_ASSIGN("-="), STAR_ASSIGN("*="), SLASH_ASSIGN("/="), PERCENT_ASSIGN("%="),
  POWER_ASSIGN("**="), SHIFT_LEFT_ASSIGN("<<="), SHIFT_RIGHT_ASSIGN(">>="), SHIFT_RIGHT_ZERO_ASSIGN(">>>="),
  AND_ASSIGN("&="), OR_ASSIGN("|="), XOR_ASSIGN("^="), AND_AND_ASSIGN("&&="), OR_OR_ASSIGN("||="),
  NULLISH_ASSIGN("??="),

  BREAK("break"), CASE("case"), CATCH("catch"), CLASS("class"), CONST("const"), CONTINUE("continue"),
  DEBUGGER("debugger"), DEFAULT("default"), DELETE("delete"), DO("do"), ELSE("else"), ENUM("enum"), EXPORT("export"),
  EXTENDS("extends"), FALSE("false"), FINALLY("finally"), FOR("for"), FUNCTION("function"), IF("if"), IMPORT("import"),
  IN("in", 8), INSTANCEOF("instanceof", 8), NEW("new"), NULL("null"), RETURN("return"), SUPER("super"),
  SWITCH("switch"), THIS("this"), THROW("throw"), TRUE("true"), TRY("try"), TYPEOF("typeof"), VAR("var"), VOID("void"),
  WHILE("while"), WITH("with");

  private final String text;
  private final int precedence;

  Token(String text) {
    this(text, 0);
  }

  Token(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** How the token is written; empty for kinds whose text varies. */
  String text() {
    return text;
  }

  /** Binding strength as a binary operator, 1 weakest; 0 for no binary operator. */
  int precedence() {
    return precedence;
  }

  /** Whether this is a reserved word. */
  boolean isKeyword() {
    return compareTo(BREAK) >= 0;
  }

  /** Whether this is a name or a word that may stand where a property name stands. */
  boolean isWord() {
    return this == NAME || isKeyword();
  }

  /** Whether this is {@code =} or a compound assignment operator. */
  boolean isAssignment() {
    return compareTo(ASSIGN) >= 0 && compareTo(NULLISH_ASSIGN) <= 0;
  }
}
