package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lambda's own compute: capacity providers, web functions, network connectors and images of micro virtual machines. */
final class ComputeResources {
  private final SamTemplate template;

  ComputeResources(SamTemplate template) {
    this.template = template;
  }

  void capacityProvider(Owner owner) {
    Span at = owner.at();
    Draft resource = template.add(owner.id(), "AWS::Lambda::CapacityProvider", owner, at);
    resource.take(owner.resource(), "DependsOn", "Metadata");
    Draft properties = resource.child("Properties").take(owner.properties(), "CapacityProviderName", "KmsKeyArn");
    owner.properties().mapping("VpcConfig").ifPresent(vpc -> {
      vpc.entries().forEach((key, entry) -> {
        if (!key.equals("SecurityGroupIds") && !key.equals("SubnetIds")) {
          template.doubt(owner, entry.keyAt(), "'" + Text.shown(key) + "' is no property of VpcConfig");
        } else if (entry.value() instanceof Tree.Scalar) {
          template.doubt(owner, entry.keyAt(), key + " of VpcConfig is no list");
        }
      });
      if (!vpc.has("SubnetIds")) {
        template.error(owner, owner.placeOf("VpcConfig"), "VpcConfig of a capacity provider needs SubnetIds");
      }
      properties.put("VpcConfig", Draft.at(vpc.at()).take(vpc, "SecurityGroupIds", "SubnetIds"));
    });
    Optional<Tree> role = owner.property("OperatorRole").filter(tree -> !Intrinsics.isNull(tree));
    properties.put("PermissionsConfig", Draft.at(at).put("CapacityProviderOperatorRoleArn",
        role.orElseGet(() -> Intrinsics.attribute(operatorRole(owner), "Arn", at))));
    requirements(owner, properties);
    scaling(owner, properties);
    properties.take(owner.properties(), "LoggingConfig", "ManagedResourceTags");
    properties.put("Tags", Tags.list(owner, "lambda:createdBy"));
  }

  private String operatorRole(Owner owner) {
    Span at = owner.at();
    String id = owner.id() + "OperatorRole";
    template.add(id, "AWS::IAM::Role", owner, at).child("Properties")
        .put("AssumeRolePolicyDocument", RolePolicies.trust("lambda.amazonaws.com", at))
        .put("ManagedPolicyArns",
            Intrinsics.texts(at,
                "arn:" + template.partition() + ":iam::aws:policy/AWSLambdaManagedEC2ResourceOperator"))
        .put("Tags", roleTags(owner));
    return id;
  }

  /** Tags of the capacity provider reach its role if PropagateTags is set. */
  private static Tree roleTags(Owner owner) {
    var tags = new ArrayList<Tree>();
    tags.add(Draft.at(owner.at()).put("Key", "lambda:createdBy").put("Value", "SAM").build());
    Tags.propagated(owner).ifPresent(tree -> tags.addAll(Intrinsics.items(tree)));
    return Intrinsics.list(owner.at(), tags);
  }

  private void requirements(Owner owner, Draft properties) {
    owner.properties().mapping("InstanceRequirements").ifPresent(written -> {
      if (written.has("AllowedTypes") && written.has("ExcludedTypes")) {
        template.error(owner, owner.placeOf("InstanceRequirements"),
            "AllowedTypes and ExcludedTypes exclude each other");
      }
      properties.put("InstanceRequirements",
          Draft.at(written.at()).take(written, "Architectures").takeAs("AllowedInstanceTypes", written, "AllowedTypes")
              .takeAs("ExcludedInstanceTypes", written, "ExcludedTypes"));
    });
  }

  private static void scaling(Owner owner, Draft properties) {
    owner.properties().mapping("ScalingConfig").ifPresent(written -> {
      Draft scaling = Draft.at(written.at()).take(written, "MaxVCpuCount");
      Optional<Tree> average = written.get("AverageCPUUtilization").filter(tree -> !Intrinsics.isNull(tree));
      scaling.put("ScalingMode", average.isPresent() ? "Manual" : "Auto");
      average.ifPresent(value -> scaling.put("ScalingPolicies",
          Intrinsics.list(written.at(),
              Draft.at(written.at()).put("PredefinedMetricType", "LambdaCapacityProviderAverageCPUUtilization")
                  .put("TargetValue", value).build())));
      properties.put("CapacityProviderScalingConfig", scaling);
    });
  }

  /** An HTTP endpoint with a function of its own; AuthType {@code ApplicationManaged} is open to everyone. */
  void webFunction(Owner owner) {
    Span at = owner.at();
    String id = owner.id();
    Draft properties = template.add(id, "AWS::Lambda::WebFunction", owner, at).child("Properties");
    properties.take(owner.properties(), "FunctionName", "KmsKeyArn", "LoggingConfig", "ThrottleConfig",
        "ReplicaRegions");
    Optional<Tree> role = owner.property("ExecutionRoleArn").filter(tree -> !Intrinsics.isNull(tree));
    Tree arn = role.orElseGet(() -> Intrinsics.attribute(id + "Role", "Arn", at));
    if (role.isEmpty()) {
      template.add(id + "Role", "AWS::IAM::Role", owner, at).child("Properties")
          .put("AssumeRolePolicyDocument", RolePolicies.trust("lambda.amazonaws.com", at))
          .put("ManagedPolicyArns", Intrinsics.texts(at,
              "arn:" + template.partition() + ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
    }
    properties.put("ExecutionRoleArn", arn).put("Tags", Tags.list(owner, "lambda:createdBy"));
    Draft revision = template.add(id + "Revision", "AWS::Lambda::WebFunctionRevision", owner, at).child("Properties");
    revision.put("FunctionName", Intrinsics.ref(id, at))
        .take(owner.properties(), "Runtime", "EntryPoint", "Timeout", "EnvironmentVariables",
            "EgressNetworkConnectorArn", "MaxConcurrencyPerEnvironment", "ScalingConfig")
        .takeAs("Description", owner.properties(), "RevisionDescription");
    new FunctionCode(template, owner).code().ifPresent(code -> revision.put("Code", code));
    Draft endpoint = template.add(id + "Endpoint", "AWS::Lambda::WebFunctionEndpoint", owner, owner.placeOf("AuthType"))
        .child("Properties");
    endpoint.put("FunctionName", Intrinsics.ref(id, at)).put("EndpointName", "prod")
        .take(owner.properties(), "AuthType", "EndpointName", "EndpointType", "RevisionWeights", "AutoDeploymentMode")
        .takeAs("Description", owner.properties(), "EndpointDescription");
  }

  /** What of SAM becomes one resource with a role beside it. */
  void withRole(Owner owner, String type, String roleProperty, String suffix) {
    Span at = owner.at();
    Draft properties = template.add(owner.id(), type, owner, at).child("Properties").takeAll(owner.properties());
    for (String own : List.of("PropagateTags", "Tags")) {
      properties.remove(own);
    }
    properties.put("Tags", Tags.list(owner, "lambda:createdBy"));
    if (owner.property(roleProperty).filter(tree -> !Intrinsics.isNull(tree)).isEmpty()) {
      String id = owner.id() + suffix;
      template.add(id, "AWS::IAM::Role", owner, at).child("Properties")
          .put("AssumeRolePolicyDocument", RolePolicies.trust("lambda.amazonaws.com", at)).put("Tags", roleTags(owner));
      properties.put(roleProperty, Intrinsics.attribute(id, "Arn", at));
    }
  }
}
