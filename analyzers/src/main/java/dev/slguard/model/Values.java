package dev.slguard.model;

import dev.slguard.source.FixedMap;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Readings of {@link Value}s that several packages need. Recursion is safe: readers bound depth. */
public final class Values {
  private Values() {}

  /** A plain document, in which nothing is an intrinsic function: every scalar is known. */
  public static Value of(Tree tree) {
    return switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, Span at) -> new Value.Scalar(text, kind, at);
      case Tree.Sequence(var items, Span at) -> {
        var values = new ArrayList<Value>(items.size());
        items.forEach(item -> values.add(of(item)));
        yield new Value.Listing(values, at);
      }
      case Tree.Mapping(var entries, Span at) -> {
        var values = new FixedMap.Builder<Value>(entries.size());
        var keys = new FixedMap.Builder<Span>(entries.size());
        entries.forEach((key, entry) -> {
          values.put(key, of(entry.value()));
          keys.put(key, entry.keyAt());
        });
        yield new Value.Mapping(values.build(), keys.build(), at);
      }
    };
  }

  /** The text of a known scalar that is not null; empty for all else. */
  public static Optional<String> text(Value value) {
    return value instanceof Value.Scalar(String text, Tree.Kind kind, _) && kind != Tree.Kind.NULL
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The items of a list, or the value itself as the only one, as policies and many properties allow; none if absent. */
  public static List<Value> items(Value value) {
    return switch (value) {
      case Value.Listing(var items, _) -> items;
      case Value.Absent _ -> List.of();
      case Value.Scalar _,Value.Text _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _ ->
        List.of(value);
    };
  }
}
