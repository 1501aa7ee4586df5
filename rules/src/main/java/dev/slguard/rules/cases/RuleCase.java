package dev.slguard.rules.cases;

import dev.slguard.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/**
 * One case of a rule.
 *
 * @param files text by path
 * @param expectations all that the rule must say; whatever else it says is a fault
 * @param at the case in its rule file
 */
public record RuleCase(String ruleId, String name, SequencedMap<String, String> files, List<Expectation> expectations,
    Span at) {
  /** What a rule must say of a place. */
  public enum Outcome {
    FAIL, UNKNOWN, OK
  }

  /**
   * One thing that the rule must say.
   *
   * @param subject the resource found, or the end of the way to the place: {@code Statement[0]}
   * @param file path of the file
   * @param line 1-based line in that file
   * @param contains text within the message
   */
  public record Expectation(Outcome outcome, Optional<String> subject, Optional<String> file, OptionalInt line,
      Optional<String> contains) {
    /** A marker in the text of a file. */
    static Expectation at(Outcome outcome, String file, int line) {
      return new Expectation(outcome, Optional.empty(), Optional.of(file), OptionalInt.of(line), Optional.empty());
    }

    /** As results show it. */
    @Override
    public String toString() {
      var text = new StringBuilder(outcome.name().toLowerCase(Locale.ROOT));
      subject.ifPresent(name -> text.append(' ').append(name));
      if (file.isPresent() || line.isPresent()) {
        text.append(" at ").append(file.orElse(""));
        line.ifPresent(number -> text.append(':').append(number));
      }
      contains.ifPresent(part -> text.append(" saying '").append(part).append('\''));
      return text.toString();
    }
  }

  public RuleCase {
    files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    expectations = List.copyOf(expectations);
  }

  /** Whether it shows a violation. */
  public boolean isFailing() {
    return expectations.stream().anyMatch(one -> one.outcome() == Outcome.FAIL);
  }

  /** Whether it shows something sound. */
  public boolean isPassing() {
    return expectations.isEmpty() || expectations.stream().anyMatch(one -> one.outcome() == Outcome.OK);
  }
}
