package dev.slguard.iam.drift;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.compare.PolicyDiff;
import dev.slguard.iam.compare.Side;
import dev.slguard.iam.compare.Wider;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.GlobSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one set of policies allows and another does not, in time that grows with their size: entries that one entry of the other
 * side covers by itself are set aside first, and only what is left, against what speaks of the same actions, is compared exactly.
 * Where even that is much, only entries that meet nothing of the other side are told.
 */
final class Coverage {
  /** Entries on one side beyond which nothing is compared; AWS's quotas allow a role some 5,000. */
  static final int ENTRIES = 6_000;
  /** Entries left, and entries they are compared with, of which the exact comparison takes a second. */
  private static final int COMPARED = 50;
  /** Where there are more to compare, so many are looked at, and so many are told. */
  private static final int LOOKED_AT = 1_000;
  private static final int TOLD = 100;

  private final List<Ready> before = new ArrayList<>();
  private final Set<String> statementTexts = new HashSet<>();
  private final boolean denialsStay;

  private Coverage(List<Policy> before, List<Policy> now) {
    for (Statement statement : statements(before)) {
      this.before.add(new Ready(statement));
      statementTexts.add(words(statement));
    }
    Set<String> denials = new HashSet<>();
    statements(now).stream().filter(one -> one.effect() == Effect.DENY).forEach(one -> denials.add(words(one)));
    denialsStay = statements(before).stream().filter(one -> one.effect() != Effect.ALLOW)
        .allMatch(one -> denials.contains(words(one)));
  }

  /** A statement with what is asked of it again and again. */
  private static final class Ready {
    private final Statement statement;
    private final Set<String> conditions = new HashSet<>();
    private final Set<String> actionTexts = new HashSet<>();
    private final Set<String> resourceTexts = new HashSet<>();
    private final List<Glob> actions = new ArrayList<>();
    /** Those with wildcards by service; under the empty text what matches any. */
    private final Map<String, List<Glob>> actionPatterns = new HashMap<>();
    private final List<Glob> resourcePatterns = new ArrayList<>();
    private final boolean plain;

    Ready(Statement statement) {
      this.statement = statement;
      this.plain = !statement.actions().negated() && statement.resources().filter(PatternList::negated).isEmpty();
      statement.conditions().forEach(condition -> conditions.add(condition.text()));
      for (TextPattern action : statement.actions().items()) {
        Glob glob = ActionPattern.glob(action);
        actions.add(glob);
        actionTexts.add(action.text().toLowerCase(Locale.ROOT));
        if (action.hasWildcard()) {
          actionPatterns.computeIfAbsent(ActionPattern.service(action.text()), _ -> new ArrayList<>()).add(glob);
        }
      }
      for (TextPattern resource : resources(statement)) {
        resourceTexts.add(resource.text());
        if (resource.hasWildcard()) {
          resourcePatterns.add(ResourcePattern.glob(resource, true));
        }
      }
    }

    private boolean covers(Statement asking, TextPattern action, TextPattern resource) {
      return plain && statement.effect() == Effect.ALLOW && statement.when().isAlways()
          && (conditions.isEmpty()
              || asking.conditions().stream().map(Condition::text).toList().containsAll(conditions))
          && (actionTexts.contains(action.text().toLowerCase(Locale.ROOT))
              || anyCovers(actionPatterns.getOrDefault(ActionPattern.service(action.text()), List.of()), action)
              || anyCovers(actionPatterns.getOrDefault("", List.of()), action))
          && (resourceTexts.contains(resource.text())
              || anyCovers(resourcePatterns, ResourcePattern.glob(resource, true)));
    }

    private static boolean anyCovers(List<Glob> patterns, TextPattern action) {
      return !patterns.isEmpty() && anyCovers(patterns, ActionPattern.glob(action));
    }

    private static boolean anyCovers(List<Glob> patterns, Glob asked) {
      for (Glob pattern : patterns) {
        boolean covers = asked.isText()
            ? pattern.matches(asked).isTrue()
            : pattern.meets(asked)
                && new GlobSet.Union(List.of(asked)).minus(new GlobSet.Union(List.of(pattern))).isEmpty().isTrue();
        if (covers) {
          return true;
        }
      }
      return false;
    }

    private boolean meets(Glob action) {
      return statement.actions().negated() || actions.stream().anyMatch(action::meets);
    }
  }

  private static List<Statement> statements(List<Policy> policies) {
    return policies.stream().flatMap(policy -> policy.statements().stream()).toList();
  }

  private static List<TextPattern> resources(Statement statement) {
    return statement.resources().map(PatternList::items)
        .orElseGet(() -> List.of(TextPattern.of("*", TextPattern.Syntax.WILDCARDS, statement.at())));
  }

  /** What a statement says, in one text. */
  static String words(Statement one) {
    return one.effect() + " " + one.actions().negated() + one.actions().items().stream().map(TextPattern::text).toList()
        + one.resources().map(list -> list.negated() + list.items().stream().map(TextPattern::text).toList().toString())
        + one.conditions().stream().map(Condition::text).toList();
  }

