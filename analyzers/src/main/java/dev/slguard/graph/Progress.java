package dev.slguard.graph;

/** Told how far a long read has come; called from several threads. */
@FunctionalInterface
public interface Progress {
  /** Nobody watches. */
  Progress NONE = (_, _) -> {};

  /** {@code done} of {@code total} files have been read. */
  void at(int done, int total);
}
