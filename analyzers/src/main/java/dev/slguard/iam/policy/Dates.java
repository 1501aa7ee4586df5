package dev.slguard.iam.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Dates of conditions: W3C's profile of ISO 8601, or seconds since 1970 (elements_condition_operators). */
public final class Dates {
  private static final int DATE = 10;

  private Dates() {}

  /** Milliseconds since 1970; empty if {@code text} is no date. */
  public static OptionalLong parse(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return OptionalLong.empty();
    }
    try {
      if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return text.length() == 4 ? year(Integer.parseInt(text)) : OptionalLong.of(seconds(text));
      }
      if (text.length() == 7) {
        return millis(LocalDate.parse(text + "-01").atStartOfDay());
      }
      if (text.length() == DATE) {
        return millis(LocalDate.parse(text).atStartOfDay());
      }
      boolean zoned = text.endsWith("Z") || text.indexOf('+', DATE) > 0 || text.indexOf('-', DATE) > 0;
      return zoned
          ? OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli())
          : millis(LocalDateTime.parse(text));
    } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong year(int year) {
    return millis(LocalDate.of(year, 1, 1).atStartOfDay());
  }

  private static OptionalLong millis(LocalDateTime time) {
    return OptionalLong.of(time.toInstant(ZoneOffset.UTC).toEpochMilli());
  }

  private static long seconds(String text) {
    return Math.multiplyExact(Long.parseLong(text), 1000L);
  }
}
