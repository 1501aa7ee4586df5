package dev.slguard.code.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whether matching a regular expression may take time exponential in the text: it repeats a part that repeats itself
 * (or has alternatives that match the same), so that a text splits in many ways, and something after it can fail.
 * Characters over 127 count as one. Anything that is not understood counts as harmless.
 */
final class Ambiguity {
  private static final int DEEPEST = 40;
  private static final int LONGEST = 2_000;
  private static final int OTHERS = 128;

  private final String pattern;
  private int at;
  private boolean understood = true;

  /** A part of a pattern. */
  private sealed interface Part {
    /** One character of a set. */
    record One(BitSet set) implements Part {}

    /** Parts after each other. */
    record Sequence(List<Part> parts) implements Part {}

    /** One of several. */
    record Choice(List<Part> choices) implements Part {}

    /** A part several times. */
    record Repeated(Part part, boolean optional, boolean unbounded) implements Part {}

    /** The end of the text or another condition that takes no characters and may fail. */
    record Assertion() implements Part {}
  }

  private Ambiguity(String pattern) {
    this.pattern = pattern;
  }

  static boolean isExponential(String pattern) {
    if (pattern.length() > LONGEST) {
      return false;
    }
    var reader = new Ambiguity(pattern);
    Part whole = reader.choice(DEEPEST);
    return reader.understood && reader.at == pattern.length() && explodes(whole, false);
  }

  // Judging

  /** Whether a repetition in {@code part} explodes; {@code mayFail} if something after the part can. */
  private static boolean explodes(Part part, boolean mayFail) {
    return switch (part) {
      case Part.One _,Part.Assertion _ -> false;
      case Part.Choice(var choices) -> choices.stream().anyMatch(choice -> explodes(choice, mayFail));
      case Part.Repeated(var inner, _, var unbounded) ->
        unbounded && mayFail && splits(inner) || explodes(inner, mayFail);
      case Part.Sequence(var parts) -> {
        boolean after = mayFail;
        boolean found = false;
        for (Part each : parts.reversed()) {
          found |= explodes(each, after);
          after |= !isOptional(each);
        }
        yield found;
      }
    };
  }

  /** Whether a text of repetitions of {@code part} can be cut into them in several ways. */
  private static boolean splits(Part part) {
    return switch (part) {
      case Part.One _,Part.Assertion _ -> false;
      case Part.Repeated(var inner, _, var unbounded) -> unbounded || splits(inner);
      case Part.Choice(var choices) -> {
        BitSet seen = new BitSet();
        boolean twice = false;
        for (Part choice : choices) {
          if (single(choice) instanceof Part.One(var set)) {
            twice |= seen.intersects(set);
            seen.or(set);
          }
          twice |= splits(choice);
        }
        yield twice;
      }
      case Part.Sequence(var parts) -> {
        boolean found = false;
        for (Part each : parts) {
          found |= each instanceof Part.Repeated(var inner, _, var unbounded)
              && (unbounded && single(inner) instanceof Part.One(var set) && othersFit(parts, each, set)
                  || unbounded && parts.size() == 1 && splits(inner));
          found |= parts.size() == 1 && splits(each);
        }
        yield found;
      }
    };
  }

