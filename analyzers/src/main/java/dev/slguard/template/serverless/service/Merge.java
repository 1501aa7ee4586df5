package dev.slguard.template.serverless.service;

import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Deep merge as the framework does it: objects by key, lists by index, anything else replaced. */
public final class Merge {
  private Merge() {}

  /** {@code over} laid on {@code base}; nodes keep their places. */
  public static Tree deep(Tree base, Tree over) {
    return switch (over) {
      case Tree.Mapping mapping when base instanceof Tree.Mapping below -> deep(below, mapping);
      case Tree.Sequence sequence when base instanceof Tree.Sequence below -> byIndex(below, sequence);
      case Tree.Mapping _,Tree.Sequence _,Tree.Scalar _ -> over;
    };
  }

  /** {@code over} laid on {@code base}, key by key. */
  public static Tree.Mapping deep(Tree.Mapping base, Tree.Mapping over) {
    var merged = new LinkedHashMap<>(base.entries());
    over.entries().forEach((key, entry) -> {
      Tree.Entry below = merged.get(key);
      merged.put(key, below == null ? entry : new Tree.Entry(entry.keyAt(), deep(below.value(), entry.value())));
    });
    return new Tree.Mapping(merged, base.entries().isEmpty() ? over.at() : base.at());
  }

  private static Tree.Sequence byIndex(Tree.Sequence base, Tree.Sequence over) {
    var merged = new ArrayList<>(base.items());
    for (int i = 0; i < over.items().size(); i++) {
      if (i < merged.size()) {
        merged.set(i, deep(merged.get(i), over.items().get(i)));
      } else {
        merged.add(over.items().get(i));
      }
    }
    return new Tree.Sequence(merged, base.at());
  }

  /** {@code over}'s entries put over those of {@code base}, not deeper. */
  public static Tree.Mapping shallow(Tree.Mapping base, Tree.Mapping over) {
    var merged = new LinkedHashMap<>(base.entries());
    merged.putAll(over.entries());
    return new Tree.Mapping(merged, base.at());
  }
}
