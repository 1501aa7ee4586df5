package dev.slguard.source;

import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of one file or step, in order. Not shared between threads: one collector a file. */
public final class Diagnostics {
  /** A hostile file must not fill the report: what comes after this many is counted, not kept. */
  private static final int KEPT = 200;

  private final List<Diagnostic> items = new ArrayList<>();
  private int dropped;

  /** Adds {@code diagnostic}, unless the same one is there already. */
  public void add(Diagnostic diagnostic) {
    if (items.size() >= KEPT) {
      dropped++;
    } else if (!items.contains(diagnostic)) {
      items.add(diagnostic);
    }
  }

  /** Adds a diagnostic of level NOTE. */
  public void note(Span at, String message) {
    add(Diagnostic.note(at, message));
  }

  /** Adds a diagnostic of level WARNING. */
  public void warning(Span at, String message) {
    add(Diagnostic.warning(at, message));
  }

  /** Adds a diagnostic of level ERROR. */
  public void error(Span at, String message) {
    add(Diagnostic.error(at, message));
  }

  /** Whether no more is kept. */
  boolean isFull() {
    return items.size() >= KEPT;
  }

  /** All that was added, in order, with a last one that says how many more there were. */
  public List<Diagnostic> toList() {
    if (dropped == 0) {
      return List.copyOf(items);
    }
    var all = new ArrayList<>(items);
    all.add(Diagnostic.error(items.getLast().at(), dropped + " more diagnostics of this file are not shown"));
    return List.copyOf(all);
  }
}
