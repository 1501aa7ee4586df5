package dev.slguard.code.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The classes that modules define, found when their top levels have run. */
final class ClassIndex {
  private final TreeSet<Integer> ids = new TreeSet<>();

  void add(int id) {
    ids.add(id);
  }

  List<Integer> ids() {
    return new ArrayList<>(ids);
  }
}
