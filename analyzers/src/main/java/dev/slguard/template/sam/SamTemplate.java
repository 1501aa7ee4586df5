package dev.slguard.template.sam;

import dev.slguard.model.Provenance;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateOptions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template while it is expanded: resources written and generated, conditions, renamed ids. */
final class SamTemplate {
  private final String path;
  private final Tree.Mapping body;
  private final Root root;
  private final TemplateOptions options;
  private final Diagnostics diagnostics;
  private final Draft conditions;
  private final LinkedHashMap<String, Draft> written = new LinkedHashMap<>();
  private final LinkedHashMap<String, LinkedHashMap<String, Draft>> generated = new LinkedHashMap<>();
  private final Map<String, Provenance> provenance = new LinkedHashMap<>();
  private final References references = new References();
  /** Where the outcomes go for which SAM made a queue or topic, by identity of what the author wrote. */
  private final IdentityHashMap<Tree, Tree> destinations = new IdentityHashMap<>();
  private final Map<String, Tree> parameters = new LinkedHashMap<>();

  SamTemplate(String path, Tree.Mapping body, Root root, TemplateOptions options, Diagnostics diagnostics) {
    this.path = path;
    this.body = body;
    this.root = root;
    this.options = options;
    this.diagnostics = diagnostics;
    this.conditions = Draft.of(body.mapping("Conditions").orElseGet(() -> Tree.emptyMapping(body.at())));
    readParameters();
  }

  private void readParameters() {
    options.region().ifPresent(region -> {
      parameters.put("AWS::Region", Tree.Scalar.text(region, body.at()));
      parameters.put("AWS::Partition", Tree.Scalar.text(partition(), body.at()));
    });
    body.mapping("Parameters").ifPresent(section -> section.entries().forEach((name, entry) -> {
      String given = options.parameters().get(name);
      if (given != null) {
        parameters.put(name, Tree.Scalar.text(given, entry.keyAt()));
      } else if (entry.value() instanceof Tree.Mapping parameter
          && !parameter.text("Type").orElse("").startsWith("AWS::SSM::Parameter::Value")) {
        parameter.get("Default").ifPresent(value -> parameters.put(name, value));
      }
    }));
  }

  String path() {
    return path;
  }

  Root root() {
    return root;
  }

  Tree.Mapping body() {
    return body;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /**
   * Where the first function sends what {@code authored} says. SAM fills the queue that it makes for one function in where
   * the author wrote the destination; if that is in Globals, the other functions send to the same queue.
   */
  Optional<Tree> destinationOf(Tree authored) {
    return Optional.ofNullable(destinations.get(authored));
  }

  void sendTo(Optional<Tree> authored, Tree destination) {
    authored.ifPresent(tree -> destinations.putIfAbsent(tree, destination));
  }

  References references() {
    return references;
  }

  /** The conditions of the template, to which lowering adds its own. */
  Draft conditions() {
    return conditions;
  }

  String partition() {
    String region = options.region().orElse("");
    return options.partition()
        .orElse(region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws");
  }

  boolean isChina() {
    return partition().equals("aws-cn");
  }

  /** {@code tree} with every Ref to a parameter whose value is known replaced by that value. */
  Tree resolved(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, Span at) -> new Tree.Sequence(items.stream().map(this::resolved).toList(), at);
      case Tree.Mapping mapping -> {
        Optional<Tree> given = Intrinsics.referred(mapping).flatMap(name -> Optional.ofNullable(parameters.get(name)));
        if (given.isPresent()) {
          yield moved(given.get(), mapping.at());
        }
        if (Intrinsics.is("Fn::Sub", mapping) && mapping.text("Fn::Sub").isPresent()) {
          yield Intrinsics.sub(filled(mapping.text("Fn::Sub").orElse("")), mapping.at());
        }
        yield mapping.changed((_, value) -> resolved(value));
      }
    };
  }

