package dev.slguard.iam.evaluate;

import dev.slguard.iam.catalogue.RcpServices;
import dev.slguard.iam.evaluate.Decision.Outcome;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.publicity.Publicity;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides requests against one set of policies (IAM User Guide, evaluation-logic_policy-eval-denyallow,
 * evaluation-logic_policy-eval-basics, evaluation-logic-cross-account). Thread-safe.
 */
public final class Evaluator {
  private final List<CompiledStatement> identity;
  private final List<CompiledStatement> resource;
  private final Optional<List<CompiledStatement>> boundary;
  private final Optional<List<CompiledStatement>> session;
  private final List<List<CompiledStatement>> scps;
  private final List<List<CompiledStatement>> rcps;
  private final List<List<CompiledStatement>> endpoint;
  private final boolean publicResource;

  /** Over {@code policies}. */
  public Evaluator(PolicySet policies) {
    identity = Verdict.compile(policies.identity());
    resource = Verdict.compile(policies.resource());
    boundary = policies.boundary().map(Verdict::compile);
    session = policies.session().map(Verdict::compile);
    scps = policies.scps().stream().filter(level -> !level.isEmpty()).map(Verdict::compile).toList();
    rcps = policies.rcps().stream().map(Verdict::compile).toList();
    endpoint = policies.endpoint().stream().map(policy -> Verdict.compile(List.of(policy))).toList();
    publicResource = policies.resource().stream().flatMap(policy -> policy.statements().stream())
        .anyMatch(statement -> Publicity.of(statement).isPublic());
  }

  /** Whether the statement of a resource policy speaks of {@code caller}, whatever it says; FALSE if it names nobody. */
  public static Truth names(Statement statement, Caller caller) {
    return statement.principals()
        .map(list -> PrincipalMatch.of(list, caller, statement.effect() == Effect.DENY, false).any())
        .orElse(Truth.FALSE);
  }

  /** The decision on {@code asked}. */
  public Decision decide(Request asked) {
    Request request = asked.withContext(Facts.complete(asked));
    Optional<String> always = ServiceRules.alwaysAllowed(request);
    if (always.isPresent()) {
      return new Decision(Outcome.ALLOWED, List.of(), always.get());
    }
    Optional<String> reserved = ServiceRules.reserved(request).or(() -> request.setting().chain().refusal(request));
    if (reserved.isPresent()) {
      return new Decision(Outcome.IMPLICITLY_DENIED, List.of(), reserved.get());
    }
    return new Round(request).decide();
  }

  /** Decides a request that needs several actions at once; the weakest answer counts. */
  public Decision decideAll(Request request, List<String> actions) {
    var answers = new ArrayList<Decision>();
    for (String action : actions) {
      answers.add(decide(request.withAction(ActionPattern.action(action))));
    }
    for (Outcome outcome : List.of(Outcome.EXPLICITLY_DENIED, Outcome.IMPLICITLY_DENIED, Outcome.UNKNOWN)) {
      for (Decision answer : answers) {
        if (answer.outcome() == outcome) {
          return answer;
        }
      }
    }
    return new Decision(Outcome.ALLOWED, answers.stream().flatMap(answer -> answer.by().stream()).distinct().toList(),
        "");
  }

  /** Globs of all resources that the policies mention, under the condition keys of {@code request}. */
  public List<Glob> resourceGlobs(Request request) {
    var conditions = new ConditionEvaluator(Facts.complete(request));
    var globs = new ArrayList<Glob>();
    everything().forEach(statement -> globs.addAll(statement.resources(conditions)));
    return globs.stream().distinct().toList();
  }

  private List<CompiledStatement> everything() {
    var all = new ArrayList<>(identity);
    all.addAll(resource);
    boundary.ifPresent(all::addAll);
    session.ifPresent(all::addAll);
    scps.forEach(all::addAll);
    rcps.forEach(all::addAll);
    endpoint.forEach(all::addAll);
    return all;
  }

  /** One request on its way through all kinds of policy. */
  private final class Round {
    private final Request request;
    private final Caller caller;
    private final ConditionEvaluator conditions;
    private final List<Statement> allowing = new ArrayList<>();
    private final List<Statement> denying = new ArrayList<>();
    private Truth deny = Truth.FALSE;

    private Round(Request request) {
      this.request = request;
      this.caller = request.caller();
      this.conditions = new ConditionEvaluator(request.context());
    }

    private Decision decide() {
      Truth limits = scps().and(endpoints());
      rcps();
      Verdict byResource = Verdict.ofNaming(resource, request, conditions, boundary.isPresent(), false);
      if (!ServiceRules.isNeverLockedOut(request)) {
        addDenies(byResource);
      }
      Truth allowed = (caller.home().isPresent() ? identified(byResource) : stranger(byResource)).and(limits);
      if (deny.isTrue()) {
        return new Decision(Outcome.EXPLICITLY_DENIED, denying, "");
      }
      if (allowed.isFalse()) {
        return request.setting().otherAccess() && !isShutToAll()
            ? new Decision(Outcome.UNKNOWN, List.of(), "Grants that are no policies may let the caller in")
            : new Decision(Outcome.IMPLICITLY_DENIED, List.of(), "No statement allows it");
      }
      if (allowed.isTrue() && deny.isFalse()) {
        return new Decision(Outcome.ALLOWED, allowing, "");
      }
      var by = new ArrayList<>(allowing);
      denying.stream().filter(statement -> !by.contains(statement)).forEach(by::add);
      return new Decision(Outcome.UNKNOWN, by, "Only deployment or the request decides");
    }

