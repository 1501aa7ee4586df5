package dev.slguard.iam.effective;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.evaluate.ConditionEvaluator;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.evaluate.ContextValue;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.GlobSet;
import dev.slguard.model.Truth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What one identity may do: every Allow of its policies and of resource policies that name it, less what Deny statements take
 * away and what the boundary leaves out. Each permission names the statements behind it. Thread-safe.
 */
public final class EffectivePermissions {
  /** Weighty actions that stand for all where an entry is of no one service. */
  private static final List<String> PROBES = List.of("iam:CreatePolicyVersion", "s3:GetObject", "dynamodb:GetItem",
      "lambda:InvokeFunction", "lambda:UpdateFunctionCode", "ec2:TerminateInstances", "sqs:SendMessage", "sns:Publish",
      "kms:Decrypt", "secretsmanager:GetSecretValue", "ssm:GetParameter", "logs:PutLogEvents", "states:StartExecution",
      "events:PutEvents", "sts:AssumeRole", "cloudformation:UpdateStack");

  /** Where so few of them are left of {@code *}, it is no longer every action. */
  private static final int FEW = 2;

  private final Identity identity;
  private final Catalogue catalogue;
  private final ConditionEvaluator anyRequest;
  private final List<Ready> allows = new ArrayList<>();
  private final List<Ready> denies = new ArrayList<>();
  /** The boundary and each control policy: an action must pass them all. */
  private final List<List<Ready>> bounds = new ArrayList<>();
  private final List<List<Ready>> guards = new ArrayList<>();
  private final Map<String, List<Permission>> known = new ConcurrentHashMap<>();

  /** A statement with what is asked of it again and again. */
  private static final class Ready {
    private final Statement statement;
    private final Truth conditions;
    private final boolean byResource;
    /** Made when first asked for: most principals are asked for nothing. Two threads may make it twice. */
    private @Nullable List<Glob> actions;
    /** Services that the entries name; empty if an entry may be of any. */
    private @Nullable Set<String> services;

    Ready(Statement statement, Truth conditions, boolean byResource) {
      this.statement = statement;
      this.conditions = conditions;
      this.byResource = byResource;
    }

    Statement statement() {
      return statement;
    }

    /** Whether it may speak of actions of {@code service}: far cheaper to ask than whether it matches one. */
    boolean speaksOf(String service) {
      Set<String> named = services;
      if (named == null) {
        named = serviceNames();
        services = named;
      }
      return named.isEmpty() || named.contains(service);
    }

    private Set<String> serviceNames() {
      var names = new HashSet<String>();
      for (TextPattern item : statement.actions().items()) {
        String service = ActionPattern.service(item.text());
        if (statement.actions().negated() || item.isAny() || item.hasHole() || service.isEmpty()) {
          return Set.of();
        }
        names.add(service);
      }
      return names;
    }

    private Truth matches(Glob action) {
      List<Glob> globs = actions;
      if (globs == null) {
        globs = statement.actions().items().stream().map(ActionPattern::glob).toList();
        actions = globs;
      }
      Truth any = Truth.FALSE;
      for (Glob glob : globs) {
        any = any.or(glob.matches(action));
      }
      return statement.actions().negated() ? any.not() : any;
    }
  }

