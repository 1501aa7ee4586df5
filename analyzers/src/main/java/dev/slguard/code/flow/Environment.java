package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Trust;
import java.util.Optional;
import java.util.TreeMap;

/** Environment variables: secrets by their name, uses for the application graph. */
final class Environment {
  /** The value of the variable named by {@code name}. */
  Value value(Value name, CallSite site) {
    Optional<String> known = name.constantText();
    if (known.isEmpty()) {
      return Value.UNKNOWN;
    }
    site.frame().use(new UseAt("environment", known.get(), new TreeMap<>(), site.at()));
    if (!site.frame().library().namesSecret(known.get(), true)) {
      return Value.UNKNOWN;
    }
    var origin = new Origin.Point(Label.SECRET, Trust.SERVICE, "environment variable '" + known.get() + "'", site.at());
    var trace = Trace.EMPTY.then(new Flow.Step(Flow.Step.Kind.SOURCE, site.at(), origin.kind()));
    return Value.tainted(Taints.of(Taint.at(origin, trace)));
  }
}
