package dev.slguard.rules.language;

import dev.slguard.source.Tree;
import java.util.List;

/** An operator with what stands behind it. */
public record Comparison(Operator operator, Operand operand) {
  /** What a value is compared with. */
  public sealed interface Operand {
    /** One of these. */
    record Words(List<Word> words) implements Operand {
      public Words {
        words = List.copyOf(words);
      }
    }

    /** A number. */
    record Amount(double number) implements Operand {}

    /** Yes or no. */
    record Flag(boolean flag) implements Operand {}

    /** A regular expression. */
    record Pattern(LazyPattern pattern) implements Operand {}
  }

  /** A text and how it was written: {@code true} without quotes equals every spelling of true. */
  public record Word(String text, Tree.Kind kind) {}
}
