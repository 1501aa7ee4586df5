package dev.slguard.template.cloudformation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fn::Cidr: the first subnets of an address block. */
final class CidrBlocks {
  private static final int MOST = 256;

  private CidrBlocks() {}

  /**
   * The first {@code count} blocks of {@code hostBits} host bits within {@code block} ({@code 10.0.0.0/16}); empty if an
   * argument is out of range or the block does not hold that many.
   */
  static Optional<List<String>> of(String block, int count, int hostBits) {
    int slash = block.indexOf('/');
    if (slash <= 0 || count < 1 || count > MOST) {
      return Optional.empty();
    }
    Optional<byte[]> address = address(block.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int width = address.get().length * 8;
    int prefix = number(block.substring(slash + 1));
    int free = width - prefix - hostBits;
    if (prefix < 0 || hostBits < 1 || free < 0 || free < 9 && count > 1 << free) {
      return Optional.empty();
    }
    BigInteger base = new BigInteger(1, address.get()).shiftRight(width - prefix).shiftLeft(width - prefix);
    var blocks = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      BigInteger start = base.add(BigInteger.valueOf(i).shiftLeft(hostBits));
      blocks.add(spelled(start, width / 8) + '/' + (width - hostBits));
    }
    return Optional.of(List.copyOf(blocks));
  }

  /** {@code text} as a number of at most four digits; -1 if it is none. */
  static int number(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(text);
  }

  /** The bytes of a literal address; a name is never looked up. */
  private static Optional<byte[]> address(String text) {
    boolean six = text.indexOf(':') >= 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || (six ? c == ':' || Character.digit(c, 16) >= 0 : c == '.'))) {
        return Optional.empty();
      }
    }
    if (!six && text.chars().filter(c -> c == '.').count() != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String spelled(BigInteger address, int bytes) {
    byte[] raw = address.toByteArray();
    byte[] fixed = new byte[bytes];
    int length = Math.min(raw.length, bytes);
    System.arraycopy(raw, raw.length - length, fixed, bytes - length, length);
    try {
      return InetAddress.getByAddress(fixed).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
