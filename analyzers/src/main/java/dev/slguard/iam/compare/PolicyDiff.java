package dev.slguard.iam.compare;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.evaluate.Caller;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.evaluate.Decision;
import dev.slguard.iam.evaluate.Evaluator;
import dev.slguard.iam.evaluate.Request;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.Atoms;
import dev.slguard.iam.sets.GlobSet;
import dev.slguard.iam.sets.PermissionSet;
import dev.slguard.model.ConditionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares two versions of the policies of an identity or of a resource. The comparison is exact on actions, resources and
 * principals; on conditions it is careful: what the second version allows under a condition counts as allowed, what the first
 * one allows counts only if its conditions follow from them, one from one.
 */
public final class PolicyDiff {
  /** The caller of examples on an identity's policies: a user, whose variables have values. */
  private static final String USER = "arn:aws:iam::111111111111:user/example";
  /** Whose resources are: another account than any caller's where a resource's policy alone is to decide. */
  private static final String OWNER = "111111111111";
  private static final String STRANGE_OWNER = "000000000000";

  private final Side before;
  private final Side now;
  private final Realistic realistic;
  private final Evaluator old;
  private final Evaluator young;
  private final Callers callers;
  private final List<Statement> all;

  private PolicyDiff(Side before, Side now, Catalogue catalogue) {
    this.before = before;
    this.now = now;
    this.realistic = new Realistic(catalogue);
    this.old = new Evaluator(before.policies());
    this.young = new Evaluator(now.policies());
    this.all = Stream.concat(Side.statements(before.all()).stream(), Side.statements(now.all()).stream()).toList();
    this.callers = new Callers(all);
  }

  /** What {@code now} allows that {@code before} did not, in the order written. Swap the arguments for what was lost. */
  public static List<Wider> wider(Side before, Side now, Catalogue catalogue) {
    return new PolicyDiff(before, now, catalogue).wider();
  }

