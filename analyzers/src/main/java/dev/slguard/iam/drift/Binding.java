package dev.slguard.iam.drift;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.PrincipalList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the holes of a template's policies stand for in the account. Each hole has one value for all policies of a role. Entries
 * with one open hole are settled first; among the values that fit, one that spells the resource's logical id or name goes
 * first, then one that no other entry of the template claims, then the one that most entries agree on.
 */
final class Binding {
  /** Entries with more open holes settle nothing. */
  private static final int MOST_HOLES = 3;
  /** Pairs of entries beyond which nothing is told: a role of AWS's largest size has a hundred. */
  private static final int PAIRS = 5_000;

  private final Map<String, String> values;
  private final boolean ambiguous;

  private Binding(Map<String, String> values, boolean ambiguous) {
    this.values = Map.copyOf(values);
    this.ambiguous = ambiguous;
  }

  /**
   * Of the holes in {@code written} by what {@code deployed} holds.
   *
   * @param known values that are given
   * @param names texts that the physical name of a resource holds, by logical id
   */
  static Binding of(List<Policy> written, List<Policy> deployed, Map<String, String> known,
      Function<String, List<String>> names) {
    var values = new HashMap<>(known);
    List<Entry> there = entries(deployed);
    List<Entry> here = entries(written);
    long open = here.stream().filter(entry -> entry.text.hasHole()).count();
    if (open * there.size() > PAIRS) {
      return new Binding(values, true);
    }
    var claimed = new HashSet<String>();
    here.stream().filter(entry -> entry.text.parts().stream().noneMatch(part -> isOpen(part, known)))
        .forEach(entry -> there.stream().filter(entry::speaksOfTheSame).map(other -> other.text.text())
            .filter(text -> entry.text.hasHole()
                ? Unification.of(entry.text, text, known).isPresent()
                : entry.text.text().equals(text))
            .forEach(claimed::add));
    for (int most = 1; most <= MOST_HOLES; most++) {
      settle(votes(here, there, values, most), values, claimed, names);
    }
    boolean ambiguous = here.stream().filter(entry -> entry.alone && isParameter(entry.text))
        .anyMatch(entry -> there.stream().anyMatch(other -> entry.speaksOfTheSame(other) && !other.alone));
    return new Binding(values, ambiguous);
  }

  private static boolean isOpen(Part part, Map<String, String> values) {
    return part instanceof Part.Hole hole && !hole.segment() && !values.containsKey(hole.id());
  }

  /** A parameter or import in the place of a whole list may be a list itself. */
  private static boolean isParameter(TextPattern text) {
    return text.parts().size() == 1 && text.parts().getFirst() instanceof Part.Hole hole && hole.resource().isEmpty();
  }

  private static Map<Part.Hole, Map<String, Integer>> votes(List<Entry> here, List<Entry> there,
      Map<String, String> values, int most) {
    var votes = new LinkedHashMap<Part.Hole, Map<String, Integer>>();
    for (Entry entry : here) {
      List<Part.Hole> open = entry.text.parts().stream().flatMap(
          part -> part instanceof Part.Hole hole && !values.containsKey(hole.id()) ? Stream.of(hole) : Stream.empty())
          .distinct().toList();
      if (open.isEmpty() || open.size() > most) {
        continue;
      }
      for (Entry other : there) {
        if (entry.speaksOfTheSame(other)) {
          Unification.of(entry.text, other.text.text(), values).ifPresent(found -> open.forEach(
              hole -> votes.computeIfAbsent(hole, _ -> new TreeMap<>()).merge(found.get(hole.id()), 1, Integer::sum)));
        }
      }
    }
    return votes;
  }

