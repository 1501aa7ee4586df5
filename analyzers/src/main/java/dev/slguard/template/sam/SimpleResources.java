package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SAM types that become one resource each: SimpleTable, LayerVersion, Application. */
final class SimpleResources {
  private static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");

  private final SamTemplate template;

  SimpleResources(SamTemplate template) {
    this.template = template;
  }

  /** A table on demand whose key is a text {@code id}, unless PrimaryKey and ProvisionedThroughput say otherwise. */
  void table(Owner owner) {
    Span at = owner.at();
    Draft resource = template.add(owner.id(), "AWS::DynamoDB::Table", owner, at);
    resource.take(owner.resource(), "DependsOn", "Metadata", "UpdatePolicy");
    Draft properties = resource.child("Properties");
    Optional<Tree> written = owner.property("PrimaryKey").filter(tree -> !Intrinsics.isNull(tree));
    Tree name = Intrinsics.text("id", at);
    Tree type = Intrinsics.text("S", at);
    if (written.isPresent() && written.get() instanceof Tree.Mapping key) {
      for (String needed : List.of("Name", "Type")) {
        if (key.get(needed).filter(tree -> !Intrinsics.isNull(tree)).isEmpty()) {
          template.error(owner, owner.placeOf("PrimaryKey"), "PrimaryKey needs " + needed);
        }
      }
      name = key.get("Name").orElse(name);
      type = attributeType(owner, key.get("Type").orElse(type));
    }
    properties.put("AttributeDefinitions",
        Intrinsics.list(at, Draft.at(at).put("AttributeName", name).put("AttributeType", type).build()));
    properties.put("KeySchema",
        Intrinsics.list(at, Draft.at(at).put("AttributeName", name).put("KeyType", "HASH").build()));
    if (owner.property("ProvisionedThroughput").filter(tree -> !Intrinsics.isNull(tree)).isPresent()) {
      properties.take(owner.properties(), "ProvisionedThroughput");
    } else {
      properties.put("BillingMode", "PAY_PER_REQUEST");
    }
    properties.take(owner.properties(), "SSESpecification", "TableName", "PointInTimeRecoverySpecification");
    if (owner.properties().mapping("SSESpecification").filter(settings -> settings.entries().isEmpty()).isPresent()) {
      properties.remove("SSESpecification");
    }
    owner.property("Tags").filter(Tree.Mapping.class::isInstance).ifPresent(_ -> {
      var tags = new ArrayList<Tree>();
      Tags.addAll(tags, owner.property("Tags").orElseGet(() -> Tree.emptyMapping(at)));
      properties.put("Tags", Intrinsics.list(at, tags));
    });
  }

  private Tree attributeType(Owner owner, Tree type) {
    Optional<String> text = Intrinsics.textOf(type);
    Optional<String> letter = text.flatMap(name -> switch (name) {
      case "String", "S" -> Optional.of("S");
      case "Number", "N" -> Optional.of("N");
      case "Binary", "B" -> Optional.of("B");
      default -> Optional.empty();
    });
    if (text.isPresent() && letter.isEmpty()) {
      template.error(owner, type.at(), "'" + Text.shown(text.get()) + "' is no type of a key");
    }
    return letter.<Tree>map(name -> Intrinsics.text(name, type.at())).orElse(type);
  }

