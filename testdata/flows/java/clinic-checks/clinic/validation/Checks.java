package clinic.validation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

public final class Checks {
  private static final Set<String> WARDS = Set.of("A1", "B2", "C3");

  private Checks() {}

  public static void requireUuid(String text) {
    try {
      UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("no id");
    }
  }

  public static boolean isWard(String text) {
    return text != null && WARDS.contains(text);
  }

  public static <T> T oneOf(T value, Collection<T> allowed, T fallback) {
    return allowed.contains(value) ? value : fallback;
  }

  public static boolean alwaysTrue(String text) {
    return text == null || text.length() < 5000;
  }

  public static String digitsOnly(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
