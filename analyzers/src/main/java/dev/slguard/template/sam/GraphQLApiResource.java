package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS::Serverless::GraphQLApi: the AppSync API with schema, keys, data sources, functions, resolvers and their roles. */
final class GraphQLApiResource {
  private static final Map<String, String> CONFIGURATIONS = Map.of("LambdaAuthorizer", "LambdaAuthorizerConfig",
      "OpenIDConnect", "OpenIDConnectConfig", "UserPool", "UserPoolConfig");

  /** A resolver without code hands on what its pipeline gives. */
  private static final String PASS_THROUGH = """

    export function request(ctx) {
        return {};
    }

    export function response(ctx) {
        return ctx.prev.result;
    }
    """;

  private final SamTemplate template;
  private final Connectors connectors;
  private final Owner owner;
  private final String id;
  private final Span at;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, Tree> functions = new LinkedHashMap<>();
  private int authorizers;

  GraphQLApiResource(SamTemplate template, Connectors connectors, Owner owner) {
    this.template = template;
    this.connectors = connectors;
    this.owner = owner;
    this.id = owner.id();
    this.at = owner.at();
  }

  void expand() {
    new GraphQLChecks(template, owner).check();
    Draft resource = add(id, "AWS::AppSync::GraphQLApi", at);
    Draft properties = resource.child("Properties");
    properties.put("Name", owner.property("Name").orElseGet(() -> Intrinsics.text(id, at)));
    properties.take(owner.properties(), "XrayEnabled", "Visibility", "OwnerContact", "IntrospectionConfig",
        "QueryDepthLimit", "ResolverCountLimit");
    authorization(properties);
    logging(properties);
    properties.put("Tags", Tags.list(owner, "graphqlapi:createdBy"));
    schema();
    keys();
    domain();
    cache();
    sources();
    owner.properties().mapping("Functions").ifPresent(all -> all.entries().forEach(this::function));
    owner.properties().mapping("Resolvers").ifPresent(all -> all.entries().forEach((type, entry) -> {
      if (entry.value() instanceof Tree.Mapping fields) {
        fields.entries().forEach((field, value) -> resolver(type, field, value));
      }
    }));
  }

  /** SAM hands every attribute of the API on to each resource that it makes of it. */
  private Draft add(String made, String type, Span place) {
    return template.add(made, type, owner, place).take(owner.resource(), "DependsOn", "Metadata", "UpdatePolicy");
  }

  private Tree apiId() {
    return Intrinsics.attribute(id, "ApiId", at);
  }

  // Authorization

  private void authorization(Draft properties) {
    Optional<Tree> written = owner.property("Auth");
    if (written.isEmpty() || !(written.get() instanceof Tree.Mapping auth)) {
      template.error(owner, owner.placeOf("Auth"), "a GraphQL API needs Auth");
      return;
    }
    provider(auth, properties);
    var additional = new ArrayList<Tree>();
    for (Tree each : auth.get("Additional").map(Intrinsics::items).orElseGet(List::of)) {
      if (each instanceof Tree.Mapping more) {
        Draft draft = Draft.at(more.at());
        provider(more, draft);
        draft.get("UserPoolConfig").ifPresent(_ -> draft.child("UserPoolConfig").remove("DefaultAction"));
        additional.add(draft.build());
      }
    }
    if (!additional.isEmpty()) {
      properties.put("AdditionalAuthenticationProviders", Intrinsics.list(at, additional));
    }
  }

  private void provider(Tree.Mapping auth, Draft properties) {
    properties.takeAs("AuthenticationType", auth, "Type");
    if (auth.text("Type").isEmpty()) {
      template.error(owner, auth.at(), "Auth of a GraphQL API needs Type");
    }
    List.of("LambdaAuthorizer", "OpenIDConnect", "UserPool").forEach(key -> auth.mapping(key)
        .ifPresent(configuration -> properties.put(CONFIGURATIONS.getOrDefault(key, key), Draft.of(configuration))));
    auth.mapping("LambdaAuthorizer").flatMap(authorizer -> authorizer.get("AuthorizerUri"))
        .ifPresent(function -> connectors.add(id + "ToLambdaAuthConnector" + ++authorizers, owner.withoutAttributes(),
            Draft.at(at).put("Id", id), Draft.at(at).put("Type", "AWS::Lambda::Function").put("Arn", function),
            List.of("Write"), auth.at()));
  }

