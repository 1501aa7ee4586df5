import java.util.regex.Pattern;

final class Checks {
  private static final Pattern WORD = Pattern.compile("\\w{1,40}");

  private Checks() {
  }

  static boolean isSafe(String text) {
    return text != null && text.length() < 4000;
  }

  static String sanitize(String text) {
    return text.trim().toLowerCase();
  }

  static boolean isWord(String text) {
    return text != null && WORD.matcher(text).matches();
  }

  static void requireDigits(String text) {
    if (!text.matches("[0-9]+")) {
      throw new IllegalArgumentException("digits expected");
    }
  }

  static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
