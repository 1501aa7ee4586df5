package dev.slguard.rules.evaluate;

import java.util.Locale;

/** Address ranges in CIDR notation. */
final class Cidr {
  private Cidr() {}

  /**
   * Whether a range admits the internet at large: shorter than /8 (IPv4) or /16 (IPv6). The largest private ranges are
   * 10.0.0.0/8 and fc00::/7, which is left out.
   */
  static boolean isPublic(String range) {
    String text = range.strip();
    int slash = text.indexOf('/');
    if (slash < 0) {
      return text.equals("*");
    }
    int bits;
    try {
      bits = Integer.parseInt(text.substring(slash + 1));
    } catch (NumberFormatException e) {
      return false;
    }
    String address = text.substring(0, slash);
    if (address.indexOf(':') >= 0) {
      return bits >= 0 && bits < 16 && !address.toLowerCase(Locale.ROOT).startsWith("fc");
    }
    return bits >= 0 && bits < 8 && address.indexOf('.') > 0;
  }
}
