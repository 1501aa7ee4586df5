package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/**
 * A route that an event adds to an API.
 *
 * @param owner the function or state machine
 * @param method key of the method in the document
 * @param inBody whether the route stands in the document of the API, not only its permission
 */
record RouteEvent(Owner owner, EventSource event, String path, String method, boolean inBody) {

  Optional<Tree.Mapping> auth() {
    return event.property("Auth").filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
  }

  /** The place that decides authorization: the event's Auth, else the event. */
  Span authPlace() {
    return event.properties().has("Auth") ? event.properties().keyAt("Auth") : event.at();
  }

  Optional<String> authorizer() {
    return auth().flatMap(auth -> auth.text("Authorizer"));
  }
}
