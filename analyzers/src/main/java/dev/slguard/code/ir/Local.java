package dev.slguard.code.ir;

/**
 * A parameter, variable or temporary of one routine.
 *
 * @param index position in {@link Routine#variables}
 */
public record Local(int index) implements Operand {
  @Override
  public String toString() {
    return "%" + index;
  }
}
