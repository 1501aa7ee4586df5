package dev.slguard.code.ir;

/** Operators of {@link Instruction.Operation}; operands in the order written. */
public enum Operator {
  /** Adds numbers, joins texts or lists, whatever its operands turn out to be. Where one is surely a text: Concat. */
  ADD,
  /** Minus and remainder of numbers. */
  SUBTRACT, REMAINDER,
  /** Any other arithmetic or bitwise operator: the result is a number. */
  ARITHMETIC,
  /** Python's {@code format % arguments}: a text or number by its first operand. */
  PERCENT,
  /** {@code *}, {@code /}, {@code |} in every language; Python overloads them, pathlib its {@code /} for one. */
  MULTIPLY, DIVIDE, UNION,
  /** Unary plus and minus: the result is a number. */
  NEGATE, NOT,
  /** Equality of values ({@code ==}) and, where a language has both, of type and value or identity ({@code ===}, {@code is}). */
  EQUAL, NOT_EQUAL, SAME, NOT_SAME, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL,
  /** {@code key in container}: membership; in JavaScript of property names. */
  IN, NOT_IN,
  /** {@code value instanceof type}; {@code isinstance} stays a call. The second operand is the imported type. */
  INSTANCE_OF,
  /** {@code typeof value}: a text constant of the language. */
  TYPE_OF,
  /** {@code object[from:to]}; {@link Constant.Nothing} for a bound that is not written. */
  SLICE,
  /** The container in its operand has one more element: the condition of a loop over it. */
  HAS_NEXT,
  /** The parameter in its operand was not passed (or is undefined): guards the code of a default value. */
  MISSING
}
