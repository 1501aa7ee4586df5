package dev.slguard.code.ir;

import java.util.List;

/**
 * Instructions that run one after the other.
 *
 * @param handler block that gets what is thrown here; -1: the caller does
 */
public record Block(List<Instruction> instructions, Terminator end, int handler) {
  /** Value of {@link #handler} where nothing is caught. */
  public static final int NO_HANDLER = -1;

  public Block {
    instructions = List.copyOf(instructions);
  }
}
