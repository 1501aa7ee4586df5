package dev.slguard.code.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The classes that modules define and what extends what, found when their top levels have run. */
final class ClassIndex {
  private final TreeSet<Integer> ids = new TreeSet<>();
  private final Map<Integer, TreeSet<Integer>> directlyBelow = new HashMap<>();

  /** Adds the class {@code id}, which is {@code type}. */
  void add(int id, Thing type) {
    ids.add(id);
    for (int i = 0; type.members().has(Symbols.base(i)); i++) {
      for (Ref ref : type.members().get(Symbols.base(i), Value.NONE).refs()) {
        if (ref instanceof Ref.Thing(int base)) {
          directlyBelow.computeIfAbsent(base, key -> new TreeSet<>()).add(id);
        }
      }
    }
  }

  List<Integer> ids() {
    return new ArrayList<>(ids);
  }

  /** The classes that extend {@code id}, directly or not. */
  SortedSet<Integer> below(int id) {
    if (!directlyBelow.containsKey(id)) {
      return Collections.emptySortedSet();
    }
    var all = new TreeSet<Integer>();
    var pending = new ArrayDeque<Integer>();
    pending.add(id);
    while (!pending.isEmpty()) {
      for (int next : directlyBelow.getOrDefault(pending.poll(), new TreeSet<>())) {
        if (next != id && all.add(next)) {
          pending.add(next);
        }
      }
    }
    return all;
  }
}
