package dev.slguard.code.flow;

/** Something a value may refer to. */
sealed interface Ref extends Comparable<Ref> {
  /** An object of the heap. */
  record Thing(int id) implements Ref {}

  /** A library's module, function, type, or an instance or result without state of its own, by its path. */
  record Foreign(String path) implements Ref {}

  @Override
  default int compareTo(Ref other) {
    return switch (this) {
      case Thing(int id) -> other instanceof Thing(int theirs) ? Integer.compare(id, theirs) : -1;
      case Foreign(String path) -> other instanceof Foreign(String theirs) ? path.compareTo(theirs) : 1;
    };
  }
}
