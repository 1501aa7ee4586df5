package dev.slguard.code.python;

import java.util.LinkedHashSet;
import java.util.Set;

/** What expressions say about the function around them; filled while it is read. */
final class ScopeFacts {
  private final Set<String> names = new LinkedHashSet<>(0);
  private boolean generator;

  /** Notes a name bound by {@code :=}. */
  void noteName(String name) {
    names.add(name);
  }

  /** Notes a {@code yield}. */
  void noteYield() {
    generator = true;
  }

  /** The names bound by {@code :=}. */
  Set<String> names() {
    return names;
  }

  /** Whether the function yields. */
  boolean isGenerator() {
    return generator;
  }
}
