package dev.slguard.template.sam;

import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A REST API while events add routes to it. */
final class RestApi {
  private final SamTemplate template;
  private Owner owner;
  private final boolean implicit;
  private final Optional<Tree.Mapping> written;
  private final List<RouteEvent> routes = new ArrayList<>();

  RestApi(SamTemplate template, Owner owner, boolean implicit) {
    this.template = template;
    this.owner = owner;
    this.implicit = implicit;
    this.written = document(template, owner);
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

  /** The document of an API: DefinitionBody, or the local file of DefinitionUri. */
  static Optional<Tree.Mapping> document(SamTemplate template, Owner owner) {
    Optional<Tree> body = owner.property("DefinitionBody").filter(tree -> !Intrinsics.isNull(tree));
    if (body.isPresent()) {
      return body.filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
    }
    Optional<String> file = owner.property("DefinitionUri").flatMap(template::textOf)
        .filter(text -> !text.contains("://")).flatMap(text -> Root.resolve(template.path(), text));
    return file.filter(path -> template.root().isFile(path))
        .flatMap(path -> template.root().read(path, owner.placeOf("DefinitionUri"), template.diagnostics()))
        .flatMap(source -> Documents.read(source, template.root().limits(), template.diagnostics()).stream()
            .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast).findFirst());
  }

  /** Whether SAM writes the document: neither body nor address is given. */
  boolean isManaged() {
    return !has("DefinitionBody") && !has("DefinitionUri");
  }

  boolean has(String property) {
    return owner.property(property).filter(tree -> !Intrinsics.isNull(tree)).isPresent();
  }

  boolean mergesDefinitions() {
    return owner.property("MergeDefinitions").map(template::resolved).filter(Intrinsics::isTrue).isPresent();
  }

  /** Whether routes of events stand in the document. */
  boolean takesRoutes() {
    return isManaged() || mergesDefinitions() && written.isPresent();
  }

  void add(RouteEvent route) {
    routes.add(route);
  }

  List<RouteEvent> routes() {
    return List.copyOf(routes);
  }

  /** The name of the stage as it stands in logical ids: its text, or {@code Stage} where it is computed. */
  String stageSuffix() {
    Optional<String> text = owner.property("StageName").flatMap(Intrinsics::textOf);
    return text.map(FunctionAlias::alphanumeric).orElse("Stage");
  }

  /** An implicit API exists if one of its functions does, and is kept if one of them is. */
  void imply() {
    if (implicit) {
      owner = ImplicitConditions.implied(template, owner, routes.stream().map(RouteEvent::owner).toList());
    }
  }
}
