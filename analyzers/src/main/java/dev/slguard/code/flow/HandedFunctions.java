package dev.slguard.code.flow;

import java.util.ArrayList;
import java.util.List;

/** The functions that a library gets hold of with a value: the value itself, or what a list or a map of them holds. */
final class HandedFunctions {
  private static final int MOST = 16;

  private HandedFunctions() {}

  /** Those in {@code value}, in a list, and, if {@code all}, in a map. */
  static List<Value> in(Frame frame, Value value, boolean all) {
    if (isRoutine(frame, value)) {
      return List.of(value);
    }
    List<Value> found = new ArrayList<>();
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id) && isContainer(frame.thing(id), all)) {
        frame.thing(id).members().forEach((symbol, member) -> {
          if (symbol >= Symbols.RESERVED && found.size() < MOST && isRoutine(frame, member)) {
            found.add(member);
          }
        });
      }
    }
    return found;
  }

  private static boolean isContainer(Thing thing, boolean all) {
    return thing.kind() instanceof Thing.Kind.Listing || all && thing.kind() instanceof Thing.Kind.Dictionary;
  }

  private static boolean isRoutine(Frame frame, Value value) {
    return value.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure);
  }
}
