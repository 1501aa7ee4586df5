package dev.slguard.iam.policy;

import dev.slguard.model.ConditionSet;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One parsed statement. Where a template decides between two forms ({@code Fn::If}), each form is a statement of its own.
 *
 * @param sid as written
 * @param principals absent in identity policies
 * @param resources absent where the carrier itself is meant: in trust policies and those of ECR repositories and others
 * @param conditions all must hold
 * @param source the policy it stands in
 * @param when the deployments in which it exists
 * @param effectAt the Effect's value, or the statement
 * @param at the whole statement
 */
public record Statement(Optional<String> sid, Effect effect, Optional<PrincipalList> principals, PatternList actions,
    Optional<PatternList> resources, List<Condition> conditions, Source source, ConditionSet when, Span effectAt,
    Span at) {

  /**
   * The policy that holds a statement.
   *
   * @param name policy name, ARN or logical id
   * @param carrier logical id of the resource that carries it; empty for an AWS managed policy
   * @param variables whether its Version understands {@code ${…}}
   */
  public record Source(String name, String carrier, PolicyType type, boolean variables) {}

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** How messages name it: its Sid, else its policy. */
  public String label() {
    return sid.filter(text -> !text.isEmpty()).orElse(source.name());
  }
}
