package dev.slguard.template.policy;

import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The resource that carries a policy document, judged by what the document says.
 *
 * @param property path of the resource's property that holds the document, names joined by dots
 */
public record PolicyCarrier(String type, String property) {
  /** Stands for resources of services whose policies no resource type of CloudFormation carries as a document, as Lambda's. */
  private static final String OTHER = "AWS::Other::ResourcePolicy";
  private static final PolicyCarrier IDENTITY = new PolicyCarrier("AWS::IAM::ManagedPolicy", "PolicyDocument");
  private static final PolicyCarrier TRUST = new PolicyCarrier("AWS::IAM::Role", "AssumeRolePolicyDocument");

  /** A statement that names principals belongs to a resource, or to a role's trust if it assumes roles. */
  static PolicyCarrier of(List<Tree.Mapping> statements) {
    boolean namesPrincipals = statements.stream()
        .anyMatch(statement -> statement.has("Principal") || statement.has("NotPrincipal"));
    if (!namesPrincipals) {
      return IDENTITY;
    }
    String service = service(statements.stream().map(PolicyCarrier::firstAction));
    return service.equals("sts") ? TRUST : ofService(service);
  }

  /** The resource whose policy the document is. */
  public static PolicyCarrier ofResourcePolicy(Value.Mapping document) {
    return ofService(service(Values.items(document.get("Statement")).stream()
        .map(statement -> statement instanceof Value.Mapping mapping ? mapping.get("Action") : statement)
        .map(action -> Values.items(action).stream().findFirst().flatMap(Values::text).orElse(""))));
  }

  /** The service of the first action that names one, in lower case; empty if none does. */
  private static String service(Stream<String> actions) {
    String action = actions.filter(text -> text.contains(":")).findFirst().orElse("");
    return action.isEmpty() ? "" : action.substring(0, action.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  private static PolicyCarrier ofService(String service) {
    return switch (service) {
      case "sqs" -> new PolicyCarrier("AWS::SQS::QueuePolicy", "PolicyDocument");
      case "sns" -> new PolicyCarrier("AWS::SNS::TopicPolicy", "PolicyDocument");
      case "kms" -> new PolicyCarrier("AWS::KMS::Key", "KeyPolicy");
      case "secretsmanager" -> new PolicyCarrier("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy");
      case "dynamodb" -> new PolicyCarrier("AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument");
      case "ecr" -> new PolicyCarrier("AWS::ECR::Repository", "RepositoryPolicyText");
      case "events" -> new PolicyCarrier("AWS::Events::EventBus", "Policy");
      case "execute-api" -> new PolicyCarrier("AWS::ApiGateway::RestApi", "Policy");
      case "es" -> new PolicyCarrier("AWS::OpenSearchService::Domain", "AccessPolicies");
      case "logs" -> new PolicyCarrier("AWS::Logs::ResourcePolicy", "PolicyDocument");
      case "kinesis" -> new PolicyCarrier("AWS::Kinesis::ResourcePolicy", "ResourcePolicy");
      case "elasticfilesystem" -> new PolicyCarrier("AWS::EFS::FileSystem", "FileSystemPolicy");
      case "backup" -> new PolicyCarrier("AWS::Backup::BackupVault", "AccessPolicy");
      case "codeartifact" -> new PolicyCarrier("AWS::CodeArtifact::Domain", "PermissionsPolicyDocument");
      case "iot" -> new PolicyCarrier("AWS::IoT::Policy", "PolicyDocument");
      case "kafka" -> new PolicyCarrier("AWS::MSK::ClusterPolicy", "Policy");
      case "", "s3" -> new PolicyCarrier("AWS::S3::BucketPolicy", "PolicyDocument");
      default -> new PolicyCarrier(OTHER, "PolicyDocument");
    };
  }

  private static String firstAction(Tree.Mapping statement) {
    return switch (statement.get("Action").orElse(statement)) {
      case Tree.Scalar scalar -> scalar.text();
      case Tree.Sequence(var items, _) when !items.isEmpty() && items.getFirst() instanceof Tree.Scalar scalar ->
        scalar.text();
      case Tree.Sequence _,Tree.Mapping _ -> "";
    };
  }
}
