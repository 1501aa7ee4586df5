package dev.slguard.code.ir;

import dev.slguard.source.Span;

/**
 * One argument of a call, or one item of a list literal.
 *
 * @param name of a keyword argument; empty for the other kinds
 * @param at the argument as written: where a finding about its value points
 */
public record Argument(Kind kind, String name, Operand value, Span at) {
  /** How an argument is passed. */
  public enum Kind {
    POSITIONAL,
    /** {@code name=value}. */
    KEYWORD,
    /** {@code *list} in Python, {@code ...list} in JavaScript, the array given whole to Java's varargs. */
    SPREAD,
    /** {@code **map} in Python. */
    KEYWORD_SPREAD
  }

  /** A positional argument. */
  public static Argument of(Operand value, Span at) {
    return new Argument(Kind.POSITIONAL, "", value, at);
  }

  /** A keyword argument. */
  public static Argument keyword(String name, Operand value, Span at) {
    return new Argument(Kind.KEYWORD, name, value, at);
  }

  /** A list whose items are the arguments. */
  public static Argument spread(Operand value, Span at) {
    return new Argument(Kind.SPREAD, "", value, at);
  }

  /** A map whose entries are the keyword arguments. */
  public static Argument keywordSpread(Operand value, Span at) {
    return new Argument(Kind.KEYWORD_SPREAD, "", value, at);
  }
}
