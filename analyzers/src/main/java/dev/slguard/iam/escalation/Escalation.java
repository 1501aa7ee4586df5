package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.Permission;
import dev.slguard.model.Truth;
import java.util.List;

/**
 * A method that a principal can use.
 *
 * @param evidence one permission for each action it needs, in the method's order
 */
public record Escalation(Method method, List<Permission> evidence) {
  public Escalation {
    evidence = List.copyOf(evidence);
  }

  /** TRUE if it works whatever deployment decides. */
  public Truth certainty() {
    return evidence.stream().map(Permission::certainty).reduce(Truth.TRUE, Truth::and);
  }
}
