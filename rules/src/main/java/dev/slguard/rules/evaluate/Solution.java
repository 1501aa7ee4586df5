package dev.slguard.rules.evaluate;

import dev.slguard.model.Truth;
import java.util.LinkedHashMap;
import java.util.Map;

/** One way to satisfy a condition: for certain or perhaps, with the nodes it names. Never {@link Truth#FALSE}. */
record Solution(Truth truth, Map<String, Node> names) {
  Solution {
    names = Map.copyOf(names);
  }

  Solution and(Truth other) {
    return new Solution(truth.and(other), names);
  }

  Solution with(String name, Node node) {
    var more = new LinkedHashMap<>(names);
    more.put(name, node);
    return new Solution(truth, more);
  }
}
