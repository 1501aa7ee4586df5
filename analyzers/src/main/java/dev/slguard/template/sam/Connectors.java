package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Connectors: what it takes that a source may use a destination, as a managed policy on a role, a policy of queue or topic,
 * or a Lambda permission. A connector embedded in a resource has that resource as its source.
 */
final class Connectors {
  /** Loaded when a template first has a connector. */
  private static final class Loaded {
    private static final Tree.Mapping PROFILES = PolicyTemplates.mapping("connector-profiles.json");
  }

  private record Connector(Owner owner, Tree.Mapping properties) {}

  private final SamTemplate template;
  private final List<Connector> connectors = new ArrayList<>();

  Connectors(SamTemplate template) {
    this.template = template;
  }

  /** Takes note of {@code owner} if it is a connector, and of the connectors embedded in it. */
  void collect(Owner owner) {
    if (owner.type().equals("AWS::Serverless::Connector")) {
      connectors.add(new Connector(owner, owner.properties()));
    }
    Optional<Tree> embedded = owner.resource().get("Connectors");
    if (embedded.isEmpty()) {
      return;
    }
    if (!(embedded.get() instanceof Tree.Mapping all)) {
      template.error(owner, owner.resource().keyAt("Connectors"), "Connectors is no object");
      return;
    }
    all.entries().forEach((name, entry) -> embedded(owner, name, entry));
  }

  private void embedded(Owner owner, String name, Tree.Entry entry) {
    String id = owner.id() + name;
    if (!(entry.value() instanceof Tree.Mapping written) || written.mapping("Properties").isEmpty()) {
      template.error(owner, entry.keyAt(), "connector '" + Text.shown(name) + "' needs Properties");
      return;
    }
    Tree.Mapping properties = written.mapping("Properties").orElse(written);
    for (String key : properties.entries().keySet()) {
      if (!List.of("Destination", "Permissions", "SourceReference").contains(key)) {
        template.error(id, properties.keyAt(key), "'" + Text.shown(key) + "' is no property of an embedded connector");
      }
    }
    if (properties.mapping("SourceReference").filter(reference -> reference.has("Id")).isPresent()) {
      template.doubt(owner, properties.keyAt("SourceReference"),
          "connector '" + Text.shown(name) + "' has an Id in its SourceReference, where it has no effect");
    }
    if (template.body().mapping("Resources").filter(section -> section.has(id)).isPresent()) {
      template.error(owner, entry.keyAt(), "connector '" + Text.shown(name) + "' makes '" + Text.shown(id)
          + "', but the template has a resource of that id");
    }
    Draft source = Draft.at(entry.keyAt());
    Optional<Tree> reference = properties.get("SourceReference");
    if (reference.isPresent() && !(reference.get() instanceof Tree.Mapping)) {
      template.error(owner, properties.keyAt("SourceReference"),
          "connector '" + Text.shown(name) + "' has a SourceReference that is no object");
    }
    properties.mapping("SourceReference").ifPresent(source::takeAll);
    source.put("Id", owner.id());
    Draft all = Draft.of(properties).put("Source", source);
    connectors.add(new Connector(new Owner(id, "AWS::Serverless::Connector", entry.keyAt(), written), all.build()));
  }

  /** Adds a connector that another resource needs. */
  void add(String id, Owner origin, Draft source, Draft destination, List<String> permissions, Span at) {
    Tree.Mapping properties = Draft.at(at).put("Source", source).put("Destination", destination)
        .put("Permissions", Intrinsics.texts(at, permissions.toArray(String[]::new))).build();
    connectors.add(new Connector(new Owner(id, origin.type(), at, origin.resource()), properties));
  }

  void expand(Map<String, Owner> owners) {
    for (Connector connector : List.copyOf(connectors)) {
      expand(connector, owners);
    }
  }

