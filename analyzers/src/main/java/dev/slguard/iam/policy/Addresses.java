package dev.slguard.iam.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** Address ranges of IpAddress conditions: v4 and v6, a bare address being a range of one. */
public final class Addresses {

  private static final int WIDEST_V4 = 8;
  private static final int WIDEST_V6 = 32;

  /** A range: 4 or 16 bytes of its first address, and the number of leading bits that are fixed. */
  public static final class Range {
    private final byte[] bytes;
    private final int prefix;

    private Range(byte[] bytes, int prefix) {
      this.bytes = bytes;
      this.prefix = prefix;
    }

    /** Number of leading bits that are fixed. */
    public int prefix() {
      return prefix;
    }

    /** Whether the single address {@code other} lies in this range. */
    public boolean contains(Range other) {
      if (bytes.length != other.bytes.length || other.prefix < prefix) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((bytes[bit / 8] & mask) != (other.bytes[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }

    /** Whether so wide a range counts as the internet at large: wider than /8, or /32 in version 6 (S3, "The meaning of public"). */
    public boolean isWorld() {
      boolean unique = !isV4() && (bytes[0] & 0xfe) == 0xfc && prefix >= 7;
      return prefix < (isV4() ? WIDEST_V4 : WIDEST_V6) && !unique;
    }

    /** Whether bits are set behind those that count: {@code 10.0.0.1/8}. */
    public boolean isLoose() {
      for (int bit = prefix; bit < bytes.length * 8; bit++) {
        if ((bytes[bit / 8] & 0x80 >> bit % 8) != 0) {
          return true;
        }
      }
      return false;
    }

    /** Whether every address of it is for private networks (RFC 1918, RFC 4193), loopback or link-local. */
    public boolean isPrivate() {
      return Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7")
          .flatMap(range -> parse(range).stream()).anyMatch(range -> range.contains(this));
    }

    /** Whether this is the version 4 family. */
    public boolean isV4() {
      return bytes.length == 4;
    }
  }

  private Addresses() {}

  /** Reads {@code 10.0.0.0/8}, {@code 10.1.2.3}, {@code 2001:db8::/32}; empty if it is none of them. */
  public static Optional<Range> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> bytes = bytes(slash < 0 ? text : text.substring(0, slash));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    int bits = bytes.get().length * 8;
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1), 3);
    return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new Range(bytes.get(), prefix));
  }

  private static Optional<byte[]> bytes(String text) {
    return text.indexOf(':') >= 0 ? v6(text) : v4(text);
  }

  private static Optional<byte[]> v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    var bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      int part = number(parts[i], 3);
      if (part < 0 || part > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) part;
    }
    return Optional.of(bytes);
  }

  private static Optional<byte[]> v6(String text) {
    int gap = text.indexOf("::");
    if (gap != text.lastIndexOf("::") || text.length() > 45) {
      return Optional.empty();
    }
    var bytes = new byte[16];
    if (gap < 0) {
      return groups(text, bytes, true) == 16 ? Optional.of(bytes) : Optional.empty();
    }
    int head = groups(text.substring(0, gap), bytes, true);
    int tail = groups(text.substring(gap + 2), bytes, false);
    return head < 0 || tail < 0 || head + tail > 14 ? Optional.empty() : Optional.of(bytes);
  }

  /** Writes the groups of {@code text} at the front or the back of {@code bytes}; the number of bytes, or -1. */
  private static int groups(String text, byte[] bytes, boolean front) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] groups = text.split(":", -1);
    boolean mixed = groups[groups.length - 1].indexOf('.') >= 0;
    int size = groups.length * 2 + (mixed ? 2 : 0);
    if (size > 16) {
      return -1;
    }
    int at = front ? 0 : 16 - size;
    for (int i = 0; i < groups.length; i++) {
      if (mixed && i == groups.length - 1) {
        Optional<byte[]> last = v4(groups[i]);
        if (last.isEmpty()) {
          return -1;
        }
        System.arraycopy(last.get(), 0, bytes, at, 4);
      } else {
        int group = hex(groups[i]);
        if (group < 0) {
          return -1;
        }
        bytes[at++] = (byte) (group >> 8);
        bytes[at++] = (byte) group;
      }
    }
    return size;
  }

  private static int hex(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static int number(String text, int digits) {
    if (text.isEmpty() || text.length() > digits) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }
}
