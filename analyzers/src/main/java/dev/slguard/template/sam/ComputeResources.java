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

  /** A way out into a VPC for what Lambda runs. */
  void networkConnector(Owner owner) {
    Span at = owner.at();
    Draft resource = template.add(owner.id(), "AWS::Lambda::NetworkConnector", owner, at);
    resource.take(owner.resource(), "DependsOn", "Metadata");
    Draft properties = resource.child("Properties").take(owner.properties(), "Name");
    Draft egress = properties.child("Configuration").child("VpcEgressConfiguration");
    owner.properties().mapping("VpcConfig").ifPresent(egress::takeAll);
    egress.put("AssociatedComputeResourceTypes",
        owner.property("ComputeTypes").orElseGet(() -> Intrinsics.texts(at, "MicroVm")));
    Optional<Tree> role = owner.property("OperatorRole").filter(tree -> !Intrinsics.isNull(tree));
    if (role.isEmpty()) {
      template.add(owner.id() + "OperatorRole", "AWS::IAM::Role", owner, at).child("Properties")
          .put("AssumeRolePolicyDocument", RolePolicies.trust("lambda.amazonaws.com", at))
          .put("ManagedPolicyArns",
              Intrinsics.texts(at,
                  "arn:" + template.partition() + ":iam::aws:policy/AWSLambdaNetworkConnectorOperatorPolicy"))
          .put("Tags", roleTags(owner));
    }
    properties.put("OperatorRole", role.orElseGet(() -> Intrinsics.attribute(owner.id() + "OperatorRole", "Arn", at)))
        .put("Tags", Tags.list(owner, "lambda:createdBy"));
  }

  /** An image from which micro virtual machines start; its role reads the bucket of its code. */
  void microvmImage(Owner owner) {
    Span at = owner.at();
    Draft resource = template.add(owner.id(), "AWS::Lambda::MicrovmImage", owner, at);
    resource.take(owner.resource(), "DependsOn", "Metadata");
    Draft properties = resource.child("Properties").take(owner.properties(), "Name", "BaseImageArn",
        "BaseImageVersion");
    Optional<Tree> code = owner.property("CodeUri");
    properties.put("CodeArtifact", Draft.at(at).put("Uri", code));
    Optional<Tree> role = owner.property("BuildRoleArn").filter(tree -> !Intrinsics.isNull(tree));
    if (role.isEmpty()) {
      buildRole(owner, code);
    }
    properties.put("BuildRoleArn", role.orElseGet(() -> Intrinsics.attribute(owner.id() + "BuildRole", "Arn", at)));
    properties.put("Description", "").take(owner.properties(), "Description");
    for (String list : List.of("EgressNetworkConnectors", "CpuConfigurations", "Resources",
        "AdditionalOsCapabilities")) {
      properties.put(list, Intrinsics.list(at)).take(owner.properties(), list);
    }
    for (String object : List.of("Logging", "Hooks")) {
      properties.put(object, Tree.emptyMapping(at)).take(owner.properties(), object);
    }
    var variables = new ArrayList<Tree>();
    owner.property("EnvironmentVariables").ifPresent(tree -> Tags.addAll(variables, tree));
    properties.put("EnvironmentVariables", Intrinsics.list(at, variables)).put("Tags",
        Tags.list(owner, "lambda:createdBy"));
  }

  private void buildRole(Owner owner, Optional<Tree> code) {
    Span at = owner.at();
    Tree objects = code.map(template::resolved).flatMap(Intrinsics::textOf).filter(text -> text.startsWith("s3://"))
        .<Tree>map(text -> Intrinsics.sub("arn:${AWS::Partition}:s3:::" + bucket(text) + "/*", at))
        .orElseGet(() -> Intrinsics.sub("arn:${AWS::Partition}:s3:::${Bucket}/*",
            Draft.at(at).put("Bucket", Intrinsics.part(2, "/", code.orElse(Tree.Scalar.text("", at)), at)), at));
    template
        .add(owner.id() + "BuildRole", "AWS::IAM::Role", owner, at).child(
            "Properties")
        .put("AssumeRolePolicyDocument",
            RolePolicies.trust("lambda.amazonaws.com", at))
        .put("Policies",
            Intrinsics
                .list(at,
                    Draft
                        .at(at).put("PolicyName",
                            "MicrovmImageBuildPolicy")
                        .put("PolicyDocument",
                            Draft.at(at).put("Version", "2012-10-17")
                                .put("Statement",
                                    Intrinsics
                                        .list(at, RolePolicies.allow(List.of("s3:GetObject"), objects, at),
                                            RolePolicies.allow(List.of("logs:CreateLogGroup", "logs:CreateLogStream",
                                                "logs:PutLogEvents"), Tree.Scalar.text("*", at), at))))
                        .build()))
        .put("Tags", roleTags(owner));
  }

  private static String bucket(String address) {
    int end = address.indexOf('/', "s3://".length());
    return address.substring("s3://".length(), end < 0 ? address.length() : end);
  }
}