  /** What {@code now} allows that {@code before} does not; each side has the boundary that is to count. */
  static List<Wider> wider(Side before, Side now, Catalogue catalogue) {
    if (entries(before.grants()) > ENTRIES || entries(now.grants()) > ENTRIES) {
      return List.of();
    }
    var coverage = new Coverage(before.grants(), now.grants());
    boolean bounded = before.boundary().isPresent() || now.boundary().isPresent();
    List<Policy> left = bounded ? now.grants() : coverage.uncovered(now.grants());
    List<Glob> asked = statements(left).stream().filter(one -> one.effect() != Effect.DENY)
        .flatMap(one -> one.actions().negated()
            ? List.of(Glob.EVERYTHING).stream()
            : one.actions().items().stream().map(ActionPattern::glob))
        .distinct().toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    if (asked.size() <= COMPARED && entries(left) <= COMPARED) {
      List<Policy> speaking = speaking(before.grants(), asked);
      if (entries(speaking) <= COMPARED) {
        return PolicyDiff
            .wider(new Side(speaking, before.boundary(), List.of(), false),
                new Side(speaking(left, asked), now.boundary(), List.of(), false), catalogue)
            .stream().filter(one -> !one.cut()).toList();
      }
    }
    return bounded ? List.of() : coverage.apart(left);
  }

  /** Pairs of an action and a resource that the policies name. */
  static long entries(List<Policy> policies) {
    return statements(policies).stream()
        .mapToLong(one -> (long) Math.max(1, one.actions().items().size()) * Math.max(1, resources(one).size())).sum();
  }

  /** The statements less the entries that one entry of the other side covers, and all that deny. */
  private List<Policy> uncovered(List<Policy> now) {
    return reduced(now, statement -> {
      boolean plain = !statement.actions().negated() && statement.resources().filter(PatternList::negated).isEmpty();
      if (statement.effect() != Effect.ALLOW || !denialsStay) {
        return Optional.of(statement);
      }
      if (statementTexts.contains(words(statement))) {
        return Optional.empty();
      }
      if (!plain) {
        return Optional.of(statement);
      }
      var actions = new ArrayList<TextPattern>();
      Set<TextPattern> resources = new HashSet<>();
      for (TextPattern action : statement.actions().items()) {
        List<TextPattern> open = resources(statement).stream()
            .filter(resource -> before.stream().noneMatch(one -> one.covers(statement, action, resource))).toList();
        if (!open.isEmpty()) {
          actions.add(action);
          resources.addAll(open);
        }
      }
      return actions.isEmpty() ? Optional.empty() : Optional.of(with(statement, actions, resources));
    });
  }

  private static Statement with(Statement one, List<TextPattern> actions, Set<TextPattern> resources) {
    return new Statement(one.sid(), one.effect(), one.principals(),
        new PatternList(one.actions().negated(), actions, one.actions().at()),
        one.resources().map(list -> new PatternList(list.negated(),
            list.items().stream().filter(resources::contains).toList(), list.at())),
        one.conditions(), one.source(), one.when(), one.effectAt(), one.at());
  }

  /** The statements less the actions that none of {@code asked} meets. */
  private static List<Policy> speaking(List<Policy> policies, List<Glob> asked) {
    return reduced(policies, statement -> {
      if (statement.actions().negated()) {
        return Optional.of(statement);
      }
      List<TextPattern> actions = statement.actions().items().stream().filter(action -> {
        Glob glob = ActionPattern.glob(action);
        return asked.stream().anyMatch(glob::meets);
      }).toList();
      return actions.isEmpty()
          ? Optional.empty()
          : Optional.of(with(statement, actions, new HashSet<>(resources(statement))));
    });
  }

  /** Makes a statement smaller, or leaves it out. */
  private interface Reduction {
    Optional<Statement> of(Statement statement);
  }

  private static List<Policy> reduced(List<Policy> policies, Reduction reduction) {
    return policies.stream()
        .map(policy -> new Policy(policy.source(), policy.version(),
            policy.statements().stream().flatMap(one -> reduction.of(one).stream()).toList(), policy.size(),
            policy.problems(), policy.when(), policy.at()))
        .filter(policy -> !policy.statements().isEmpty()).toList();
  }

  /** Entries of which nothing on the other side speaks, as long as nothing on their own side denies anything. */
  private List<Wider> apart(List<Policy> left) {
    var found = new ArrayList<Wider>();
    int seen = 0;
    if (statements(left).stream().anyMatch(one -> one.effect() != Effect.ALLOW)) {
      return found;
    }
    for (Statement statement : statements(left)) {
      for (TextPattern action : statement.actions().negated() ? List.<TextPattern>of() : statement.actions().items()) {
        Glob glob = ActionPattern.glob(action);
        seen++;
        if (seen <= LOOKED_AT && found.size() < TOLD && before.stream().noneMatch(one -> one.meets(glob))) {
          found.add(
              new Wider(statement, Optional.empty(), action, resources(statement).getFirst(), Optional.empty(), false));
        }
      }
    }
    return found;
  }
}
