package dev.slguard.code.ir;

/** A literal. */
public sealed interface Constant extends Operand {
  /** A text or character with its escapes resolved; bytes as Latin-1. */
  record Text(String value) implements Constant {
    @Override
    public String toString() {
      return '"' + Printer.escaped(value) + '"';
    }
  }

  /** A number as written, without separators and type suffix. */
  record Numeral(String text) implements Constant {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A truth value. */
  record Truth(boolean value) implements Constant {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** A regular expression literal; {@code flags} as written, {@code gi}. */
  record Pattern(String text, String flags) implements Constant {
    @Override
    public String toString() {
      return '/' + Printer.escaped(text) + '/' + flags;
    }
  }

  /** null, None, undefined. */
  record Nothing() implements Constant {
    @Override
    public String toString() {
      return "nothing";
    }
  }

  /** A text constant. */
  static Constant text(String value) {
    return new Text(value);
  }

  /** An integer constant. */
  static Constant number(long value) {
    return new Numeral(Long.toString(value));
  }

  /** A truth constant. */
  static Constant truth(boolean value) {
    return new Truth(value);
  }

  /** null, None, undefined. */
  static Constant nothing() {
    return new Nothing();
  }
}
