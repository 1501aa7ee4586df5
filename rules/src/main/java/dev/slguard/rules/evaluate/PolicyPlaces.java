package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.PolicyType;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where resource types carry policy documents (CloudFormation User Guide, resource type reference). */
final class PolicyPlaces {
  private static final List<Place> IDENTITY_HOLDER = List
      .of(new Place(Match.PolicyRole.IDENTITY, path(key("Policies"), new Path.Step.Each(), key("PolicyDocument"))));
  private static final List<Place> IDENTITY = List.of(new Place(Match.PolicyRole.IDENTITY, path("PolicyDocument")));
  private static final List<Place> RESOURCE_POLICY = resource("ResourcePolicy");
  private static final List<Place> POLICY_DOCUMENT = resource("PolicyDocument");

  private static final Map<String, List<Place>> PLACES = Map.ofEntries(
      Map.entry("AWS::IAM::Role",
          List.of(IDENTITY_HOLDER.getFirst(), new Place(Match.PolicyRole.TRUST, path("AssumeRolePolicyDocument")))),
      Map.entry("AWS::IAM::User", IDENTITY_HOLDER), Map.entry("AWS::IAM::Group", IDENTITY_HOLDER),
      Map.entry("AWS::IAM::Policy", IDENTITY), Map.entry("AWS::IAM::ManagedPolicy", IDENTITY),
      Map.entry("AWS::IAM::RolePolicy", IDENTITY), Map.entry("AWS::IAM::UserPolicy", IDENTITY),
      Map.entry("AWS::IAM::GroupPolicy", IDENTITY),
      Map.entry("AWS::SSO::PermissionSet", List.of(new Place(Match.PolicyRole.IDENTITY, path("InlinePolicy")))),
      Map.entry("AWS::S3::BucketPolicy", POLICY_DOCUMENT), Map.entry("AWS::SQS::QueuePolicy", POLICY_DOCUMENT),
      Map.entry("AWS::SNS::TopicPolicy", POLICY_DOCUMENT), Map.entry("AWS::SNS::TopicInlinePolicy", POLICY_DOCUMENT),
      Map.entry("AWS::SQS::QueueInlinePolicy", POLICY_DOCUMENT),
      Map.entry("AWS::Logs::ResourcePolicy", POLICY_DOCUMENT), Map.entry("AWS::KMS::Key", resource("KeyPolicy")),
      Map.entry("AWS::KMS::ReplicaKey", resource("KeyPolicy")),
      Map.entry("AWS::SecretsManager::ResourcePolicy", RESOURCE_POLICY),
      Map.entry("AWS::Kinesis::ResourcePolicy", RESOURCE_POLICY),
      Map.entry("AWS::DynamoDB::Table",
          List.of(new Place(Match.PolicyRole.RESOURCE, path(key("ResourcePolicy"), key("PolicyDocument"))),
              new Place(Match.PolicyRole.RESOURCE,
                  path(key("StreamSpecification"), key("ResourcePolicy"), key("PolicyDocument"))))),
      Map.entry("AWS::ECR::Repository", resource("RepositoryPolicyText")),
      Map.entry("AWS::EFS::FileSystem", resource("FileSystemPolicy")),
      Map.entry("AWS::Events::EventBusPolicy", resource("Statement")),
      Map.entry("AWS::Events::EventBus", resource("Policy")), Map.entry("AWS::S3::AccessPoint", resource("Policy")),
      Map.entry("AWS::S3ObjectLambda::AccessPointPolicy", POLICY_DOCUMENT),
      Map.entry("AWS::ApiGateway::RestApi", resource("Policy")),
      Map.entry("AWS::Elasticsearch::Domain", resource("AccessPolicies")),
      Map.entry("AWS::OpenSearchService::Domain", resource("AccessPolicies")));

  private PolicyPlaces() {}

  /** A property that holds a document, and what the document does. */
  record Place(Match.PolicyRole role, Path path) {
    /** As the policy reader calls it. */
    PolicyType type() {
      return switch (role) {
        case IDENTITY -> PolicyType.IDENTITY;
        case TRUST -> PolicyType.TRUST;
        case RESOURCE -> PolicyType.RESOURCE;
      };
    }
  }

  /** The documents that resources of {@code type} carry. */
  static List<Place> of(String type) {
    return Optional.ofNullable(PLACES.get(type)).orElse(List.of());
  }

  private static List<Place> resource(String property) {
    return List.of(new Place(Match.PolicyRole.RESOURCE, path(property)));
  }

  private static Path path(String property) {
    return path(key(property));
  }

  private static Path.Step key(String name) {
    return new Path.Step.Key(name);
  }

  private static Path path(Path.Step... steps) {
    return new Path(List.of(steps), "");
  }
}
