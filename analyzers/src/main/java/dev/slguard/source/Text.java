package dev.slguard.source;

import java.util.Locale;

/** Foreign text made fit to be shown. */
public final class Text {
  private static final int SHOWN = 120;

  private Text() {}

  /** {@code text} on one line, control characters as {@code \\u} escapes, cut at 120 characters. */
  public static String shown(String text) {
    var shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (shown.length() >= SHOWN) {
        return shown.append('…').toString();
      }
      append(shown, text.charAt(i));
    }
    return shown.toString();
  }

  /** An enum's name as rules, files and reports write it: {@code KEY_ONLY} is {@code key-only}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code text} with control and direction-changing characters escaped; tabs stay, nothing is cut. */
  public static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\t' && unsafe(c)) {
        var clean = new StringBuilder(text.substring(0, i));
        for (int k = i; k < text.length(); k++) {
          if (text.charAt(k) == '\t') {
            clean.append('\t');
          } else {
            append(clean, text.charAt(k));
          }
        }
        return clean.toString();
      }
    }
    return text;
  }

  private static void append(StringBuilder shown, char c) {
    if (c == '\n') {
      shown.append("\\n");
    } else if (unsafe(c)) {
      shown.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16))
          .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
    } else {
      shown.append(c);
    }
  }

  private static boolean unsafe(char c) {
    return c < ' ' || c >= '\u007F' && c < '\u00A0' || c >= '\u200B' && c <= '\u200F' || c >= '\u2028' && c <= '\u202E'
        || c >= '\u2060' && c <= '\u206F' || c == '\uFEFF';
  }
}