  private List<Wider> wider() {
    var found = new ArrayList<Wider>();
    for (Statement statement : Side.statements(now.grants())) {
      if (statement.effect() == Effect.DENY) {
        continue;
      }
      for (Optional<Principal> principal : principals(statement)) {
        for (TextPattern action : entries(Optional.of(statement.actions()), statement)) {
          for (TextPattern resource : entries(statement.resources(), statement)) {
            compare(statement, principal, action, resource).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  /** The entries of Principal; one that is empty for an identity's policy and for NotPrincipal. */
  private List<Optional<Principal>> principals(Statement statement) {
    Optional<PrincipalList> list = statement.principals().filter(_ -> now.ofResource());
    return list.isEmpty() || list.get().negated()
        ? List.of(Optional.empty())
        : list.get().items().stream().map(Optional::of).toList();
  }

  private static List<TextPattern> entries(Optional<PatternList> list, Statement statement) {
    return list.filter(items -> !items.negated()).map(PatternList::items).orElseGet(() -> List
        .of(TextPattern.of("*", TextPattern.Syntax.WILDCARDS, list.map(PatternList::at).orElse(statement.at()))));
  }

  private Optional<Wider> compare(Statement statement, Optional<Principal> principal, TextPattern action,
      TextPattern resource) {
    List<String> asking = now.ofResource() ? callers.of(principal) : List.of(USER);
    // A canonical user id, or a value that deployment decides, is nobody who can be asked for; its words are compared.
    boolean open = asking.isEmpty()
        && isLeft(statement, action, resource, one -> principal.filter(item -> isNamed(item, one)).isPresent());
    for (String caller : asking) {
      Caller parsed = Caller.parse(caller);
      if (!isLeft(statement, action, resource, one -> !now.ofResource() || !Evaluator.names(one, parsed).isFalse())) {
        continue;
      }
      Optional<Wider.Example> example = example(statement, action, resource, caller);
      if (example.isPresent()) {
        return Optional.of(new Wider(statement, principal, action, resource, example));
      }
      open |= !isSettled();
    }
    return open ? Optional.of(new Wider(statement, principal, action, resource, Optional.empty())) : Optional.empty();
  }

  private static boolean isNamed(Principal principal, Statement one) {
    return one.principals().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .anyMatch(item -> item instanceof Principal.Everyone || words(item).equals(words(principal)));
  }

  private static String words(Principal item) {
    return switch (item) {
      case Principal.Everyone _ -> "*";
      case Principal.Aws(TextPattern name) -> name.text();
      case Principal.Service(TextPattern name) -> name.text();
      case Principal.Federated(TextPattern name) -> name.text();
      case Principal.Canonical(TextPattern name) -> name.text();
      case Principal.Undecided _ -> "";
    };
  }

  /** Whether something of the entry may be new to the caller of whom the statements {@code speaks} accepts speak. */
  private boolean isLeft(Statement statement, TextPattern action, TextPattern resource, Predicate<Statement> speaks) {
    PermissionSet left = new PermissionSet.Rectangle(new GlobSet.Union(List.of(ActionPattern.glob(action))),
        new GlobSet.Union(List.of(ResourcePattern.glob(resource, completes(statement)))))
        .intersect(PermissionSet.of(statement));
    for (var limit : now.limits()) {
      left = left.intersect(PermissionSet.allowed(limit.statements(), one -> one.effect() == Effect.ALLOW));
    }
    PermissionSet kept = PermissionSet.allowed(Side.statements(before.grants()).stream().filter(speaks).toList(),
        one -> one.effect() == Effect.DENY || implied(one, statement));
    for (var limit : before.limits()) {
      kept = kept.intersect(
          PermissionSet.allowed(limit.statements(), one -> one.effect() == Effect.DENY || implied(one, statement)));
    }
    return !left.minus(denied(statement, speaks)).minus(kept).isEmpty().isTrue();
  }

  private static boolean completes(Statement statement) {
    return statement.source().type().completesArns();
  }

  /** What the second version certainly takes away again. */
  private PermissionSet denied(Statement statement, Predicate<Statement> speaks) {
    List<Statement> denies = Stream
        .concat(Side.statements(now.grants()).stream().filter(speaks), Side.statements(now.limits()).stream())
        .filter(one -> one.effect() == Effect.DENY && implied(one, statement)).map(PolicyDiff::asAllow).toList();
    return PermissionSet.allowed(denies, _ -> true);
  }

  private static Statement asAllow(Statement deny) {
    return new Statement(deny.sid(), Effect.ALLOW, deny.principals(), deny.actions(), deny.resources(),
        deny.conditions(), deny.source(), deny.when(), deny.effectAt(), deny.at());
  }

  private static boolean implied(Statement one, Statement by) {
    return one.when().isAlways()
        && one.conditions().stream().allMatch(condition -> Implication.holds(condition, by.conditions()));
  }

  /** Whether nothing but actions, resources and principals counts, so that a difference has an example. */
  private boolean isSettled() {
    return all.stream().allMatch(one -> one.conditions().isEmpty() && one.effect() != Effect.UNKNOWN)
        && all.stream().flatMap(one -> one.resources().stream()).flatMap(list -> list.items().stream())
            .noneMatch(item -> item.hasVariable() || item.hasHole());
  }

  /** A request that the decisions of both versions confirm. */
  private Optional<Wider.Example> example(Statement statement, TextPattern action, TextPattern resource,
      String principal) {
    Caller caller = Caller.parse(principal);
    List<Glob> actionGlobs = all.stream().flatMap(one -> one.actions().items().stream()).map(ActionPattern::glob)
        .distinct().toList();
    List<Atoms.Atom> actions = Atoms.of(actionGlobs, ActionPattern.glob(action)).list();
    var others = new ArrayList<>(before.all());
    others.addAll(now.all());
    for (Map<String, List<String>> keys : Contexts.worthTrying(statement, others)) {
      var base = new Request(caller, Glob.EVERYTHING, Glob.text("*"),
          Optional.of(Glob.text(now.ofResource() ? STRANGE_OWNER : OWNER)), Context.of(keys), ConditionSet.ALWAYS,
          Request.Setting.PLAIN);
      var resourceGlobs = new ArrayList<>(old.resourceGlobs(base));
      young.resourceGlobs(base).stream().filter(glob -> !resourceGlobs.contains(glob)).forEach(resourceGlobs::add);
      List<Atoms.Atom> resources = Atoms.of(resourceGlobs, ResourcePattern.glob(plain(resource), completes(statement)))
          .list();
      for (Atoms.Atom actionAtom : actions) {
        Request asked = base.withAction(Glob.text(actionAtom.witness()));
        for (Atoms.Atom resourceAtom : resources) {
          if (isNew(asked.withResource(Glob.text(resourceAtom.witness())))) {
            String name = realistic.action(action, actionAtom, actionGlobs);
            String on = realistic.resource(name, resource, resourceAtom.witness(),
                text -> isNew(base.withAction(ActionPattern.action(name)).withResource(Glob.text(text))));
            return Optional.of(new Wider.Example(principal, name, on, keys));
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isNew(Request request) {
    if (young.decide(request).outcome() != Decision.Outcome.ALLOWED) {
      return false;
    }
    Decision.Outcome outcome = old.decide(request).outcome();
    return outcome == Decision.Outcome.IMPLICITLY_DENIED || outcome == Decision.Outcome.EXPLICITLY_DENIED;
  }

  /** The entry with the caller of the examples in it. */
  private static TextPattern plain(TextPattern resource) {
    return resource
        .resolve(variable -> Optional.of(new Part.Literal(
            variable.key().equalsIgnoreCase("aws:username") ? "example" : variable.fallback().orElse("x"))))
        .orElse(resource);
  }
}
