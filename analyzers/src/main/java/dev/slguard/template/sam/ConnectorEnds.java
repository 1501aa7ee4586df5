package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads source and destination of a connector: a resource of the template by its id, or its properties given one by one. */
final class ConnectorEnds {
  private final SamTemplate template;
  private final Owner connector;
  private final Map<String, Owner> owners;

  ConnectorEnds(SamTemplate template, Owner connector, Map<String, Owner> owners) {
    this.template = template;
    this.connector = connector;
    this.owners = owners;
  }

  Optional<ConnectorEnd> read(Tree tree, String which) {
    if (!(tree instanceof Tree.Mapping written)) {
      template.error(connector, tree.at(), which + " of a connector is no object");
      return Optional.empty();
    }
    Optional<Tree> id = written.get("Id").filter(value -> !Intrinsics.isNull(value));
    if (id.isPresent()) {
      return byId(id.get(), written, which);
    }
    Optional<String> type = written.text("Type");
    if (type.isEmpty()) {
      template.error(connector, written.at(), which + " of a connector needs Id or Type");
      return Optional.empty();
    }
    Span at = written.at();
    String deployed = deployed(type.get());
    if (written.get("Arn").isEmpty() && needsArn(deployed, which)) {
      template.error(connector, at, which + " of a connector needs Arn");
      return Optional.empty();
    }
    return Optional.of(new ConnectorEnd(Optional.empty(), deployed, deployed,
        written.get("Arn").orElseGet(() -> Intrinsics.noValue(at)), written.get("RoleName"), written.get("QueueUrl"),
        written.get("ResourceId"), written.get("Name"),
        written.get("Qualifier").orElseGet(() -> Intrinsics.text("*", at))));
  }

  private static boolean needsArn(String type, String which) {
    return !type.startsWith("AWS::ApiGateway") && !type.startsWith("AWS::AppSync") && which.equals("Destination");
  }

  private Optional<ConnectorEnd> byId(Tree id, Tree.Mapping written, String which) {
    for (String key : List.of("Type", "Arn", "RoleName", "QueueUrl", "ResourceId", "Name")) {
      if (written.has(key)) {
        template.error(connector, written.keyAt(key),
            which + " of a connector has Id and " + key + ", which exclude" + " each other");
        return Optional.empty();
      }
    }
    Optional<String> name = Intrinsics.textOf(id);
    Optional<Draft> resource = name.flatMap(text -> template.generatedResource(text).or(() -> template.plain(text)));
    if (name.isEmpty() || resource.isEmpty()) {
      template.error(connector, id.at(), which + " of a connector names '" + name.map(Text::shown).orElse("")
          + "', which is no resource of this template");
      return Optional.empty();
    }
    String type = resource.get().get("Type").flatMap(Intrinsics::textOf).orElse("");
    String authored = Optional.ofNullable(owners.get(name.get())).map(Owner::type).orElse(type);
    Span at = written.at();
    Tree reference = Intrinsics.ref(name.get(), at);
    boolean byRef = List.of("AWS::SNS::Topic", "AWS::StepFunctions::StateMachine", "AWS::AppSync::GraphQLApi",
        "AWS::AppSync::DataSource").contains(type);
    Optional<Tree> role = role(type, resource.get());
    boolean graph = type.equals("AWS::AppSync::GraphQLApi");
    return Optional.of(
        new ConnectorEnd(name, authored, type, byRef ? reference : Intrinsics.attribute(name.get(), "Arn", at), role,
            Optional.of(reference), Optional.of(graph ? Intrinsics.attribute(name.get(), "ApiId", at) : reference),
            Optional.of(Intrinsics.attribute(name.get(), "Name", at)),
            written.get("Qualifier").orElseGet(() -> Intrinsics.text("*", at))));
  }

  /** The role of a resource, named as Roles of a policy wants it: Ref of a role of this template. */
  private Optional<Tree> role(String type, Draft resource) {
    Tree.Mapping properties = resource.get("Properties").filter(Tree.Mapping.class::isInstance)
        .map(Tree.Mapping.class::cast).orElseGet(() -> Tree.emptyMapping(resource.at()));
    Optional<Tree> arn = switch (type) {
      case "AWS::Lambda::Function" -> properties.get("Role");
      case "AWS::StepFunctions::StateMachine" -> properties.get("RoleArn");
      case "AWS::AppSync::DataSource" -> properties.get("ServiceRoleArn");
      case "AWS::Events::Rule" ->
        properties.get("Targets").flatMap(tree -> Intrinsics.items(tree).stream().filter(Tree.Mapping.class::isInstance)
            .map(Tree.Mapping.class::cast).flatMap(target -> target.get("RoleArn").stream()).findFirst());
      default -> Optional.empty();
    };
    return arn.flatMap(tree -> Intrinsics.attributeOwner(tree).map(name -> Intrinsics.ref(name, tree.at())));
  }

  static String deployed(String type) {
    return switch (type) {
      case "AWS::Serverless::Function" -> "AWS::Lambda::Function";
      case "AWS::Serverless::StateMachine" -> "AWS::StepFunctions::StateMachine";
      case "AWS::Serverless::SimpleTable" -> "AWS::DynamoDB::Table";
      case "AWS::Serverless::Api" -> "AWS::ApiGateway::RestApi";
      case "AWS::Serverless::HttpApi" -> "AWS::ApiGatewayV2::Api";
      case "AWS::Serverless::GraphQLApi" -> "AWS::AppSync::GraphQLApi";
      default -> type;
    };
  }
}
