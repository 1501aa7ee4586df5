package dev.slguard.rules.evaluate;

import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.Fit;
import dev.slguard.iam.effective.Breadth;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.publicity.Confinement;
import dev.slguard.iam.publicity.PrincipalOwner;
import dev.slguard.iam.risk.Risk;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.rules.language.Condition;
import dev.slguard.rules.language.StatementQuestion;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Answers questions about one parsed statement; what it puts at risk is judged once. */
final class StatementAnswers implements StatementQuestions {
  /** Actions by which a message shows what an entry for all of a service means. */
  private static final int EXAMPLES = 3;

  private final Statement statement;
  private final List<Statement> beside;
  private final Catalogue catalogue;
  private final Supplier<List<Risk>> judge;
  private Optional<List<Risk>> risks = Optional.empty();

  /**
   * Answers about {@code statement}.
   *
   * @param beside the statements of its policy, itself included
   * @param catalogue what actions there are
   * @param risks what it puts at risk, judged when a rule asks for that
   */
  StatementAnswers(Statement statement, List<Statement> beside, Catalogue catalogue, Supplier<List<Risk>> risks) {
    this.statement = statement;
    this.beside = beside;
    this.catalogue = catalogue;
    this.judge = risks;
  }

  @Override
  public Truth answer(StatementQuestion question, Node node, Walk walk) {
    return switch (question) {
      case StatementQuestion.Allows(boolean allows) -> allows(allows);
      case StatementQuestion.GrantsAny(var actions) -> grantsAny(actions);
      case StatementQuestion.GrantsAll(var actions) -> grantsAll(actions);
      case StatementQuestion.Resources(var reach) -> {
        Truth unbounded = statement.resources().map(this::unbounded).orElse(Truth.FALSE);
        yield reach == StatementQuestion.Reach.UNBOUNDED ? unbounded : unbounded.not();
      }
      case StatementQuestion.Principals(var who) -> principals(who);
      case StatementQuestion.Confined(boolean confined) -> {
        Truth truth = Confinement.fixesCallers(statement.conditions())
            .or(Truth.of(Confinement.byDenial(statement, beside)));
        yield confined ? truth : truth.not();
      }
      case StatementQuestion.Conditional(boolean conditional) ->
        Truth.of(statement.conditions().isEmpty() != conditional);
      case StatementQuestion.ConditionOn(var keys) -> Confinement.tests(statement.conditions(), keys);
      case StatementQuestion.Puts(var kinds) -> puts(kinds);
      case StatementQuestion.OfLevel(var levels) -> ofLevel(levels);
    };
  }

