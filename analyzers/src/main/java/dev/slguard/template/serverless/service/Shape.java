package dev.slguard.template.serverless.service;

import dev.slguard.source.Tree;

/** A node without its place, for comparison and as a key. */
public final class Shape {
  private Shape() {}

  /** {@code tree} as compact JSON, entries in the order written. */
  public static String of(Tree tree) {
    var text = new StringBuilder();
    append(tree, text);
    return text.toString();
  }

  private static void append(Tree tree, StringBuilder text) {
    switch (tree) {
      case Tree.Scalar(String value, Tree.Kind kind, _) -> {
        switch (kind) {
          case TEXT -> quote(value, text);
          case NUMBER, BOOLEAN -> text.append(value);
          case NULL -> text.append("null");
        }
      }
      case Tree.Sequence(var items, _) -> {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
          text.append(i == 0 ? "" : ",");
          append(items.get(i), text);
        }
        text.append(']');
      }
      case Tree.Mapping mapping -> {
        text.append('{');
        boolean first = true;
        for (var entry : mapping.entries().entrySet()) {
          text.append(first ? "" : ",");
          first = false;
          quote(entry.getKey(), text);
          text.append(':');
          append(entry.getValue().value(), text);
        }
        text.append('}');
      }
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