  private void logging(Draft properties) {
    Optional<Tree> written = owner.property("Logging");
    if (written.filter(Intrinsics::isFalse).isPresent()) {
      return;
    }
    Draft log = Draft.at(at);
    if (written.isPresent() && written.get() instanceof Tree.Mapping given) {
      log.takeAll(given);
    } else {
      log.put("FieldLogLevel", "ALL");
    }
    properties.put("LogConfig", log);
    if (log.has("CloudWatchLogsRoleArn")) {
      return;
    }
    String role = id + "CloudWatchRole";
    log.put("CloudWatchLogsRoleArn", Intrinsics.attribute(role, "Arn", at));
    add(role, "AWS::IAM::Role", at).child("Properties")
        .put("AssumeRolePolicyDocument", RolePolicies.trust("appsync.amazonaws.com", at))
        .put("ManagedPolicyArns", Intrinsics.list(at,
            Intrinsics.sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs", at)));
  }

  // Schema, keys, domain, cache

  private void schema() {
    Optional<Tree> inline = owner.property("SchemaInline");
    Optional<Tree> uri = owner.property("SchemaUri");
    if (inline.isPresent() == uri.isPresent()) {
      template.error(owner, at, "a GraphQL API needs either SchemaInline or SchemaUri");
    }
    add(id + "Schema", "AWS::AppSync::GraphQLSchema", at).child("Properties").put("ApiId", apiId())
        .takeAs("Definition", owner.properties(), "SchemaInline")
        .takeAs("DefinitionS3Location", owner.properties(), "SchemaUri");
  }

  private void keys() {
    owner.properties().mapping("ApiKeys").ifPresent(all -> all.entries().forEach((name, entry) -> {
      Draft properties = add(id + name, "AWS::AppSync::ApiKey", entry.keyAt()).child("Properties").put("ApiId",
          apiId());
      if (entry.value() instanceof Tree.Mapping key) {
        properties.take(key, "ApiKeyId", "Description").takeAs("Expires", key, "ExpiresOn");
      }
    }));
  }

  private void domain() {
    owner.properties().mapping("DomainName").ifPresent(written -> {
      Span place = owner.placeOf("DomainName");
      String name = id + "DomainName";
      add(name, "AWS::AppSync::DomainName", place).child("Properties").take(written, "CertificateArn", "DomainName",
          "Description");
      add(id + "DomainNameApiAssociation", "AWS::AppSync::DomainNameApiAssociation", place).child("Properties")
          .put("ApiId", apiId()).put("DomainName", Intrinsics.ref(name, place));
    });
  }

  private void cache() {
    owner.properties().mapping("Cache")
        .ifPresent(written -> add(id + "ApiCache", "AWS::AppSync::ApiCache", owner.placeOf("Cache")).child("Properties")
            .put("ApiId", apiId()).takeAs("ApiCachingBehavior", written, "ApiCachingBehavior")
            .takeAs("TransitEncryptionEnabled", written, "TransitEncryptionEnabled")
            .take(written, "AtRestEncryptionEnabled", "Ttl", "Type"));
  }

  // Data sources

  private void sources() {
    owner.properties().mapping("DataSources").ifPresent(all -> {
      all.mapping("DynamoDb").ifPresent(tables -> tables.entries().forEach(this::table));
      all.mapping("Lambda").ifPresent(lambdas -> lambdas.entries().forEach(this::lambda));
    });
  }

  private void table(String name, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping written)) {
      return;
    }
    if (!written.has("TableName")) {
      template.error(owner, entry.keyAt(), "data source '" + Text.shown(name) + "' needs TableName");
      return;
    }
    Span place = entry.keyAt();
    String source = id + name + "DynamoDBDataSource";
    Draft properties = source(source, name, written, place).put("Type", "AMAZON_DYNAMODB");
    Draft configuration = Draft.at(place).take(written, "TableName", "UseCallerCredentials", "Versioned");
    configuration.put("AwsRegion", written.get("Region").orElseGet(() -> Intrinsics.ref("AWS::Region", place)));
    written.mapping("DeltaSync").ifPresent(sync -> configuration.put("DeltaSyncConfig", sync));
    properties.put("DynamoDBConfig", configuration);
    if (!written.has("ServiceRoleArn")) {
      role(source, properties, place);
      Tree arn = written.get("TableArn").orElseGet(() -> tableArn(written.get("TableName").orElse(written),
          written.get("Region").orElseGet(() -> Intrinsics.ref("AWS::Region", place)), place));
      List<String> permissions = written.get("Permissions").map(Intrinsics::items).orElseGet(List::of).stream()
          .flatMap(tree -> Intrinsics.textOf(tree).stream()).toList();
      connectors.add(source + "ToTableConnector", owner.withoutAttributes(), Draft.at(place).put("Id", source),
          Draft.at(place).put("Type", "AWS::DynamoDB::Table").put("Arn", arn),
          permissions.isEmpty() ? List.of("Read", "Write") : permissions, place);
    }
  }

  private static Tree tableArn(Tree name, Tree region, Span at) {
    return Intrinsics.sub("arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}",
        Draft.at(at).put("__TableName__", name).put("__Region__", region), at);
  }