  private Truth allows(boolean allows) {
    return switch (statement.effect()) {
      case ALLOW -> Truth.of(allows);
      case DENY -> Truth.of(!allows);
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }

  /** Whether an entry covers everything of its kind; UNKNOWN where deployment decides a whole entry. */
  private Truth unbounded(PatternList resources) {
    if (resources.negated()) {
      return Truth.TRUE;
    }
    List<Action> actions = namedActions();
    Truth any = Truth.FALSE;
    for (TextPattern item : resources.items()) {
      boolean undecided = item.parts().size() == 1 && item.parts().getFirst() instanceof Part.Hole hole
          && hole.resource().isEmpty();
      any = any.or(undecided ? Truth.UNKNOWN : Truth.of(isUnbounded(item, actions)));
    }
    return any;
  }

  private static boolean isUnbounded(TextPattern resource, List<Action> actions) {
    return actions.isEmpty()
        ? Breadth.of(resource, Optional.empty()).isUnbounded()
        : actions.stream().anyMatch(action -> Breadth.of(resource, Optional.of(action)).isUnbounded());
  }

  /** The actions of the catalogue that the entries cover; empty where they cover all, or none that it knows. */
  private List<Action> namedActions() {
    PatternList actions = statement.actions();
    return actions.negated() || actions.isAny()
        ? List.of()
        : actions.items().stream().flatMap(item -> catalogue.matching(ActionPattern.glob(item)).stream()).toList();
  }

  private Truth puts(List<String> kinds) {
    Truth any = Truth.FALSE;
    for (Risk risk : asked(kinds)) {
      for (Permission permission : risk.permissions()) {
        any = any.or(permission.certainty());
      }
    }
    return any;
  }

  private List<Risk> asked(List<String> kinds) {
    List<Risk> judged = risks.orElseGet(judge);
    risks = Optional.of(judged);
    return judged.stream().filter(risk -> kinds.contains(Text.word(risk.kind()))).toList();
  }

  private Truth ofLevel(List<String> levels) {
    PatternList actions = statement.actions();
    if (actions.negated() || actions.isAny()) {
      return Truth.TRUE;
    }
    Truth any = Truth.FALSE;
    for (TextPattern item : actions.items()) {
      boolean found = ofLevel(item, levels).findFirst().isPresent();
      any = any.or(found ? Truth.TRUE : item.hasHole() ? Truth.UNKNOWN : Truth.FALSE);
    }
    return any;
  }

  private Stream<Action> ofLevel(TextPattern item, List<String> levels) {
    return catalogue.matching(ActionPattern.glob(item)).stream()
        .filter(action -> action.levels().stream().anyMatch(level -> levels.contains(Text.word(level))))
        .filter(this::worksHere);
  }

  private boolean worksHere(Action action) {
    return statement.resources().filter(list -> !list.negated())
        .map(list -> list.items().stream().anyMatch(item -> item.isAny() || item.hasHole() || Fit.of(action, item)))
        .orElse(true);
  }

  private Truth grantsAny(List<String> actions) {
    Truth any = Truth.FALSE;
    for (String action : actions) {
      any = any.or(grants(action));
    }
    return any;
  }

  private Truth grantsAll(List<String> actions) {
    Truth all = Truth.TRUE;
    for (String action : actions) {
      all = all.and(grants(action));
    }
    return all;
  }

  /** Whether the statement covers an action that {@code pattern} covers. */
  private Truth grants(String pattern) {
    PatternList actions = statement.actions();
    Glob wanted = glob(pattern, actions.at());
    Truth any = Truth.FALSE;
    for (TextPattern item : actions.items()) {
      Glob granted = ActionPattern.glob(item);
      if (actions.negated()) {
        any = any.or(granted.matches(wanted));
      } else if (granted.meets(wanted)) {
        any = any.or(item.hasHole() ? Truth.UNKNOWN : Truth.TRUE);
      }
    }
    return actions.negated() ? any.not() : any;
  }

  private static Glob glob(String action, Span at) {
    return ActionPattern.glob(TextPattern.of(action, TextPattern.Syntax.WILDCARDS, at));
  }

  private Truth principals(StatementQuestion.Who who) {
    Optional<PrincipalList> list = statement.principals();
    if (list.isEmpty()) {
      return Truth.FALSE;
    }
    if (list.get().negated()) {
      return Truth.of(who == StatementQuestion.Who.PUBLIC && statement.effect() == Effect.ALLOW);
    }
    Truth any = Truth.FALSE;
    for (Principal principal : list.get().items()) {
      any = any.or(is(who, principal));
    }
    return any;
  }

  private static Truth is(StatementQuestion.Who who, Principal principal) {
    return switch (who) {
      case PUBLIC -> PrincipalOwner.isEverybody(principal);
      case FOREIGN -> PrincipalOwner.isForeign(principal);
      case ACCOUNT -> PrincipalOwner.isWholeAccount(principal);
      case SERVICE ->
        principal instanceof Principal.Undecided ? Truth.UNKNOWN : Truth.of(principal instanceof Principal.Service);
      case FEDERATED ->
        principal instanceof Principal.Undecided ? Truth.UNKNOWN : Truth.of(principal instanceof Principal.Federated);
    };
  }

  /**
   * What a message can say of the statement once {@code condition} holds: {@code granted}, the entries of Action that the
   * condition asks about, {@code actions}, what they stand for, and {@code who}, the principals it asks about, each at its own
   * place.
   */
  Map<String, Value> facts(Condition condition) {
    var facts = new LinkedHashMap<String, Value>();
    var granted = new ArrayList<Value>();
    var who = new ArrayList<Value>();
    var actions = new LinkedHashSet<String>();
    collect(condition, granted, who, actions);
    put(facts, "granted", granted);
    put(facts, "actions",
        actions.stream().map(name -> (Value) Value.Scalar.text(name, statement.actions().at())).toList());
    put(facts, "who", who);
    var examples = new LinkedHashSet<String>();
    examples(condition, examples);
    if (!examples.isEmpty()) {
      facts.put("examples", Value.Scalar.text(", such as " + String.join(", ", examples), statement.actions().at()));
    }
    return facts;
  }

  /** Actions that show what an entry for all of a service means. */
  private void examples(Condition condition, Set<String> examples) {
    switch (condition) {
      case Condition.All(var of) -> of.forEach(part -> examples(part, examples));
      case Condition.Any(var of) -> of.forEach(part -> examples(part, examples));
      case Condition.StatementTest(StatementQuestion.Puts(var kinds)) ->
        asked(kinds).stream().filter(risk -> risk.kind() == Risk.Kind.SERVICE_WILDCARD)
            .flatMap(risk -> risk.actions().stream()).limit(EXAMPLES).forEach(examples::add);
      case Condition.StatementTest(StatementQuestion.OfLevel(var levels)) -> {
        if (examples.isEmpty()) {
          statement.actions().items().stream().flatMap(item -> ofLevel(item, levels)).map(Action::id)
              .sorted(Comparator.comparing(id -> !opens(id))).limit(EXAMPLES).forEach(examples::add);
        }
      }
      case Condition.StatementTest _,Condition.Not _,Condition.Test _,Condition.Quantified _,Condition.RefersTo _ -> {
      }
    }
  }

  private static boolean opens(String action) {
    String name = ActionPattern.name(action);
    return name.startsWith("Put") || name.startsWith("Add") || name.startsWith("Set");
  }

  /** The actions behind the risks that {@code condition} asks about. */
  List<String> actions(Condition condition) {
    var actions = new LinkedHashSet<String>();
    collect(condition, new ArrayList<>(), new ArrayList<>(), actions);
    return List.copyOf(actions);
  }

  private static void put(Map<String, Value> facts, String name, List<Value> values) {
    if (!values.isEmpty()) {
      // One line is enough to point at: the first entry; the message names all.
      facts.put(name, values.size() == 1 ? values.getFirst() : new Value.Listing(values, values.getFirst().at()));
    }
  }

  private void collect(Condition condition, List<Value> granted, List<Value> who, Set<String> actions) {
    switch (condition) {
      case Condition.All(var of) -> of.forEach(part -> collect(part, granted, who, actions));
      case Condition.Any(var of) -> of.forEach(part -> collect(part, granted, who, actions));
      case Condition.StatementTest(var question) -> {
        switch (question) {
          case StatementQuestion.GrantsAny(var asked) -> granted(asked, granted);
          case StatementQuestion.GrantsAll(var asked) -> granted(asked, granted);
          case StatementQuestion.Puts(var kinds) -> {
            List<String> named = asked(kinds).stream().flatMap(risk -> risk.actions().stream()).distinct().toList();
            actions.addAll(named);
            granted(named, granted);
          }
          case StatementQuestion.Principals(var asked) -> who(asked, who);
          case StatementQuestion.Allows _,StatementQuestion.Resources _,StatementQuestion.Confined _,StatementQuestion.Conditional _,StatementQuestion.ConditionOn _,StatementQuestion.OfLevel _ ->
            {
            }
        }
      }
      case Condition.Not _,Condition.Test _,Condition.Quantified _,Condition.RefersTo _ -> {
      }
    }
  }

  private void granted(List<String> actions, List<Value> granted) {
    for (TextPattern item : statement.actions().items()) {
      boolean meets = statement.actions().negated()
          || actions.stream().anyMatch(action -> ActionPattern.glob(item).meets(glob(action, item.at())));
      Value value = Value.Scalar.text(item.text(), item.at());
      if (meets && !granted.contains(value)) {
        granted.add(value);
      }
    }
  }

  private void who(StatementQuestion.Who asked, List<Value> who) {
    statement.principals().ifPresent(list -> {
      if (list.negated()) {
        who.add(Value.Scalar.text("everyone but those listed", list.at()));
        return;
      }
      for (Principal principal : list.items()) {
        if (!is(asked, principal).isFalse()) {
          who.add(Value.Scalar.text(PrincipalOwner.name(principal), principal.at()));
        }
      }
    });
  }
}
