package dev.slguard.rules.evaluate;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.library.Trust;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.List;

/** The story of a flow: from the trigger's line in the template to the call that hurts. */
final class FlowSteps {
  private FlowSteps() {}

  static List<EvidenceStep> of(Flow flow) {
    var steps = new ArrayList<EvidenceStep>();
    EntryPoint entry = flow.entry();
    entry.trigger()
        .ifPresent(at -> steps.add(new EvidenceStep(EvidenceStep.Layer.TRIGGER, EvidenceStep.Kind.TRIGGER,
            "function '" + entry.function().orElse(entry.symbol()) + "' is started by " + shape(entry)
                + (entry.authenticated() ? "" : ", without authentication"),
            at)));
    for (Flow.Step step : flow.steps()) {
      steps.add(new EvidenceStep(EvidenceStep.Layer.CODE, kind(step.kind()), message(step, flow), step.at()));
    }
    return steps;
  }

  /** What the value is, at the start of a sentence. */
  static String what(Flow flow) {
    return switch (flow.label()) {
      case UNTRUSTED -> "'" + flow.sourceName() + "'";
      case SECRET -> "Secret '" + flow.sourceName() + "'";
      case EXCEPTION -> flow.sourceName().equals("exception")
          ? "The text of an exception"
          : "'" + flow.sourceName() + "' of an exception";
      case LLM -> "The answer of a language model";
      case LITERAL -> "'" + flow.sourceName() + "' in the code";
      case PREDICTABLE -> "A number of '" + flow.sourceName() + "'";
    };
  }

  private static String shape(EntryPoint entry) {
    return "an event of the kind '" + Text.word(entry.shape()) + "'";
  }

  private static EvidenceStep.Kind kind(Flow.Step.Kind kind) {
    return switch (kind) {
      case SOURCE -> EvidenceStep.Kind.SOURCE;
      case CALL, RETURN, STORE -> EvidenceStep.Kind.PROPAGATION;
      case SINK -> EvidenceStep.Kind.SINK;
    };
  }

  private static String message(Flow.Step step, Flow flow) {
    return switch (step.kind()) {
      case SOURCE -> switch (flow.label()) {
        case UNTRUSTED -> flow.trust() == Trust.INTERNAL
            ? "'" + step.detail() + "' may hold what others wrote"
            : "'" + step.detail() + "' is chosen by the sender of the event";
        case SECRET -> "'" + step.detail() + "' is a secret";
        case EXCEPTION -> "an exception is caught";
        case LLM -> "'" + step.detail() + "' was written by a language model";
        case LITERAL -> "'" + step.detail() + "' stands in the code";
        case PREDICTABLE -> "'" + step.detail() + "' can be guessed from earlier values";
      };
      case CALL -> "it is handed to '" + step.detail() + "'";
      case RETURN -> "it comes back from '" + step.detail() + "'";
      case STORE -> "it is kept in '" + step.detail() + "'";
      case SINK -> "it reaches '" + step.detail() + "'";
    };
  }
}
