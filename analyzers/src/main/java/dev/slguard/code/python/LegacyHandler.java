package dev.slguard.code.python;

import java.util.List;
import java.util.Optional;

/**
 * Python 2 wrote {@code except Type, name:} where Python 3.14 reads two types. A second item that is a plain name with
 * a small first letter is taken for a variable, since classes of exceptions have a capital one.
 */
final class LegacyHandler {
  private LegacyHandler() {}

  /** The variable that takes the exception. */
  static Optional<String> name(Statement.Handler handler) {
    return handler.name().or(() -> legacyName(handler));
  }

  /** The types that the handler takes; empty if it takes all. */
  static List<Expression> types(Statement.Handler handler) {
    if (handler.type().isEmpty()) {
      return List.of();
    }
    if (handler.type().get() instanceof Expression.Tuple(List<Expression> items, _, _)) {
      return legacyName(handler).isPresent() ? single(items.getFirst()) : items;
    }
    return List.of(handler.type().get());
  }

  private static List<Expression> single(Expression type) {
    return type instanceof Expression.Tuple(List<Expression> items, _, _) ? items : List.of(type);
  }

  private static Optional<String> legacyName(Statement.Handler handler) {
    if (handler.name().isEmpty() && handler.type().isPresent()
        && handler.type().get() instanceof Expression.Tuple(List<Expression> items, int start, _) && items.size() == 2
        && items.getFirst().start() == start && items.getLast() instanceof Expression.Name(String id, _, _)
        && Character.isLowerCase(id.charAt(0))) {
      return Optional.of(id);
    }
    return Optional.empty();
  }
}
