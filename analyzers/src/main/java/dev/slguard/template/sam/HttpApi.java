package dev.slguard.template.sam;

import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An HTTP API while events add routes to it. */
final class HttpApi {
  private final SamTemplate template;
  private Owner owner;
  private final boolean implicit;
  private final Optional<Tree.Mapping> written;
  private final List<RouteEvent> routes = new ArrayList<>();

  HttpApi(SamTemplate template, Owner owner, boolean implicit) {
    this.template = template;
    this.owner = owner;
    this.implicit = implicit;
    this.written = RestApi.document(template, owner);
  }

  Owner owner() {
    return owner;
  }

  boolean isImplicit() {
    return implicit;
  }

  /** The author's own document; a local file that DefinitionUri names is read. */
  Optional<Tree.Mapping> written() {
    return written;
  }

  boolean has(String property) {
    return owner.property(property).filter(tree -> !Intrinsics.isNull(tree)).isPresent();
  }

  boolean isManaged() {
    return !has("DefinitionBody") && !has("DefinitionUri");
  }

  /** Whether routes of events stand in the document: always, unless it lies elsewhere or is only included. */
  boolean takesRoutes() {
    return isManaged() || has("DefinitionBody") && written.filter(body -> !Intrinsics.isFunction(body)).isPresent();
  }

  void add(RouteEvent route) {
    routes.add(route);
  }

  List<RouteEvent> routes() {
    return List.copyOf(routes);
  }

  /** Whether {@code function} answers what no other route of this API does. */
  boolean isDefaultOf(String function) {
    return routes.stream()
        .anyMatch(route -> route.path().equals(HttpApiEvent.DEFAULT) && route.owner().id().equals(function));
  }

  /** An implicit API exists if one of its functions does, and is kept if one of them is. */
  void imply() {
    if (implicit) {
      owner = ImplicitConditions.implied(template, owner, routes.stream().map(RouteEvent::owner).toList());
    }
  }
}
