package dev.slguard.iam.compare;

import dev.slguard.iam.evaluate.Caller;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.evaluate.Decision;
import dev.slguard.iam.evaluate.Evaluator;
import dev.slguard.iam.evaluate.PolicySet;
import dev.slguard.iam.evaluate.Request;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.Atoms;
import dev.slguard.iam.sets.GlobSet;
import dev.slguard.iam.sets.PermissionSet;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares two sets of identity policies. The comparison is exact on actions and resources; on conditions it is careful: what the
 * second set allows under a condition counts as allowed, what the first set allows counts only if its conditions are among
 * them. Thread-safe.
 */
public final class PolicyDiff {
  /** The caller of examples: a user, whose variables have values. */
  private static final Caller CALLER = Caller.parse("arn:aws:iam::111111111111:user/example");

  private PolicyDiff() {}

  /** What {@code now} allows that {@code before} did not, in the order written. Swap the arguments for what was lost. */
  public static List<Wider> wider(List<Policy> before, List<Policy> now) {
    var old = new Evaluator(PolicySet.ofIdentity(before));
    var young = new Evaluator(PolicySet.ofIdentity(now));
    var found = new ArrayList<Wider>();
    for (Statement statement : statements(now)) {
      if (statement.effect() == Effect.DENY) {
        continue;
      }
      for (TextPattern action : entries(Optional.of(statement.actions()), statement)) {
        for (TextPattern resource : entries(statement.resources(), statement)) {
          compare(statement, action, resource, before, now, old, young).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static List<Statement> statements(List<Policy> policies) {
    return policies.stream().flatMap(policy -> policy.statements().stream()).toList();
  }

  private static List<TextPattern> entries(Optional<PatternList> list, Statement statement) {
    return list.filter(items -> !items.negated()).map(PatternList::items).orElseGet(() -> List
        .of(TextPattern.of("*", TextPattern.Syntax.WILDCARDS, list.map(PatternList::at).orElse(statement.at()))));
  }

  private static Optional<Wider> compare(Statement statement, TextPattern action, TextPattern resource,
      List<Policy> before, List<Policy> now, Evaluator old, Evaluator young) {
    PermissionSet entry = new PermissionSet.Rectangle(new GlobSet.Union(List.of(ActionPattern.glob(action))),
        new GlobSet.Union(List.of(ResourcePattern.glob(resource, true)))).intersect(PermissionSet.of(statement));
    PermissionSet left = entry.minus(denied(now, statement)).minus(kept(before, statement));
    if (left.isEmpty().isTrue()) {
      return Optional.empty();
    }
    Optional<Wider.Example> example = example(statement, action, resource, before, now, old, young);
    boolean settled = statement.conditions().isEmpty()
        && statements(before).stream().allMatch(one -> one.conditions().isEmpty())
        && statements(now).stream().allMatch(one -> one.conditions().isEmpty());
    return example.isEmpty() && settled && !hasVariables(before, now)
        ? Optional.empty()
        : Optional.of(new Wider(statement, action, resource, example));
  }

  private static boolean hasVariables(List<Policy> before, List<Policy> now) {
    return Stream.concat(statements(before).stream(), statements(now).stream()).flatMap(one -> one.resources().stream())
        .flatMap(list -> list.items().stream()).anyMatch(item -> item.hasVariable() || item.hasHole());
  }

  /** What the second set certainly takes away again. */
  private static PermissionSet denied(List<Policy> now, Statement statement) {
    return PermissionSet.allowed(statements(now).stream()
        .filter(one -> one.effect() == Effect.DENY && implied(one, statement)).map(PolicyDiff::asAllow).toList(),
        _ -> true);
  }

  /** What the first set certainly allows where the statement's conditions hold. */
  private static PermissionSet kept(List<Policy> before, Statement statement) {
    return PermissionSet.allowed(statements(before), one -> one.effect() == Effect.DENY || implied(one, statement));
  }

  private static Statement asAllow(Statement deny) {
    return new Statement(deny.sid(), Effect.ALLOW, deny.principals(), deny.actions(), deny.resources(),
        deny.conditions(), deny.source(), deny.when(), deny.effectAt(), deny.at());
  }

  private static boolean implied(Statement one, Statement by) {
    Set<String> given = new HashSet<>(by.conditions().stream().map(Condition::text).toList());
    return one.when().isAlways() && one.conditions().stream().allMatch(condition -> given.contains(condition.text()));
  }

  /** A request that the decisions of both sets confirm. */
  private static Optional<Wider.Example> example(Statement statement, TextPattern action, TextPattern resource,
      List<Policy> before, List<Policy> now, Evaluator old, Evaluator young) {
    List<Glob> actionGlobs = Stream.concat(statements(before).stream(), statements(now).stream())
        .flatMap(one -> one.actions().items().stream()).map(ActionPattern::glob).distinct().toList();
    var others = new ArrayList<>(before);
    others.addAll(now);
    for (Map<String, List<String>> keys : Contexts.worthTrying(statement, others)) {
      var base = new Request(CALLER, Glob.EVERYTHING, Glob.text("*"), Optional.empty(), Context.of(keys),
          ConditionSet.ALWAYS, Request.Setting.PLAIN);
      var resourceGlobs = new ArrayList<>(old.resourceGlobs(base));
      young.resourceGlobs(base).stream().filter(glob -> !resourceGlobs.contains(glob)).forEach(resourceGlobs::add);
      List<Atoms.Atom> resources = Atoms.of(resourceGlobs, ResourcePattern.glob(plain(resource), true)).list();
      for (Atoms.Atom actionAtom : Atoms.of(actionGlobs, ActionPattern.glob(action)).list()) {
        Request asked = base.withAction(Glob.text(actionAtom.witness()));
        for (Atoms.Atom resourceAtom : resources) {
          Request request = asked.withResource(Glob.text(resourceAtom.witness()));
          if (decides(young, request, Truth.TRUE) && decides(old, request, Truth.FALSE)) {
            return Optional.of(new Wider.Example(actionAtom.witness(), resourceAtom.witness(), keys));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The entry with the caller of the examples in it. */
  private static TextPattern plain(TextPattern resource) {
    return resource
        .resolve(variable -> Optional.of(new Part.Literal(
            variable.key().equalsIgnoreCase("aws:username") ? "example" : variable.fallback().orElse("x"))))
        .orElse(resource);
  }

  private static boolean decides(Evaluator evaluator, Request request, Truth allowed) {
    Decision.Outcome outcome = evaluator.decide(request).outcome();
    return allowed.isTrue()
        ? outcome == Decision.Outcome.ALLOWED
        : outcome == Decision.Outcome.IMPLICITLY_DENIED || outcome == Decision.Outcome.EXPLICITLY_DENIED;
  }
}
