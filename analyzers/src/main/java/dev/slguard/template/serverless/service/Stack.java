package dev.slguard.template.serverless.service;

import dev.slguard.model.Provenance;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The CloudFormation template under construction. */
public final class Stack {
  private final Service service;
  private final Diagnostics diagnostics;
  private final LinkedHashMap<String, Tree.Entry> resources = new LinkedHashMap<>();
  private final Map<String, Provenance> provenance = new HashMap<>();
  private final Map<String, String> sourceFolders = new HashMap<>();
  private Optional<SharedRole> sharedRole = Optional.empty();

  /** An empty template for {@code service}. */
  public Stack(Service service, Diagnostics diagnostics) {
    this.service = service;
    this.diagnostics = diagnostics;
  }

  /** The service that the template is made of. */
  public Service service() {
    return service;
  }

  /** Where trouble is reported. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The role that functions share; empty if none is generated. */
  public Optional<SharedRole> sharedRole() {
    return sharedRole;
  }

  /** Makes {@code role} the shared one; its place among the resources is here. */
  public void share(SharedRole role, Span at) {
    sharedRole = Optional.of(role);
    add(Naming.SHARED_ROLE, "AWS::IAM::Role", Tree.emptyMapping(at),
        new Origin(at, Naming.SHARED_ROLE, "AWS::IAM::Role"));
  }

  /** Puts {@code role} in the place of the shared one; without one, the resource is taken out. */
  public void shareInstead(Optional<SharedRole> role) {
    sharedRole = role;
    if (role.isEmpty()) {
      resources.remove(Naming.SHARED_ROLE);
      provenance.remove(Naming.SHARED_ROLE);
    }
    writeSharedRole();
  }

  /** What a generated resource was made from, as {@link Provenance} says it. */
  public record Origin(Span at, String authoredId, String authoredType) {
    /** Made from {@code function} itself. */
    public static Origin of(ServiceFunction function) {
      return new Origin(function.at(), function.name(), "function");
    }

    /** Made from an event. */
    public static Origin of(Event event) {
      return new Origin(event.at(), event.function().name(), "function");
    }
  }

  /** Whether there is a resource {@code id}. */
  public boolean has(String id) {
    return resources.containsKey(id);
  }

  /** The resource {@code id}. */
  public Optional<Tree.Mapping> resource(String id) {
    Tree.Entry entry = resources.get(id);
    return entry == null ? Optional.empty() : Config.mapping(entry.value());
  }

  /** Adds a resource, or replaces the one with the same id. */
  public void add(String id, String type, Tree.Mapping properties, Origin origin) {
    add(id, type, properties, Optional.empty(), origin);
  }

  /** Adds a resource with a DependsOn, or replaces the one with the same id. */
  public void add(String id, String type, Tree.Mapping properties, Optional<? extends Tree> dependsOn, Origin origin) {
    var draft = new Draft(origin.at);
    put(id, draft.object().put("Type", type).put("DependsOn", dependsOn).put("Properties", properties).tree(), origin);
  }

  /** Adds a resource as it stands. */
  public void put(String id, Tree.Mapping resource, Origin origin) {
    resources.put(id, new Tree.Entry(origin.at, resource));
    provenance.put(id,
        new Provenance(origin.at, origin.authoredId, origin.authoredType, Optional.empty(), Optional.empty()));
  }

  /** Lays a resource on the one with the same id, if there is one. */
  public void merge(String id, String type, Tree.Mapping properties, Optional<? extends Tree> dependsOn,
      Origin origin) {
    Optional<Tree.Mapping> before = resource(id);
    if (before.isEmpty()) {
      add(id, type, properties, dependsOn, origin);
      return;
    }
    var draft = new Draft(origin.at);
    Tree.Mapping over = draft.object().put("Type", type).put("DependsOn", dependsOn).put("Properties", properties)
        .tree();
    replace(id, Merge.deep(before.get(), over));
  }

  /** Puts {@code resource} in the place of the one with the same id, which keeps its provenance. */
  public void replace(String id, Tree.Mapping resource) {
    Tree.Entry before = resources.get(id);
    resources.put(id, new Tree.Entry(before == null ? resource.at() : before.keyAt(), resource));
  }

  /** Replaces the properties of the resource {@code id}. */
  public void replaceProperties(String id, Tree.Mapping properties) {
    resource(id).ifPresent(resource -> {
      var entries = new LinkedHashMap<>(resource.entries());
      entries.put("Properties", new Tree.Entry(resource.keyAt("Properties"), properties));
      replace(id, new Tree.Mapping(entries, resource.at()));
    });
  }

  /** Says in which folder the code of a function stands. */
  public void sourceFolder(String functionId, String folder) {
    sourceFolders.put(functionId, folder);
  }

  /** Grants what a statement allows to the shared role, if there is one. */
  public void grant(Tree statement) {
    sharedRole.ifPresent(role -> role.add(statement));
  }

  /** Writes the shared role as it is now. */
  public void writeSharedRole() {
    sharedRole.ifPresent(role -> replaceProperties(Naming.SHARED_ROLE, role.properties(service)));
  }

  /** The resources as an object. */
  public Tree.Mapping resources(Span at) {
    return new Tree.Mapping(resources, at);
  }

  /** Where the generated resources come from. */
  public Map<String, Provenance> provenance() {
    return Map.copyOf(provenance);
  }

  /** The folder of each function's code. */
  public Map<String, String> sourceFolders() {
    return Map.copyOf(sourceFolders);
  }
}
