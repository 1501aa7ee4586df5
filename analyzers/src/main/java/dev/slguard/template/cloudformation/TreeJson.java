package dev.slguard.template.cloudformation;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trees as JSON text. The same tree gives the same text. */
public final class TreeJson {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();
  private final int indent;

  private TreeJson(int indent) {
    this.indent = indent;
  }

  /** {@code tree} on one line, keys in the order written. */
  public static String compact(Tree tree) {
    var writer = new TreeJson(0);
    writer.write(tree, 0);
    return writer.out.toString();
  }

  /** {@code tree} over several lines, each level indented by {@code indent} blanks, with a line end after it. */
  public static String indented(Tree tree, int indent) {
    var writer = new TreeJson(indent);
    writer.write(tree, 0);
    return writer.out.append('\n').toString();
  }

  private void write(Tree tree, int depth) {
    switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, _) -> {
        switch (kind) {
          case TEXT -> quote(text, out);
          case NUMBER -> out.append(text);
          case BOOLEAN -> out.append(text.toLowerCase(Locale.ROOT));
          case NULL -> out.append("null");
        }
      }
      case Tree.Sequence(var items, _) -> list(items, depth);
      case Tree.Mapping mapping -> object(mapping, depth);
    }
  }

  private void list(List<Tree> items, int depth) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ",");
      line(depth + 1);
      write(items.get(i), depth + 1);
    }
    if (!items.isEmpty()) {
      line(depth);
    }
    out.append(']');
  }

  private void object(Tree.Mapping mapping, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
      out.append(first ? "" : ",");
      first = false;
      line(depth + 1);
      quote(entry.getKey(), out);
      out.append(indent > 0 ? ": " : ":");
      write(entry.getValue().value(), depth + 1);
    }
    if (!first) {
      line(depth);
    }
    out.append('}');
  }

  private void line(int depth) {
    if (indent > 0) {
      out.append('\n').repeat(' ', depth * indent);
    }
  }

  /** Appends {@code text} in quotes, escaped as JSON wants. */
  static void quote(String text, StringBuilder out) {
    out.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\\' && c < '\u007F' || c >= ' ' && c < '\\' && c != '"') {
        continue;
      }
      out.append(text, plain, i);
      plain = i + 1;
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || c == '\u007F' || c == '\u2028' || c == '\u2029') {
            out.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15))
                .append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append(text, plain, text.length()).append('"');
  }
}
