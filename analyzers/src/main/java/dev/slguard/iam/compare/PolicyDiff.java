package dev.slguard.iam.compare;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.evaluate.Caller;
import dev.slguard.iam.evaluate.Evaluator;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.Effort;
import dev.slguard.iam.sets.PermissionSet;
import dev.slguard.model.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares two versions of the policies of an identity or of a resource. The comparison is exact on actions, resources and
 * principals; on conditions it is careful: what the second version allows under a condition counts as allowed, what the first
 * one allows counts only if its conditions follow from them, one from one.
 *
 * <p>Each entry is compared with the statements that may speak about one of its actions on one of its resources. The work is
 * bounded: an entry for which none is left is given as a difference that is not settled.
 */
public final class PolicyDiff {
  /** The caller of examples on an identity's policies: a user, whose variables have values. */
  private static final String USER = "arn:aws:iam::111111111111:user/example";
  /** What one comparison may cost: some tenths of a second. */
  private static final long STEPS = 15_000_000;
  /** What one entry of it may cost, so that the entries behind it are compared too. */
  private static final long STEPS_OF_ENTRY = 1_000_000;

  private final Side before;
  private final Side now;
  private final Versions versions;
  private final Callers callers;
  private final Effort effort = Effort.of(STEPS);
  private final Examples examples;

  private PolicyDiff(Side before, Side now, Catalogue catalogue) {
    this.before = before;
    this.now = now;
    this.versions = Versions.of(before, now);
    this.callers = new Callers(versions.all().stream().map(Outline::statement).toList());
    this.examples = new Examples(before, now, new Realistic(catalogue));
  }

  /** What {@code now} allows that {@code before} did not, in the order written. Swap the arguments for what was lost. */
  public static List<Wider> wider(Side before, Side now, Catalogue catalogue) {
    return new PolicyDiff(before, now, catalogue).wider();
  }

