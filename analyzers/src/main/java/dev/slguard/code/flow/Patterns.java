package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges regular expressions by their text, without running them. */
final class Patterns {
  private static final int MOST_GROUPS = 20;
  private static final String HARMFUL = "'\"`;|&$<>(){}\\/ \n.:%#=*?,!@[]^+~-";

  private Patterns() {}

  /** The harmful characters of a text. */
  static String harmfulIn(String text) {
    StringBuilder harmful = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (HARMFUL.indexOf(text.charAt(i)) >= 0) {
        harmful.append(text.charAt(i));
      }
    }
    return harmful.toString();
  }

  /** The text of the pattern that {@code value} is, with its flags behind a slash; empty if it is not known. */
  static Optional<String> text(Value value) {
    return value.constant().flatMap(constant -> switch (constant) {
      case Constant.Pattern(String text, String flags) -> Optional.of(text + '/' + flags);
      case Constant.Text(String text) -> Optional.of(text + '/');
      case Constant.Numeral _,Constant.Truth _,Constant.Nothing _ -> Optional.empty();
    });
  }

  /** Whether the pattern has to match the whole text. */
  static boolean isAnchored(Value value) {
    Optional<String> found = text(value);
    if (found.isEmpty()) {
      return false;
    }
    String pattern = found.get().substring(0, found.get().lastIndexOf('/'));
    String flags = found.get().substring(found.get().lastIndexOf('/') + 1);
    boolean start = pattern.startsWith("^") || pattern.startsWith("\\A");
    boolean end = pattern.endsWith("$") && !pattern.endsWith("\\$") || pattern.endsWith("\\Z")
        || pattern.endsWith("\\z");
    return start && end && !flags.contains("m") && !flags.contains("g") && !hasTopLevelAlternative(pattern);
  }

  static boolean hasTopLevelAlternative(String pattern) {
    int depth = 0;
    for (int i = 0; i < pattern.length(); i = behind(pattern, i)) {
      char c = pattern.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '|' && depth == 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the atom at {@code at} ends: a group, or what {@link #behind} says. */
  static int behindAtom(String pattern, int at) {
    return pattern.charAt(at) == '(' ? Math.min(pattern.length(), close(pattern, at + 1) + 1) : behind(pattern, at);
  }

  /** Where what begins at {@code at} ends: an escape or a class is one thing, all else a character. */
  private static int behind(String pattern, int at) {
    char c = pattern.charAt(at);
    if (c == '\\') {
      return at + 2;
    } else if (c != '[') {
      return at + 1;
    }
    int end = at + 1;
    while (end < pattern.length() && pattern.charAt(end) != ']') {
      end += pattern.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  /** Whether a text that matches may hold letters or an underscore, so that it may name something. */
  static boolean admitsNames(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean inClass = pattern.lastIndexOf('[', i) > pattern.lastIndexOf(']', i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i++;
        if ("wSDWpPux".indexOf(pattern.charAt(i)) >= 0) {
          return true;
        }
      } else if (c == '(' && pattern.startsWith("(?", i)) {
        i = inside(pattern, i) - 1;
      } else if (c == '.' && !inClass || pattern.startsWith("[^", i) || Character.isLetter(c) || c == '_') {
        return true;
      }
    }
    return false;
  }

  /**
   * The part of {@code pattern} that its capturing group {@code key}, a number or a name, matches; all of it for group 0;
   * empty if it has no such group.
   */
  static Optional<String> group(String pattern, String key) {
    if (key.equals("0")) {
      return Optional.of(pattern);
    }
    int number = 0;
    for (int i = 0; i < pattern.length(); i = behind(pattern, i)) {
      if (pattern.charAt(i) == '(') {
        int inside = inside(pattern, i);
        boolean named = inside - i > 3 && pattern.charAt(inside - 1) == '>';
        boolean captures = inside == i + 1 && !pattern.startsWith("(?", i) || named;
        number += captures ? 1 : 0;
        String name = named ? pattern.substring(pattern.indexOf('<', i) + 1, inside - 1) : "";
        if (captures && (Integer.toString(number).equals(key) || name.equals(key))) {
          return Optional.of(pattern.substring(inside, close(pattern, inside)));
        }
      }
    }
    return Optional.empty();
  }

  /** The numbers and names of the capturing groups of {@code pattern}, 0 for all of it first. */
  static List<String> groups(String pattern) {
    List<String> keys = new ArrayList<>(List.of("0"));
    int number = 0;
    for (int i = 0; i < pattern.length() && number < MOST_GROUPS; i = behind(pattern, i)) {
      if (pattern.charAt(i) == '(') {
        int inside = inside(pattern, i);
        boolean named = inside - i > 3 && pattern.charAt(inside - 1) == '>';
        if (inside == i + 1 && !pattern.startsWith("(?", i) || named) {
          keys.add(Integer.toString(++number));
        }
        if (named) {
          keys.add(pattern.substring(pattern.indexOf('<', i) + 1, inside - 1));
        }
      }
    }
    return keys;
  }

  /** Where the content of the group that opens at {@code open} begins: behind {@code ?:}, {@code ?P<name>}, a look around. */
  private static int inside(String pattern, int open) {
    int at = open + 1;
    if (!pattern.startsWith("?", at)) {
      return at;
    }
    int name = pattern.startsWith("?P<", at) ? at + 3 : pattern.startsWith("?<", at) ? at + 2 : -1;
    if (name >= 0 && name < pattern.length() && "=!".indexOf(pattern.charAt(name)) < 0) {
      int end = pattern.indexOf('>', name);
      return end < 0 ? pattern.length() : end + 1;
    }
    int end = at + 1;
    while (end < pattern.length() && "imsxuLa-<".indexOf(pattern.charAt(end)) >= 0) {
      end++;
    }
    return Math.min(pattern.length(), end + 1);
  }

  private static int close(String pattern, int from) {
    int depth = 0;
    for (int i = from; i < pattern.length(); i = behind(pattern, i)) {
      char c = pattern.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        return i;
      }
    }
    return pattern.length();
  }

  /**
   * Characters that a pattern lets through and that do harm in a text of some language: quotes, separators, brackets,
   * white space. Anything that is not a plain class or literal counts as letting all through.
   */
  static String harmfulCharacters(String pattern) {
    StringBuilder harmful = new StringBuilder();
    String all = HARMFUL;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        i = escaped(pattern, i + 1, harmful, all);
      } else if (c == '[') {
        i = characterClass(pattern, i, harmful, all);
      } else if (c == '.') {
        harmful.append(all);
      } else if (c == '(' && pattern.startsWith("(?", i)) {
        i = inside(pattern, i) - 1;
      } else if (c == '{') {
        int close = pattern.indexOf('}', i);
        i = close < 0 ? i : close;
      } else if (all.indexOf(c) >= 0 && "()?*+^$|".indexOf(c) < 0) {
        harmful.append(c);
      }
    }
    return harmful.toString();
  }

  /** The one character class that a pattern is, perhaps repeated: {@code [^a-z]+}, {@code \\W}; empty for any other. */
  static Optional<String> onlyClass(String pattern) {
    String plain = pattern.endsWith("+") && pattern.length() > 1 ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean escape = plain.length() == 2 && plain.charAt(0) == '\\' && !Character.isDigit(plain.charAt(1));
    boolean literal = plain.length() == 1 && "^$.|?*+()[]{}".indexOf(plain.charAt(0)) < 0;
    if (escape || literal) {
      return Optional.of('[' + plain + ']');
    }
    if (!plain.startsWith("[") || !plain.endsWith("]")) {
      return Optional.empty();
    }
    for (int i = 1; i < plain.length() - 1; i++) {
      if (plain.charAt(i) == '\\') {
        i++;
      } else if (plain.charAt(i) == ']' && i > 2) {
        return Optional.empty();
      }
    }
    return Optional.of(plain);
  }

  /** Whether {@code text} reads as a class of characters rather than as a text to look for. */
  static boolean isClass(String text) {
    return text.length() > 1 && (text.startsWith("[") || text.startsWith("\\")) && onlyClass(text).isPresent();
  }

  /** What stays if all that {@code characterClass} matches is taken away, as a class; empty if that is not known. */
  static Optional<String> complement(String characterClass) {
    return switch (characterClass) {
      case "[\\W]" -> Optional.of("[\\w]");
      case "[\\D]" -> Optional.of("[\\d]");
      default -> characterClass.startsWith("[^") ? Optional.of('[' + characterClass.substring(2)) : Optional.empty();
    };
  }

  private static int escaped(String pattern, int at, StringBuilder harmful, String all) {
    char c = pattern.charAt(at);
    if (c == 'S' || c == 'W' || c == 'D') {
      harmful.append(all);
    } else if (c == 's') {
      harmful.append(" \n");
    } else if (c == 'p' || c == 'P') {
      int close = pattern.indexOf('}', at);
      return close < 0 ? at : close;
    } else if (c == 'n' || c == 'r') {
      harmful.append('\n');
    } else if ("wdbBAZztfv0".indexOf(c) < 0) {
      harmful.append(c);
    }
    return at;
  }

  private static int characterClass(String pattern, int open, StringBuilder harmful, String all) {
    int at = open + 1;
    boolean negated = at < pattern.length() && pattern.charAt(at) == '^';
    if (negated) {
      harmful.append(all);
    }
    at += negated ? 1 : 0;
    int first = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == first)) {
      char c = pattern.charAt(at);
      if (c == '\\' && at + 1 < pattern.length()) {
        at = negated ? at + 1 : escaped(pattern, at + 1, harmful, all);
      } else if (!negated && at + 2 < pattern.length() && pattern.charAt(at + 1) == '-'
          && pattern.charAt(at + 2) != ']') {
        for (char inside = c; inside <= pattern.charAt(at + 2) && inside < 128; inside++) {
          if (all.indexOf(inside) >= 0) {
            harmful.append(inside);
          }
        }
        at += 2;
      } else if (!negated && all.indexOf(c) >= 0) {
        harmful.append(c);
      }
      at++;
    }
    return at;
  }
}