  /** As {@link #resolved}, but for a function that is {@code tree} itself: SAM fills in only what stands inside. */
  Tree resolvedInside(Tree tree) {
    return Intrinsics.is("Ref", tree) || Intrinsics.is("Fn::Sub", tree) ? tree : resolved(tree);
  }

  /** The text of Fn::Sub with the values of known parameters in it. */
  private String filled(String text) {
    var result = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      Optional<String> value = Optional.ofNullable(parameters.get(text.substring(open + 2, close)))
          .flatMap(Intrinsics::textOf);
      result.append(text, at, open).append(value.orElse(text.substring(open, close + 1)));
      at = close + 1;
    }
    return result.append(text, at, text.length()).toString();
  }

  private static Tree moved(Tree value, Span at) {
    return value instanceof Tree.Scalar scalar ? new Tree.Scalar(scalar.text(), scalar.kind(), at) : value;
  }

  /** As {@link #resolved}, and Fn::FindInMap of known keys looked up. */
  Tree known(Tree tree) {
    return switch (resolved(tree)) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, Span at) -> new Tree.Sequence(items.stream().map(this::known).toList(), at);
      case Tree.Mapping mapping -> {
        if (Intrinsics.is("Fn::FindInMap", mapping)
            && mapping.get("Fn::FindInMap").orElse(mapping) instanceof Tree.Sequence(var keys, _) && keys.size() == 3) {
          yield lookedUp(keys).orElse(mapping);
        }
        yield mapping.changed((_, value) -> known(value));
      }
    };
  }

  private Optional<Tree> lookedUp(List<Tree> keys) {
    Optional<Tree> found = body.get("Mappings");
    for (Tree key : keys) {
      found = found.flatMap(section -> section instanceof Tree.Mapping mapping
          ? Intrinsics.textOf(known(key)).flatMap(mapping::get)
          : Optional.empty());
    }
    return found;
  }

  /** The text that {@code tree} spells once parameters are known. */
  Optional<String> textOf(Tree tree) {
    return Intrinsics.textOf(resolved(tree));
  }

  // Resources

  /** Keeps a resource that is no SAM resource, open to changes by events (bucket notifications, pool triggers). */
  void keep(String id, Tree tree) {
    written.put(id, Draft.of(tree));
  }

  /** A resource that is no SAM resource; empty if there is none of that id. */
  Optional<Draft> plain(String id) {
    return Optional.ofNullable(written.get(id));
  }

  /** Whether {@code id} is already generated or written. */
  boolean exists(String id) {
    return written.containsKey(id) || generated.values().stream().anyMatch(all -> all.containsKey(id));
  }

  /** The resource {@code id} of those generated so far. */
  Optional<Draft> generatedResource(String id) {
    return generated.values().stream().flatMap(all -> Optional.ofNullable(all.get(id)).stream()).findFirst();
  }

  /**
   * Adds the resource {@code id}, made from {@code owner} because of what stands at {@code at}; its condition, deletion and
   * replacement policies are the owner's.
   */
  Draft add(String id, String type, Owner owner, Span at) {
    Draft resource = addBare(id, type, owner, at);
    resource.take(owner.resource(), "Condition", "DeletionPolicy", "UpdateReplacePolicy");
    return resource;
  }

  /** As {@link #add}, in place of what another owner made under the same id: SAM lets the last one count. */
  Draft addInstead(String id, String type, Owner owner, Span at) {
    generated.values().forEach(all -> all.remove(id));
    return add(id, type, owner, at);
  }

  /** As {@link #add}, without the owner's attributes. */
  Draft addBare(String id, String type, Owner owner, Span at) {
    if (!id.equals(owner.id()) && body.mapping("Resources").filter(section -> section.has(id)).isPresent()) {
      error(owner, at, "makes a resource '" + Text.shown(id) + "', but the template has one of that id; the one that is"
          + " written counts");
      return Draft.at(at).put("Type", type);
    }
    var resource = Draft.at(at).put("Type", type);
    generated.computeIfAbsent(owner.id(), _ -> new LinkedHashMap<>()).put(id, resource);
    provenance.put(id, new Provenance(at, owner.id(), owner.type(), Optional.empty(), Optional.empty()));
    return resource;
  }

  /** The resources made from {@code owner} so far. */
  List<Draft> generatedFrom(String owner) {
    LinkedHashMap<String, Draft> all = generated.get(owner);
    return all == null ? List.of() : List.copyOf(all.values());
  }

  /** All resources of {@code type}, written or generated. */
  List<Draft> ofType(String type) {
    var found = new ArrayList<>(written.values());
    generated.values().forEach(all -> found.addAll(all.values()));
    found.removeIf(draft -> draft.get("Type").flatMap(Intrinsics::textOf).filter(type::equals).isEmpty());
    return found;
  }

  /** Adds DependsOn entries to {@code resource}, whatever form it has now. */
  static void dependOn(Draft resource, String id) {
    var ids = new ArrayList<Tree>();
    resource.get("DependsOn").ifPresent(tree -> ids.addAll(Intrinsics.items(tree)));
    if (ids.stream().noneMatch(tree -> Intrinsics.textOf(tree).filter(id::equals).isPresent())) {
      ids.add(Intrinsics.text(id, resource.at()));
    }
    resource.put("DependsOn", Intrinsics.list(resource.at(), ids));
  }

  // Diagnostics

  /** Reports that something of the resource {@code id} is wrong and what happens now. */
  void error(String id, Span at, String problem) {
    diagnostics.error(at, "resource '" + Text.shown(id) + "': " + problem);
  }

  void error(Owner owner, Span at, String problem) {
    error(owner.id(), at, problem);
  }

  /** Reports something that SAM would reject, though all of it was read. */
  void doubt(Owner owner, Span at, String problem) {
    diagnostics.warning(at, "resource '" + Text.shown(owner.id()) + "': " + problem);
  }

  // Result

  /** The whole template: everything written, each SAM resource replaced by what it becomes, references rewritten. */
  Tree.Mapping build(List<String> order) {
    var resources = Draft.at(body.mapping("Resources").map(Tree.Mapping::at).orElse(body.at()));
    var left = new ArrayList<>(generated.keySet());
    for (String id : order) {
      Draft plain = written.get(id);
      if (plain != null) {
        put(resources, id, plain);
      }
      if (left.remove(id)) {
        putAll(resources, id);
      }
    }
    left.forEach(id -> putAll(resources, id));
    var draft = Draft.of(body);
    for (String gone : List.of("Transform", "Globals")) {
      draft.remove(gone);
    }
    withoutSam().ifPresent(transform -> draft.put("Transform", transform));
    draft.put("Resources", references.rewritten(resources.build()));
    draft.get("Outputs").ifPresent(outputs -> draft.put("Outputs", references.rewritten(outputs)));
    if (!conditions.isEmpty()) {
      draft.put("Conditions", conditions);
    }
    return draft.build();
  }

  private void putAll(Draft resources, String owner) {
    Optional.ofNullable(generated.get(owner)).ifPresent(all -> all.forEach((id, draft) -> put(resources, id, draft)));
  }

  private void put(Draft resources, String id, Draft resource) {
    Span key = body.mapping("Resources").filter(section -> section.has(id)).map(section -> section.keyAt(id))
        .orElse(resource.at());
    resources.put(id, new Tree.Mapping(resource.build().entries(), key));
  }

  /** What remains of Transform once SAM is done. */
  private Optional<Tree> withoutSam() {
    return body.get("Transform").flatMap(tree -> {
      List<Tree> left = Intrinsics.items(tree).stream()
          .filter(item -> !Intrinsics.textOf(item).orElse("").startsWith("AWS::Serverless")).toList();
      return left.isEmpty()
          ? Optional.empty()
          : Optional.of(left.size() == 1 ? left.getFirst() : Intrinsics.list(tree.at(), left));
    });
  }

  Map<String, Provenance> provenance() {
    return Map.copyOf(provenance);
  }
}