  /** A hole and a value it may have. */
  private record Candidate(Part.Hole hole, String value, boolean isSpelled, int votes) {
    /** The surest first; ties are broken by the texts, so that the order of statements says nothing. */
    static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::isSpelled)
        .thenComparingInt(Candidate::votes).reversed().thenComparing(one -> one.hole.id())
        .thenComparing(Candidate::value);
  }

  private static void settle(Map<Part.Hole, Map<String, Integer>> votes, Map<String, String> values,
      Set<String> claimed, Function<String, List<String>> names) {
    var candidates = new ArrayList<Candidate>();
    votes.forEach((hole, texts) -> {
      List<String> spellings = hole.resource().map(names).orElse(List.of());
      texts.forEach((text, count) -> candidates
          .add(new Candidate(hole, text, spellings.stream().anyMatch(text::contains), count)));
    });
    candidates.sort(Candidate.ORDER);
    for (Candidate candidate : candidates) {
      boolean isFree = candidate.hole.segment() || !claimed.contains(candidate.value);
      if (isFree && !values.containsKey(candidate.hole.id())) {
        values.put(candidate.hole.id(), candidate.value);
        claimed.add(candidate.value);
      }
    }
    // Two names for one thing: what found nothing of its own shares.
    candidates.forEach(candidate -> values.putIfAbsent(candidate.hole.id(), candidate.value));
  }

  /** Whether a hole may stand for a whole list, so that nothing certain can be said. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  /** A resource or a condition's value, with what it is about. */
  private record Entry(TextPattern text, boolean alone, String place, Subject subject) {
    private boolean speaksOfTheSame(Entry other) {
      return place.equals(other.place) && subject.meets(other.subject);
    }
  }

  /** The actions of a statement, by service; under the empty text what matches those of any. */
  private static final class Subject {
    private final Effect effect;
    private final Map<String, List<Glob>> actions = new HashMap<>();
    /** What was found before: each pair of statements is asked for each pair of their entries. */
    private final Map<Subject, Boolean> met = new HashMap<>();

    Subject(Statement statement) {
      effect = statement.effect();
      for (TextPattern action : statement.actions().items()) {
        actions.computeIfAbsent(ActionPattern.service(action.text()), _ -> new ArrayList<>())
            .add(ActionPattern.glob(action));
      }
    }

    private boolean meets(Subject other) {
      return effect == other.effect && met.computeIfAbsent(other, this::search);
    }

    private boolean search(Subject other) {
      for (Map.Entry<String, List<Glob>> mine : actions.entrySet()) {
        for (Map.Entry<String, List<Glob>> others : other.actions.entrySet()) {
          boolean related = mine.getKey().equals(others.getKey()) || mine.getKey().isEmpty()
              || others.getKey().isEmpty();
          if (related && mine.getValue().stream().anyMatch(one -> others.getValue().stream().anyMatch(one::meets))) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private static List<Entry> entries(List<Policy> policies) {
    var entries = new ArrayList<Entry>();
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        var subject = new Subject(statement);
        statement.resources().map(PatternList::items)
            .ifPresent(items -> items.forEach(text -> entries.add(new Entry(text, items.size() == 1, "", subject))));
        for (Condition condition : statement.conditions()) {
          condition.values()
              .forEach(text -> entries.add(new Entry(text, condition.values().size() == 1, place(condition), subject)));
        }
      }
    }
    return entries;
  }

  /** What a condition compares, whatever with. */
  static String place(Condition condition) {
    return condition.spelling() + ' ' + condition.key();
  }

  /** The policies with the holes filled, as they apply whatever is deployed. What stays open is left as it is. */
  List<Policy> applied(List<Policy> policies) {
    return policies.stream()
        .map(policy -> new Policy(policy.source(), policy.version(),
            policy.statements().stream().map(this::applied).toList(), policy.size(), policy.problems(),
            ConditionSet.ALWAYS, policy.at()))
        .toList();
  }

  private Statement applied(Statement one) {
    List<Condition> conditions = one.conditions().stream()
        .map(condition -> new Condition(condition.operator(), condition.quantifier(), condition.ifExists(),
            condition.spelling(), condition.key(), condition.values().stream().map(this::applied).toList(),
            condition.decided(), condition.at()))
        .toList();
    return new Statement(one.sid(), one.effect(), one.principals().map(this::applied), one.actions(),
        one.resources().map(this::applied), conditions, one.source(), ConditionSet.ALWAYS, one.effectAt(), one.at());
  }

  private PrincipalList applied(PrincipalList list) {
    return new PrincipalList(list.negated(), list.items().stream().<Principal>map(item -> switch (item) {
      case Principal.Aws(TextPattern name) -> new Principal.Aws(applied(name));
      case Principal.Service(TextPattern name) -> new Principal.Service(applied(name));
      case Principal.Federated(TextPattern name) -> new Principal.Federated(applied(name));
      case Principal.Canonical(TextPattern name) -> new Principal.Canonical(applied(name));
      case Principal.Everyone _,Principal.Undecided _ -> item;
    }).toList(), list.at());
  }

  private PatternList applied(PatternList list) {
    return new PatternList(list.negated(), list.items().stream().map(this::applied).toList(), list.at());
  }

  /** The text with the holes filled that have a value. */
  TextPattern applied(TextPattern text) {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    for (Part part : text.parts()) {
      Optional<String> known = switch (part) {
        case Part.Literal(String written) -> Optional.of(written);
        case Part.Hole hole -> Optional.ofNullable(values.get(hole.id()));
        case Part.AnyRun _,Part.AnyOne _,Part.Variable _ -> Optional.empty();
      };
      if (known.isPresent()) {
        literal.append(known.get());
        continue;
      }
      flush(literal, parts);
      parts.add(part);
    }
    flush(literal, parts);
    return new TextPattern(parts, text.at());
  }

  private static void flush(StringBuilder literal, List<Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
