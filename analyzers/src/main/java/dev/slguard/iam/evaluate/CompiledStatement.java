package dev.slguard.iam.evaluate;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement with its patterns made ready, so that many requests can be asked. Immutable. */
final class CompiledStatement {
  private final Statement statement;
  private final List<Glob> actions;
  private final boolean variables;
  private final List<Glob> resources;

  CompiledStatement(Statement statement) {
    this.statement = statement;
    this.actions = statement.actions().items().stream().map(ActionPattern::glob).toList();
    List<TextPattern> items = statement.resources().map(PatternList::items).orElse(List.of());
    this.variables = items.stream().anyMatch(TextPattern::hasVariable);
    this.resources = variables ? List.of() : items.stream().map(this::glob).toList();
  }

  private Glob glob(TextPattern resource) {
    return ResourcePattern.glob(resource, statement.source().type().completesArns());
  }

  Statement statement() {
    return statement;
  }

  Effect effect() {
    return statement.effect();
  }

  /** Whether the action, the resource and the conditions match; the principal is asked apart. */
  Truth matches(Request request, ConditionEvaluator conditions) {
    Truth truth = exists(request.world()).and(matchesAction(request.action()));
    if (!truth.isFalse()) {
      truth = truth.and(matchesResource(request, conditions));
    }
    return truth.isFalse() ? truth : truth.and(conditions.all(statement.conditions()));
  }

  private Truth exists(ConditionSet world) {
    ConditionSet when = statement.when();
    if (when.isAlways() || world.implies(when)) {
      return Truth.TRUE;
    }
    return world.canMeet(when) ? Truth.UNKNOWN : Truth.FALSE;
  }

  private Truth matchesAction(Glob action) {
    Truth any = any(actions, action);
    return statement.actions().negated() ? any.not() : any;
  }

  private Truth matchesResource(Request request, ConditionEvaluator conditions) {
    Optional<PatternList> list = statement.resources();
    if (list.isEmpty()) {
      return Truth.TRUE;
    }
    List<Glob> globs = resources(conditions);
    Truth any = any(globs, request.resource());
    for (Glob glob : globs) {
      any = any.or(ServiceRules.isAllBuckets(request, glob));
    }
    return list.get().negated() ? any.not() : any;
  }

  /** The globs of the actions, in the order written. */
  List<Glob> actions() {
    return actions;
  }

  /** The globs of the resources after variables are replaced; what then matches nothing is left out. */
  List<Glob> resources(ConditionEvaluator conditions) {
    if (!variables) {
      return resources;
    }
    var globs = new ArrayList<Glob>();
    for (TextPattern item : statement.resources().map(PatternList::items).orElse(List.of())) {
      conditions.resolve(item).ifPresent(resolved -> globs.add(glob(resolved)));
    }
    return globs;
  }

  private static Truth any(List<Glob> globs, Glob subject) {
    Truth any = Truth.FALSE;
    for (Glob glob : globs) {
      any = any.or(glob.matches(subject));
      if (any.isTrue()) {
        return any;
      }
    }
    return any;
  }
}