  /** Over the policies of {@code identity}. */
  public EffectivePermissions(Identity identity, Catalogue catalogue) {
    this.identity = identity;
    this.catalogue = catalogue;
    Context any = Context.anyRequestSince(catalogue.day().atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    this.anyRequest = new ConditionEvaluator(
        identity.arns().isEmpty() ? any : any.with("aws:PrincipalArn", new ContextValue.Spelled(identity.arns())));
    for (Policy policy : identity.policies()) {
      policy.statements().forEach(statement -> add(statement, false));
    }
    for (Policy policy : identity.byResources()) {
      policy.statements().stream().filter(this::isNamed).forEach(statement -> add(statement, true));
    }
    identity.guards().forEach(guard -> guards.add(ready(guard)));
    bounds.addAll(guards);
    identity.boundary().ifPresent(boundary -> bounds.add(ready(boundary)));
  }

  private List<Ready> ready(Policy policy) {
    return policy.statements().stream().map(statement -> ready(statement, false)).toList();
  }

  private void add(Statement statement, boolean byResource) {
    Ready ready = ready(statement, byResource);
    if (ready.conditions.isFalse() || statement.effect() == Effect.UNKNOWN) {
      return;
    }
    (statement.effect() == Effect.DENY ? denies : allows).add(ready);
  }

  private Ready ready(Statement statement, boolean byResource) {
    return new Ready(statement, anyRequest.all(statement.conditions()), byResource);
  }

  /** Whether a resource policy's statement names this identity by a reference to it, or denies everybody. */
  private boolean isNamed(Statement statement) {
    return statement.principals().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .anyMatch(item -> switch (item) {
          case Principal.Aws(TextPattern name) -> name.resources().contains(identity.id());
          case Principal.Everyone _ -> statement.effect() == Effect.DENY;
          case Principal.Service _,Principal.Federated _,Principal.Canonical _,Principal.Undecided _ -> false;
        });
  }

  /** Whose permissions these are. */
  public Identity identity() {
    return identity;
  }

  /** The Allow statements that can hold, in the order written. */
  public List<Statement> allows() {
    return allows.stream().map(Ready::statement).toList();
  }

  /** The Deny statements that can hold. */
  public List<Statement> denies() {
    return denies.stream().map(Ready::statement).toList();
  }

  /** All that gives {@code action}, in the order written; empty if the identity does not hold it. */
  public List<Permission> of(String action) {
    return known.computeIfAbsent(action.toLowerCase(Locale.ROOT), this::find);
  }

  private List<Permission> find(String action) {
    String service = ActionPattern.service(action);
    if (!speaksOf(service)) {
      return List.of();
    }
    Glob name = ActionPattern.action(action);
    var found = new ArrayList<Permission>();
    for (Ready allow : allows) {
      Truth matches = allow.speaksOf(service) ? allow.matches(name) : Truth.FALSE;
      if (!matches.isFalse()) {
        for (TextPattern resource : resources(allow.statement)) {
          permission(action, name, allow, matches, resource).ifPresent(found::add);
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether an Allow may speak of actions of {@code service}; far cheaper to ask than what it allows of them. */
  public boolean speaksOf(String service) {
    for (Ready allow : allows) {
      if (allow.speaksOf(service)) {
        return true;
      }
    }
    return false;
  }

  private static List<TextPattern> resources(Statement statement) {
    Optional<PatternList> list = statement.resources();
    return list.isEmpty() || list.get().negated()
        ? List.of(TextPattern.of("*", TextPattern.Syntax.WILDCARDS, list.map(PatternList::at).orElse(statement.at())))
        : list.get().items();
  }

  private Optional<Permission> permission(String action, Glob name, Ready allow, Truth matches, TextPattern resource) {
    Optional<Action> known = catalogue.action(action);
    Breadth breadth = Breadth.of(resource, known);
    if (!isLimited()) {
      return Optional.of(new Permission(known.map(Action::id).orElse(action), allow.statement, resource, breadth,
          matches, open(allow.statement.conditions()), List.of()));
    }
    var limits = new ArrayList<Statement>();
    GlobSet left = setOf(allow.statement, resource);
    boolean cut = false;
    var conditions = new ArrayList<>(allow.statement.conditions());
    String service = ActionPattern.service(action);
    for (Ready deny : denies) {
      Truth hit = deny.speaksOf(service) ? deny.matches(name) : Truth.FALSE;
      if (hit.isFalse() || !meets(deny.statement, resource)) {
        continue;
      }
      if (hit.isTrue() && deny.conditions.isTrue() && isCertain(deny.statement)) {
        left = left.minus(setOf(deny.statement));
        cut = true;
        breadth = fenced(breadth, deny.statement, known);
        if (coversKind(deny.statement, known)) {
          return Optional.empty();
        }
      } else if (hit.isTrue() && isCertain(deny.statement) && left.minus(setOf(deny.statement)).isEmpty().isTrue()) {
        escape(deny.statement).ifPresent(conditions::add);
      }
      limits.add(deny.statement);
    }
    Truth bounded = Truth.TRUE;
    for (List<Ready> policy : allow.byResource ? guards : bounds) {
      bounded = bounded.and(bound(policy, name, left, resource, limits));
    }
    if (bounded.isFalse() || cut && left.isEmpty().isTrue()) {
      return Optional.empty();
    }
    for (List<Ready> policy : allow.byResource ? guards : bounds) {
      breadth = within(breadth, policy, name, known);
    }
    return Optional.of(new Permission(known.map(Action::id).orElse(action), allow.statement, resource, breadth,
        matches.and(bounded), open(conditions), limits));
  }

  /** The conditions that not every request meets. */
  private List<Condition> open(List<Condition> conditions) {
    return conditions.isEmpty()
        ? List.of()
        : conditions.stream().filter(condition -> anyRequest.holds(condition) != Truth.TRUE).toList();
  }

  /** The test that a Deny of the form "deny unless" leaves to the requests that pass it, where that narrows at all. */
  private static Optional<Condition> escape(Statement deny) {
    return deny.conditions().size() == 1
        ? deny.conditions().getFirst().escape().filter(test -> !Narrowing.of(List.of(test)).isEmpty())
        : Optional.empty();
  }

  /** Whether a Deny covers every resource of the types that the action works on, though it is not on {@code *}. */
  private static boolean coversKind(Statement deny, Optional<Action> action) {
    List<Glob> denied = deny.resources().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .map(item -> ResourcePattern.glob(item, true)).toList();
    return !denied.isEmpty()
        && action.filter(Action::isNarrowable).map(Action::resources).orElse(List.of()).stream()
            .map(type -> type.pattern().replace("arn:*:", "arn:aws:"))
            .map(
                pattern -> ResourcePattern.glob(TextPattern.of(pattern, TextPattern.Syntax.WILDCARDS, deny.at()), true))
            .allMatch(type -> denied.stream().anyMatch(glob -> glob.matches(type).isTrue()))
        && action.filter(Action::isNarrowable).isPresent();
  }

  /** No wider than what the Allow statements of a limiting policy name. */
  private static Breadth within(Breadth breadth, List<Ready> limit, Glob action, Optional<Action> known) {
    Breadth widest = limit.stream()
        .filter(bound -> bound.statement.effect() != Effect.DENY && !bound.matches(action).isFalse())
        .flatMap(bound -> resources(bound.statement).stream()).map(item -> Breadth.of(item, known))
        .max(Comparator.naturalOrder()).orElse(breadth);
    return widest.compareTo(breadth) < 0 ? widest : breadth;
  }

  /** No wider than the resources that a Deny on all others leaves. */
  private static Breadth fenced(Breadth breadth, Statement deny, Optional<Action> action) {
    Breadth inside = deny.resources().filter(PatternList::negated).stream().flatMap(list -> list.items().stream())
        .map(item -> Breadth.of(item, action)).max(Comparator.naturalOrder()).orElse(breadth);
    return inside.compareTo(breadth) < 0 ? inside : breadth;
  }

  /** A Deny counts against an Allow only where it is deployed whenever the Allow is. */
  private static boolean isCertain(Statement deny) {
    return deny.when().isAlways();
  }

  /** Whether a limiting policy lets a part of {@code left} pass. */
  private static Truth bound(List<Ready> policy, Glob action, GlobSet left, TextPattern resource,
      List<Statement> limits) {
    GlobSet allowed = GlobSet.none();
    GlobSet rest = left;
    Truth possible = Truth.FALSE;
    for (Ready bound : policy) {
      Truth matches = bound.matches(action).and(bound.conditions.or(Truth.UNKNOWN));
      if (matches.isFalse() || bound.conditions.isFalse()) {
        continue;
      }
      limits.add(bound.statement);
      switch (bound.statement.effect()) {
        case ALLOW -> {
          allowed = allowed.union(setOf(bound.statement));
          possible = possible.or(meets(bound.statement, resource) ? Truth.UNKNOWN : Truth.FALSE);
        }
        case DENY -> rest = bound.conditions.isTrue() ? rest.minus(setOf(bound.statement)) : rest;
        case UNKNOWN -> possible = Truth.UNKNOWN;
      }
    }
    if (rest.isEmpty().isTrue()) {
      return Truth.FALSE;
    }
    return rest.intersect(allowed).isEmpty().isFalse() ? Truth.TRUE : possible;
  }

  private static boolean meets(Statement bound, TextPattern resource) {
    Glob wanted = ResourcePattern.glob(resource, true);
    return bound.resources().filter(list -> !list.negated())
        .map(list -> list.items().stream().anyMatch(item -> ResourcePattern.glob(item, true).meets(wanted)))
        .orElse(true);
  }

  private static GlobSet setOf(Statement statement, TextPattern resource) {
    return statement.resources().filter(PatternList::negated).isPresent()
        ? setOf(statement)
        : new GlobSet.Union(List.of(ResourcePattern.glob(resource, statement.source().type().completesArns())));
  }

  private static GlobSet setOf(Statement statement) {
    return statement.resources().map(list -> {
      GlobSet union = new GlobSet.Union(list.items().stream()
          .map(item -> ResourcePattern.glob(item, statement.source().type().completesArns())).toList());
      return list.negated() ? new GlobSet.Complement(union) : union;
    }).orElseGet(GlobSet::all);
  }

  /** Whether anything takes away from what the Allow statements say. */
  public boolean isLimited() {
    return !denies.isEmpty() || !bounds.isEmpty();
  }

  /**
   * Whether something is left of the entry {@code action} of an Allow statement once Deny and boundary have been asked: an action
   * of the catalogue that it matches and that the identity holds by this statement.
   */
  public boolean isLeft(Statement allow, TextPattern action) {
    Optional<Statement> own = allows.stream().map(Ready::statement).filter(allow::equals).findFirst();
    Glob entry = ActionPattern.glob(action);
    if (own.isEmpty() || action.hasHole()) {
      return own.isPresent();
    }
    List<String> names = entry.isEverything() ? PROBES : catalogue.matching(entry).stream().map(Action::id).toList();
    // What the catalogue does not know is not judged by it.
    return names.isEmpty()
        || names.stream().filter(name -> of(name).stream().anyMatch(permission -> permission.by() == own.get()))
            .limit(FEW + 1L).count() > (entry.isEverything() ? FEW : 0);
  }

  /**
   * The Deny statements on all but some resources that every action of {@code allow} is subject to: what is left of it lies
   * among the resources that each of them names.
   */
  public List<Statement> fences(Statement allow) {
    return denies.stream().filter(deny -> deny.conditions.isTrue() && isCertain(deny.statement))
        .filter(deny -> deny.statement.resources().filter(PatternList::negated).isPresent())
        .filter(
            deny -> allow.actions().items().stream().allMatch(item -> deny.matches(ActionPattern.glob(item)).isTrue()))
        .map(Ready::statement).toList();
  }

  /** Whether the identity holds every action there is, on every resource: some Allow of {@code *} on {@code *} that no Deny or boundary cuts. */
  public Optional<Permission> administrator() {
    return allows.stream().filter(allow -> allow.statement.actions().isAny())
        .flatMap(allow -> of("iam:createpolicyversion").stream()
            .filter(permission -> permission.by() == allow.statement && permission.breadth() == Breadth.EVERYTHING))
        .filter(permission -> permission.isUnconditional() && !permission.certainty().isFalse()).findFirst();
  }
}
