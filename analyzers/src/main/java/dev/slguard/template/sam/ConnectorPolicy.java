package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the resources of one connection out of its profile. */
final class ConnectorPolicy {
  private final SamTemplate template;
  private final Owner owner;
  private final ConnectorEnd from;
  private final ConnectorEnd to;
  private final String suffix;
  private final Span at;

  ConnectorPolicy(SamTemplate template, Owner owner, ConnectorEnd from, ConnectorEnd to, String suffix) {
    this.template = template;
    this.owner = owner;
    this.from = from;
    this.to = to;
    this.suffix = suffix;
    this.at = owner.at();
  }

  /** Ids of what was made; empty after a diagnostic. */
  Optional<List<String>> make(Tree.Mapping profile, Tree.Mapping categories, List<String> permissions) {
    return switch (profile.text("Type").orElse("")) {
      case "AWS_IAM_ROLE_MANAGED_POLICY" -> managed(profile, categories, permissions);
      case "AWS_SQS_QUEUE_POLICY" -> queue(categories, permissions);
      case "AWS_SNS_TOPIC_POLICY" -> topic(categories, permissions);
      case "AWS_LAMBDA_PERMISSION" -> Optional.of(invoke(categories, permissions));
      default -> Optional.empty();
    };
  }

  private Draft add(String id, String type) {
    Draft resource = template.add(id, type, owner, at);
    resource.take(owner.resource(), "DependsOn");
    Draft ends = Draft.at(at).put("Source", Draft.at(at).put("Type", from.writtenType())).put("Destination",
        Draft.at(at).put("Type", to.writtenType()));
    resource.put("Metadata", Draft.at(at).put("aws:sam:connectors", Draft.at(at).put(owner.id(), ends)));
    return resource;
  }

  private Optional<List<String>> managed(Tree.Mapping profile, Tree.Mapping categories, List<String> permissions) {
    boolean onSource = profile.mapping("Properties").flatMap(properties -> properties.get("SourcePolicy"))
        .filter(Intrinsics::isTrue).isPresent();
    Optional<Tree> role = onSource ? from.role() : to.role();
    if (role.isEmpty()) {
      template.error(owner, at, "the " + (onSource ? "source" : "destination")
          + " of the connector has no role in this template; give RoleName");
      return Optional.empty();
    }
    String id = owner.id() + "Policy" + suffix;
    add(id, "AWS::IAM::ManagedPolicy").child("Properties").put("PolicyDocument", document(categories, permissions))
        .put("Roles", Intrinsics.list(at, role.get()));
    return Optional.of(List.of(id));
  }

  private Tree document(Tree.Mapping categories, List<String> permissions) {
    var statements = new ArrayList<Tree>();
    for (String permission : permissions) {
      categories.mapping(permission).flatMap(category -> category.get("Statement"))
          .ifPresent(tree -> statements.addAll(Intrinsics.items(filled(tree))));
    }
    return Draft.at(at).put("Version", "2012-10-17").put("Statement", Intrinsics.list(at, statements)).build();
  }

  private Optional<List<String>> queue(Tree.Mapping categories, List<String> permissions) {
    if (to.queueUrl().isEmpty()) {
      template.error(owner, at, "the destination of the connector needs QueueUrl");
      return Optional.empty();
    }
    String id = owner.id() + "QueuePolicy" + suffix;
    add(id, "AWS::SQS::QueuePolicy").child("Properties").put("PolicyDocument", document(categories, permissions))
        .put("Queues", Intrinsics.list(at, to.queueUrl().get()));
    return Optional.of(List.of(id));
  }

  private Optional<List<String>> topic(Tree.Mapping categories, List<String> permissions) {
    String id = owner.id() + "TopicPolicy" + suffix;
    add(id, "AWS::SNS::TopicPolicy").child("Properties").put("PolicyDocument", document(categories, permissions))
        .put("Topics", Intrinsics.list(at, to.arn()));
    return Optional.of(List.of(id));
  }

  private List<String> invoke(Tree.Mapping categories, List<String> permissions) {
    var ids = new ArrayList<String>();
    for (String permission : permissions) {
      categories.mapping(permission).ifPresent(category -> {
        String id = owner.id() + permission + "LambdaPermission" + suffix;
        Draft properties = add(id, "AWS::Lambda::Permission").child("Properties").put("FunctionName", to.arn());
        category.entries().forEach((key, entry) -> properties.put(key, filled(entry.value())));
        ids.add(id);
      });
    }
    return ids;
  }

  /** The profile's values with those of the ends in place of <code>%{Source.Arn}</code> and its like. */
  private Tree filled(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> text(scalar.text());
      case Tree.Sequence(var items, _) -> Intrinsics.list(at, items.stream().map(this::filled).toList());
      case Tree.Mapping mapping -> {
        Draft draft = Draft.at(at);
        mapping.entries().forEach((key, entry) -> draft.put(key, filled(entry.value())));
        yield draft.build();
      }
    };
  }

  private Tree text(String text) {
    if (text.startsWith("%{") && text.indexOf('}') == text.length() - 1) {
      return value(text.substring(2, text.length() - 1));
    }
    Draft names = Draft.at(at);
    var result = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("%{"); open >= 0; open = text.indexOf("%{", from)) {
      int close = text.indexOf('}', open);
      String name = text.substring(open + 2, close);
      String variable = name.replace(".", "");
      names.put(variable, value(name));
      result.append(text, from, open).append("${").append(variable).append('}');
      from = close + 1;
    }
    result.append(text, from, text.length());
    if (!names.isEmpty()) {
      return Intrinsics.sub(result.toString(), names, at);
    }
    return text.contains("${") ? Intrinsics.sub(text, at) : Intrinsics.text(text, at);
  }

  private Tree value(String name) {
    ConnectorEnd end = name.startsWith("Source.") ? from : to;
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "Arn" -> end.arn();
      case "Name" -> end.name().orElseGet(() -> missing(name));
      case "ResourceId" -> end.resourceId().orElseGet(() -> missing(name));
      case "Qualifier" -> end.qualifier();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Tree missing(String name) {
    template.error(owner, at, "the connector needs " + name);
    return Intrinsics.noValue(at);
  }
}
