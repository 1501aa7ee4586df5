package dev.slguard.template.binding;

import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the resource-based policies of a deployment. */
final class ResourcePolicies {
  /** A policy of the resource that carries it. */
  private static final String SELF = "";

  /**
   * Where each type carries a policy, and which property names the resources that it is about.
   *
   * @param document path of the document
   * @param subject path of the resources; {@link #SELF} for the carrier itself
   */
  private record Place(String type, String document, String subject) {}

  /** Types and properties after the CloudFormation resource reference; those that carry identity policies are not here. */
  private static final List<Place> PLACES = List.of(new Place("AWS::S3::BucketPolicy", "PolicyDocument", "Bucket"),
      new Place("AWS::S3::AccessPoint", "Policy", SELF),
      new Place("AWS::S3::MultiRegionAccessPointPolicy", "Policy", "MrapName"),
      new Place("AWS::S3ObjectLambda::AccessPointPolicy", "PolicyDocument", "ObjectLambdaAccessPoint"),
      new Place("AWS::S3Express::BucketPolicy", "PolicyDocument", "Bucket"),
      new Place("AWS::S3Express::AccessPoint", "Policy", SELF),
      new Place("AWS::S3Outposts::BucketPolicy", "PolicyDocument", "Bucket"),
      new Place("AWS::S3Outposts::AccessPoint", "Policy", SELF),
      new Place("AWS::S3Tables::TableBucketPolicy", "ResourcePolicy", "TableBucketARN"),
      new Place("AWS::S3Tables::TablePolicy", "ResourcePolicy", "TableARN"),
      new Place("AWS::S3Vectors::VectorBucketPolicy", "Policy", "VectorBucketArn"),
      new Place("AWS::SQS::QueuePolicy", "PolicyDocument", "Queues[]"),
      new Place("AWS::SQS::QueueInlinePolicy", "PolicyDocument", "Queue"),
      new Place("AWS::SNS::TopicPolicy", "PolicyDocument", "Topics[]"),
      new Place("AWS::SNS::TopicInlinePolicy", "PolicyDocument", "TopicArn"),
      new Place("AWS::KMS::Key", "KeyPolicy", SELF), new Place("AWS::KMS::ReplicaKey", "KeyPolicy", SELF),
      new Place("AWS::SecretsManager::ResourcePolicy", "ResourcePolicy", "SecretId"),
      new Place("AWS::Events::EventBus", "Policy", SELF),
      new Place("AWS::EventSchemas::RegistryPolicy", "Policy", "RegistryName"),
      new Place("AWS::ECR::Repository", "RepositoryPolicyText", SELF),
      new Place("AWS::ECR::PublicRepository", "RepositoryPolicyText", SELF),
      new Place("AWS::ECR::RegistryPolicy", "PolicyText", SELF), new Place("AWS::ApiGateway::RestApi", "Policy", SELF),
      new Place("AWS::ApiGateway::RestApi", "Body.x-amazon-apigateway-policy", SELF),
      new Place("AWS::ApiGateway::DomainNameV2", "Policy", SELF),
      new Place("AWS::OpenSearchService::Domain", "AccessPolicies", SELF),
      new Place("AWS::Elasticsearch::Domain", "AccessPolicies", SELF),
      new Place("AWS::OpenSearchServerless::AccessPolicy", "Policy", SELF),
      new Place("AWS::Backup::BackupVault", "AccessPolicy", SELF),
      new Place("AWS::Backup::LogicallyAirGappedBackupVault", "AccessPolicy", SELF),
      new Place("AWS::Logs::ResourcePolicy", "PolicyDocument", SELF),
      new Place("AWS::Logs::Destination", "DestinationPolicy", SELF),
      new Place("AWS::Logs::LogGroup", "ResourcePolicyDocument", SELF),
      new Place("AWS::DynamoDB::Table", "ResourcePolicy.PolicyDocument", SELF),
      new Place("AWS::DynamoDB::Table", "StreamSpecification.ResourcePolicy.PolicyDocument", SELF),
      new Place("AWS::DynamoDB::GlobalTable", "Replicas[].ResourcePolicy.PolicyDocument", SELF),
      new Place("AWS::DynamoDB::GlobalTable", "Replicas[].ReplicaStreamSpecification.ResourcePolicy.PolicyDocument",
          SELF),
      new Place("AWS::Kinesis::ResourcePolicy", "ResourcePolicy", "ResourceArn"),
      new Place("AWS::EFS::FileSystem", "FileSystemPolicy", SELF),
      new Place("AWS::MSK::ClusterPolicy", "Policy", "ClusterArn"),
      new Place("AWS::IoT::Policy", "PolicyDocument", SELF), new Place("AWS::MediaStore::Container", "Policy", SELF),
      new Place("AWS::VpcLattice::AuthPolicy", "Policy", "ResourceIdentifier"),
      new Place("AWS::VpcLattice::ResourcePolicy", "Policy", "ResourceArn"),
      new Place("AWS::CodeArtifact::Domain", "PermissionsPolicyDocument", SELF),
      new Place("AWS::CodeArtifact::Repository", "PermissionsPolicyDocument", SELF),
      new Place("AWS::Lex::ResourcePolicy", "Policy", "ResourceArn"),
      new Place("AWS::SSM::ResourcePolicy", "Policy", "ResourceArn"),
      new Place("AWS::XRay::ResourcePolicy", "PolicyDocument", SELF),
      new Place("AWS::RedshiftServerless::Namespace", "NamespaceResourcePolicy", SELF),
      new Place("AWS::Redshift::Cluster", "NamespaceResourcePolicy", SELF),
      new Place("AWS::EC2::VPCEndpoint", "PolicyDocument", SELF),
      new Place("AWS::APS::ResourcePolicy", "PolicyDocument", "WorkspaceArn"),
      new Place("AWS::CloudTrail::ResourcePolicy", "ResourcePolicy", "ResourceArn"),
      new Place("AWS::SES::EmailIdentityPolicy", "Policy", SELF),
      new Place("AWS::Glue::ResourcePolicy", "PolicyInJson", SELF),
      // What a policy document in a file of its own becomes where its service has no such type.
      new Place("AWS::Other::ResourcePolicy", "PolicyDocument", SELF));

