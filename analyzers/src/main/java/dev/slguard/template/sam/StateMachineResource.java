package dev.slguard.template.sam;

import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.Optional;

/** AWS::Serverless::StateMachine: the machine with its definition, role, version, alias and events. */
final class StateMachineResource {
  private final SamTemplate template;
  private final Apis apis;
  private final Owner owner;
  private final String id;

  StateMachineResource(SamTemplate template, Apis apis, Owner owner) {
    this.template = template;
    this.apis = apis;
    this.owner = owner;
    this.id = owner.id();
  }

  void expand() {
    Draft machine = template.add(id, "AWS::StepFunctions::StateMachine", owner, owner.at());
    machine.take(owner.resource(), "DependsOn", "Metadata", "UpdatePolicy");
    Draft properties = machine.child("Properties");
    definition(properties);
    properties.takeAs("StateMachineName", owner.properties(), "Name")
        .takeAs("StateMachineType", owner.properties(), "Type")
        .takeAs("LoggingConfiguration", owner.properties(), "Logging")
        .takeAs("TracingConfiguration", owner.properties(), "Tracing");
    role(properties);
    properties.put("Tags", Tags.list(owner, "stateMachine:createdBy"));
    alias();
    events();
    Tags.propagate(template, owner);
  }

  // Definition

  private void definition(Draft properties) {
    Optional<Tree> inline = owner.property("Definition").filter(tree -> !Intrinsics.isNull(tree));
    Optional<Tree> uri = owner.property("DefinitionUri").filter(tree -> !Intrinsics.isNull(tree));
    if (inline.isPresent() == uri.isPresent()) {
      template.error(owner, owner.at(), "a state machine needs either Definition or DefinitionUri");
    }
    Draft substitutions = Draft.at(owner.placeOf("DefinitionSubstitutions"));
    owner.properties().mapping("DefinitionSubstitutions").ifPresent(substitutions::takeAll);
    if (inline.isPresent()) {
      inline(inline.get(), properties, substitutions);
    } else if (uri.isPresent()) {
      file(uri.get()).ifPresentOrElse(tree -> inline(tree, properties, substitutions),
          () -> elsewhere(uri.get(), properties));
    }
    if (!substitutions.isEmpty()) {
      properties.put("DefinitionSubstitutions", substitutions);
    }
  }

  private void elsewhere(Tree uri, Draft properties) {
    Optional<Tree> location = new FunctionCode(template, owner).location("DefinitionUri", uri, "Bucket", "Key",
        "Version");
    boolean file = location.isPresent() && location.get() instanceof Tree.Scalar;
    if (file) {
      template.error(owner, owner.placeOf("DefinitionUri"),
          "DefinitionUri names no file beside the template and no S3 address; what the machine does is unknown");
    }
    location.ifPresent(tree -> properties.put(file ? "DefinitionString" : "DefinitionS3Location", tree));
  }

  /** The local file that DefinitionUri names. */
  private Optional<Tree> file(Tree uri) {
    return template.textOf(uri).filter(text -> !text.contains("://"))
        .flatMap(text -> Root.resolve(template.path(), text)).filter(path -> template.root().isFile(path))
        .flatMap(path -> template.root().read(path, uri.at(), template.diagnostics())).flatMap(
            source -> Documents.read(source, template.root().limits(), template.diagnostics()).stream().findFirst());
  }

  private void inline(Tree definition, Draft properties, Draft substitutions) {
    if (definition instanceof Tree.Mapping mapping && !Intrinsics.isFunction(mapping)) {
      properties.put("DefinitionString", Definitions.text(mapping, substitutions));
    } else {
      properties.put("DefinitionString", definition);
    }
  }

  // Role

  private void role(Draft properties) {
    Optional<Tree> given = owner.property("Role").filter(tree -> !Intrinsics.isNull(tree));
    Optional<Tree> policies = owner.property("Policies").filter(tree -> !Intrinsics.isNull(tree));
    if (given.isPresent() && policies.isPresent()) {
      template.error(owner, owner.placeOf("Policies"), "Role and Policies exclude each other; Role counts");
    }
    if (given.isPresent()) {
      properties.put("RoleArn", given.get());
      return;
    }
    Span at = owner.at();
    String roleId = id + "Role";
    properties.put("RoleArn", Intrinsics.attribute(roleId, "Arn", at));
    Draft role = template.add(roleId, "AWS::IAM::Role", owner, at).child("Properties");
    role.put("AssumeRolePolicyDocument", RolePolicies.trust("states.amazonaws.com", at));
    role.take(owner.properties(), "PermissionsBoundary").takeAs("Path", owner.properties(), "RolePath");
    var granted = new RolePolicies();
    owner.properties().mapping("Tracing").flatMap(tracing -> tracing.get("Enabled")).filter(Intrinsics::isTrue)
        .ifPresent(_ -> granted.addManaged(
            Intrinsics.text("arn:" + template.partition() + ":iam::aws:policy/" + FunctionRole.xray(template), at)));
    policies.ifPresent(tree -> new PolicyEntries(template, owner, roleId, granted).add(tree));
    if (!granted.hasManaged()) {
      role.put("ManagedPolicyArns", Intrinsics.list(at));
    }
    granted.writeTo(role, at);
    role.put("Tags", Tags.list(owner, "stateMachine:createdBy"));
  }

