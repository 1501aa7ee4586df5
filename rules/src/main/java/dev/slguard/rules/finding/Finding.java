package dev.slguard.rules.finding;

import dev.slguard.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A verdict with its evidence.
 *
 * @param message one sentence: the thing, the fact, the consequence
 * @param at the narrowest place where the fix goes
 * @param resource logical id the author wrote (or, for a generated resource, the authored parent)
 * @param function authored name of the function concerned
 * @param properties further facts by name; a value is a text or a list of texts
 * @param fix the smallest change, in one sentence
 * @param fingerprint identity over time, 32 hexadecimal digits, without line numbers (ecosystem.md section 1.4)
 */
public record Finding(String ruleId, Severity severity, Confidence confidence, String message, Span at,
    Optional<String> resource, Optional<String> function, SequencedMap<String, Fact> properties,
    List<EvidenceStep> steps, Optional<String> fix, String fingerprint) {

  /** A property's value. */
  public sealed interface Fact {
    /** One text. */
    record One(String text) implements Fact {}

    /** Several texts, in order. */
    record Many(List<String> texts) implements Fact {
      public Many {
        texts = List.copyOf(texts);
      }
    }
  }

  public Finding {
    properties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(properties));
    steps = List.copyOf(steps);
  }

  /** The same with other properties and steps. */
  public Finding with(SequencedMap<String, Fact> otherProperties, List<EvidenceStep> otherSteps) {
    return new Finding(ruleId, severity, confidence, message, at, resource, function, otherProperties, otherSteps, fix,
        fingerprint);
  }
}
