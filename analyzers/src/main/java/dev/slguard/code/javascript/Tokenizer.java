package dev.slguard.code.javascript;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a program token by token, each only when the parser asks, since what a {@code /}, <code>}</code> or {@code <}
 * begins depends on the syntax around it. Offsets are UTF-16 positions in the text, ends exclusive.
 *
 * <p>Never throws: what cannot be read becomes a {@link Problem} and a token that ends where reading can go on.
 */
final class Tokenizer {
  /** What is wrong, from {@code start} up to {@code end}. */
  record Problem(int start, int end, String message) {}

  /** Everything that {@link #reset} needs to read on from an earlier token. */
  record Mark(Token token, int start, int end, int previousEnd, boolean newlineBefore, int indent, String value,
      int problems) {}

  /** Thrown by {@link #problem} while speculating; carries nothing, so it has no stack trace. */
  static final class Rewind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rewind() {
      super("speculation failed", null, false, false);
    }
  }

  private static final int KEPT_PROBLEMS = 1000;
  /** Lines behind a damaged hole in which its template is looked for. */
  private static final int RESUMED_LINES = 3;

  private final char[] text;
  private final int length;
  private final Words words = new Words();
  private final StringBuilder buffer = new StringBuilder();
  private final List<Problem> problems = new ArrayList<>();

  private Token token = Token.END;
  private int start;
  private int end;
  private int previousEnd;
  private boolean newlineBefore = true;
  private int indent;
  private String value = "";
  private int speculating;
  /** The furthest offset at which speculation was given up. */
  private int furthest;
  /** Set when a template was found to be open at the end of the text: none is looked for over several lines again. */
  private boolean templatesEndWithLine;
  /** Whether indentation says where a template ends that goes on over its line. */
  private boolean isGuided;
  /** The end of a line, for the offsets from which on it was looked for. */
  private int lineFrom = -1;
  private int lineTo = -1;

  Tokenizer(String source) {
    text = source.toCharArray();
    length = text.length;
    if (length > 1 && text[0] == '#' && text[1] == '!') {
      end = lineEnd(0);
    }
    next();
  }

  void guide(boolean guided) {
    isGuided = guided;
  }

  /** The kind of the current token. */
  Token token() {
    return token;
  }

  /** Where the current token starts. */
  int start() {
    return start;
  }

  /** Where the current token ends. */
  int end() {
    return end;
  }

  /** Where the token before the current one ends. */
  int previousEnd() {
    return previousEnd;
  }

  /** Whether a line ends between the previous token and the current one. */
  boolean newlineBefore() {
    return newlineBefore;
  }

  /** Columns of white space before the first token of the line that the current token stands on. */
  int indent() {
    return indent;
  }

  /** The name, the decoded text of a string or template part, or the source of a number or regular expression. */
  String value() {
    return value;
  }

  /** The source between two offsets. */
  String source(int from, int to) {
    return new String(text, from, Math.max(0, to - from));
  }

  List<Problem> problems() {
    return problems;
  }

  /** Whether the current token is the name {@code word}, written without escapes. */
  boolean is(String word) {
    return token == Token.NAME && value.equals(word) && end - start == word.length();
  }

  /** Notes a problem at the current token, once a place. */
  void problem(String message) {
    problem(start, Math.max(start, end), message);
  }

  void problem(int from, int to, String message) {
    if (speculating > 0) {
      furthest = Math.max(furthest, from);
      throw new Rewind();
    }
    if (problems.size() < KEPT_PROBLEMS && (problems.isEmpty() || problems.getLast().start != from)) {
      problems.add(new Problem(from, to, message));
    }
  }

  /** Whether a problem was noted on the line of the current token, before it; not while speculating. */
  boolean hasProblemOnLine() {
    if (problems.isEmpty() || speculating > 0) {
      return false;
    }
    int last = problems.getLast().start;
    return last <= start && lineEnd(last) >= start;
  }

  /** From now on, until {@link #stopSpeculating}, a problem throws {@link Rewind} instead of being noted. */
  void startSpeculating() {
    speculating++;
  }

  int furthest() {
    return furthest;
  }

  /** Notes that a way of reading ends at the current token because of that. */
  void giveUp() {
    furthest = Math.max(furthest, start);
  }

  boolean isSpeculating() {
    return speculating > 0;
  }

  void stopSpeculating() {
    speculating--;
  }

  Mark mark() {
    return new Mark(token, start, end, previousEnd, newlineBefore, indent, value, problems.size());
  }

  void reset(Mark mark) {
    token = mark.token;
    start = mark.start;
    end = mark.end;
    previousEnd = mark.previousEnd;
    newlineBefore = mark.newlineBefore;
    indent = mark.indent;
    value = mark.value;
    while (problems.size() > mark.problems) {
      problems.removeLast();
    }
  }

  /** Moves to the next token. */
  void next() {
    previousEnd = end;
    newlineBefore = previousEnd == 0;
    start = skipTrivia(end);
    end = start;
    value = "";
    if (start >= length) {
      token = Token.END;
      return;
    }
    char c = text[start];
    if (c < 128 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '$' || c == '_')) {
      word();
    } else if (c >= '0' && c <= '9' || c == '.' && start + 1 < length && isDigit(text[start + 1])) {
      number();
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '`') {
      template(Token.TEMPLATE, Token.TEMPLATE_HEAD);
    } else if (c == '#') {
      privateName();
    } else if (c == '\\' || c >= 128) {
      escapedWord(start);
    } else {
      punctuator(c);
    }
  }

  private int skipTrivia(int from) {
    int i = from;
    while (i < length) {
      char c = text[i];
      if (c == ' ' || c == '\t' || c == 0x0B || c == '\f' || c == 0xA0 || c == 0xFEFF) {
        i++;
      } else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
        newlineBefore = true;
        i++;
      } else if (c == '/' && i + 1 < length && text[i + 1] == '/') {
        i = lineEnd(i);
      } else if (c == '/' && i + 1 < length && text[i + 1] == '*') {
        i = blockComment(i);
      } else if (c >= 128 && Character.getType(c) == Character.SPACE_SEPARATOR) {
        i++;
      } else if (newlineBefore && isLineMarker(i, c)) {
        i = lineEnd(i);
      } else {
        break;
      }
    }
    if (newlineBefore) {
      indent = columnsBefore(i);
    }
    return i;
  }

  /** HTML-like comments of scripts, and the lines that a merge conflict leaves behind. */
  private boolean isLineMarker(int at, char c) {
    if (c == '<') {
      return startsWith(at, "<!--") || conflict(at, "<<<<<<<");
    }
    if (c == '-') {
      return startsWith(at, "-->");
    }
    return c == '=' && conflict(at, "=======") || c == '>' && conflict(at, ">>>>>>>")
        || c == '|' && conflict(at, "|||||||");
  }

  private boolean conflict(int at, String marker) {
    if (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r' || !startsWith(at, marker)) {
      return false;
    }
    int after = at + marker.length();
    if (after < length && text[after] != ' ' && text[after] != '\n' && text[after] != '\r') {
      return false;
    }
    problem(at, after, "a merge conflict is not resolved here; both sides are read");
    return true;
  }

  /** Columns of white space before an offset. */
  int columnsBefore(int at) {
    int columns = 0;
    for (int i = at - 1; i >= 0 && at - i < 400; i--) {
      char c = text[i];
      if (c == '\t') {
        columns += 4;
      } else if (c == ' ') {
        columns++;
      } else {
        break;
      }
    }
    return columns;
  }

  /** Whether a line ends between two offsets. */
  boolean hasLineEnd(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isLineEnd(text[i])) {
        return true;
      }
    }
    return false;
  }

  /** Where the text of the next line that has any begins, behind its white space; -1 if none follows. */
  int nextLine() {
    if (start < lineFrom || start > lineTo) {
      lineFrom = start;
      lineTo = lineEnd(start);
    }
    int i = lineTo;
    while (i < length && (isLineEnd(text[i]) || text[i] == ' ' || text[i] == '\t')) {
      i++;
    }
    return i < length ? i : -1;
  }

  private boolean startsWith(int at, String prefix) {
    if (at + prefix.length() > length) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text[at + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < length && !isLineEnd(text[i])) {
      i++;
    }
    return i;
  }

  private int blockComment(int from) {
    int i = from + 2;
    while (i + 1 < length && !(text[i] == '*' && text[i + 1] == '/')) {
      if (isLineEnd(text[i])) {
        newlineBefore = true;
      }
      i++;
    }
    if (i + 1 >= length) {
      problem(from, from + 2, "this comment is not closed");
      return length;
    }
    return i + 2;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void word() {
    int i = start + 1;
    while (i < length) {
      char c = text[i];
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$') {
        i++;
      } else if (c == '\\' || c >= 128) {
        int point = Character.codePointAt(text, i, length);
        if (c == '\\' || Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point)
            || c == 0x200C || c == 0x200D) {
          escapedWord(start);
          return;
        }
        break;
      } else {
        break;
      }
    }
    int slot = words.slot(text, start, i);
    value = words.word(slot);
    token = words.kind(slot);
    end = i;
  }

  private void privateName() {
    if (start + 1 < length && (Character.isUnicodeIdentifierStart(text[start + 1]) || text[start + 1] == '_'
        || text[start + 1] == '$' || text[start + 1] == '\\' || Character.isSurrogate(text[start + 1]))) {
      escapedWord(start + 1);
      token = Token.PRIVATE_NAME;
    } else {
      token = Token.UNKNOWN;
      end = start + 1;
    }
  }

  /** A word with characters beyond ASCII or with escapes; never a keyword. */
  private void escapedWord(int from) {
    buffer.setLength(0);
    int i = from;
    while (i < length) {
      char c = text[i];
      int point = c < 128 ? c : Character.codePointAt(text, i, length);
      int width = Character.charCount(point);
      if (c == '\\') {
        int after = i + 1 < length && text[i + 1] == 'u' ? unicodeEscape(i + 2) : -1;
        if (after < 0) {
          break;
        }
        i = after;
        continue;
      }
      boolean part = c == '$' || c == '_' || c == 0x200C || c == 0x200D
          || (i == from
              ? Character.isUnicodeIdentifierStart(point)
              : Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point));
      if (!part) {
        break;
      }
      buffer.appendCodePoint(point);
      i += width;
    }
    if (i == from) {
      token = Token.UNKNOWN;
      end = from + Character.charCount(Character.codePointAt(text, from, length));
      value = source(start, end);
    } else {
      token = Token.NAME;
      end = i;
      value = buffer.toString();
    }
  }

  /** Appends the character of an escape whose {@code XXXX} or <code>{X}</code> starts at {@code at}; the end, or -1. */
  private int unicodeEscape(int at) {
    int i = at;
    int point = 0;
    if (i < length && text[i] == '{') {
      i++;
      int digits = i;
      while (i < length && Character.digit(text[i], 16) >= 0 && point <= Character.MAX_CODE_POINT) {
        point = point * 16 + Character.digit(text[i++], 16);
      }
      if (i >= length || text[i] != '}' || i == digits || point > Character.MAX_CODE_POINT) {
        return -1;
      }
      buffer.appendCodePoint(point);
      return i + 1;
    }
    if (i + 4 > length) {
      return -1;
    }
    for (int k = 0; k < 4; k++) {
      int digit = Character.digit(text[i + k], 16);
      if (digit < 0) {
        return -1;
      }
      point = point * 16 + digit;
    }
    buffer.append((char) point);
    return i + 4;
  }

  private void number() {
    int i = start;
    boolean radix = false;
    if (text[i] == '0' && i + 1 < length) {
      char kind = Character.toLowerCase(text[i + 1]);
      radix = kind == 'x' || kind == 'o' || kind == 'b';
    }
    if (radix) {
      i += 2;
      while (i < length && (Character.digit(text[i], 16) >= 0 || text[i] == '_')) {
        i++;
      }
    } else {
      boolean octal = text[i] == '0' && i + 1 < length && isDigit(text[i + 1]);
      i = digits(i);
      if (i < length && text[i] == '.' && !octal) {
        i = digits(i + 1);
      }
      if (i < length && (text[i] == 'e' || text[i] == 'E')) {
        int sign = i + 1 < length && (text[i + 1] == '+' || text[i + 1] == '-') ? i + 2 : i + 1;
        if (sign < length && isDigit(text[sign])) {
          i = digits(sign);
        }
      }
    }
    token = Token.NUMBER;
    if (i < length && text[i] == 'n') {
      token = Token.BIGINT;
      i++;
    }
    end = i;
    value = source(start, i);
  }

  private int digits(int from) {
    int i = from;
    while (i < length && (isDigit(text[i]) || text[i] == '_')) {
      i++;
    }
    return i;
  }

  private void string(char quote) {
    int i = start + 1;
    while (i < length && text[i] != quote && text[i] != '\\' && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    token = Token.STRING;
    if (i < length && text[i] == quote) {
      value = source(start + 1, i);
      end = i + 1;
      return;
    }
    buffer.setLength(0);
    buffer.append(text, start + 1, i - start - 1);
    while (i < length && text[i] != quote && text[i] != '\n' && text[i] != '\r') {
      if (text[i] == '\\') {
        i = escape(i + 1);
      } else {
        buffer.append(text[i++]);
      }
    }
    value = buffer.toString();
    if (i < length && text[i] == quote) {
      end = i + 1;
    } else {
      end = i;
      problem(start, end, "this string is not closed on its line");
    }
  }

  /** Decodes the escape whose character after the backslash stands at {@code at}; returns where it ends. */
  private int escape(int at) {
    if (at >= length) {
      return at;
    }
    char c = text[at];
    switch (c) {
      case 'n' -> buffer.append('\n');
      case 't' -> buffer.append('\t');
      case 'r' -> buffer.append('\r');
      case 'b' -> buffer.append('\b');
      case 'f' -> buffer.append('\f');
      case 'v' -> buffer.append('\u000B');
      case '\r' -> {
        return at + 1 < length && text[at + 1] == '\n' ? at + 2 : at + 1;
      }
      case '\n', '\u2028', '\u2029' -> {
        return at + 1;
      }
      case 'x' -> {
        int high = at + 2 < length ? Character.digit(text[at + 1], 16) : -1;
        int low = at + 2 < length ? Character.digit(text[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
          buffer.append('\\').append(c);
          return at + 1;
        }
        buffer.append((char) (high * 16 + low));
        return at + 3;
      }
      case 'u' -> {
        int after = unicodeEscape(at + 1);
        if (after < 0) {
          buffer.append('\\').append(c);
          return at + 1;
        }
        return after;
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octalEscape(at);
      }
      default -> buffer.append(c);
    }
    return at + 1;
  }

  /** In a template octal escapes are errors, which only a tag allows: they stay as written. */
  private int templateEscape(int at) {
    boolean octal = isDigit(at(at)) && (at(at) != '0' || isDigit(at(at + 1)));
    if (octal) {
      buffer.append('\\').append(text[at]);
      return at + 1;
    }
    return escape(at);
  }

  private int octalEscape(int at) {
    int i = at;
    int code = 0;
    while (i < length && i < at + 3 && text[i] >= '0' && text[i] <= '7' && code * 8 + text[i] - '0' <= 255) {
      code = code * 8 + text[i++] - '0';
    }
    buffer.append((char) code);
    return i;
  }

  /** Reads a template part from the backtick or brace at the token's start. */
  private void template(Token whole, Token open) {
    buffer.setLength(0);
    int i = start + 1;
    while (i < length && !(isLineEnd(text[i]) && templatesEndWithLine)) {
      char c = text[i];
      if (c == '`') {
        token = whole;
        end = i + 1;
        value = buffer.toString();
        return;
      }
      if (c == '$' && i + 1 < length && text[i + 1] == '{') {
        token = open;
        end = i + 2;
        value = buffer.toString();
        return;
      }
      if (isGuided && isLineEnd(c) && leavesBlock(i)) {
        closeStray(whole, i);
        return;
      }
      if (c == '\\') {
        i = templateEscape(i + 1);
      } else if (c == '\r') {
        buffer.append('\n');
        i += i + 1 < length && text[i + 1] == '\n' ? 2 : 1;
      } else {
        buffer.append(c);
        i++;
      }
    }
    token = whole;
    end = templatesEndWithLine ? i : lineEnd(start);
    templatesEndWithLine = true;
    value = buffer.substring(0, Math.min(buffer.length(), Math.max(0, end - start - 1)));
    problem(start, start + 1, "this template is not closed");
  }

  /** Whether a bracket follows, on its own line and further left than the current line, or a comment: no text goes on so. */
  private boolean leavesBlock(int lineEnd) {
    int i = lineEnd;
    while (i < length && (isLineEnd(text[i]) || text[i] == ' ' || text[i] == '\t')) {
      i++;
    }
    boolean comment = startsWith(i, "/**") || startsWith(i, "* ") || startsWith(i, "*/");
    return i < length && (comment || (text[i] == '}' || text[i] == ')' || text[i] == ']') && columnsBefore(i) < indent);
  }

  /** Ends a template that began by error, before what else stands on its line if that is punctuation only. */
  private void closeStray(Token whole, int lineEnd) {
    token = whole;
    end = start + 1;
    value = "";
    for (int i = start + 1; i < lineEnd; i++) {
      if (" ;,)]}".indexOf(text[i]) < 0) {
        end = lineEnd;
        value = source(start + 1, lineEnd);
        break;
      }
    }
    problem(start, start + 1, "this template is not closed before the block around it is");
  }

  /** Reads the current <code>}</code> again as the continuation of a template. */
  void rescanTemplate() {
    template(Token.TEMPLATE_TAIL, Token.TEMPLATE_MIDDLE);
  }

  /**
   * Goes on with a template behind a hole that is not closed where it should be: at the next brace or backtick of the
   * line, or of the lines behind it if the hole itself goes on there. False if there is none.
   */
  boolean resumeTemplate() {
    int lines = switch (token) {
      case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, SEMICOLON, COMMA -> 0;
      default -> RESUMED_LINES;
    };
    int i = previousEnd;
    while (i < length && lines >= 0 && text[i] != '`' && text[i] != '}') {
      if (isLineEnd(text[i])) {
        lines--;
      }
      i++;
    }
    if (i >= length || lines < 0) {
      return false;
    }
    start = i;
    if (text[i] == '}') {
      rescanTemplate();
    } else {
      token = Token.TEMPLATE_TAIL;
      value = "";
      end = i + 1;
    }
    return true;
  }

  /** Reads the current {@code /} or {@code /=} again as a regular expression. */
  void rescanRegex() {
    int i = start + 1;
    boolean inClass = false;
    while (i < length && !isLineEnd(text[i]) && (inClass || text[i] != '/')) {
      char c = text[i];
      if (c == '\\' && i + 1 < length && !isLineEnd(text[i + 1])) {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      }
      i++;
    }
    token = Token.REGEX;
    if (i < length && text[i] == '/') {
      i++;
      while (i < length && (Character.isUnicodeIdentifierPart(text[i]) || text[i] == '$')) {
        i++;
      }
      end = i;
    } else {
      end = i;
      problem(start, end, "this regular expression is not closed on its line");
    }
    value = source(start, end);
  }

  /** Reads the current {@code >} again as the longest operator that starts with it. */
  Token rescanGreater() {
    if (token != Token.GREATER) {
      return token;
    }
    int i = start + 1;
    if (at(i) == '>') {
      if (at(i + 1) == '>') {
        take(at(i + 2) == '=' ? Token.SHIFT_RIGHT_ZERO_ASSIGN : Token.SHIFT_RIGHT_ZERO);
      } else {
        take(at(i + 1) == '=' ? Token.SHIFT_RIGHT_ASSIGN : Token.SHIFT_RIGHT);
      }
    } else if (at(i) == '=') {
      take(Token.GREATER_EQUAL);
    }
    return token;
  }

  /** Whether the current {@code >} stands alone, as the end of type arguments does. */
  boolean isLoneGreater() {
    return token == Token.GREATER && at(start + 1) != '>' && at(start + 1) != '=';
  }

  /** Reads the current {@code <<} again as {@code <}. */
  void rescanLess() {
    if (token == Token.SHIFT_LEFT || token == Token.SHIFT_LEFT_ASSIGN || token == Token.LESS_EQUAL) {
      take(Token.LESS);
    }
  }

  /** Lets a name go on over hyphens, as names of markup do. */
  void extendMarkupName() {
    if (!token.isWord()) {
      return;
    }
    int i = end;
    while (i < length && (text[i] == '-' || Character.isUnicodeIdentifierPart(text[i]) || text[i] == '$')) {
      i++;
    }
    if (i > end) {
      end = i;
      value = source(start, i);
    }
    token = Token.NAME;
  }

  /** Reads the value of a markup attribute after its {@code =}: a string there has no escapes and may span lines. */
  void nextMarkupValue() {
    next();
    if (token == Token.STRING && text[start] != '`') {
      char quote = text[start];
      int i = start + 1;
      while (i < length && text[i] != quote) {
        i++;
      }
      if (i < length) {
        if (!problems.isEmpty() && problems.getLast().start == start) {
          problems.removeLast();
        }
        value = source(start + 1, i);
        end = i + 1;
      }
    }
  }

  /**
   * Reads what stands between markup from {@code from} on: text up to the next {@code <} or <code>{</code>, or that
   * character's own token.
   *
   * @param minimumIndent lines indented less than this end the text, since an element is not closed; 0 for no such end
   */
  void nextMarkupChild(int from, int minimumIndent) {
    previousEnd = from;
    start = from;
    newlineBefore = false;
    value = "";
    int i = from;
    while (i < length && text[i] != '<' && text[i] != '{') {
      if (text[i] == '\n' && minimumIndent > 0) {
        int first = i + 1;
        while (first < length && (text[first] == ' ' || text[first] == '\t')) {
          first++;
        }
        if (first < length && !isLineEnd(text[first]) && columnsBefore(first) < minimumIndent) {
          end = i;
          next();
          problem(start, start, "an element above is not closed");
          return;
        }
      }
      i++;
    }
    if (i > from) {
      token = Token.MARKUP_TEXT;
      end = i;
      value = source(from, i);
    } else if (i >= length) {
      token = Token.END;
      end = i;
    } else {
      token = text[i] == '<' ? Token.LESS : Token.LEFT_BRACE;
      end = i + 1;
    }
  }

  /** The character at an offset; NUL behind the end. */
  char at(int i) {
    return i < length ? text[i] : '\0';
  }

  private void take(Token kind) {
    token = kind;
    end = start + kind.text().length();
  }

  private void punctuator(char c) {
    char second = at(start + 1);
    char third = at(start + 2);
    switch (c) {
      case '{' -> take(Token.LEFT_BRACE);
      case '}' -> take(Token.RIGHT_BRACE);
      case '(' -> take(Token.LEFT_PAREN);
      case ')' -> take(Token.RIGHT_PAREN);
      case '[' -> take(Token.LEFT_BRACKET);
      case ']' -> take(Token.RIGHT_BRACKET);
      case ';' -> take(Token.SEMICOLON);
      case ',' -> take(Token.COMMA);
      case ':' -> take(Token.COLON);
      case '@' -> take(Token.AT);
      case '~' -> take(Token.TILDE);
      case '>' -> take(Token.GREATER);
      case '.' -> take(second == '.' && third == '.' ? Token.ELLIPSIS : Token.DOT);
      case '=' ->
        take(second == '=' ? third == '=' ? Token.SAME : Token.EQUAL : second == '>' ? Token.ARROW : Token.ASSIGN);
      case '!' -> take(second == '=' ? third == '=' ? Token.NOT_SAME : Token.NOT_EQUAL : Token.NOT);
      case '+' -> take(second == '+' ? Token.INCREMENT : second == '=' ? Token.PLUS_ASSIGN : Token.PLUS);
      case '-' -> take(second == '-' ? Token.DECREMENT : second == '=' ? Token.MINUS_ASSIGN : Token.MINUS);
      case '*' -> take(second == '*'
          ? third == '=' ? Token.POWER_ASSIGN : Token.POWER
          : second == '=' ? Token.STAR_ASSIGN : Token.STAR);
      case '/' -> take(second == '=' ? Token.SLASH_ASSIGN : Token.SLASH);
      case '%' -> take(second == '=' ? Token.PERCENT_ASSIGN : Token.PERCENT);
      case '^' -> take(second == '=' ? Token.XOR_ASSIGN : Token.XOR);
      case '<' -> take(second == '<'
          ? third == '=' ? Token.SHIFT_LEFT_ASSIGN : Token.SHIFT_LEFT
          : second == '=' ? Token.LESS_EQUAL : Token.LESS);
      case '&' -> take(second == '&'
          ? third == '=' ? Token.AND_AND_ASSIGN : Token.AND_AND
          : second == '=' ? Token.AND_ASSIGN : Token.AND);
      case '|' -> take(
          second == '|' ? third == '=' ? Token.OR_OR_ASSIGN : Token.OR_OR : second == '=' ? Token.OR_ASSIGN : Token.OR);
      case '?' -> take(second == '?'
          ? third == '=' ? Token.NULLISH_ASSIGN : Token.NULLISH
          : second == '.' && !isDigit(third) ? Token.QUESTION_DOT : Token.QUESTION);
      default -> {
        token = Token.UNKNOWN;
        end = start + 1;
        value = source(start, end);
      }
    }
  }
}