    private void addDenies(Verdict verdict) {
      deny = deny.or(verdict.denies());
      denying.addAll(verdict.denying());
    }

    private Verdict unnamed(List<CompiledStatement> statements) {
      Verdict verdict = Verdict.of(statements, request, conditions);
      addDenies(verdict);
      return verdict;
    }

    /** SCPs bind users, roles and root of member accounts; every level must allow (Organizations, scps_evaluation). */
    private Truth scps() {
      if (caller.home().isEmpty() || ServiceRules.isServiceLinked(caller)
          || ServiceRules.isManagement(request, caller.home()).isTrue()) {
        return Truth.TRUE;
      }
      Truth all = Truth.TRUE;
      for (List<CompiledStatement> level : scps) {
        all = all.and(unnamed(level).allows());
      }
      return all;
    }

    /** RCPs only deny, whoever calls, but service-linked roles (Organizations, rcps). */
    private void rcps() {
      Optional<Glob> owner = request.resourceAccount().or(caller::home);
      boolean free = ServiceRules.isServiceLinked(caller) || ServiceRules.isManagement(request, owner).isTrue()
          || request.setting().awsManagedKey() || !RcpServices.bind(ActionPattern.service(request.action().toString()));
      if (free) {
        return;
      }
      for (List<CompiledStatement> level : rcps) {
        List<CompiledStatement> binding = level.stream().filter(Round::isRcp).toList();
        addDenies(Verdict.ofNaming(binding, request, conditions, false, false));
      }
    }

    /** Whether Organizations takes the statement: a Deny for everybody, each action with its service (rcps_syntax). */
    private static boolean isRcp(CompiledStatement statement) {
      boolean everyone = statement.statement().principals().filter(list -> !list.negated() && list.items().stream()
          .allMatch(item -> item instanceof Principal.Everyone || item instanceof Principal.Undecided)).isPresent();
      boolean valid = !statement.statement().actions().negated()
          && statement.statement().actions().items().stream().noneMatch(TextPattern::isAny);
      return statement.effect() != Effect.ALLOW && everyone && valid;
    }

    /** A VPC endpoint's policy must allow what passes through it, and never grants (VPC, vpc-endpoints-access). */
    private Truth endpoints() {
      Truth all = Truth.TRUE;
      for (List<CompiledStatement> policy : endpoint) {
        Verdict verdict = Verdict.ofNaming(policy, request, conditions, false, true);
        addDenies(verdict);
        all = all.and(verdict.allows());
      }
      return all;
    }

    /** Services, identity providers and anonymous callers have the resource's policy only. */
    private Truth stranger(Verdict byResource) {
      allowing.addAll(byResource.allowing());
      boolean blocked = caller instanceof Caller.Anonymous && isBlocked();
      return blocked ? Truth.FALSE : byResource.allow().direct().and(ServiceRules.vouches(request));
    }

    private boolean isBlocked() {
      return publicResource && isGuardedBucket();
    }

    private boolean isGuardedBucket() {
      return request.setting().blockPublicAccess() && ActionPattern.service(request.action().toString()).equals("s3");
    }

    /** Whether no grant beside policies is left to the caller: Block Public Access overrides ACLs for everybody. */
    private boolean isShutToAll() {
      return caller instanceof Caller.Anonymous && isGuardedBucket();
    }

    private Truth identified(Verdict byResource) {
      Verdict byIdentity = unnamed(identity);
      Truth bounds = limit(boundary);
      Truth sessions = limit(session);
      PrincipalMatch named = byResource.allow();
      Truth granted = caller instanceof Caller.Root ? Truth.TRUE : byIdentity.allows();
      Truth own = granted.and(bounds).and(sessions);
      Truth byRole = named.role().and(bounds).and(sessions);
      Truth inside = ServiceRules.needsResourcePolicy(request)
          ? named.direct().or(byRole).or(named.account().and(own))
          : named.direct().or(byRole).or(own);
      Truth across = isBlocked() ? Truth.FALSE : named.any().and(own);
      allowing.addAll(byIdentity.allowing());
      allowing.addAll(byResource.allowing());
      return switch (sameAccount()) {
        case TRUE -> inside;
        case FALSE -> across;
        case UNKNOWN -> inside == across ? inside : Truth.UNKNOWN;
      };
    }

    private Truth limit(Optional<List<CompiledStatement>> policies) {
      return policies.map(list -> unnamed(list).allows()).orElse(Truth.TRUE);
    }

    private Truth sameAccount() {
      return request.resourceAccount().isEmpty() || caller.home().isEmpty()
          ? Truth.TRUE
          : request.resourceAccount().get().matches(caller.home().get());
    }
  }
}