  private void expand(Connector connector, Map<String, Owner> owners) {
    Owner owner = connector.owner();
    Optional<Tree> destination = connector.properties().get("Destination");
    Optional<Tree> source = connector.properties().get("Source");
    List<Tree> written = connector.properties().get("Permissions").map(Intrinsics::items).orElseGet(List::of);
    var permissions = new TreeSet<String>();
    written.forEach(tree -> Intrinsics.textOf(tree).ifPresent(permissions::add));
    if (source.isEmpty() || destination.isEmpty() || permissions.isEmpty()) {
      template.error(owner, owner.at(), "a connector needs Source, Destination and Permissions");
      return;
    }
    for (String permission : permissions) {
      if (!permission.equals("Read") && !permission.equals("Write")) {
        template.error(owner, owner.at(), "'" + Text.shown(permission) + "' is no permission of a connector");
        return;
      }
    }
    boolean several = destination.get() instanceof Tree.Sequence;
    if (Intrinsics.items(destination.get()).isEmpty()) {
      template.error(owner, owner.at(), "Destination of the connector is empty");
    }
    var made = new ArrayList<String>();
    int index = 0;
    for (Tree one : Intrinsics.items(destination.get())) {
      String suffix = several ? "Destination" + index++ : "";
      connect(owner, owners, source.get(), one, List.copyOf(permissions), suffix).ifPresent(made::addAll);
    }
    template.references().replace(owner.id(), made);
  }

  private Optional<List<String>> connect(Owner owner, Map<String, Owner> owners, Tree source, Tree destination,
      List<String> permissions, String suffix) {
    var ends = new ConnectorEnds(template, owner, owners);
    Optional<ConnectorEnd> from = ends.read(source, "Source");
    Optional<ConnectorEnd> to = ends.read(destination, "Destination");
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Optional<Tree.Mapping> profile = Loaded.PROFILES.mapping(from.get().type())
        .flatMap(all -> all.mapping(to.get().type()));
    if (profile.isEmpty()) {
      template.error(owner, owner.at(), "no connector leads from " + from.get().type() + " to " + to.get().type());
      return Optional.empty();
    }
    Tree.Mapping properties = profile.get().mapping("Properties").orElse(profile.get());
    Tree.Mapping categories = properties.mapping("AccessCategories").orElse(properties);
    if (!allowed(properties, categories, permissions)) {
      template.error(owner, owner.at(), "a connector from " + from.get().type() + " to " + to.get().type()
          + " does not take the permissions " + String.join(", ", permissions));
      return Optional.empty();
    }
    var policy = new ConnectorPolicy(template, owner, from.get(), to.get(), suffix);
    Optional<List<String>> made = policy.make(profile.get(), categories, permissions);
    made.ifPresent(ids -> depend(properties.text("DependedBy").orElse(""), from.get(), to.get(), ids));
    return made;
  }

  /** Only some sets of permissions make sense together, as from a queue to a function. */
  private static boolean allowed(Tree.Mapping properties, Tree.Mapping categories, List<String> permissions) {
    if (!categories.entries().keySet().containsAll(permissions)) {
      return false;
    }
    Optional<Tree> sets = properties.get("ValidAccessCategories");
    return sets.isEmpty() || Intrinsics.items(sets.get()).stream().anyMatch(set -> {
      List<String> names = Intrinsics.items(set).stream().flatMap(tree -> Intrinsics.textOf(tree).stream()).sorted()
          .toList();
      return names.equals(permissions);
    });
  }

  /** What uses the connection waits for it: the source itself, or the event source mappings of the destination. */
  private void depend(String by, ConnectorEnd from, ConnectorEnd to, List<String> ids) {
    if (by.equals("SOURCE") && from.id().isPresent()) {
      template.generatedResource(from.id().get()).or(() -> template.plain(from.id().get()))
          .ifPresent(resource -> ids.forEach(id -> SamTemplate.dependOn(resource, id)));
    }
    if (by.equals("DESTINATION_EVENT_SOURCE_MAPPING")) {
      for (Draft mapping : template.ofType("AWS::Lambda::EventSourceMapping")) {
        Tree.Mapping properties = mapping.get("Properties").filter(Tree.Mapping.class::isInstance)
            .map(Tree.Mapping.class::cast).orElseGet(() -> Tree.emptyMapping(mapping.at()));
        boolean same = properties.get("EventSourceArn").filter(arn -> names(arn, from)).isPresent()
            && properties.get("FunctionName").filter(name -> names(name, to)).isPresent();
        if (same) {
          ids.forEach(id -> SamTemplate.dependOn(mapping, id));
        }
      }
    }
  }

  /** Whether {@code tree} refers to the resource at {@code end}. */
  private static boolean names(Tree tree, ConnectorEnd end) {
    return end.id().isPresent() && (Intrinsics.referred(tree).filter(end.id().get()::equals).isPresent()
        || Intrinsics.attributeOwner(tree).filter(end.id().get()::equals).isPresent());
  }
}
