package dev.slguard.rules.evaluate;

import dev.slguard.iam.risk.Risk;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Joins what several rules say of one statement into one verdict: the worst, with the others as further reasons. */
final class Reasons {
  private Reasons() {}

  private static int worstFirst(Verdict a, Verdict b) {
    int order = b.finding().severity().compareTo(a.finding().severity());
    order = order != 0 ? order : Integer.compare(rank(a), rank(b));
    return order != 0 ? order : a.rule().id().compareTo(b.rule().id());
  }

  /** {@code verdicts} of one statement; those that are not reported stay as they are. */
  static List<Verdict> joined(List<Verdict> verdicts) {
    List<Verdict> certain = verdicts.stream().filter(verdict -> verdict.truth().isTrue()).sorted(Reasons::worstFirst)
        .toList();
    if (certain.size() < 2) {
      return verdicts;
    }
    Verdict worst = certain.getFirst();
    var joined = new ArrayList<Verdict>();
    joined.add(with(worst, certain.subList(1, certain.size())));
    verdicts.stream().filter(verdict -> !verdict.truth().isTrue()).forEach(joined::add);
    return joined;
  }

  /** The kinds of risk are declared worst first. */
  private static int rank(Verdict verdict) {
    List<String> rules = Arrays.stream(Risk.Kind.values()).map(Risk.Kind::rule).toList();
    int rank = rules.indexOf(verdict.rule().id());
    return rank < 0 ? rules.size() : rank;
  }

  private static Verdict with(Verdict worst, List<Verdict> others) {
    Finding finding = worst.finding();
    var properties = new LinkedHashMap<>(finding.properties());
    var aliases = new LinkedHashSet<>(many(properties.get("aliases")));
    var actions = new LinkedHashSet<>(many(properties.get("actions")));
    var methods = new LinkedHashSet<>(many(properties.get("methods")));
    var reasons = new LinkedHashSet<String>();
    var steps = new ArrayList<>(finding.steps());
    for (Verdict other : others) {
      Finding also = other.finding();
      aliases.add(other.rule().id());
      aliases.addAll(other.rule().info().aliases());
      actions.addAll(many(also.properties().get("actions")));
      methods.addAll(many(also.properties().get("methods")));
      reasons.add(other.rule().id());
      steps.add(new EvidenceStep(EvidenceStep.Layer.IAM, EvidenceStep.Kind.PERMISSION, also.message(), also.at()));
    }
    aliases.remove(worst.rule().id());
    reasons.remove(worst.rule().id());
    properties.put("aliases", new Finding.Fact.Many(List.copyOf(aliases)));
    properties.put("actions", new Finding.Fact.Many(List.copyOf(actions)));
    if (!methods.isEmpty()) {
      properties.put("methods", new Finding.Fact.Many(List.copyOf(methods)));
    }
    if (!reasons.isEmpty()) {
      properties.put("reasons", new Finding.Fact.Many(List.copyOf(reasons)));
    }
    return worst.with(finding.with(properties, steps));
  }

  private static List<String> many(Finding.@Nullable Fact fact) {
    return Optional.ofNullable(fact).map(one -> switch (one) {
      case Finding.Fact.One(String text) -> List.of(text);
      case Finding.Fact.Many(var texts) -> texts;
    }).orElse(List.of());
  }
}