  /** Whether all parts but {@code one} may be missing, or are characters that {@code one} matches as well. */
  private static boolean othersFit(List<Part> parts, Part one, BitSet set) {
    for (Part other : parts) {
      if (other.equals(one) || isOptional(other)) {
        continue;
      }
      boolean same = single(other) instanceof Part.One(var needed) && contains(set, needed);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(BitSet all, BitSet some) {
    BitSet rest = (BitSet) some.clone();
    rest.andNot(all);
    return rest.isEmpty();
  }

  private static Part single(Part part) {
    return part instanceof Part.Sequence(var parts) && parts.size() == 1 ? single(parts.getFirst()) : part;
  }

  private static boolean isOptional(Part part) {
    return switch (part) {
      case Part.One _,Part.Assertion _ -> false;
      case Part.Repeated(var inner, var optional, _) -> optional || isOptional(inner);
      case Part.Choice(var choices) -> choices.stream().anyMatch(Ambiguity::isOptional);
      case Part.Sequence(var parts) -> parts.stream().allMatch(Ambiguity::isOptional);
    };
  }

  // Reading

  private Part choice(int depth) {
    List<Part> choices = new ArrayList<>();
    choices.add(sequence(depth));
    while (understood && at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      choices.add(sequence(depth));
    }
    return choices.size() == 1 ? choices.getFirst() : new Part.Choice(choices);
  }

  private Part sequence(int depth) {
    List<Part> parts = new ArrayList<>();
    while (understood && at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      parts.add(quantified(atom(depth)));
    }
    return new Part.Sequence(parts);
  }

  private Part atom(int depth) {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> group(depth);
      case '[' -> new Part.One(characterClass());
      case '.' -> new Part.One(complement(setOf('\n')));
      case '^', '$' -> new Part.Assertion();
      case '\\' -> escape();
      default -> new Part.One(setOf(c));
    };
  }

  private Part group(int depth) {
    boolean look = pattern.startsWith("?=", at) || pattern.startsWith("?!", at) || pattern.startsWith("?<=", at)
        || pattern.startsWith("?<!", at);
    if (depth == 0 || look || pattern.startsWith("?>", at) || pattern.startsWith("?P=", at)) {
      understood = false;
      return new Part.Assertion();
    }
    if (pattern.startsWith("?:", at)) {
      at += 2;
    } else if (pattern.startsWith("?<", at) || pattern.startsWith("?P<", at)) {
      at = Math.max(at, pattern.indexOf('>', at) + 1);
    }
    Part inside = choice(depth - 1);
    understood &= at < pattern.length() && pattern.charAt(at) == ')';
    at++;
    return inside;
  }

  private Part quantified(Part part) {
    if (at >= pattern.length()) {
      return part;
    }
    char c = pattern.charAt(at);
    Part result = switch (c) {
      case '*' -> new Part.Repeated(part, true, true);
      case '+' -> new Part.Repeated(part, false, true);
      case '?' -> new Part.Repeated(part, true, false);
      case '{' -> counted(part);
      default -> part;
    };
    if ("*+?".indexOf(c) >= 0) {
      at++;
    }
    if (result != part && at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
      understood &= pattern.charAt(at) == '?';
      at++;
    }
    return result;
  }

  private Part counted(Part part) {
    int close = pattern.indexOf('}', at);
    String inside = close < 0 ? "" : pattern.substring(at + 1, close);
    if (inside.isEmpty() || !inside.chars().allMatch(each -> each == ',' || each >= '0' && each <= '9')) {
      understood = false;
      return part;
    }
    at = close + 1;
    return new Part.Repeated(part, inside.startsWith("0") || inside.startsWith(","), inside.endsWith(","));
  }

  private Part escape() {
    if (at >= pattern.length()) {
      understood = false;
      return new Part.Assertion();
    }
    char c = pattern.charAt(at++);
    if ("bBAZzG".indexOf(c) >= 0) {
      return new Part.Assertion();
    }
    understood &= "123456789kpPuxcQE".indexOf(c) < 0;
    return new Part.One(named(c));
  }

  private BitSet characterClass() {
    boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
    at += negated ? 1 : 0;
    BitSet set = new BitSet();
    int first = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
      char c = pattern.charAt(at++);
      if (c == '\\' && at < pattern.length()) {
        set.or(named(pattern.charAt(at++)));
      } else if (at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        set.set(Math.min(c, OTHERS), Math.min(pattern.charAt(at + 1), OTHERS) + 1);
        at += 2;
      } else {
        set.or(setOf(c));
      }
    }
    understood &= at < pattern.length();
    at++;
    return negated ? complement(set) : set;
  }

  private static BitSet named(char c) {
    BitSet set = new BitSet();
    switch (Character.toLowerCase(c)) {
      case 'w' -> {
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        set.set('0', '9' + 1);
        set.set('_');
      }
      case 'd' -> set.set('0', '9' + 1);
      case 's' -> {
        set.set(9, 14);
        set.set(' ');
      }
      default -> {
        return setOf(switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> c;
        });
      }
    }
    return Character.isUpperCase(c) ? complement(set) : set;
  }

  private static BitSet setOf(char c) {
    BitSet set = new BitSet();
    set.set(Math.min(c, OTHERS));
    return set;
  }

  private static BitSet complement(BitSet set) {
    BitSet rest = new BitSet();
    rest.set(0, OTHERS + 1);
    rest.andNot(set);
    return rest;
  }
}
