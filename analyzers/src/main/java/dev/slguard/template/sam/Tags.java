package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags, which SAM writes as an object and CloudFormation as a list. */
final class Tags {
  private static final List<String> TAGGABLE = List.of("AWS::IAM::Role", "AWS::IoT::TopicRule", "AWS::SQS::Queue",
      "AWS::SNS::Topic");

  private Tags() {}

  /** The tags of {@code owner} as a list, {@code createdBy: SAM} in front under the key {@code service:createdBy}. */
  static Tree.Sequence list(Owner owner, String createdBy) {
    var tags = new ArrayList<Tree>();
    Span at = owner.at();
    tags.add(tag(createdBy, Tree.Scalar.text("SAM", at), at));
    owner.property("Tags").ifPresent(tree -> addAll(tags, tree));
    return Intrinsics.list(at, tags);
  }

  /** Adds the tags of the object {@code tree}. */
  static void addAll(List<Tree> tags, Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      mapping.entries().forEach((key, entry) -> tags.add(tag(key, entry.value(), entry.keyAt())));
    }
  }

  private static Tree tag(String key, Tree value, Span at) {
    return Draft.at(at).put("Key", key).put("Value", value).build();
  }

  /** The tags of {@code owner} for a resource that it makes, if PropagateTags is set; empty if there are none. */
  static Optional<Tree> propagated(Owner owner) {
    boolean wanted = owner.property("PropagateTags").filter(Intrinsics::isTrue).isPresent();
    var tags = new ArrayList<Tree>();
    if (wanted) {
      owner.property("Tags").ifPresent(tree -> addAll(tags, tree));
    }
    return tags.isEmpty() ? Optional.empty() : Optional.of(Intrinsics.list(owner.at(), tags));
  }

  /** The tags of {@code owner} as an object, as HTTP APIs have them. */
  static Optional<Tree> mapping(Owner owner) {
    return owner.property("Tags").filter(Tree.Mapping.class::isInstance);
  }

  /** Gives the tags of {@code owner}, if PropagateTags is set, to what it makes that takes tags and has none yet. */
  static void propagate(SamTemplate template, Owner owner) {
    Optional<Tree> tags = propagated(owner);
    if (tags.isEmpty()) {
      return;
    }
    for (Draft resource : template.generatedFrom(owner.id())) {
      boolean taggable = resource.get("Type").flatMap(Intrinsics::textOf).filter(TAGGABLE::contains).isPresent();
      if (taggable && !resource.child("Properties").has("Tags")) {
        resource.child("Properties").put("Tags", tags.get());
      }
    }
  }
}