  // Version and alias

  private void alias() {
    Optional<Tree> written = owner.property("AutoPublishAlias").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      for (String needsAlias : new String[]{"DeploymentPreference", "UseAliasAsEventTarget"}) {
        owner.property(needsAlias).filter(tree -> !Intrinsics.isNull(tree) && !Intrinsics.isFalse(tree))
            .ifPresent(tree -> template.error(owner, owner.placeOf(needsAlias),
                needsAlias + " needs AutoPublishAlias; it has no effect"));
      }
      return;
    }
    Span at = owner.placeOf("AutoPublishAlias");
    String version = id + "Version";
    Draft versionDraft = template.add(version, "AWS::StepFunctions::StateMachineVersion", owner, at);
    for (String attribute : new String[]{"DeletionPolicy", "UpdateReplacePolicy"}) {
      if (!versionDraft.has(attribute)) {
        versionDraft.put(attribute, "Retain");
      }
    }
    versionDraft.child("Properties").put("StateMachineArn", Intrinsics.ref(id, at)).put("StateMachineRevisionId",
        Intrinsics.attribute(id, "StateMachineRevisionId", at));
    String name = template.textOf(written.get()).orElse("");
    String alias = id + "Alias" + FunctionAlias.alphanumeric(name);
    Draft aliasDraft = template.add(alias, "AWS::StepFunctions::StateMachineAlias", owner, at);
    Draft preference = Draft.at(at).put("StateMachineVersionArn", Intrinsics.ref(version, at)).put("Type",
        "ALL_AT_ONCE");
    owner.properties().mapping("DeploymentPreference")
        .ifPresent(given -> preference.take(given, "Type", "Alarms", "Interval", "Percentage"));
    aliasDraft.child("Properties").put("Name", written.get()).put("DeploymentPreference", preference);
    template.references().define(id, "Version", version);
    template.references().define(id, "Alias", alias);
  }

  /** The logical id that events start: the machine, or its alias if UseAliasAsEventTarget says so. */
  static String target(SamTemplate template, Owner owner) {
    boolean aliased = owner.property("UseAliasAsEventTarget").map(template::resolved).filter(Intrinsics::isTrue)
        .isPresent();
    Optional<String> name = owner.property("AutoPublishAlias").flatMap(template::textOf);
    return aliased && name.isPresent() ? owner.id() + "Alias" + FunctionAlias.alphanumeric(name.get()) : owner.id();
  }

  // Events

  private void events() {
    Optional<Tree> written = owner.property("Events").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty()) {
      return;
    }
    if (!(written.get() instanceof Tree.Mapping events)) {
      template.error(owner, owner.placeOf("Events"), "Events is no object; it is not read");
      return;
    }
    var target = new MachineTarget(template, owner, target(template, owner));
    events.entries().forEach((name, entry) -> {
      if (!(entry.value() instanceof Tree.Mapping event) || event.text("Type").isEmpty()) {
        template.error(owner, entry.keyAt(), "event '" + Text.shown(name) + "' needs a Type; it is not read");
        return;
      }
      Tree.Mapping properties = event.mapping("Properties").orElseGet(() -> Tree.emptyMapping(entry.keyAt()));
      String type = event.text("Type").orElse("");
      event(new EventSource(id + name, name, type, properties, entry.keyAt()), target);
    });
  }

  private void event(EventSource event, MachineTarget target) {
    switch (event.type()) {
      case "Api" -> api(event, target);
      case "Schedule", "CloudWatchEvent", "EventBridgeRule" -> RuleEvent.expand(event, target);
      case "ScheduleV2" -> ScheduleV2Event.expand(event, target);
      default -> target.error(event,
          "has the type '" + Text.shown(event.type()) + "', which state machines do not take; it is not read");
    }
  }

  /** A route of a REST API whose integration starts the machine; no permission is needed beside the role. */
  private void api(EventSource event, MachineTarget target) {
    Optional<RestApi> api = RestApiEvent.api(event, target, apis);
    Optional<String> path = event.property("Path").flatMap(template::textOf);
    Optional<String> method = event.property("Method").flatMap(template::textOf);
    if (path.isEmpty() || method.isEmpty()) {
      target.error(event, "needs Path and Method");
      return;
    }
    target.role(event, "apigateway.amazonaws.com");
    api.ifPresent(
        found -> found.add(new RouteEvent(owner, event, path.get(), Paths.key(method.get()), found.takesRoutes())));
  }
}
