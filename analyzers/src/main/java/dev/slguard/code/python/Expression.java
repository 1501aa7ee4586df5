package dev.slguard.code.python;

import java.util.List;
import java.util.Optional;

/**
 * An expression of Python source. Offsets are 0-based positions in the file's text, ends are exclusive; brackets around
 * an expression do not belong to it, as in CPython's {@code ast}.
 */
sealed interface Expression {
  /** Offset of the first character. */
  int start();

  /** Offset after the last character. */
  int end();

  /** A variable. */
  record Name(String id, int start, int end) implements Expression {}

  /** A number as written: {@code 0x1F}, {@code 1_000}, {@code 2.5e3j}, {@code 0777L}. */
  record Numeral(String text, int start, int end) implements Expression {}

  /** A string literal with its escapes resolved and its parts joined; of a bytes literal, one character a byte. */
  record Text(String value, boolean bytes, int start, int end) implements Expression {}

  /** {@code True}, {@code False}, {@code None} or {@code ...}. */
  record Constant(ConstantKind kind, int start, int end) implements Expression {}

  /** Which constant. */
  enum ConstantKind {
    TRUE, FALSE, NONE, ELLIPSIS
  }

  /** An f-string, or a t-string if {@code template}, joined with its neighbours. */
  record Formatted(List<Part> parts, boolean template, int start, int end) implements Expression {}

  /** A piece of a formatted string. */
  sealed interface Part {
    /** Plain characters, escapes resolved. */
    record Chars(String value) implements Part {}

    /** A replacement field; {@code conversion} is {@code r}, {@code s}, {@code a} or empty. */
    record Field(Expression value, String conversion, List<Part> format) implements Part {}
  }

  /** {@code not}, {@code -}, {@code +} or {@code ~} before an operand. */
  record Unary(TokenKind operator, Expression operand, int start, int end) implements Expression {}

  /** An arithmetic or bitwise operation; chains lean to the left and may be long. */
  record Binary(Expression left, TokenKind operator, Expression right, int start, int end) implements Expression {}

  /** {@code and} or {@code or} over two or more operands. */
  record Logical(TokenKind operator, List<Expression> operands, int start, int end) implements Expression {}

  /** A comparison, maybe chained: {@code operators} has one item less than {@code operands}. */
  record Comparison(List<Expression> operands, List<Relation> operators, int start, int end) implements Expression {}

  /** How two operands are compared. */
  enum Relation {
    LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT
  }

  /** A call. */
  record Call(Expression function, List<Argument> arguments, int start, int end) implements Expression {}

  /** An argument of a call or a base of a class; {@code keyword} is empty unless {@code kind} is KEYWORD. */
  record Argument(ArgumentKind kind, String keyword, Expression value) {}

  /** How an argument is passed. */
  enum ArgumentKind {
    POSITIONAL, KEYWORD, STAR, DOUBLE_STAR
  }

  /** {@code value.name}. */
  record Attribute(Expression value, String name, int start, int end) implements Expression {}

  /** {@code value[index]}; several indices are a tuple. */
  record Subscript(Expression value, Expression index, int start, int end) implements Expression {}

  /** {@code lower:upper:step} inside a subscript. */
  record Slice(Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step, int start,
      int end) implements Expression {}

  /** A tuple, with or without brackets. */
  record Tuple(List<Expression> items, int start, int end) implements Expression {}

  /** A list display. */
  record ListDisplay(List<Expression> items, int start, int end) implements Expression {}

  /** A set display. */
  record SetDisplay(List<Expression> items, int start, int end) implements Expression {}

  /** A dict display. */
  record DictDisplay(List<Entry> entries, int start, int end) implements Expression {}

  /** {@code key: value}, or {@code **value} where the key is empty. */
  record Entry(Optional<Expression> key, Expression value) {}

  /** A comprehension; {@code value} is there for DICT only, where {@code element} is the key. */
  record Comprehension(ComprehensionKind kind, Expression element, Optional<Expression> value, List<Clause> clauses,
      int start, int end) implements Expression {}

  /** What a comprehension makes. */
  enum ComprehensionKind {
    LIST, SET, DICT, GENERATOR
  }

  /** {@code for target in iterable if condition …}. */
  record Clause(Expression target, Expression iterable, List<Expression> conditions, boolean async) {}

  /** A lambda. */
  record Lambda(List<Parameter> parameters, Expression body, ScopeFacts scope, int start,
      int end) implements Expression {}

  /**
   * A parameter of a function or lambda.
   *
   * @param target what a Python 2 tuple parameter unpacks into; such a parameter has no name
   */
  record Parameter(ParameterKind kind, String name, Optional<Expression> target, Optional<Expression> annotation,
      Optional<Expression> initial, int start, int end) {}

  /** How arguments reach a parameter. */
  enum ParameterKind {
    POSITIONAL_ONLY, NORMAL, KEYWORD_ONLY, STAR, DOUBLE_STAR
  }

  /** {@code body if test else otherwise}. */
  record Conditional(Expression test, Expression body, Expression otherwise, int start,
      int end) implements Expression {}

  /** {@code await value}. */
  record Await(Expression value, int start, int end) implements Expression {}

  /** {@code yield value}. */
  record Yield(Optional<Expression> value, int start, int end) implements Expression {}

  /** {@code yield from value}. */
  record YieldFrom(Expression value, int start, int end) implements Expression {}

  /** {@code *value}. */
  record Starred(Expression value, int start, int end) implements Expression {}

  /** {@code name := value}. */
  record Walrus(Name name, Expression value, int start, int end) implements Expression {}

  /** What could not be read, or was missing. */
  record Unreadable(int start, int end) implements Expression {}
}
