package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * AWS::Serverless::WebFunction of the translator 1.115: a web server as a function with a revision and an HTTP endpoint of
 * its own. AuthType {@code ApplicationManaged} is open to everyone.
 */
final class WebFunctionResource {
  /** Where Lambda looks for the file that starts the server. */
  private static final String ENTRY_POINT = "AWS_LAMBDA_NODEJS_ENTRYPOINT";

  private final SamTemplate template;
  private final Owner owner;
  private final Span at;

  WebFunctionResource(SamTemplate template, Owner owner) {
    this.template = template;
    this.owner = owner;
    this.at = owner.at();
  }

  void expand() {
    String id = owner.id();
    Optional<Tree> given = owner.property("ExecutionRoleArn").filter(tree -> !Intrinsics.isNull(tree));
    if (given.isEmpty()) {
      template.add(id + "Role", "AWS::IAM::Role", owner, at).child("Properties")
          .put("AssumeRolePolicyDocument", RolePolicies.trust("lambda.amazonaws.com", at))
          .put("ManagedPolicyArns",
              Intrinsics.texts(at,
                  "arn:" + template.partition() + ":iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"))
          .put("Tags", Tags.list(owner, "lambda:createdBy"));
    }
    Draft function = template.add(id, "AWS::Lambda::WebFunction", owner, at);
    function.take(owner.resource(), "DependsOn", "Metadata").child("Properties").put("FunctionName", name()).put("Tags",
        Tags.list(owner, "lambda:createdBy"));
    revision(given.orElseGet(() -> Intrinsics.attribute(id + "Role", "Arn", at)));
    endpoint();
  }

  /** A Ref gives the ARN, so that revision and endpoint repeat the name. */
  private Tree name() {
    return owner.property("FunctionName").filter(tree -> !Intrinsics.isNull(tree)).orElseGet(() -> {
      String id = owner.id().substring(0, Math.min(owner.id().length(), 55));
      Tree stack = Intrinsics.part(2, "/", Intrinsics.ref("AWS::StackId", at), at);
      return Intrinsics.sub(id + "-${StackIdSuffix}",
          Draft.at(at).put("StackIdSuffix", Intrinsics.part(0, "-", stack, at)), at);
    });
  }

  private void revision(Tree role) {
    Draft revision = template.add(owner.id() + "Revision", "AWS::Lambda::WebFunctionRevision", owner, at);
    revision.put("DependsOn", Intrinsics.texts(at, owner.id()));
    Draft properties = revision.child("Properties").put("FunctionName", name())
        .takeAs("Description", owner.properties(), "RevisionDescription").take(owner.properties(), "KmsKeyArn");
    Draft build = properties.child("BuildConfig");
    build.child("CodeConfig").put("S3Object", code());
    if (owner.property("Runtime").isEmpty()) {
      template.error(owner, at, "Runtime is missing");
    }
    build.child("RuntimeConfig").take(owner.properties(), "Runtime");
    Draft service = properties.child("ServiceConfig").put("ExecutionRoleArn", role);
    environment().ifPresent(variables -> service.put("EnvironmentVariables", variables));
    if (owner.property("LoggingConfig").isPresent()) {
      service.child("TelemetryConfig").take(owner.properties(), "LoggingConfig");
    }
    service.take(owner.properties(), "MaxConcurrencyPerEnvironment", "EgressNetworkConnectorArn")
        .put("TimeoutSeconds", 30).takeAs("TimeoutSeconds", owner.properties(), "Timeout");
  }

  private Optional<Tree> code() {
    Optional<Tree> uri = owner.property("CodeUri").filter(tree -> !Intrinsics.isNull(tree));
    if (owner.property("InlineCode").isPresent()) {
      template.error(owner, owner.placeOf("InlineCode"), "InlineCode is not supported; CodeUri is");
    } else if (uri.isEmpty()) {
      template.error(owner, at, "CodeUri is missing");
    }
    return uri
        .flatMap(tree -> new FunctionCode(template, owner).location("CodeUri", tree, "Bucket", "Key", "VersionId"));
  }

  private Optional<Tree> environment() {
    Optional<Tree> entry = owner.property("EntryPoint").filter(tree -> !Intrinsics.isNull(tree));
    Optional<Tree> written = owner.property("EnvironmentVariables").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isPresent() && (Intrinsics.isFunction(written.get()) || !(written.get() instanceof Tree.Mapping))) {
      if (entry.isPresent()) {
        template.error(owner, owner.placeOf("EntryPoint"),
            "EntryPoint cannot be added to EnvironmentVariables that a function gives");
      }
      return written;
    }
    Draft variables = Draft.of(written.orElseGet(() -> Tree.emptyMapping(at)));
    entry.ifPresent(tree -> variables.put(ENTRY_POINT, tree));
    return variables.isEmpty() ? Optional.empty() : Optional.of(variables.build());
  }

  private void endpoint() {
    if (owner.property("AuthType").isEmpty()) {
      template.error(owner, at, "AuthType is missing: IamAuth or ApplicationManaged, which is public");
    }
    String id = owner.id();
    Draft endpoint = template.add(id + "Endpoint", "AWS::Lambda::WebFunctionEndpoint", owner,
        owner.placeOf("AuthType"));
    endpoint.put("DependsOn", Intrinsics.texts(at, id, id + "Revision"));
    Draft properties = endpoint.child("Properties").put("FunctionName", name()).put("EndpointName", "prod")
        .take(owner.properties(), "EndpointName").put("EndpointType", "HomeRegion")
        .take(owner.properties(), "EndpointType", "AuthType").put("RevisionWeights", weights());
    owner.property("ReplicaRegions")
        .ifPresent(tree -> properties.put("Regions",
            tree instanceof Tree.Mapping regions && !Intrinsics.isFunction(tree)
                ? regions.get("IncludeRegions").orElse(tree)
                : tree));
    properties.takeAs("Description", owner.properties(), "EndpointDescription").take(owner.properties(),
        "ScalingConfig", "ThrottleConfig");
  }

  private Tree weights() {
    Map<String, Tree> weights = new LinkedHashMap<>();
    owner.properties().mapping("RevisionWeights")
        .ifPresent(written -> written.entries().forEach((revision, entry) -> weights.put(revision, entry.value())));
    var list = new ArrayList<Tree>();
    weights.forEach(
        (revision, weight) -> list.add(Draft.at(at).put("RevisionId", revision).put("Weight", weight).build()));
    if (list.isEmpty()) {
      list.add(Draft.at(at).put("RevisionId", Intrinsics.attribute(owner.id() + "Revision", "RevisionId", at))
          .put("Weight", 100).build());
    }
    return Intrinsics.list(at, list);
  }
}
