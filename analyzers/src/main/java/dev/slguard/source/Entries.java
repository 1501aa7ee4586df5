package dev.slguard.source;

import java.util.function.BiConsumer;

/** The entries of a mapping as they are read. Not thread-safe. */
final class Entries {
  private final FixedMap.Builder<Tree.Entry> entries = new FixedMap.Builder<>(4);
  private final Diagnostics diagnostics;

  Entries(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Adds {@code entry}; it takes the place of an earlier one of the same key, with a warning. */
  void put(String key, Tree.Entry entry) {
    Tree.Entry earlier = entries.put(key, entry);
    if (earlier != null) {
      diagnostics.warning(entry.keyAt(), "key '" + Text.shown(key) + "' stands twice, first in line "
          + earlier.keyAt().line() + "; the last one counts");
    }
  }

  /** Takes further entries, which give way to those that are there. */
  BiConsumer<String, Tree.Entry> defaults() {
    return entries::putIfAbsent;
  }

  /** All of them; nothing can be added any more. */
  FixedMap<Tree.Entry> build() {
    return entries.build();
  }
}
