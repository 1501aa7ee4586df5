package dev.slguard.rules.finding;

import dev.slguard.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A verdict with its evidence.
 *
 * @param message one sentence: the thing, the fact, the consequence
 * @param at the narrowest place where the fix goes
 * @param resource logical id the author wrote (or, for a generated resource, the authored parent)
 * @param function authored name of the function concerned
 * @param properties further facts by name; a value is a text or a list of texts
 * @param steps the evidence in the order of its story; of a flow, its strongest
 * @param otherFlows further ways by which a value comes to the same place, each a story of its own
 * @param fix the smallest change, in one sentence
 * @param fingerprint identity over time, 32 hexadecimal digits, without line numbers (ecosystem.md section 1.4)
 */
public record Finding(String ruleId, Severity severity, Confidence confidence, String message, Span at,
    Optional<String> resource, Optional<String> function, SequencedMap<String, Fact> properties,
    List<EvidenceStep> steps, List<List<EvidenceStep>> otherFlows, Optional<String> fix, String fingerprint) {

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
    otherFlows = List.copyOf(otherFlows);
  }

  /** One with a single story, its fingerprint not yet set. */
  public Finding(String ruleId, Severity severity, Confidence confidence, String message, Span at,
      Optional<String> resource, Optional<String> function, SequencedMap<String, Fact> properties,
      List<EvidenceStep> steps, Optional<String> fix) {
    this(ruleId, severity, confidence, message, at, resource, function, properties, steps, List.of(), fix, "");
  }

  /** Where the other flows begin, those left out that begin where the told one does. */
  public List<EvidenceStep> otherStarts() {
    return otherFlows.stream().flatMap(List::stream)
        .filter(step -> step.kind() == EvidenceStep.Kind.SOURCE && !steps.contains(step)).distinct().toList();
  }

  /** The same with the identity that it keeps over time, and its properties in order. */
  public Finding identified(String identity) {
    return new Finding(ruleId, severity, confidence, message, at, resource, function, new TreeMap<>(properties), steps,
        otherFlows, fix, identity);
  }

  /** The same with other properties and steps. */
  public Finding with(SequencedMap<String, Fact> otherProperties, List<EvidenceStep> otherSteps) {
    return new Finding(ruleId, severity, confidence, message, at, resource, function, otherProperties, otherSteps,
        otherFlows, fix, fingerprint);
  }
}
