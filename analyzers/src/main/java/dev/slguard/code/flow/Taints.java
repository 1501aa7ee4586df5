package dev.slguard.code.flow;

import dev.slguard.code.library.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The labels on a value: a small set, one for each origin and path, in order. */
@SuppressWarnings("ReferenceEquality") // a changed label is another object
final class Taints {
  private static final int MOST = 24;
  static final Taints NONE = new Taints(List.of());

  private final List<Taint> items;
  private final int hash;

  private Taints(List<Taint> items) {
    this.items = List.copyOf(items);
    this.hash = items.hashCode();
  }

  List<Taint> items() {
    return items;
  }

  static Taints of(Taint taint) {
    return new Taints(List.of(taint));
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Those of the kind {@code label}. */
  Taints labelled(Label label) {
    Taints kept = NONE;
    for (Taint taint : items) {
      kept = taint.origin().label() == label ? kept.and(of(taint)) : kept;
    }
    return kept;
  }

  /** Those of other kinds than {@code label}. */
  Taints without(Label label) {
    Taints kept = NONE;
    for (Taint taint : items) {
      kept = taint.origin().label() == label ? kept : kept.and(of(taint));
    }
    return kept;
  }

  /** The labels of both. */
  Taints and(Taints other) {
    if (other.items.isEmpty() || this.equals(other)) {
      return this;
    } else if (items.isEmpty()) {
      return other;
    }
    List<Taint> all = new ArrayList<>(items);
    boolean changed = false;
    for (Taint taint : other.items) {
      changed |= add(all, taint);
    }
    if (!changed) {
      return this;
    }
    return new Taints(all.size() > MOST ? bounded(all) : all);
  }

  private static boolean add(List<Taint> sorted, Taint taint) {
    if (sorted.isEmpty() || sorted.getLast().compareTo(taint) < 0) {
      sorted.add(taint);
      return true;
    }
    int low = 0;
    while (low < sorted.size() && sorted.get(low).compareTo(taint) < 0) {
      low++;
    }
    if (low < sorted.size() && sorted.get(low).sameSource(taint)) {
      Taint both = sorted.get(low).or(taint);
      boolean changed = !both.equals(sorted.get(low));
      sorted.set(low, both);
      return changed;
    }
    sorted.add(low, taint);
    return true;
  }

  /** Paths of one origin cut to what they share, then the first origins. */
  private static List<Taint> bounded(List<Taint> all) {
    List<Taint> kept = new ArrayList<>();
    for (Taint taint : all) {
      int last = kept.size() - 1;
      if (last >= 0 && kept.get(last).origin().equals(taint.origin())) {
        Taint before = kept.get(last);
        kept.set(last,
            atPath(before, shared(before.path(), taint.path())).or(atPath(taint, shared(before.path(), taint.path()))));
      } else if (kept.size() < MOST) {
        kept.add(taint);
      }
    }
    return kept;
  }

  private static Taint atPath(Taint taint, String path) {
    return new Taint(taint.origin(), path, taint.cleared(), taint.exact(), taint.hops(), taint.trace());
  }

  private static String shared(String a, String b) {
    int end = 0;
    int i = 0;
    for (; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
      if (a.charAt(i) == '/') {
        end = i;
      }
    }
    if (i == a.length() && (i == b.length() || b.charAt(i) == '/')) {
      return a;
    }
    return i == b.length() && a.charAt(i) == '/' ? b : a.substring(0, end);
  }

  /** Each label changed. */
  Taints map(UnaryOperator<Taint> change) {
    if (items.isEmpty()) {
      return this;
    }
    List<Taint> changed = items;
    for (int i = 0; i < items.size(); i++) {
      Taint taint = items.get(i);
      Taint next = change.apply(taint);
      if (changed != items) {
        add(changed, next);
      } else if (next != taint) {
        changed = new ArrayList<>(items.subList(0, i));
        add(changed, next);
      }
    }
    return changed == items ? this : new Taints(changed);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Taints that && hash == that.hash && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
