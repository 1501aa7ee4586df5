package dev.slguard.template.serverless.variables;

import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the variables of one text. A variable begins with a lower-case source that is followed by a colon or a
 * parenthesis; {@code ${AWS::Region}} and {@code ${Name}} are CloudFormation's and stay text. A backslash before the dollar sign makes an escaped
 * opening. What is not closed is text.
 */
final class VariableText {
  /** Deeper nesting than this is read as text. */
  private static final int DEPTH = 20;

  private final String text;
  private int at;
  private int depth;

  private VariableText(String text) {
    this.text = text;
  }

  /** Whether {@code text} may hold variables; a quick look. */
  static boolean mayHold(String text) {
    return text.contains("${");
  }

  /** The pieces of {@code text}, literals joined. */
  static List<Piece> parse(String text) {
    return new VariableText(text).pieces("");
  }

  /** Pieces up to, not including, the first character of {@code ends} outside a variable. */
  private List<Piece> pieces(String ends) {
    var pieces = new ArrayList<Piece>();
    var literal = new StringBuilder();
    while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
      int slashes = slashes();
      if (text.startsWith("${", at + slashes)) {
        literal.repeat('\\', slashes / 2);
        at += slashes;
        Optional<Piece.Variable> variable = slashes % 2 == 0 ? variable() : Optional.empty();
        if (variable.isPresent()) {
          flush(literal, pieces);
          pieces.add(variable.get());
        } else {
          literal.append("${");
          at += 2;
        }
      } else {
        literal.append(text, at, at + Math.max(slashes, 1));
        at += Math.max(slashes, 1);
      }
    }
    flush(literal, pieces);
    return pieces;
  }

  private int slashes() {
    int end = at;
    while (end < text.length() && text.charAt(end) == '\\') {
      end++;
    }
    return end - at;
  }

  private static void flush(StringBuilder literal, List<Piece> pieces) {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /** The variable that begins here; empty, and the position unchanged, if none does. */
  private Optional<Piece.Variable> variable() {
    int start = at;
    if (++depth > DEPTH) {
      depth--;
      return Optional.empty();
    }
    at += 2;
    var sources = new ArrayList<Piece.Source>();
    boolean closed = at < text.length() && isLower(text.charAt(at)) && sources(sources);
    depth--;
    if (closed) {
      return Optional.of(new Piece.Variable(sources, text.substring(start, at)));
    }
    at = start;
    return Optional.empty();
  }

  /** Reads sources up to and with the closing brace; whether that went well. */
  private boolean sources(List<Piece.Source> sources) {
    while (true) {
      Optional<Piece.Source> source = sources.isEmpty() ? lookup() : fallback();
      if (source.isEmpty()) {
        return false;
      }
      sources.add(source.get());
      blanks();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        blanks();
      } else if (at < text.length() && text.charAt(at) == '}') {
        at++;
        return true;
      } else {
        return false;
      }
    }
  }

  private Optional<Piece.Source> fallback() {
    if (at >= text.length()) {
      return Optional.empty();
    }
    char c = text.charAt(at);
    if (c == '\'' || c == '"') {
      return quoted().map(value -> new Piece.Source.Constant(value, Tree.Kind.TEXT));
    }
    if (text.startsWith("${", at)) {
      return variable().map(Piece.Source.Nested::new);
    }
    int start = at;
    Optional<Piece.Source> lookup = isLower(c) ? lookup() : Optional.empty();
    if (lookup.isPresent()) {
      return lookup;
    }
    at = start;
    while (at < text.length() && ",}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return Optional.of(constant(text.substring(start, at).strip()));
  }

  private static Piece.Source constant(String word) {
    Tree.Kind kind = switch (word) {
      case "true", "false" -> Tree.Kind.BOOLEAN;
      case "null", "" -> Tree.Kind.NULL;
      default -> isNumber(word) ? Tree.Kind.NUMBER : Tree.Kind.TEXT;
    };
    return new Piece.Source.Constant(kind == Tree.Kind.NULL ? "" : word, kind);
  }

  private static boolean isNumber(String word) {
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean sign = i == 0 && (c == '-' || c == '+') || c == '.';
      if (!sign && !Character.isDigit(c)) {
        return false;
      }
      digit |= !sign;
    }
    return digit;
  }

  /** {@code type:address} or {@code type(…)} or {@code type(…):address}. */
  private Optional<Piece.Source> lookup() {
    int start = at;
    while (at < text.length() && isTypeCharacter(text.charAt(at))) {
      at++;
    }
    String type = text.substring(start, at);
    if (at >= text.length() || type.isEmpty()) {
      return Optional.empty();
    }
    var parameters = new ArrayList<List<Piece>>();
    boolean called = text.charAt(at) == '(';
    if (called && !parameters(parameters)) {
      return Optional.empty();
    }
    if (at < text.length() && text.charAt(at) == ':') {
      if (text.startsWith("::", at)) {
        return Optional.empty();
      }
      at++;
      return Optional.of(new Piece.Source.Lookup(type, parameters, Optional.of(address())));
    }
    return called ? Optional.of(new Piece.Source.Lookup(type, parameters, Optional.empty())) : Optional.empty();
  }

  private boolean parameters(List<List<Piece>> parameters) {
    at++;
    while (at < text.length() && text.charAt(at) != ')') {
      blanks();
      boolean isQuoted = at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
      if (isQuoted) {
        Optional<String> quoted = quoted();
        if (quoted.isEmpty()) {
          return false;
        }
        parameters.add(List.of(new Piece.Literal(quoted.get())));
        blanks();
      } else {
        parameters.add(stripped(pieces(",)")));
      }
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
    return at <= text.length();
  }

  private List<Piece> address() {
    if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
      int start = at;
      Optional<String> quoted = quoted();
      if (quoted.isPresent()) {
        return List.of(new Piece.Literal(quoted.get()));
      }
      at = start;
    }
    return stripped(pieces(",}"));
  }

  private static List<Piece> stripped(List<Piece> pieces) {
    var stripped = new ArrayList<>(pieces);
    if (!stripped.isEmpty() && stripped.getFirst() instanceof Piece.Literal(String first)) {
      stripped.set(0, new Piece.Literal(first.stripLeading()));
    }
    if (!stripped.isEmpty() && stripped.getLast() instanceof Piece.Literal(String last)) {
      stripped.set(stripped.size() - 1, new Piece.Literal(last.stripTrailing()));
    }
    stripped.removeIf(piece -> piece instanceof Piece.Literal(String literal) && literal.isEmpty());
    return List.copyOf(stripped);
  }

  private Optional<String> quoted() {
    char quote = text.charAt(at);
    var value = new StringBuilder();
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        at = i + 1;
        return Optional.of(value.toString());
      }
      if (c == '\\' && quote == '"' && i + 1 < text.length()) {
        i++;
        c = text.charAt(i);
      }
      value.append(c);
    }
    return Optional.empty();
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isTypeCharacter(char c) {
    return isLower(c) || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.';
  }
}
