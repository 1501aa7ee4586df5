package dev.slguard.code.ir;

/** What a call calls. */
public sealed interface Callee {
  /** A value that is a function: {@code f(x)}, {@code table[name](x)}, {@code decorator(f)}. */
  record Value(Operand function) implements Callee {}

  /** A method by name: {@code receiver.name(x)}; also functions of a module and static methods. */
  record Method(Operand receiver, String name) implements Callee {}

  /** The method {@code name} of the base class on the current receiver; {@code ""} is the base's constructor. */
  record Super(String name) implements Callee {}

  /** {@code new type(x)}. Python writes {@link Value} for this, since a class is called like a function. */
  record Constructor(Operand type) implements Callee {}
}
