package dev.slguard.code.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers for members of values that are known by their labels only: read twice from one value, a member is one value, so
 * that a check of the first reading holds for the next. Nothing can change such a member, since a value that is written
 * to becomes an object.
 */
final class MemberNumbers {
  /** Apart from the numbers of instructions and parameters. */
  private static final int FIRST = 1 << 26;
  private static final int MOST = 512;

  private Map<Long, Integer> numbers = Map.of();

  /** {@code member}, read from {@code owner} under the name {@code key}, with its number. */
  Value numbered(Value member, Value owner, Optional<String> key, Symbols symbols) {
    boolean plain = member.number() == 0 && !member.taints().isEmpty() && isNoObject(member);
    if (!plain || owner.number() == 0 || !isNoObject(owner) || key.isEmpty()) {
      return member;
    }
    long read = (long) owner.number() << Integer.SIZE | symbols.of(key.get());
    Integer known = numbers.get(read);
    if (known == null && numbers.size() >= MOST) {
      return member;
    }
    if (known == null) {
      known = FIRST + 2 * numbers.size();
      numbers = numbers.isEmpty() ? new HashMap<>() : numbers;
      numbers.put(read, known);
    }
    return member.numbered(known);
  }

  /** Whether {@code value} is no object of the program; the name of a type may be known. */
  private static boolean isNoObject(Value value) {
    return value.refs().stream().noneMatch(ref -> ref instanceof Ref.Thing);
  }
}
