package dev.slguard.code.flow;

/**
 * Combines hashes so that neighbouring numbers, of which this engine's objects are made, do not cancel each other out as
 * they do when multiplied by 31: states differ in little, and tables of them must tell them apart.
 */
final class Hashes {
  private Hashes() {}

  /** The hash of {@code first} followed by {@code second}: multiply, fold, multiply, as the finalizer of MurmurHash3 does. */
  static int of(int first, int second) {
    int mixed = (first ^ second * 0x9E3779B1) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 15) * 0xC2B2AE35;
    return mixed ^ mixed >>> 13;
  }
}
