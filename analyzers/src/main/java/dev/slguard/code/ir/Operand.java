package dev.slguard.code.ir;

/** What an instruction reads: a local of the routine, or a constant. */
public sealed interface Operand permits Local, Constant {}
