package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/** A trigger of which only the target is not yet known. */
record Cause(EventShape shape, Optional<Route> route, Authorization authorization, Exposure exposure,
    Optional<String> source, Span at, List<Span> evidence) {

  /** A service that acts on behalf of the named {@code source}. */
  static Cause service(EventShape shape, Optional<String> source, Span at) {
    return new Cause(shape, Optional.empty(), authorization(Authorization.Kind.SERVICE, at), Exposure.SERVICE, source,
        at, List.of());
  }

  static Authorization authorization(Authorization.Kind kind, Span at) {
    return new Authorization(kind, Optional.empty(), at);
  }

  Cause shaped(EventShape other) {
    return new Cause(other, route, authorization, exposure, source, at, evidence);
  }

  Cause exposed(Exposure other) {
    return new Cause(shape, route, authorization, other, source, at, evidence);
  }

  Cause authorized(Authorization other) {
    return new Cause(shape, route, other, exposure, source, at, evidence);
  }

  Cause routed(Route other) {
    return new Cause(shape, Optional.of(other), authorization, exposure, source, at, evidence);
  }

  Cause proven(List<Span> further) {
    return new Cause(shape, route, authorization, exposure, source, at, further);
  }

  Trigger trigger(String target, ConditionSet conditions) {
    return new Trigger(target, shape, route, authorization, exposure, source, conditions, at, evidence);
  }
}
