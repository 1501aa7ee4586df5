package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * AWS::Serverless::Function: the Lambda function with its role, version, alias, URL, asynchronous destinations and
 * events.
 */
final class FunctionResource {
  private static final String[] SAME = {"FunctionName", "Handler", "Runtime", "Description", "MemorySize", "Timeout",
      "VpcConfig", "Environment", "KmsKeyArn", "Layers", "ReservedConcurrentExecutions", "FileSystemConfigs",
      "ImageConfig", "CodeSigningConfigArn", "Architectures", "EphemeralStorage", "SnapStart",
      "RuntimeManagementConfig", "LoggingConfig", "RecursiveLoop", "TenancyConfig", "DurableConfig",
      "FunctionScalingConfig", "PublishToLatestPublished", "PackageType"};

  private final SamTemplate template;
  private final Apis apis;
  private final Deployments deployments;
  private final Owner owner;
  private final String id;
  private final RolePolicies role = new RolePolicies();

  FunctionResource(SamTemplate template, Apis apis, Deployments deployments, Owner owner) {
    this.template = template;
    this.apis = apis;
    this.deployments = deployments;
    this.owner = owner;
    this.id = owner.id();
  }

  void expand() {
    Draft function = template.add(id, "AWS::Lambda::Function", owner, owner.at());
    function.take(owner.resource(), "DependsOn", "Metadata", "UpdatePolicy", "CreationPolicy");
    Draft properties = function.child("Properties");
    properties(properties);
    Optional<String> alias = new FunctionAlias(template, deployments, owner).expand();
    var invoke = new EventInvoke(template, owner, role);
    List<Runnable> rolePolicies = List.of(this::deadLetters, () -> invoke.expand(alias), this::policies);
    Optional<Draft> roleDraft = new FunctionRole(template, owner, role).expand(properties, rolePolicies);
    var target = new FunctionTarget(template, apis, owner, alias, role);
    new FunctionUrl(template, owner).expand(alias);
    events(target);
    roleDraft.ifPresent(draft -> role.writeTo(draft, owner.at()));
    Tags.propagate(template, owner);
  }

  private void properties(Draft properties) {
    Tree.Mapping written = owner.properties();
    properties.take(written, SAME);
    if (written.has("TenancyConfig") && written.has("ProvisionedConcurrencyConfig")) {
      template.doubt(owner, owner.placeOf("ProvisionedConcurrencyConfig"),
          "a function with TenancyConfig takes no ProvisionedConcurrencyConfig");
    }
    new FunctionCode(template, owner).code().ifPresent(code -> properties.put("Code", code));
    tracing(properties);
    deadLetterConfig(properties);
    written.mapping("CapacityProviderConfig")
        .ifPresent(config -> properties.put("CapacityProviderConfig",
            Draft.at(config.at()).put("LambdaManagedInstancesCapacityProviderConfig",
                Draft.at(config.at()).takeAs("CapacityProviderArn", config, "Arn").take(config,
                    "PerExecutionEnvironmentMaxConcurrency", "ExecutionEnvironmentMemoryGiBPerVCpu"))));
    properties.put("Tags", Tags.list(owner, "lambda:createdBy"));
    described(properties);
    if (written.get("SnapStart").filter(Intrinsics::isNull).isPresent()) {
      properties.remove("SnapStart");
    }
  }

  /** A new version needs a change of the function: SAM writes the hash that the author gives into its description. */
  private void described(Draft properties) {
    Optional<String> hash = owner.property("AutoPublishCodeSha256")
        .filter(_ -> owner.property("AutoPublishAlias").filter(tree -> !Intrinsics.isNull(tree)).isPresent())
        .flatMap(template::textOf);
    if (hash.isEmpty()) {
      return;
    }
    Span at = owner.placeOf("AutoPublishCodeSha256");
    Optional<Tree> description = owner.property("Description").map(template::resolved)
        .filter(tree -> !Intrinsics.isNull(tree));
    if (description.filter(tree -> !(tree instanceof Tree.Scalar)).isPresent()) {
      properties.put("Description",
          Intrinsics.join(" ", List.of(description.get(), Intrinsics.text(hash.get(), at)), at));
      return;
    }
    String written = description.flatMap(Intrinsics::textOf).filter(text -> !text.isEmpty()).map(text -> text + " ")
        .orElse("");
    properties.put("Description", Intrinsics.text(written + hash.get(), at));
  }

