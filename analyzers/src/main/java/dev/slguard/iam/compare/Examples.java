package dev.slguard.iam.compare;

import dev.slguard.iam.evaluate.Caller;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.evaluate.Decision;
import dev.slguard.iam.evaluate.Evaluator;
import dev.slguard.iam.evaluate.Request;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.Atoms;
import dev.slguard.iam.sets.Effort;
import dev.slguard.iam.sets.PermissionSet;
import dev.slguard.model.ConditionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Requests that one version allows and another does not, confirmed by the decisions of both. */
final class Examples {
  /** Whose resources are: another account than any caller's where a resource's policy alone is to decide. */
  private static final String OWNER = "111111111111";
  private static final String STRANGE_OWNER = "000000000000";
  /** What asking one statement costs, in steps of {@link Effort}. */
  private static final int ASKING = 50;

  private final boolean ofResource;
  private final Pair whole;
  private final Realistic realistic;

  Examples(Side before, Side now, Realistic realistic) {
    this.ofResource = now.ofResource();
    this.whole = Pair.of(before, now);
    this.realistic = realistic;
  }

  /** The decisions of both versions. */
  private record Pair(Evaluator before, Evaluator now) {
    static Pair of(Side before, Side now) {
      return new Pair(new Evaluator(before.policies()), new Evaluator(now.policies()));
    }

    boolean isNew(Request request) {
      if (now.decide(request).outcome() != Decision.Outcome.ALLOWED) {
        return false;
      }
      Decision.Outcome outcome = before.decide(request).outcome();
      return outcome == Decision.Outcome.IMPLICITLY_DENIED || outcome == Decision.Outcome.EXPLICITLY_DENIED;
    }

    List<Glob> resources(Request request) {
      var globs = new ArrayList<>(before.resourceGlobs(request));
      now.resourceGlobs(request).stream().filter(glob -> !globs.contains(glob)).forEach(globs::add);
      return globs;
    }
  }

  /** An entry, and the versions as far as they concern it. */
  record Question(Statement statement, TextPattern action, TextPattern resource, Side before, Side now,
      List<Glob> actions) {
    private List<Policy> policies() {
      var policies = new ArrayList<>(before.all());
      policies.addAll(now.all());
      return policies;
    }

    private long size() {
      return policies().stream().mapToLong(policy -> policy.statements().size()).sum() + 1;
    }
  }

  /** A request that was looked for, and whether all there are were tried. */
  record Found(Optional<Wider.Example> example, boolean complete) {}

  /** A request of {@code principal} under the entry, {@code likely} if it is one, found with at most {@code effort}. */
  Found find(Question question, String principal, Optional<PermissionSet.Pair> likely, Effort effort) {
    Pair near = Pair.of(question.before, question.now);
    long cost = question.size() * ASKING;
    List<Map<String, List<String>>> contexts = Contexts.worthTrying(question.statement, question.policies());
    contexts = contexts.stream().filter(keys -> canBe(principal, keys)).toList();
    for (Map<String, List<String>> keys : likely.isEmpty() ? List.<Map<String, List<String>>>of() : contexts) {
      Request asked = request(principal, keys, likely.get().action(), likely.get().resource());
      effort.spend(cost);
      if (near.isNew(asked)) {
        return new Found(Optional.of(spelled(question, asked, principal, keys)), true);
      }
    }
    Atoms actions = Atoms.of(question.actions, ActionPattern.glob(question.action), effort);
    boolean complete = actions.isComplete();
    Glob within = ResourcePattern.glob(plain(question.resource), question.statement.source().type().completesArns());
    Map<List<Glob>, Atoms> classes = new HashMap<>();
    for (Map<String, List<String>> keys : contexts) {
      Request base = request(principal, keys, "*", "*");
      Atoms resources = classes.computeIfAbsent(near.resources(base), globs -> Atoms.of(globs, within, effort));
      complete &= resources.isComplete();
      for (Atoms.Atom action : actions.list()) {
        for (Atoms.Atom resource : resources.list()) {
          if (!effort.spend(cost)) {
            return new Found(Optional.empty(), false);
          }
          Request asked = request(principal, keys, action.witness(), resource.witness());
          if (near.isNew(asked)) {
            return new Found(Optional.of(spelled(question, asked, principal, keys)), true);
          }
        }
      }
    }
    return new Found(Optional.empty(), complete);
  }

  /** Whether the caller may come with the keys: who shows nothing has no account, organization or tags. */
  private static boolean canBe(String principal, Map<String, List<String>> keys) {
    return !principal.equals("anonymous")
        || keys.keySet().stream().map(key -> key.toLowerCase(Locale.ROOT)).noneMatch(Examples::isOfIdentity);
  }

  private static boolean isOfIdentity(String key) {
    return key.startsWith("aws:principal") && !key.equals("aws:principaltype") || key.equals("aws:username")
        || key.equals("aws:userid") || key.startsWith("aws:multifactorauth") || key.equals("aws:tokenissuetime")
        || key.equals("aws:sourceidentity");
  }

  private Request request(String principal, Map<String, List<String>> keys, String action, String resource) {
    return new Request(Caller.parse(principal), Glob.text(action), Glob.text(resource),
        Optional.of(Glob.text(owner(principal))), Context.of(keys), ConditionSet.ALWAYS, Request.Setting.PLAIN);
  }

  /** A provider vouches in its own account only. */
  private String owner(String principal) {
    String[] fields = principal.split(":", 6);
    boolean provider = fields.length == 6
        && (fields[5].startsWith("oidc-provider/") || fields[5].startsWith("saml-provider/"));
    return provider ? fields[4] : ofResource ? STRANGE_OWNER : OWNER;
  }

  private Wider.Example spelled(Question question, Request asked, String principal, Map<String, List<String>> keys) {
    String witness = asked.resource().toString();
    Realistic.Pair pair = realistic
        .of(question.action, question.resource, asked.action(), witness, question.actions,
            found -> whole.isNew(
                asked.withAction(ActionPattern.action(found.action())).withResource(Glob.text(found.resource()))))
        .orElseGet(() -> new Realistic.Pair(asked.action().toString(), witness));
    return new Wider.Example(principal, pair.action(), pair.resource(), keys);
  }

  /** The entry with the caller of the examples in it. */
  private static TextPattern plain(TextPattern resource) {
    return resource
        .resolve(variable -> Optional.of(new Part.Literal(
            variable.key().equalsIgnoreCase("aws:username") ? "example" : variable.fallback().orElse("x"))))
        .orElse(resource);
  }
}
