package dev.slguard.code.flow;

import dev.slguard.code.library.Category;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Part;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.SecretNames;
import dev.slguard.code.library.Sink;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what is kept under names of things that nobody may guess: tokens, nonces, one-time passwords. */
final class Unguessable {
  private static final String CATEGORY = "weak-crypto";

  private final Frame frame;
  private final Members members;
  private final Optional<Category> category;

  Unguessable(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
    this.category = frame.analysis().categories().category(CATEGORY);
  }

  /** {@code value} that gets the name {@code name}; a predictable one is reported, and not again where it goes from here. */
  Value checked(String name, Value value, Optional<Span> at) {
    if (value.taints().isEmpty() || name.isEmpty() || at.isEmpty() || category.isEmpty()
        || !frame.library().namesSecret(name, SecretNames.Of.UNGUESSABLE)) {
      return value;
    }
    boolean any = false;
    for (Taint taint : value.taints().items()) {
      if (taint.origin().label() == Label.PREDICTABLE) {
        any = true;
        var sink = new Sink(CATEGORY, List.of(Position.argument(0)), Part.ANY, List.of(), Level.HIGH, name, Set.of());
        new Sinks(frame, members).checkOnly(category.get(), sink, value, taint, at.get());
      }
    }
    long mask = frame.analysis().categories().mask(CATEGORY);
    return any
        ? value.mapTaints(taint -> taint.origin().label() == Label.PREDICTABLE ? taint.clear(mask) : taint)
        : value;
  }
}
