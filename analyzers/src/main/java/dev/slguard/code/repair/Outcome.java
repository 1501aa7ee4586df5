package dev.slguard.code.repair;

import java.util.List;

/**
 * What came of reading a text on trial.
 *
 * @param firstProblem the offset of the first syntax error; the length of the text if there is none
 * @param furthest the furthest offset of an error: further than the first where the parser tried another way that went
 *        on there
 * @param isSound whether there is none
 * @param functions those of a sound text
 */
public record Outcome(int firstProblem, int furthest, boolean isSound, List<Span> functions) {
  /** From {@code start} up to {@code end}. */
  public record Span(int start, int end) {}

  /** A text of that length without errors. */
  public static Outcome sound(int length, List<Span> functions) {
    return new Outcome(length, length, true, functions);
  }

  /** A text whose first error stands at an offset. */
  public static Outcome failed(int problem) {
    return new Outcome(problem, problem, false, List.of());
  }
}
