package dev.slguard.iam.drift;

import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what the holes of a template's text stand for in the deployed text: {@code ${Bucket.Arn}/*} and
 * {@code arn:aws:s3:::photos/*} agree where {@code Bucket.Arn} is {@code arn:aws:s3:::photos}. Wildcards and variables stand
 * for themselves, and no hole holds a wildcard.
 */
final class Unification {
  /** Attempts at placing holes; beyond it the texts count as different. */
  private static final int STEPS = 3_000;

  private final List<Part> parts;
  private final String text;
  private final Map<String, String> holes;
  private int steps;

  private Unification(List<Part> parts, String text, Map<String, String> known) {
    this.parts = parts;
    this.text = text;
    this.holes = new HashMap<>(known);
  }

  /**
   * The values of all holes, the {@code known} ones included; empty if the texts do not agree. Where several values fit, holes
   * to the left take the shortest.
   */
  static Optional<Map<String, String>> of(TextPattern pattern, String text, Map<String, String> known) {
    var search = new Unification(pattern.parts(), text, known);
    return search.fits(0, 0) ? Optional.of(Map.copyOf(search.holes)) : Optional.empty();
  }

  private boolean fits(int part, int at) {
    if (++steps > STEPS) {
      return false;
    }
    if (part == parts.size()) {
      return at == text.length();
    }
    if (parts.get(part) instanceof Part.Hole hole) {
      return hole(hole, part, at);
    }
    String wanted = new TextPattern(List.of(parts.get(part)), Span.startOf("")).text();
    return text.startsWith(wanted, at) && fits(part + 1, at + wanted.length());
  }

  private boolean hole(Part.Hole hole, int part, int at) {
    String known = holes.get(hole.id());
    if (known != null) {
      return text.startsWith(known, at) && fits(part + 1, at + known.length());
    }
    for (int end = at + 1; end <= text.length() && isPlain(hole, text.charAt(end - 1)); end++) {
      holes.put(hole.id(), text.substring(at, end));
      if (fits(part + 1, end)) {
        return true;
      }
      holes.remove(hole.id());
    }
    return false;
  }

  private static boolean isPlain(Part.Hole hole, char c) {
    return c != '*' && c != '?' && c != '$' && !(hole.segment() && (c == ':' || c == '/'));
  }
}
