package dev.slguard.code.java;

import dev.slguard.source.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/**
 * What code is lowered under.
 *
 * @param classes the classes around it, innermost first
 */
record Context(TypeNames names, Places places, Diagnostics diagnostics, List<ClassContext> classes) {

  Context inside(ClassContext innermost) {
    List<ClassContext> all = new ArrayList<>();
    all.add(innermost);
    all.addAll(classes);
    return new Context(names, places, diagnostics, all);
  }
}
