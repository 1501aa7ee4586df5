package dev.slguard.iam.policy;

import dev.slguard.model.ConditionSet;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One parsed policy document.
 *
 * @param version as written; empty if missing
 * @param size characters of the document as JSON without white space, known parts only
 * @param problems what is wrong with its grammar, in the order found
 * @param when the deployments in which it applies
 */
public record Policy(Statement.Source source, Optional<String> version, List<Statement> statements, int size,
    List<PolicyProblem> problems, ConditionSet when, Span at) {
  public Policy {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
  }
}
