package dev.slguard.iam.policy;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Takes apart what a template decides between: one {@link Value} with {@link Value.Choice}s becomes several without, each
 * under the conditions of its arms. All choices on one condition are settled together.
 */
final class Variants {
  /** A statement with more conditions than this keeps its last choices as undecided values. */
  private static final int SPLITS = 4;

  /** One of the forms, and when it is deployed. */
  record Variant(Value value, ConditionSet when) {}

  private Variants() {}

  static List<Variant> of(Value value, ConditionSet when) {
    var settled = List.of(new Variant(value, when));
    for (int split = 0; split < SPLITS; split++) {
      var next = new ArrayList<Variant>();
      for (Variant variant : settled) {
        Optional<String> condition = firstCondition(variant.value);
        if (condition.isEmpty()) {
          next.add(variant);
        } else {
          add(variant, condition.get(), true, next);
          add(variant, condition.get(), false, next);
        }
      }
      if (next.size() == settled.size()) {
        return next;
      }
      settled = next;
    }
    return settled;
  }

  private static void add(Variant variant, String condition, boolean holds, List<Variant> out) {
    ConditionSet.Formula named = new ConditionSet.Formula.Named(condition);
    ConditionSet when = variant.when.and(holds ? named : new ConditionSet.Formula.Not(named));
    Value value = settle(variant.value, condition, holds);
    if (!(value instanceof Value.Absent) && !when.isImpossible()) {
      out.add(new Variant(value, when));
    }
  }

  private static Optional<String> firstCondition(Value value) {
    return switch (value) {
      case Value.Choice(String condition, _, _, _) -> Optional.of(condition);
      case Value.Text(var parts, _) -> firstOf(parts);
      case Value.Listing(var items, _) -> firstOf(items);
      case Value.Mapping mapping -> firstOf(mapping.entries().values());
      case Value.Scalar _,Value.Reference _,Value.Unknown _,Value.Absent _ -> Optional.empty();
    };
  }

  private static Optional<String> firstOf(Iterable<Value> values) {
    for (Value value : values) {
      Optional<String> found = firstCondition(value);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Value settle(Value value, String condition, boolean holds) {
    return switch (value) {
      case Value.Choice(String name, Value whenTrue, Value whenFalse, Span at) -> name.equals(condition)
          ? settle(holds ? whenTrue : whenFalse, condition, holds)
          : new Value.Choice(name, settle(whenTrue, condition, holds), settle(whenFalse, condition, holds), at);
      case Value.Text(var parts, Span at) -> new Value.Text(settleAll(parts, condition, holds), at);
      case Value.Listing(var items, Span at) -> listing(settleAll(items, condition, holds), items, at);
      case Value.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Value>();
        mapping.entries().forEach((key, entry) -> {
          Value settled = settle(entry, condition, holds);
          if (!(settled instanceof Value.Absent)) {
            entries.put(key, settled);
          }
        });
        yield new Value.Mapping(entries, mapping.keys(), mapping.at());
      }
      case Value.Scalar _,Value.Reference _,Value.Unknown _,Value.Absent _ -> value;
    };
  }

  private static List<Value> settleAll(List<Value> values, String condition, boolean holds) {
    var settled = new ArrayList<Value>(values.size());
    for (Value value : values) {
      Value one = settle(value, condition, holds);
      if (!(one instanceof Value.Absent)) {
        settled.add(one);
      }
    }
    return settled;
  }

  /** A choice in a list that settled to a list stands for that list's items, as statements under Fn::If do. */
  private static Value listing(List<Value> settled, List<Value> before, Span at) {
    var items = new ArrayList<Value>();
    boolean chosen = before.stream().anyMatch(item -> item instanceof Value.Choice);
    for (Value item : settled) {
      if (chosen && item instanceof Value.Listing(var inner, _)) {
        items.addAll(inner);
      } else {
        items.add(item);
      }
    }
    return new Value.Listing(items, at);
  }
}
