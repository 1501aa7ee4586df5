package dev.slguard.code.ir;

import dev.slguard.source.Span;

/** How a block ends. Targets are indices into {@link Routine#blocks}. */
public sealed interface Terminator {
  /** Goes on at {@code target}. */
  record Jump(int target) implements Terminator {}

  /** Goes on at {@code whenTrue} if {@code condition} is true by the language's own rule, else at {@code whenFalse}. */
  record Branch(Operand condition, int whenTrue, int whenFalse, Span at) implements Terminator {}

  /** Ends the routine with a result; {@link Constant.Nothing} where none is written. */
  record Return(Operand value, Span at) implements Terminator {}

  /** Raises; goes on at the block's handler, if it has one. */
  record Throw(Operand value, Span at) implements Terminator {}
}