  /** A layer whose id changes with its content; every Ref to it follows. */
  void layer(Owner owner) {
    Span at = owner.at();
    String id = owner.id() + Hash.of(owner.properties());
    Draft resource = template.add(id, "AWS::Lambda::LayerVersion", owner, at);
    resource.take(owner.resource(), "DependsOn");
    Optional<Tree> retention = owner.property("RetentionPolicy").filter(tree -> !Intrinsics.isNull(tree));
    Optional<String> policy = retention.flatMap(template::textOf);
    if (retention.isPresent()
        && policy.filter(text -> text.equalsIgnoreCase("retain") || text.equalsIgnoreCase("delete")).isEmpty()) {
      template.error(owner, owner.placeOf("RetentionPolicy"), "RetentionPolicy needs to be 'Retain' or 'Delete'");
    }
    boolean delete = policy.filter(text -> text.equalsIgnoreCase("delete")).isPresent();
    if (policy.isPresent() || !owner.resource().has("DeletionPolicy")) {
      resource.put("DeletionPolicy", delete ? "Delete" : "Retain");
    }
    owner.property("LicenseInfo").filter(tree -> !(tree instanceof Tree.Scalar) && !Intrinsics.isFunction(tree))
        .ifPresent(tree -> template.doubt(owner, owner.placeOf("LicenseInfo"), "LicenseInfo is no text"));
    owner.property("CompatibleArchitectures").map(template::resolved).filter(Tree.Sequence.class::isInstance)
        .filter(tree -> Intrinsics.items(tree).stream()
            .anyMatch(item -> Intrinsics.textOf(item).filter(name -> !ARCHITECTURES.contains(name)).isPresent()))
        .ifPresent(tree -> template.doubt(owner, owner.placeOf("CompatibleArchitectures"),
            "CompatibleArchitectures of '" + id + "' needs to list 'x86_64' and 'arm64' only"));
    Draft properties = resource.child("Properties").take(owner.properties(), "CompatibleArchitectures",
        "CompatibleRuntimes", "Description", "LicenseInfo");
    for (String list : List.of("CompatibleArchitectures", "CompatibleRuntimes")) {
      owner.property(list).filter(tree -> Intrinsics.textOf(tree).isPresent())
          .ifPresent(tree -> template.error(owner, owner.placeOf(list), list + " is no list"));
    }
    properties.put("LayerName",
        owner.property("LayerName").map(template::resolved).orElseGet(() -> Intrinsics.text(owner.id(), at)));
    owner.property("ContentUri").flatMap(
        uri -> new FunctionCode(template, owner).location("ContentUri", uri, "S3Bucket", "S3Key", "S3ObjectVersion"))
        .ifPresent(content -> properties.put("Content", content));
    template.references().rename(owner.id(), id);
  }

  /** A nested stack: a template by address, or an application of the Serverless Application Repository. */
  void application(Owner owner) {
    Span at = owner.at();
    Draft resource = template.add(owner.id(), "AWS::CloudFormation::Stack", owner, at);
    resource.take(owner.resource(), "DependsOn", "Metadata", "UpdatePolicy");
    Draft properties = resource.child("Properties").take(owner.properties(), "NotificationARNs", "Parameters",
        "TimeoutInMinutes");
    var tags = new ArrayList<Tree>();
    tags.add(tag("lambda:createdBy", Intrinsics.text("SAM", at), at));
    Optional<Tree> location = owner.property("Location").map(template::known);
    if (location.isPresent() && location.get() instanceof Tree.Mapping application
        && !Intrinsics.isFunction(application)) {
      repository(owner, application, properties, tags);
    } else if (location.filter(tree -> !Intrinsics.isNull(tree)).isPresent()) {
      properties.put("TemplateURL", location.get());
    } else {
      template.error(owner, at, "an application needs Location");
    }
    Tags.addAll(tags, owner.property("Tags").orElseGet(() -> Tree.emptyMapping(at)));
    properties.put("Tags", Intrinsics.list(at, tags));
  }

  private void repository(Owner owner, Tree.Mapping application, Draft properties, List<Tree> tags) {
    Span at = owner.placeOf("Location");
    for (String key : List.of("ApplicationId", "SemanticVersion")) {
      Optional<Tree> value = application.get(key).filter(tree -> !Intrinsics.isNull(tree));
      if (value.isEmpty()) {
        template.error(owner, at, "Location of an application needs " + key);
        continue;
      }
      if (Intrinsics.textOf(value.get()).filter(text -> text.contains("{{resolve:")).isPresent()) {
        template.error(owner, at, key + " is a dynamic reference, which is not resolved there");
      }
      tags.add(tag(key.equals("ApplicationId") ? "serverlessrepo:applicationId" : "serverlessrepo:semanticVersion",
          value.get(), at));
    }
    // The address under which the repository hands out the template is made at deployment.
    application.get("ApplicationId").ifPresent(id -> properties.put("TemplateURL",
        Intrinsics.sub("serverlessrepo:${ApplicationId}", Draft.at(at).put("ApplicationId", id), at)));
  }

  private static Tree tag(String key, Tree value, Span at) {
    return Draft.at(at).put("Key", key).put("Value", value).build();
  }
}
