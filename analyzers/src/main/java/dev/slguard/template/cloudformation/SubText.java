package dev.slguard.template.cloudformation;

import java.util.ArrayList;
import java.util.List;

/** The text of Fn::Sub, cut into what stands there and the names between <code>${</code> and <code>}</code>. */
final class SubText {
  private SubText() {}

  /** A stretch of the text: a name to be replaced, or literal text. */
  record Piece(String text, boolean isName) {}

  /** The pieces of {@code text} in order; <code>${!x}</code> is the literal <code>${x}</code>, an open brace is literal. */
  static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    var literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("${", at);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      literal.append(text, at, open);
      if (text.charAt(open + 2) == '!') {
        literal.append("${").append(text, open + 3, close + 1);
      } else {
        if (!literal.isEmpty()) {
          pieces.add(new Piece(literal.toString(), false));
          literal.setLength(0);
        }
        pieces.add(new Piece(text.substring(open + 2, close).strip(), true));
      }
      at = close + 1;
    }
    literal.append(text, Math.min(at, text.length()), text.length());
    if (!literal.isEmpty()) {
      pieces.add(new Piece(literal.toString(), false));
    }
    return pieces;
  }
}
