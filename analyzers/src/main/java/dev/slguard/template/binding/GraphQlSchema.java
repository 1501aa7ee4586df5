package dev.slguard.template.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directives on types and fields of a GraphQL schema, which say who may use them in AppSync ({@code @aws_iam},
 * {@code @aws_api_key} …). Reads any text; what is no schema gives nothing.
 */
final class GraphQlSchema {
  private final Map<String, Set<String>> directives = new LinkedHashMap<>();
  private final List<String> tokens;
  private int at;

  private GraphQlSchema(List<String> tokens) {
    this.tokens = tokens;
  }

  static GraphQlSchema empty() {
    return new GraphQlSchema(List.of());
  }

  static GraphQlSchema read(String text) {
    var schema = new GraphQlSchema(tokens(text));
    schema.read();
    return schema;
  }

  /** Names of the directives that count for a field: its own, else those of its type. */
  Set<String> of(String type, String field) {
    Set<String> own = directives.getOrDefault(type + '.' + field, Set.of());
    return own.isEmpty() ? directives.getOrDefault(type, Set.of()) : own;
  }

  private void read() {
    while (at < tokens.size()) {
      String token = tokens.get(at++);
      if (token.equals("type") && at < tokens.size()) {
        type(tokens.get(at++));
      } else if (token.equals("{")) {
        skipTo("}", "{");
      }
    }
  }

  private void type(String name) {
    Set<String> own = directives.computeIfAbsent(name, _ -> new LinkedHashSet<>());
    while (at < tokens.size() && !tokens.get(at).equals("{")) {
      if (tokens.get(at).equals("type")) {
        return;
      }
      directive(own);
    }
    at++;
    Set<String> field = own;
    while (at < tokens.size() && !tokens.get(at).equals("}")) {
      boolean begins = isName(tokens.get(at)) && at + 1 < tokens.size()
          && (tokens.get(at + 1).equals(":") || tokens.get(at + 1).equals("("));
      if (begins) {
        field = directives.computeIfAbsent(name + '.' + tokens.get(at++), _ -> new LinkedHashSet<>());
        if (tokens.get(at).equals("(")) {
          at++;
          skipTo(")", "(");
        }
      } else {
        directive(field);
      }
    }
    at++;
  }

  /** Reads one token, and with it the directive that begins here. */
  private void directive(Set<String> into) {
    String token = tokens.get(at++);
    if (token.equals("@") && at < tokens.size()) {
      into.add(tokens.get(at++));
      if (at < tokens.size() && tokens.get(at).equals("(")) {
        at++;
        skipTo(")", "(");
      }
    }
  }

  private void skipTo(String close, String open) {
    int depth = 1;
    while (at < tokens.size() && depth > 0) {
      String token = tokens.get(at++);
      depth += token.equals(open) ? 1 : token.equals(close) ? -1 : 0;
    }
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  /** Names and single marks; comments and texts are left out. */
  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#') {
        i = end(text.indexOf('\n', i), text);
      } else if (text.startsWith("\"\"\"", i)) {
        int close = text.indexOf("\"\"\"", i + 3);
        i = close < 0 ? text.length() : close + 3;
      } else if (c == '"') {
        int close = text.indexOf('"', i + 1);
        i = close < 0 ? text.length() : close + 1;
      } else if (Character.isLetterOrDigit(c) || c == '_') {
        int from = i;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
          i++;
        }
        tokens.add(text.substring(from, i));
      } else {
        if (!Character.isWhitespace(c) && c != ',') {
          tokens.add(String.valueOf(c));
        }
        i++;
      }
    }
    return tokens;
  }

  private static int end(int found, String text) {
    return found < 0 ? text.length() : found;
  }
}
