package dev.slguard.code.flow;

import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** What facts say of values and paths in one run of a routine, with what its callers knew before. */
record Knowledge(Analysis analysis, Surroundings surroundings) {
  /** {@code value} cleared of what {@code facts} and those of the callers say of it. */
  Value cleared(Value value, Facts facts) {
    Facts passed = surroundings.facts();
    if (value.taints().isEmpty() || facts.masks().isEmpty() && passed.masks().isEmpty()) {
      return value;
    }
    long mask = value.number() == 0 ? 0 : facts.of(Facts.ofValue(value.number()));
    return value.mapTaints(taint -> {
      int key = taint.exact() ? pathKey(taint.origin(), taint.path()) : 0;
      return taint.clear(mask | (taint.exact() ? facts.of(key) | passed.of(key) : 0));
    });
  }

  /** Puts what the facts of {@code state} say into its locals. */
  void clear(State state) {
    if (!state.facts().masks().isEmpty()) {
      state.setLocals(state.locals().map((local, value) -> cleared(value, state.facts())));
    }
  }

  int pathKey(Origin origin, String path) {
    return Facts.ofPath(analysis.symbols().of(analysis.originName(origin) + path));
  }

  /** What {@code facts} say of {@code path} of {@code origin} and of what is below it, by the rest of the path. */
  SequencedMap<String, Long> about(Facts facts, Origin origin, String path) {
    var found = new TreeMap<String, Long>();
    if (!facts.masks().isEmpty()) {
      String prefix = analysis.originName(origin) + path;
      forEachPath(facts, (name, mask) -> {
        if (name.startsWith(prefix) && (name.length() == prefix.length() || name.charAt(prefix.length()) == '/')) {
          found.put(name.substring(prefix.length()), mask);
        }
      });
    }
    return found;
  }

  /** Reads the facts about paths: the name of the origin with the path, and the mask. */
  void forEachPath(Facts facts, ObjLongConsumer<String> reader) {
    facts.masks().forEach((key, mask) -> {
      if ((key & 1) == 1) {
        reader.accept(analysis.symbols().name(key >> 1), mask);
      }
    });
  }
}
