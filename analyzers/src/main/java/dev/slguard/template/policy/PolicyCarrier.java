package dev.slguard.template.policy;

import dev.slguard.source.Tree;
import java.util.List;
import java.util.Locale;

/**
 * The resource that carries a policy document, judged by what the document says.
 *
 * @param property the resource's property that holds the document
 */
record PolicyCarrier(String type, String property) {
  private static final PolicyCarrier IDENTITY = new PolicyCarrier("AWS::IAM::ManagedPolicy", "PolicyDocument");
  private static final PolicyCarrier TRUST = new PolicyCarrier("AWS::IAM::Role", "AssumeRolePolicyDocument");

  /** A statement that names principals belongs to a resource, or to a role's trust if it assumes roles. */
  static PolicyCarrier of(List<Tree.Mapping> statements) {
    boolean namesPrincipals = statements.stream()
        .anyMatch(statement -> statement.has("Principal") || statement.has("NotPrincipal"));
    if (!namesPrincipals) {
      return IDENTITY;
    }
    String action = statements.stream().map(PolicyCarrier::firstAction).filter(text -> text.contains(":")).findFirst()
        .orElse("");
    String service = action.isEmpty() ? "" : action.substring(0, action.indexOf(':')).toLowerCase(Locale.ROOT);
    return switch (service) {
      case "sts" -> TRUST;
      case "sqs" -> new PolicyCarrier("AWS::SQS::QueuePolicy", "PolicyDocument");
      case "sns" -> new PolicyCarrier("AWS::SNS::TopicPolicy", "PolicyDocument");
      case "kms" -> new PolicyCarrier("AWS::KMS::Key", "KeyPolicy");
      case "secretsmanager" -> new PolicyCarrier("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy");
      case "dynamodb" -> new PolicyCarrier("AWS::DynamoDB::Table", "ResourcePolicy");
      case "ecr" -> new PolicyCarrier("AWS::ECR::Repository", "RepositoryPolicyText");
      case "events" -> new PolicyCarrier("AWS::Events::EventBus", "Policy");
      case "execute-api" -> new PolicyCarrier("AWS::ApiGateway::RestApi", "Policy");
      case "es" -> new PolicyCarrier("AWS::OpenSearchService::Domain", "AccessPolicies");
      case "logs" -> new PolicyCarrier("AWS::Logs::ResourcePolicy", "PolicyDocument");
      default -> new PolicyCarrier("AWS::S3::BucketPolicy", "PolicyDocument");
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
