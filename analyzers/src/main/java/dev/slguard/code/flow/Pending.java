package dev.slguard.code.flow;

import java.util.BitSet;

/** The blocks of a routine that are still to be visited, first ones first. */
final class Pending {
  private final RoutineFacts about;
  private final BitSet ranks = new BitSet();

  /** No blocks of the routine that {@code about} is about. */
  Pending(RoutineFacts about) {
    this.about = about;
  }

  boolean isEmpty() {
    return ranks.isEmpty();
  }

  /** Adds a block that can be reached, once. */
  void add(int block) {
    ranks.set(about.rank(block));
  }

  /** Takes the first block away. */
  int poll() {
    int first = ranks.nextSetBit(0);
    ranks.clear(first);
    return about.block(first);
  }
}
