package dev.slguard.code.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for member names and fact paths. Not shared between threads. */
final class Symbols {
  /** The class of an instance. */
  static final int CLASS = 0;
  /** The value in a cell, the content of a buffer. */
  static final int CONTENT = 1;
  /** The receiver that a method value is bound to. */
  static final int RECEIVER = 2;
  /** The class that a method belongs to. */
  static final int OWNER = 3;
  /** Arguments bound in front. */
  static final int BOUND = 4;
  /** The schema that a function's first argument has passed. */
  static final int SCHEMA = 5;
  /** What the unknown keys of a map are, where more is known of them than of what stands under them. */
  static final int KEYS = 6;
  /** Stands in a map that makes what is read under a key that it lacks. */
  static final int MAKES = 7;
  private static final int MOST = 512;
  /** Symbols below this one are not names of the program. */
  static final int RESERVED = 16 + 2 * MOST;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  /** Where a closure keeps its capture number {@code index}. */
  static int captured(int index) {
    return 16 + Math.min(index, MOST - 1);
  }

  /** Where a class keeps its base number {@code index}. */
  static int base(int index) {
    return 16 + MOST + Math.min(index, MOST - 1);
  }

  /** The number of {@code name}. */
  int of(String name) {
    Integer known = numbers.get(name);
    if (known == null) {
      known = RESERVED + names.size();
      numbers.put(name, known);
      names.add(name);
    }
    return known;
  }

  /** The name behind a number that {@link #of} gave. */
  String name(int symbol) {
    return symbol < RESERVED ? "" : names.get(symbol - RESERVED);
  }
}
