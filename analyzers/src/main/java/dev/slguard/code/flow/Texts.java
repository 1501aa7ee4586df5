package dev.slguard.code.flow;

import java.util.ArrayList;
import java.util.List;

/** What becomes of the parts of a text. */
final class Texts {
  private Texts() {}

  /** The parts of {@code value}, its labels no longer exact. */
  static List<TextPart> derived(Value value) {
    List<TextPart> parts = new ArrayList<>();
    for (TextPart part : value.parts()) {
      parts.add(part instanceof TextPart.Hole(Taints taints) ? new TextPart.Hole(taints.map(Taint::derived)) : part);
    }
    return parts;
  }

  /** What all holes carry. */
  static Taints carried(List<TextPart> parts) {
    Taints all = Taints.NONE;
    for (TextPart part : parts) {
      if (part instanceof TextPart.Hole(Taints taints)) {
        all = all.and(taints);
      }
    }
    return all;
  }

  /** The first part that carries a label not cleared of {@code mask}; its index, or -1. */
  static int firstTainted(List<TextPart> parts, long mask) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof TextPart.Hole(Taints taints)
          && taints.items().stream().anyMatch(taint -> (taint.cleared() & mask) == 0)) {
        return i;
      }
    }
    return -1;
  }

  /** Literals cut out by {@code separator} stay literals, holes stay holes: the pieces of a split text. */
  static List<List<TextPart>> split(List<TextPart> parts, String separator) {
    List<List<TextPart>> pieces = new ArrayList<>();
    List<TextPart> current = new ArrayList<>();
    for (TextPart part : parts) {
      if (part instanceof TextPart.Literal(String text) && !separator.isEmpty()) {
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
          current.add(new TextPart.Literal(text.substring(from, at)));
          pieces.add(current);
          current = new ArrayList<>();
          from = at + separator.length();
        }
        current.add(new TextPart.Literal(text.substring(from)));
      } else {
        current.add(part);
      }
    }
    pieces.add(current);
    return pieces;
  }
}