  private void tracing(Draft properties) {
    owner.property("Tracing").filter(mode -> FunctionRole.isTraced(template, mode)).ifPresent(
        mode -> properties.put("TracingConfig", Draft.at(mode.at()).put("Mode", template.resolvedInside(mode))));
  }

  private void deadLetterConfig(Draft properties) {
    owner.property("DeadLetterQueue").filter(Tree.Mapping.class::isInstance).ifPresent(queue -> properties
        .put("DeadLetterConfig", Draft.at(queue.at()).put("TargetArn", ((Tree.Mapping) queue).get("TargetArn"))));
  }

  private void policies() {
    owner.property("Policies").ifPresent(tree -> new PolicyEntries(template, owner, id + "Role", role).add(tree));
  }

  private void deadLetters() {
    Optional<Tree> queue = owner.property("DeadLetterQueue");
    if (queue.isEmpty()) {
      return;
    }
    Span at = owner.placeOf("DeadLetterQueue");
    Optional<String> type = queue.get() instanceof Tree.Mapping mapping ? mapping.text("Type") : Optional.empty();
    Optional<Tree> arn = queue.get() instanceof Tree.Mapping mapping ? mapping.get("TargetArn") : Optional.empty();
    Optional<String> action = type.flatMap(name -> switch (name) {
      case "SQS" -> Optional.of("sqs:SendMessage");
      case "SNS" -> Optional.of("sns:Publish");
      default -> Optional.empty();
    });
    if (action.isEmpty() || arn.isEmpty()) {
      template.error(owner, at,
          "DeadLetterQueue needs Type ('SQS' or 'SNS') and TargetArn; its permission is left out");
      return;
    }
    role.add("DeadLetterQueuePolicy", Draft.at(at).put("Version", "2012-10-17")
        .put("Statement", Intrinsics.list(at, RolePolicies.allow(action.get(), arn.get(), at))).build(), at);
  }

  private void events(FunctionTarget target) {
    Optional<Tree> events = owner.property("Events").filter(tree -> !Intrinsics.isNull(tree));
    if (events.isEmpty()) {
      return;
    }
    if (!(events.get() instanceof Tree.Mapping written)) {
      template.error(owner, owner.placeOf("Events"), "Events is no object; it is not read");
      return;
    }
    // By name: the order decides that of the role's policies, and templates reach SAM with their keys sorted.
    new TreeMap<>(written.entries()).forEach((name, entry) -> event(name, entry, target));
  }

  private void event(String name, Tree.Entry entry, FunctionTarget target) {
    if (!(entry.value() instanceof Tree.Mapping written) || written.text("Type").isEmpty()) {
      template.error(owner, entry.keyAt(), "event '" + Text.shown(name) + "' needs a Type; it is not read");
      return;
    }
    if (written.get("Properties").filter(tree -> !(tree instanceof Tree.Mapping) && !Intrinsics.isNull(tree))
        .isPresent()) {
      template.error(owner, entry.keyAt(), "event '" + Text.shown(name) + "' has Properties that are no object");
    }
    Tree.Mapping properties = written.mapping("Properties").orElseGet(() -> Tree.emptyMapping(entry.keyAt()));
    String type = written.text("Type").orElse("");
    var source = new EventSource(id + name, name, type, properties, entry.keyAt());
    Optional<FunctionEvent> event = FunctionEvents.of(type);
    if (event.isEmpty()) {
      template.error(owner, entry.keyAt(), "event '" + Text.shown(name) + "' has the type '" + Text.shown(type)
          + "', which is not known; it is not read");
      return;
    }
    if (owner.properties().has("TenancyConfig") && !type.equals("Api") && !type.equals("HttpApi")) {
      template.error(owner, entry.keyAt(),
          "a function with TenancyConfig takes events of an API only, not '" + type + "'");
    }
    event.get().expand(source, target);
  }
}
