package dev.slguard.rules.evaluate;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is left of an identity's Allow statement once the Deny statements and boundaries of those who have it have been asked. */
final class Left {
  private Left() {}

  /** The statement with the entries of Action that still give something to somebody; empty if none does. */
  static Optional<Statement> of(Scene scene, Statement statement) {
    List<EffectivePermissions> holders = statement.effect() == Effect.ALLOW
        ? scene.holders(statement.source().carrier())
        : List.of();
    if (holders.isEmpty() || holders.stream().anyMatch(holder -> !holder.isLimited())) {
      return Optional.of(statement);
    }
    PatternList actions = statement.actions();
    List<TextPattern> left = actions.negated()
        ? actions.items()
        : actions.items().stream().filter(item -> holders.stream().anyMatch(holder -> holder.isLeft(statement, item)))
            .toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Statement(statement.sid(), statement.effect(), statement.principals(),
        new PatternList(actions.negated(), left, actions.at()), fenced(statement, holders), statement.conditions(),
        statement.source(), statement.when(), statement.effectAt(), statement.at()));
  }

  /** Where every holder is kept inside some resources by a Deny on all others, these; else the statement's own. */
  private static Optional<PatternList> fenced(Statement statement, List<EffectivePermissions> holders) {
    if (statement.resources().filter(PatternList::isAny).isEmpty() || statement.actions().negated()) {
      return statement.resources();
    }
    var inside = new ArrayList<TextPattern>();
    for (EffectivePermissions holder : holders) {
      List<Statement> fences = holder.fences(statement);
      if (fences.isEmpty()) {
        return statement.resources();
      }
      fences.getFirst().resources().ifPresent(list -> inside.addAll(list.items()));
    }
    Span at = statement.resources().map(PatternList::at).orElse(statement.at());
    return Optional.of(new PatternList(false, inside, at));
  }

  /** The written statement as rules walk in it, with the entries that are left. */
  static Node shown(Node written, Statement before, Statement left) {
    if (before.equals(left) || !(written.value() instanceof Value.Mapping mapping)) {
      return written;
    }
    var entries = new LinkedHashMap<>(mapping.entries());
    Set<Span> places = new HashSet<>();
    left.actions().items().forEach(item -> places.add(item.at()));
    Value actions = mapping.get("Action");
    if (actions instanceof Value.Listing) {
      entries.put("Action", new Value.Listing(
          Values.items(actions).stream().filter(item -> places.contains(item.at())).toList(), actions.at()));
    }
    if (!before.resources().equals(left.resources()) && left.resources().isPresent()) {
      PatternList resources = left.resources().get();
      List<Value> names = resources.items().stream().<Value>map(item -> Value.Scalar.text(item.text(), resources.at()))
          .toList();
      entries.put("Resource", new Value.Listing(names, resources.at()));
    }
    return written.with(new Value.Mapping(entries, mapping.keys(), mapping.at()));
  }
}
