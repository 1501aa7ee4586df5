package dev.slguard.rules.finding;

import dev.slguard.source.Span;

/** One step of the evidence, in the order of the story; its message makes sense alone. */
public record EvidenceStep(Layer layer, Kind kind, String message, Span at) {

  /** Which part of the application the step stands in. */
  public enum Layer {
    TRIGGER, CODE, IAM, RESOURCE
  }

  /** What the step contributes. */
  public enum Kind {
    TRIGGER, SOURCE, PROPAGATION, SINK, PERMISSION, RESOURCE, NOTE
  }
}
