package dev.slguard.code.javascript;

import java.util.List;
import java.util.Optional;

/** What a value is assigned or bound to. */
sealed interface Pattern extends Node {
  /** A name that is bound or assigned. */
  record Binding(String name, int start, int end) implements Pattern {}

  /** A member or element that is assigned (any other expression after an error). */
  record Target(Expression expression) implements Pattern {
    @Override
    public int start() {
      return expression.start();
    }

    @Override
    public int end() {
      return expression.end();
    }
  }

  /** <code>{a, b: c, ...rest}</code>. */
  record ObjectPattern(List<Entry> entries, Optional<Pattern> rest, int start, int end) implements Pattern {
    /** A property and what it goes to. */
    record Entry(PropertyKey key, Pattern value) {}
  }

  /** {@code [a, , b, ...rest]}; a place left empty binds nothing. */
  record ArrayPattern(List<Optional<Pattern>> items, Optional<Pattern> rest, int start, int end) implements Pattern {}

  /** {@code target = value} where the value stands in for undefined. */
  record Preset(Pattern target, Expression value, int start, int end) implements Pattern {}
}
