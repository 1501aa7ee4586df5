package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.Statement;
import java.util.List;

/**
 * The answer to a request.
 *
 * @param by the statements that decided: those that deny, or those that allow; for an unknown answer those that might
 * @param why one sentence where no statement decided
 */
public record Decision(Outcome outcome, List<Statement> by, String why) {

  /** What is answered. */
  public enum Outcome {
    ALLOWED("Allowed"),
    /** Nothing allows it. */
    IMPLICITLY_DENIED("ImplicitlyDenied"),
    /** A Deny statement hits it. */
    EXPLICITLY_DENIED("ExplicitlyDenied"),
    /** Only deployment, or the request, decides. */
    UNKNOWN("Unknown");

    private final String spelling;

    Outcome(String spelling) {
      this.spelling = spelling;
    }

    /** As reports spell it. */
    public String spelling() {
      return spelling;
    }
  }

  public Decision {
    by = List.copyOf(by);
  }
}
