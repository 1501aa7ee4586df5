package dev.slguard.code.flow;

import dev.slguard.code.library.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The labels that stand for what callers pass in, each made once: most labels that summaries keep are of these, and those
 * that are the same object are compared and kept at no cost. Not shared between threads.
 */
final class Slots {
  /** Labels of one slot, by what they are cleared of, that are kept. */
  private static final int MOST = 32;

  private final Map<Label, List<List<Taint>>> known = new EnumMap<>(Label.class);

  /** The label of slot {@code index} for a value that carries {@code label} and is cleared of {@code cleared}. */
  Taint of(int index, Label label, long cleared) {
    List<List<Taint>> slots = known.computeIfAbsent(label, key -> new ArrayList<>());
    while (slots.size() <= index) {
      slots.add(new ArrayList<>(1));
    }
    List<Taint> taints = slots.get(index);
    for (Taint taint : taints) {
      if (taint.cleared() == cleared) {
        return taint;
      }
    }
    Origin origin = taints.isEmpty() ? new Origin.Slot(index, label) : taints.getFirst().origin();
    var made = new Taint(origin, "", cleared, true, 0, Trace.EMPTY);
    if (taints.size() < MOST) {
      taints.add(made);
    }
    return made;
  }
}
