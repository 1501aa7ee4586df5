package dev.slguard.iam.effective;

import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;
import java.util.List;

/**
 * One entry of a statement that gives an action, after Deny statements and boundary.
 *
 * @param action as the catalogue spells it, as asked for where it does not know it
 * @param by the statement that gives it
 * @param resource the entry of Resource; the whole element as {@code *} where it is NotResource or missing
 * @param certainty TRUE if it holds whatever deployment decides, conditions of the statement aside
 * @param conditions the statement's conditions that only a request decides
 * @param limits Deny statements and boundary statements that take a part of it away, or may
 */
public record Permission(String action, Statement by, TextPattern resource, Breadth breadth, Truth certainty,
    List<Condition> conditions, List<Statement> limits) {
  public Permission {
    conditions = List.copyOf(conditions);
    limits = List.copyOf(limits);
  }

  /** Whether no condition of a request narrows it. */
  public boolean isUnconditional() {
    return conditions.isEmpty();
  }
}
