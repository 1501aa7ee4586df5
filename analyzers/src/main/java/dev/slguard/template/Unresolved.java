package dev.slguard.template;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A value that lowering knows to exist but cannot read: {@code ${env:TOKEN}} of a service, a missing file. It stands in an
 * {@link Expansion} as an intrinsic of slguard's own, {@code {"Fn::Unresolved": {"Origin": …, "Detail": …}}}, and becomes a
 * {@link Value.Unknown} on evaluation.
 *
 * @param origin where the value comes from
 * @param detail the name behind it, as {@link Value.Unknown#detail}
 */
public record Unresolved(Value.Origin origin, String detail) {
  /** The name of the intrinsic. */
  public static final String FUNCTION = "Fn::Unresolved";

  /** The node that stands for this value. */
  public Tree.Mapping at(Span at) {
    var argument = new LinkedHashMap<String, Tree.Entry>();
    argument.put("Origin", new Tree.Entry(at, Tree.Scalar.text(origin.name(), at)));
    argument.put("Detail", new Tree.Entry(at, Tree.Scalar.text(detail, at)));
    var call = new LinkedHashMap<String, Tree.Entry>();
    call.put(FUNCTION, new Tree.Entry(at, new Tree.Mapping(argument, at)));
    return new Tree.Mapping(call, at);
  }

  /** The unresolved value that {@code node} stands for; empty if it is anything else. */
  public static Optional<Unresolved> of(Tree node) {
    return node instanceof Tree.Mapping mapping && mapping.entries().size() == 1
        ? mapping.get(FUNCTION).flatMap(Unresolved::read)
        : Optional.empty();
  }

  /** What the intrinsic with this argument evaluates to. */
  public static Value value(Tree argument, Span at) {
    Unresolved unresolved = read(argument).orElse(new Unresolved(Value.Origin.MALFORMED, FUNCTION));
    return new Value.Unknown(unresolved.origin, unresolved.detail, at);
  }

  private static Optional<Unresolved> read(Tree argument) {
    return argument instanceof Tree.Mapping mapping
        ? mapping.text("Origin").flatMap(Unresolved::origin)
            .flatMap(origin -> mapping.text("Detail").map(detail -> new Unresolved(origin, detail)))
        : Optional.empty();
  }

  private static Optional<Value.Origin> origin(String name) {
    for (Value.Origin origin : Value.Origin.values()) {
      if (origin.name().equals(name)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }
}