  private static final Map<String, List<Place>> BY_TYPE = byType();

  private final Stack stack;
  private final List<PolicyDocument> found = new ArrayList<>();

  private ResourcePolicies(Stack stack) {
    this.stack = stack;
  }

  /** All of them, in the order of the resources. */
  static List<PolicyDocument> of(Stack stack) {
    var policies = new ResourcePolicies(stack);
    for (Resource resource : stack.resources().values()) {
      policies.add(resource);
    }
    return policies.found;
  }

  private static Map<String, List<Place>> byType() {
    var places = new HashMap<String, List<Place>>();
    for (Place place : PLACES) {
      places.computeIfAbsent(place.type(), _ -> new ArrayList<>()).add(place);
    }
    return places;
  }

  private void add(Resource resource) {
    switch (resource.type()) {
      case "AWS::Lambda::Permission" -> PermissionStatement.ofFunction(stack, resource).ifPresent(found::add);
      case "AWS::Lambda::LayerVersionPermission" -> PermissionStatement.ofLayer(stack, resource).ifPresent(found::add);
      case "AWS::Events::EventBusPolicy" -> PermissionStatement.ofEventBus(stack, resource).ifPresent(found::add);
      default -> BY_TYPE.getOrDefault(resource.type(), List.of()).forEach(place -> add(resource, place));
    }
  }

  private void add(Resource resource, Place place) {
    for (Found document : stack.find(resource, place.document())) {
      if (document.text().filter(String::isBlank).isPresent()) {
        continue;
      }
      Optional<Value> read = TextDocument.of(stack, document.value());
      List<String> subjects = place.subject().equals(SELF)
          ? List.of(resource.id())
          : subjects(resource, place.subject());
      found.add(new PolicyDocument(resource.id(), resource.id(), read.orElse(document.value()), document.conditions(),
          document.at(), subjects));
    }
  }

  private List<String> subjects(Resource resource, String path) {
    return stack.find(resource, path).stream().flatMap(named -> stack.source(named.value()).stream()).distinct()
        .toList();
  }
}