  private void lambda(String name, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping written) || written.get("FunctionArn").isEmpty()) {
      template.error(owner, entry.keyAt(), "data source '" + Text.shown(name) + "' needs FunctionArn");
      return;
    }
    Span place = entry.keyAt();
    String source = id + name + "LambdaDataSource";
    Draft properties = source(source, name, written, place).put("Type", "AWS_LAMBDA").put("LambdaConfig",
        Draft.at(place).takeAs("LambdaFunctionArn", written, "FunctionArn"));
    if (!written.has("ServiceRoleArn")) {
      role(source, properties, place);
      connectors.add(source + "ToLambdaConnector", owner.withoutAttributes(), Draft.at(place).put("Id", source),
          Draft.at(place).put("Type", "AWS::Lambda::Function").put("Arn", written.get("FunctionArn").orElse(written)),
          List.of("Write"), place);
    }
  }

  private Draft source(String source, String name, Tree.Mapping written, Span place) {
    sources.put(name, source);
    return add(source, "AWS::AppSync::DataSource", place).child("Properties").put("ApiId", apiId())
        .put("Name", written.get("Name").orElseGet(() -> Intrinsics.text(name, place)))
        .take(written, "Description", "ServiceRoleArn");
  }

  private void role(String source, Draft properties, Span place) {
    String role = source + "Role";
    add(role, "AWS::IAM::Role", place).child("Properties").put("AssumeRolePolicyDocument",
        RolePolicies.trust("appsync.amazonaws.com", place));
    properties.put("ServiceRoleArn", Intrinsics.attribute(role, "Arn", place));
  }

  // Functions and resolvers

  private Tree sourceName(Tree source, Span place) {
    if (Intrinsics.textOf(source).filter(name -> name.equalsIgnoreCase("none") && !sources.containsKey(name))
        .isPresent()) {
      return noneSource(place);
    }
    return Intrinsics.textOf(source).flatMap(name -> Optional.ofNullable(sources.get(name)))
        .<Tree>map(made -> Intrinsics.attribute(made, "Name", place)).orElse(source);
  }

  /** The data source of functions that ask for none. */
  private Tree noneSource(Span place) {
    String none = id + "NoneDataSource";
    if (template.generatedResource(none).isEmpty()) {
      add(none, "AWS::AppSync::DataSource", place).child("Properties").put("ApiId", apiId()).put("Name", none)
          .put("Type", "NONE");
    }
    return Intrinsics.attribute(none, "Name", place);
  }

  private void function(String name, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping written)) {
      return;
    }
    Span place = entry.keyAt();
    Optional<Tree> given = written.get("Id");
    if (given.isPresent()) {
      functions.put(name, given.get());
      return;
    }
    if (written.get("DataSource").isEmpty()) {
      template.error(owner, place, "function '" + Text.shown(name) + "' needs DataSource");
      return;
    }
    String function = id + name;
    Draft properties = add(function, "AWS::AppSync::FunctionConfiguration", place).child("Properties")
        .put("ApiId", apiId()).put("Name", written.get("Name").orElseGet(() -> Intrinsics.text(name, place)))
        .put("DataSourceName", sourceName(written.get("DataSource").orElse(written), place))
        .take(written, "Description", "MaxBatchSize").takeAs("SyncConfig", written, "Sync");
    code(written, properties);
    functions.put(name, Intrinsics.attribute(function, "FunctionId", place));
  }

  private void code(Tree.Mapping written, Draft properties) {
    properties.takeAs("Code", written, "InlineCode").takeAs("CodeS3Location", written, "CodeUri");
    written.mapping("Runtime").ifPresent(runtime -> properties.put("Runtime",
        Draft.at(runtime.at()).take(runtime, "Name").takeAs("RuntimeVersion", runtime, "Version")));
  }

  private void resolver(String type, String field, Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping written)) {
      return;
    }
    Span place = entry.keyAt();
    Draft resource = add(id + type + field, "AWS::AppSync::Resolver", place);
    resource.put("DependsOn", Intrinsics.texts(place, id + "Schema"));
    Draft properties = resource.child("Properties").put("ApiId", apiId()).put("TypeName", type).put("FieldName",
        written.get("FieldName").orElseGet(() -> Intrinsics.text(field, place)));
    properties.take(written, "MaxBatchSize").takeAs("CachingConfig", written, "Caching").takeAs("SyncConfig", written,
        "Sync");
    written.get("Pipeline").ifPresent(steps -> {
      var ids = new ArrayList<Tree>();
      for (Tree step : Intrinsics.items(steps)) {
        ids.add(Intrinsics.textOf(step).flatMap(name -> Optional.ofNullable(functions.get(name))).orElse(step));
      }
      properties.put("Kind", "PIPELINE").put("PipelineConfig",
          Draft.at(place).put("Functions", Intrinsics.list(place, ids)));
    });
    code(written, properties);
    if (!properties.has("Code") && !properties.has("CodeS3Location")) {
      properties.put("Code", PASS_THROUGH).put("Runtime",
          Draft.at(place).put("Name", "APPSYNC_JS").put("RuntimeVersion", "1.0.0"));
    }
  }
}
