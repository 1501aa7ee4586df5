package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;

/** What a generated role may do: managed policies and named documents, each once, in order. */
final class RolePolicies {
  private final List<Tree> managed = new ArrayList<>();
  private final List<Tree> inline = new ArrayList<>();

  /** Adds a managed policy by ARN. */
  void addManaged(Tree arn) {
    if (managed.stream().noneMatch(other -> Intrinsics.same(other, arn))) {
      managed.add(arn);
    }
  }

  /** Adds the policy {@code name} with {@code document}. */
  void add(String name, Tree document, Span at) {
    addEntry(Draft.at(at).put("PolicyName", name).put("PolicyDocument", document).build());
  }

  /** Adds the policy {@code name} with {@code document}, unless another one has the same document: what the translator does for events. */
  void addUnlessHeld(String name, Tree document, Span at) {
    boolean held = inline.stream().anyMatch(entry -> entry instanceof Tree.Mapping mapping
        && mapping.get("PolicyDocument").filter(other -> Intrinsics.same(other, document)).isPresent());
    if (!held) {
      add(name, document, at);
    }
  }

  /** Adds a whole entry of Policies: an object with name and document, or a function that gives one. */
  void addEntry(Tree entry) {
    if (inline.stream().noneMatch(other -> Intrinsics.same(other, entry))) {
      inline.add(entry);
    }
  }

  boolean hasManaged() {
    return !managed.isEmpty();
  }

  /** Writes ManagedPolicyArns and Policies into {@code properties} of a role. */
  void writeTo(Draft properties, Span at) {
    if (!managed.isEmpty()) {
      properties.put("ManagedPolicyArns", Intrinsics.list(at, managed));
    }
    if (!inline.isEmpty()) {
      properties.put("Policies", Intrinsics.list(at, inline));
    }
  }

  /** A statement that allows {@code action} on {@code resource}. */
  static Tree.Mapping allow(String action, Tree resource, Span at) {
    return Draft.at(at).put("Action", action).put("Effect", "Allow").put("Resource", resource).build();
  }

  /** A statement that allows {@code actions}, a list, on {@code resource}. */
  static Tree.Mapping allow(List<String> actions, Tree resource, Span at) {
    return Draft.at(at).put("Action", Intrinsics.texts(at, actions.toArray(String[]::new))).put("Effect", "Allow")
        .put("Resource", resource).build();
  }

  /** A document without version that holds {@code statements}. */
  static Tree.Mapping document(Span at, Tree... statements) {
    return Draft.at(at).put("Statement", Intrinsics.list(at, statements)).build();
  }

  /** A document without version that holds {@code statements}. */
  static Tree.Mapping document(Span at, List<? extends Tree> statements) {
    return Draft.at(at).put("Statement", Intrinsics.list(at, statements)).build();
  }

  /** The trust policy under which {@code service} may assume a role. */
  static Tree.Mapping trust(String service, Span at) {
    var statement = Draft.at(at).put("Action", Intrinsics.texts(at, "sts:AssumeRole")).put("Effect", "Allow")
        .put("Principal", Draft.at(at).put("Service", Intrinsics.texts(at, service)));
    return Draft.at(at).put("Version", "2012-10-17").put("Statement", Intrinsics.list(at, statement.build())).build();
  }
}
