package dev.slguard.code.java;

import java.util.ArrayDeque;
import java.util.Deque;

/** Guesses from the indentation where a brace is missing; what it adds stands at line ends, so no position moves. */
final class Braces {
  private final String[] lines;
  private final Blocks blocks;
  private final StringBuilder[] repaired;

  private Braces(String text, Blocks blocks) {
    this.lines = text.split("\n", -1);
    this.blocks = blocks;
    this.repaired = new StringBuilder[lines.length];
  }

  /** {@code text} with braces that match its indentation. */
  static String repaired(String text) {
    return new Braces(text, new Blocks(text)).repair();
  }

  private String repair() {
    // Indentation of the lines whose braces are open.
    Deque<Integer> open = new ArrayDeque<>();
    int offset = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      repaired[i] = new StringBuilder(line);
      int indent = firstCode(offset, line);
      if (indent >= 0) {
        begin(i, indent, open);
        for (int k = indent; k < line.length(); k++) {
          char c = line.charAt(k);
          if (blocks.isCode(offset + k) && c == '{') {
            open.push(indent);
          } else if (blocks.isCode(offset + k) && c == '}' && !open.isEmpty()) {
            open.pop();
          }
        }
      }
      offset += line.length() + 1;
    }
    for (int rest = open.size(); rest > 0; rest--) {
      repaired[lines.length - 1].append('}');
    }
    return String.join("\n", repaired);
  }

  private int firstCode(int offset, String line) {
    for (int k = 0; k < line.length(); k++) {
      if (!Character.isWhitespace(line.charAt(k))) {
        return blocks.isCode(offset + k) ? k : -1;
      }
    }
    return -1;
  }

  /** Closes what a line further left leaves, opens or drops what a closing brace in front has no partner for. */
  private void begin(int index, int indent, Deque<Integer> open) {
    char first = lines[index].charAt(indent);
    boolean closes = first == '}';
    boolean declares = Character.isJavaIdentifierStart(first) || first == '@';
    while (!open.isEmpty() && index > 0
        && (closes ? open.peek() > indent : declares && open.peek() >= indent && !continues(index))) {
      repaired[index - 1].append('}');
      open.pop();
    }
    if (closes && (open.isEmpty() || open.peek() < indent)) {
      int header = header(index, indent);
      if (header >= 0) {
        repaired[header].append('{');
        open.push(indent);
      } else {
        repaired[index].setCharAt(indent, ' ');
        open.push(indent);
      }
    }
  }

  /** Words that stand at the indentation of the brace they follow. */
  private boolean continues(int index) {
    String line = lines[index].strip();
    return line.startsWith("else") || line.startsWith("catch") || line.startsWith("finally") || line.startsWith("while")
        || line.startsWith("case ") || line.startsWith("default");
  }

  /** The nearest line above with that indentation that could have opened a block and did not. */
  private int header(int index, int indent) {
    for (int i = index - 1; i >= 0; i--) {
      String line = lines[i];
      int at = 0;
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at < line.length() && at <= indent) {
        String code = line.strip();
        boolean opens = at == indent && !code.endsWith(";") && !code.endsWith("{") && !code.endsWith("}")
            && !code.startsWith("*") && !code.startsWith("/");
        return opens ? i : -1;
      }
    }
    return -1;
  }
}
