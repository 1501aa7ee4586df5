package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a role needs to read a Kafka topic: secrets, network interfaces of a private cluster, the schema registry. */
final class KafkaPolicies {
  static final List<String> NETWORK = List.of("ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces",
      "ec2:DeleteNetworkInterface", "ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups");
  private static final Set<String> SECRETS = Set.of("SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "BASIC_AUTH",
      "CLIENT_CERTIFICATE_TLS_AUTH", "OAUTHBEARER_AUTH");

  private KafkaPolicies() {}

  /** MSK: the client certificate, where one is used, and the registry. */
  static void managed(EventSource event, FunctionTarget target) {
    Span at = event.at();
    var statements = new ArrayList<Tree>();
    for (Tree.Mapping entry : accesses(event, target)) {
      if (entry.text("Type").filter("CLIENT_CERTIFICATE_TLS_AUTH"::equals).isPresent()) {
        entry.get("URI").ifPresent(uri -> statements.add(secret(uri, at)));
      }
    }
    registry(event, target, statements);
    if (!statements.isEmpty()) {
      target.role().add("MSKExecutionRolePolicy", RolePolicies.document(at, statements), at);
    }
  }

  /** A cluster of one's own: the secrets of every access configuration, the network and the key. */
  static void selfManaged(EventSource event, FunctionTarget target) {
    Span at = event.at();
    var statements = new ArrayList<Tree>();
    Optional<Tree> written = target.required(event, "SourceAccessConfigurations");
    if (written.isEmpty()) {
      return;
    }
    var secrets = new ArrayList<Tree>();
    boolean network = false;
    var networks = new HashSet<String>();
    int mechanisms = 0;
    for (Tree.Mapping entry : accesses(event, target)) {
      String type = entry.text("Type").orElse("");
      Optional<Tree> uri = entry.get("URI").filter(tree -> !Intrinsics.isNull(tree));
      if (type.isEmpty() || uri.isEmpty()) {
        target.error(event, "needs Type and URI in each of SourceAccessConfigurations");
      } else if (SECRETS.contains(type)) {
        mechanisms++;
        secrets.add(secret(uri.get(), entry.at()));
      } else if (type.equals("SERVER_ROOT_CA_CERTIFICATE")) {
        secrets.add(secret(uri.get(), entry.at()));
      } else if (type.equals("VPC_SUBNET") || type.equals("VPC_SECURITY_GROUP")) {
        network = true;
        networks.add(type);
      } else {
        target.error(event, "has an access configuration of the type '" + Text.shown(type) + "', which is not known");
      }
    }
    if (networks.size() == 1) {
      target.error(event, "needs VPC_SUBNET together with VPC_SECURITY_GROUP in SourceAccessConfigurations");
    }
    if (mechanisms > 1) {
      target.error(event, "has several ways to authenticate in SourceAccessConfigurations");
    }
    if (mechanisms == 0 && !network) {
      target.error(event, "needs a way to authenticate or a network in SourceAccessConfigurations");
    }
    statements.addAll(secrets);
    if (network) {
      statements.add(RolePolicies.allow(NETWORK, Intrinsics.text("*", at), at));
    }
    event.property("SecretsManagerKmsKeyId").ifPresent(key -> key(event, target, key).ifPresent(statements::add));
    registry(event, target, statements);
    target.role().add("SelfManagedKafkaExecutionRolePolicy",
        Draft.at(at).put("Version", "2012-10-17").put("Statement", Intrinsics.list(at, statements)).build(), at);
  }

  /** The key that encrypts the secret; given by its id. */
  static Optional<Tree> key(EventSource event, FunctionTarget target, Tree key) {
    Span at = event.properties().keyAt("SecretsManagerKmsKeyId");
    Optional<String> id = Intrinsics.textOf(key);
    if (id.isEmpty()) {
      target.error(event, "needs a text in SecretsManagerKmsKeyId");
      return Optional.empty();
    }
    return Optional.of(RolePolicies.allow(List.of("kms:Decrypt"),
        Intrinsics.sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/" + id.get(), at), at));
  }

  /** The objects of SourceAccessConfigurations. */
  static List<Tree.Mapping> accesses(EventSource event, FunctionTarget target) {
    var found = new ArrayList<Tree.Mapping>();
    Optional<Tree> written = event.property("SourceAccessConfigurations");
    if (written.isPresent() && !(written.get() instanceof Tree.Sequence)) {
      target.error(event, "needs a list in SourceAccessConfigurations");
      return found;
    }
    for (Tree item : written.map(Intrinsics::items).orElseGet(List::of)) {
      if (item instanceof Tree.Mapping mapping) {
        found.add(mapping);
      }
    }
    return found;
  }

  static Tree secret(Tree uri, Span at) {
    return RolePolicies.allow(List.of("secretsmanager:GetSecretValue"), uri, at);
  }

  /** SchemaRegistryConfig: the registry's own credentials, and reading from a registry of Glue. */
  private static void registry(EventSource event, FunctionTarget target, List<Tree> statements) {
    Optional<Tree> config = event.property("SchemaRegistryConfig");
    if (config.isEmpty() || !(config.get() instanceof Tree.Mapping written)) {
      return;
    }
    Span at = written.at();
    Optional<Tree> uri = written.get("SchemaRegistryURI");
    if (uri.isEmpty() || !written.has("EventRecordFormat") || !written.has("SchemaValidationConfigs")) {
      target.error(event,
          "needs SchemaRegistryURI, EventRecordFormat and SchemaValidationConfigs in" + " SchemaRegistryConfig");
    }
    for (Tree access : written.get("AccessConfigs").map(Intrinsics::items).orElseGet(List::of)) {
      if (access instanceof Tree.Mapping entry) {
        entry.get("URI").ifPresent(secret -> statements.add(secret(secret, at)));
      }
    }
    uri.flatMap(KafkaPolicies::glueRegistry).ifPresent(name -> {
      statements.add(RolePolicies.allow(List.of("glue:GetRegistry"), uri.get(), at));
      Tree schemas = Intrinsics.sub("arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:schema/" + name + "/*",
          at);
      statements.add(RolePolicies.allow(List.of("glue:GetSchemaVersion"), Intrinsics.list(at, schemas), at));
    });
  }

  /** The name of the registry, if {@code uri} is the ARN of one of Glue. */
  private static Optional<String> glueRegistry(Tree uri) {
    Optional<String> text = uri instanceof Tree.Mapping mapping ? mapping.text("Fn::Sub") : Intrinsics.textOf(uri);
    return text.filter(arn -> arn.contains(":glue:") && arn.contains(":registry/"))
        .map(arn -> arn.substring(arn.indexOf(":registry/") + ":registry/".length()));
  }
}
