package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Library;

/** Whether a value may be true and may be false in a condition. */
record Truths(boolean mayBeTrue, boolean mayBeFalse) {
  private static final Truths EITHER = new Truths(true, true);

  static Truths of(Value value, Library library) {
    if (value.isOpen() || value.isNone()) {
      return EITHER;
    }
    boolean isTrue = false;
    boolean isFalse = false;
    for (Constant constant : value.constants()) {
      boolean falsy = switch (constant) {
        case Constant.Truth(boolean truth) -> !truth;
        case Constant.Nothing _ -> true;
        case Constant.Numeral(String text) -> library.isFalsy(text);
        case Constant.Text(String text) -> library.isFalsy('"' + text + '"');
        case Constant.Pattern _ -> false;
      };
      isTrue |= !falsy;
      isFalse |= falsy;
    }
    // An empty container is false in some languages; whether it is empty is not followed.
    return value.refs().isEmpty() ? new Truths(isTrue, isFalse) : new Truths(true, true);
  }

  /** Whether {@code value} may be a truth value that tells something. */
  static boolean couldBeTruth(Value value) {
    return value.refs().isEmpty() && value.taints().isEmpty()
        && (value.isPlain() || !value.test().isNone() || value.constants().stream()
            .anyMatch(constant -> constant instanceof Constant.Truth || constant instanceof Constant.Nothing));
  }
}