  private List<Wider> wider() {
    var found = new ArrayList<Wider>();
    for (Outline outline : versions.now()) {
      Statement statement = outline.statement();
      if (statement.effect() == Effect.DENY) {
        continue;
      }
      var entries = new ArrayList<Entry>();
      for (TextPattern action : entries(Optional.of(statement.actions()), statement)) {
        entries(statement.resources(), statement).forEach(on -> entries.add(new Entry(statement, action, on)));
      }
      for (Optional<Principal> principal : principals(statement)) {
        entries.forEach(entry -> entry.compare(principal).ifPresent(found::add));
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

  /** One action pattern on one resource pattern of a statement of the second version. */
  private final class Entry {
    private final Statement statement;
    private final TextPattern action;
    private final TextPattern resource;
    private final Glob actions;
    private final Glob resources;
    private final Versions near;
    private final boolean unchanged;
    private final Effort mine = effort.part(STEPS_OF_ENTRY);
    private final Map<List<Outline>, PermissionSet.Search> searched = new HashMap<>();

    private Entry(Statement statement, TextPattern action, TextPattern resource) {
      this.statement = statement;
      this.action = action;
      this.resource = resource;
      this.actions = ActionPattern.glob(action);
      this.resources = ResourcePattern.glob(resource, statement.source().type().completesArns());
      this.near = versions.near(actions, resources);
      this.unchanged = near.isUnchanged();
    }

    private Optional<Wider> compare(Optional<Principal> principal) {
      if (unchanged) {
        return Optional.empty();
      }
      List<String> asking = now.ofResource() ? callers.of(principal) : List.of(USER);
      // A canonical user id, or a value that deployment decides, is nobody who can be asked for; its words are compared.
      Truth words = asking.isEmpty()
          ? search(one -> principal.filter(item -> isNamed(item, one)).isPresent()).isEmpty()
          : Truth.TRUE;
      boolean open = !words.isTrue();
      boolean cut = words == Truth.UNKNOWN;
      for (String caller : asking) {
        Caller parsed = Caller.parse(caller);
        PermissionSet.Search search = search(one -> !now.ofResource() || !Evaluator.names(one, parsed).isFalse());
        if (!search.isEmpty().isTrue()) {
          Examples.Found found = examples.find(question(), caller, search.pair(), mine);
          if (found.example().isPresent()) {
            return Optional.of(new Wider(statement, principal, action, resource, found.example(), false));
          }
          cut |= search.isEmpty() == Truth.UNKNOWN || !found.complete();
          open |= cut || !hangsOnPatternsAlone();
        }
      }
      return open
          ? Optional.of(new Wider(statement, principal, action, resource, Optional.empty(), cut))
          : Optional.empty();
    }

    private Examples.Question question() {
      return new Examples.Question(statement, action, resource, near.only(before, true), near.only(now, false),
          near.all().stream().flatMap(one -> one.actions().stream()).filter(actions::meets).distinct().toList());
    }

    /** Looks for what of the entry is new to the caller of whom the statements that {@code speaks} accepts speak. */
    private PermissionSet.Search search(Predicate<Statement> speaks) {
      List<Outline> speaking = near.all().stream().filter(one -> near.isLimit(one) || speaks.test(one.statement()))
          .toList();
      return searched.computeIfAbsent(speaking, _ -> left(new HashSet<>(speaking)).search(actions, resources, mine));
    }

    private PermissionSet left(Set<Outline> speaking) {
      PermissionSet left = Outline.union(near.now().stream().filter(one -> one.statement() == statement).toList());
      for (List<Outline> limit : near.nowLimits()) {
        left = left.intersect(Outline.allowed(limit, one -> one.effect() == Effect.ALLOW, Outline::pairs));
      }
      List<Outline> denies = Stream
          .concat(near.now().stream().filter(speaking::contains), near.nowLimits().stream().flatMap(List::stream))
          .filter(one -> one.effect() == Effect.DENY && one.statement().when().isAlways()).toList();
      Function<Outline, PermissionSet> gone = one -> gone(one, denies);
      PermissionSet kept = Outline.allowed(near.before().stream().filter(speaking::contains).toList(), this::counts,
          gone);
      for (List<Outline> limit : near.beforeLimits()) {
        kept = kept.intersect(Outline.allowed(limit, this::counts, gone));
      }
      // What the second version certainly takes away again.
      List<Outline> certain = denies.stream().filter(this::implied).toList();
      return left.minus(Outline.union(certain)).minus(kept).within(actions, resources);
    }

    /** What a Deny of the first version takes away, less what the second denies whenever that one does. */
    private PermissionSet gone(Outline deny, List<Outline> denies) {
      var given = new ArrayList<>(deny.statement().conditions());
      given.addAll(statement.conditions());
      List<Outline> still = given.isEmpty()
          ? List.of()
          : denies.stream().filter(
              one -> one.statement().conditions().stream().allMatch(condition -> Implication.holds(condition, given)))
              .toList();
      return still.isEmpty() ? deny.pairs() : deny.pairs().minus(Outline.union(still));
    }

    private boolean counts(Outline one) {
      return one.effect() == Effect.DENY || implied(one);
    }

    private boolean implied(Outline one) {
      return one.statement().when().isAlways() && one.statement().conditions().stream()
          .allMatch(condition -> Implication.holds(condition, statement.conditions()));
    }

    /** Whether nothing but actions, resources and principals counts, so that a difference has an example. */
    private boolean hangsOnPatternsAlone() {
      return near.all().stream().map(Outline::statement).allMatch(
          one -> one.conditions().isEmpty() && one.effect() != Effect.UNKNOWN && one.resources().map(PatternList::items)
              .orElse(List.of()).stream().noneMatch(item -> item.hasVariable() || item.hasHole()));
    }
  }

  private static boolean isNamed(Principal principal, Statement one) {
    return one.principals().filter(list -> !list.negated()).stream().flatMap(list -> list.items().stream())
        .anyMatch(item -> item instanceof Principal.Everyone
            || !(item instanceof Principal.Undecided) && Outline.words(item).equals(Outline.words(principal)));
  }
}
