package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both versions, or what of them concerns one entry.
 *
 * @param before statements that grant or deny in the first version
 * @param beforeLimits statements of each of its limits
 */
record Versions(List<Outline> before, List<List<Outline>> beforeLimits, List<Outline> now,
    List<List<Outline>> nowLimits) {

  static Versions of(Side before, Side now) {
    return new Versions(Outline.of(before.grants()), limits(before), Outline.of(now.grants()), limits(now));
  }

  private static List<List<Outline>> limits(Side side) {
    return side.limits().stream().map(limit -> Outline.of(List.of(limit))).toList();
  }

  /** What may speak about one of the actions on one of the resources. */
  Versions near(Glob action, Glob resource) {
    return new Versions(near(before, action, resource), nearAll(beforeLimits, action, resource),
        near(now, action, resource), nearAll(nowLimits, action, resource));
  }

  private static List<List<Outline>> nearAll(List<List<Outline>> lists, Glob action, Glob resource) {
    return lists.stream().map(list -> near(list, action, resource)).toList();
  }

  private static List<Outline> near(List<Outline> list, Glob action, Glob resource) {
    return list.stream().filter(one -> one.concerns(action, resource)).toList();
  }

  /** Whether both say the same, word by word. */
  boolean isUnchanged() {
    return beforeLimits.size() == nowLimits.size() && words(before).equals(words(now))
        && beforeLimits.stream().map(Versions::words).toList().equals(nowLimits.stream().map(Versions::words).toList());
  }

  private static List<String> words(List<Outline> outlines) {
    return outlines.stream().map(Outline::words).toList();
  }

  boolean isLimit(Outline one) {
    return !before.contains(one) && !now.contains(one);
  }

  List<Outline> all() {
    return Stream.of(Stream.of(before), beforeLimits.stream(), Stream.of(now), nowLimits.stream())
        .flatMap(lists -> lists).flatMap(List::stream).toList();
  }

  /** {@code side}, which is the first or the second version, with the statements of this only. */
  Side only(Side side, boolean first) {
    List<List<Outline>> limits = first ? beforeLimits : nowLimits;
    var policies = new ArrayList<Policy>();
    for (int i = 0; i < limits.size(); i++) {
      policies.add(only(side.limits().get(i), limits.get(i)));
    }
    List<Outline> grants = first ? before : now;
    int guards = side.guards().size();
    return new Side(side.grants().stream().map(policy -> only(policy, grants)).toList(),
        side.boundary().isPresent() ? Optional.of(policies.get(guards)) : Optional.empty(), policies.subList(0, guards),
        side.ofResource());
  }

  private static Policy only(Policy policy, List<Outline> kept) {
    var statements = policy.statements().stream()
        .filter(statement -> kept.stream().anyMatch(one -> one.statement() == statement)).toList();
    return new Policy(policy.source(), policy.version(), statements, policy.size(), policy.problems(), policy.when(),
        policy.at());
  }
}
