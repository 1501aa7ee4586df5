package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** AWS::Serverless::Api: the REST API with its document, deployment, stage, domain, usage plan and authorizers. */
final class RestApiResource {
  private final SamTemplate template;
  private final RestApi api;
  private final Owner owner;
  private final String id;
  private final SharedUsagePlan plan;

  RestApiResource(SamTemplate template, RestApi api, SharedUsagePlan plan) {
    this.template = template;
    this.api = api;
    this.owner = api.owner();
    this.id = owner.id();
    this.plan = plan;
  }

  void expand() {
    Draft resource = template.add(id, "AWS::ApiGateway::RestApi", owner, owner.at());
    resource.take(owner.resource(), "DependsOn", "Metadata");
    Draft properties = resource.child("Properties");
    properties.take(owner.properties(), "Name", "Description", "BinaryMediaTypes", "FailOnWarnings",
        "MinimumCompressionSize", "Mode", "ApiKeySourceType", "Policy", "EndpointAccessMode", "SecurityPolicy");
    if (Intrinsics.items(owner.property("BinaryMediaTypes").orElseGet(() -> Intrinsics.list(owner.at()))).isEmpty()) {
      properties.remove("BinaryMediaTypes");
    }
    endpoint(properties);
    body(properties);
    owner.property("Tags").filter(Tree.Mapping.class::isInstance)
        .filter(_ -> owner.property("PropagateTags").filter(Intrinsics::isTrue).isPresent())
        .ifPresent(_ -> properties.put("Tags", Tags.list(owner, "api:createdBy")));
    String deployment = deployment(properties, resource);
    String stage = stage(deployment);
    new ApiDomain(template, owner).expandRest(id, stage);
    plan.add(api, stage, template);
    permissions();
  }

  private void endpoint(Draft properties) {
    Optional<Tree> configuration = owner.property("EndpointConfiguration").filter(tree -> !Intrinsics.isNull(tree));
    boolean regional = !template.partition().equals("aws");
    if (configuration.isEmpty()) {
      if (regional) {
        endpointTypes(properties, Intrinsics.text("REGIONAL", owner.at()), Draft.at(owner.at()));
      }
      return;
    }
    Span at = owner.placeOf("EndpointConfiguration");
    if (configuration.get() instanceof Tree.Mapping written && !Intrinsics.isFunction(written)) {
      Draft endpoint = Draft.at(at).takeAs("VpcEndpointIds", written, "VPCEndpointIds").take(written, "VpcEndpointIds",
          "IpAddressType");
      Optional<Tree> type = written.get("Type");
      if (type.isEmpty() && endpoint.isEmpty()) {
        template.error(owner, at, "EndpointConfiguration needs Type");
      }
      if (type.isPresent()) {
        endpointTypes(properties, type.get(), endpoint);
      } else if (!endpoint.isEmpty()) {
        properties.put("EndpointConfiguration", endpoint);
      }
    } else if (configuration.get() instanceof Tree.Sequence) {
      template.error(owner, at, "EndpointConfiguration is a list; a text or an object is expected");
    } else {
      endpointTypes(properties, configuration.get(), Draft.at(at));
    }
  }

  private static void endpointTypes(Draft properties, Tree type, Draft endpoint) {
    properties.put("EndpointConfiguration", endpoint.put("Types", Intrinsics.list(type.at(), type)));
    properties.child("Parameters").put("endpointConfigurationTypes", type);
  }

  private void body(Draft properties) {
    Optional<Tree> uri = owner.property("DefinitionUri").filter(tree -> !Intrinsics.isNull(tree));
    Optional<Tree> written = owner.property("DefinitionBody").filter(tree -> !Intrinsics.isNull(tree));
    if (uri.isPresent() && written.isPresent()) {
      template.error(owner, owner.placeOf("DefinitionUri"),
          "DefinitionUri and DefinitionBody exclude each other;" + " DefinitionBody counts");
    }
    if (written.isEmpty() && uri.isPresent() && api.written().isEmpty()) {
      for (String needsBody : List.of("Cors", "Auth", "GatewayResponses", "Models")) {
        if (api.has(needsBody)) {
          template.error(owner, owner.placeOf(needsBody),
              needsBody + " needs a document in the template; it is not" + " applied to the one at DefinitionUri");
        }
      }
      new FunctionCode(template, owner).location("DefinitionUri", uri.get(), "Bucket", "Key", "Version")
          .ifPresent(location -> properties.put(location instanceof Tree.Scalar ? "Body" : "BodyS3Location", location));
      if (uri.get() instanceof Tree.Scalar scalar && !scalar.text().startsWith("s3://")) {
        template.error(owner, owner.placeOf("DefinitionUri"),
            "DefinitionUri names no file beside the template and no" + " S3 address; its routes are unknown");
      }
      return;
    }
    properties.put("Body", new RestDocument(template, api).build());
    disableEndpoint(properties);
  }

  private void disableEndpoint(Draft properties) {
    // Written into the document where SAM can change it: a change of the property alone would not be deployed.
    owner.property("DisableExecuteApiEndpoint").ifPresent(value -> {
      Draft body = properties.child("Body");
      if (body.has("openapi")) {
        HttpDocument.disableEndpoint(body, value);
      } else {
        body.child("x-amazon-apigateway-endpoint-configuration").put("disableExecuteApiEndpoint", value);
      }
    });
  }

  private String deployment(Draft properties, Draft resource) {
    Tree basis = properties.get("Body").or(() -> properties.get("BodyS3Location")).orElseGet(resource::build);
    String deployment = id + "Deployment" + Hash.of(basis);
    Draft draft = template.add(deployment, "AWS::ApiGateway::Deployment", owner, owner.at());
    Draft own = draft.child("Properties").put("RestApiId", Intrinsics.ref(id, owner.at()));
    own.put("Description", "RestApi deployment id: " + Hash.of(basis));
    if (!api.has("OpenApiVersion")) {
      own.put("StageName", "Stage");
    }
    template.references().define(id, "Deployment", deployment);
    return deployment;
  }

  private String stage(String deployment) {
    Optional<Tree> name = owner.property("StageName").filter(tree -> !Intrinsics.isNull(tree));
    String suffix = api.stageSuffix();
    String stage = id + suffix + (suffix.equals("Stage") ? "" : "Stage");
    Draft properties = template.add(stage, "AWS::ApiGateway::Stage", owner, owner.placeOf("StageName"))
        .child("Properties");
    properties.put("RestApiId", Intrinsics.ref(id, owner.at())).put("DeploymentId",
        Intrinsics.ref(deployment, owner.at()));
    name.ifPresent(tree -> properties.put("StageName", tree));
    properties.take(owner.properties(), "CacheClusterEnabled", "CacheClusterSize", "Variables", "MethodSettings",
        "AccessLogSetting", "CanarySetting", "TracingEnabled");
    owner.property("Tags").filter(Tree.Mapping.class::isInstance)
        .ifPresent(_ -> properties.put("Tags", Tags.list(owner, "api:createdBy")));
    template.references().define(id, "Stage", stage);
    return stage;
  }

  /** Each Lambda authorizer may be invoked by this API. */
  private void permissions() {
    Optional<Tree.Mapping> authorizers = owner.properties().mapping("Auth")
        .flatMap(auth -> auth.mapping("Authorizers"));
    authorizers.ifPresent(all -> all.entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping authorizer && authorizer.has("FunctionArn")
          && authorizer.get("DisableFunctionDefaultPermissions").filter(Intrinsics::isTrue).isEmpty()) {
        AuthorizerPermissions.add(template, owner, name, authorizer, entry.keyAt());
      }
    }));
  }
}
