package dev.slguard.code.flow;

import dev.slguard.code.library.Label;
import dev.slguard.code.library.Trust;
import dev.slguard.source.Span;

/** Where a label came in. */
@SuppressWarnings("ReferenceEquality") // most are compared with themselves
sealed interface Origin extends Comparable<Origin> {
  /** What values from here carry. */
  Label label();

  /** A labelled value that a caller passed in: stands for what that caller had. */
  record Slot(int index, Label label) implements Origin {}

  /** The event of the entry point under analysis. */
  record Event() implements Origin {
    @Override
    public Label label() {
      return Label.UNTRUSTED;
    }
  }

  /** A place in the program. */
  record Point(Label label, Trust trust, String kind, Span at) implements Origin {
    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Point that && label == that.label && trust == that.trust
          && at.equals(that.at) && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
      return Hashes.of(at.hashCode(), kind.hashCode());
    }

    private int compareToPoint(Point other) {
      int order = at.compareTo(other.at);
      order = order != 0 ? order : label.compareTo(other.label);
      order = order != 0 ? order : kind.compareTo(other.kind);
      return order != 0 ? order : trust.compareTo(other.trust);
    }
  }

  @Override
  default int compareTo(Origin other) {
    if (this == other) {
      return 0;
    } else if (this instanceof Point a && other instanceof Point b) {
      return a.compareToPoint(b);
    } else if (this instanceof Slot a && other instanceof Slot b) {
      return Integer.compare(a.index, b.index);
    }
    return Integer.compare(rank(), other.rank());
  }

  private int rank() {
    return switch (this) {
      case Event _ -> 0;
      case Slot _ -> 1;
      case Point _ -> 2;
    };
  }
}
