package dev.slguard.template.binding;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Gives the nodes of a document that lowering wrote the places of what the author wrote. */
final class Places {
  private Places() {}

  /** {@code value} with every node and key at {@code at}; references and holes keep theirs. */
  static Value all(Value value, Span at) {
    return switch (value) {
      case Value.Scalar(String text, Tree.Kind kind, _) -> new Value.Scalar(text, kind, at);
      case Value.Text(var parts, _) -> new Value.Text(parts, at);
      case Value.Listing(var items, _) -> new Value.Listing(items.stream().map(item -> all(item, at)).toList(), at);
      case Value.Mapping(var entries, _, _) -> {
        var values = new LinkedHashMap<String, Value>();
        var keys = new LinkedHashMap<String, Span>();
        entries.forEach((key, entry) -> {
          values.put(key, all(entry, at));
          keys.put(key, at);
        });
        yield new Value.Mapping(values, keys, at);
      }
      case Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> value;
    };
  }

  /** {@code value} with the places of {@code written}, as far as both have the same keys and items. */
  static Value of(Value value, Tree written) {
    return switch (value) {
      case Value.Scalar(String text, Tree.Kind kind, _) -> new Value.Scalar(text, kind, written.at());
      case Value.Text(var parts, _) -> new Value.Text(parts, written.at());
      case Value.Listing(var items, _) when written instanceof Tree.Sequence(var trees, Span at) ->
        new Value.Listing(listed(items, trees), at);
      case Value.Mapping mapping when written instanceof Tree.Mapping tree -> mapped(mapping, tree);
      case Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> value;
    };
  }

  private static List<Value> listed(List<Value> items, List<Tree> trees) {
    var placed = new ArrayList<Value>();
    for (int i = 0; i < items.size(); i++) {
      placed.add(i < trees.size() ? of(items.get(i), trees.get(i)) : items.get(i));
    }
    return placed;
  }

  private static Value mapped(Value.Mapping mapping, Tree.Mapping tree) {
    var values = new LinkedHashMap<String, Value>();
    var keys = new LinkedHashMap<String, Span>();
    mapping.entries().forEach((key, entry) -> {
      values.put(key, tree.get(key).map(inner -> of(entry, inner)).orElse(entry));
      keys.put(key, tree.has(key) ? tree.keyAt(key) : mapping.keyAt(key));
    });
    return new Value.Mapping(values, keys, tree.at());
  }
}
