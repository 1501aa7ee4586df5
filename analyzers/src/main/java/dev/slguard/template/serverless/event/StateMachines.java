package dev.slguard.template.serverless.event;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import dev.slguard.template.serverless.service.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code stepFunctions} of the plugin serverless-step-functions 3.28.1: machines with a role made from their definition,
 * activities, and what starts them. The definition stays an object here, so that its places are kept.
 */
final class StateMachines implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    List<StateMachine> machines = StateMachine.of(stack.service());
    for (StateMachine machine : machines) {
      compile(machine, stack);
    }
    activities(stack);
    new StateMachineTriggers(stack).compile(machines);
  }

  private static void compile(StateMachine machine, Stack stack) {
    Service service = stack.service();
    Tree.Mapping config = machine.config();
    Draft draft = machine.draft();
    Optional<Tree> definition = Config.truthy(config, "definition")
        .map(tree -> tree instanceof Tree.Scalar ? tree : local(tree, stack));
    Optional<Tree> own = Config.truthy(config, "role");
    var dependsOn = new ArrayList<Tree>();
    if (own.isEmpty()) {
      role(machine, definition, stack);
      dependsOn.add(draft.text(machine.id() + "Role"));
    }
    dependsOn.addAll(Config.items(config, "dependsOn"));
    Draft.Fields fields = draft.object();
    definition.ifPresent(tree -> fields.put(tree instanceof Tree.Scalar ? "DefinitionString" : "Definition", tree));
    fields.put("RoleArn", own.orElseGet(() -> draft.attribute(machine.id() + "Role", "Arn")))
        .put("StateMachineType", Config.value(config, "type")).put("StateMachineName", Config.value(config, "name"))
        .put("LoggingConfiguration",
            Config.mappingAt(config, "loggingConfig").entries().isEmpty()
                ? Optional.empty()
                : Optional.of(logging(Config.mappingAt(config, "loggingConfig"))))
        .put("TracingConfiguration",
            Config.at(config, "tracingConfig", "enabled").map(on -> Draft.of(on).object().put("Enabled", on).tree()))
        .put("Tags", tags(config, service));
    stack.merge(machine.id(), "AWS::StepFunctions::StateMachine", fields.tree(), Optional.of(draft.list(dependsOn)),
        machine.origin(machine.at()));
  }

  private static Tree logging(Tree.Mapping settings) {
    Draft draft = Draft.of(settings);
    var destinations = new ArrayList<Tree>();
    for (Tree arn : Config.items(settings, "destinations")) {
      destinations
          .add(draft.object().put("CloudWatchLogsLogGroup", draft.object().put("LogGroupArn", arn).tree()).tree());
    }
    return draft.object().put("Level", Config.value(settings, "level"))
        .put("IncludeExecutionData", Config.value(settings, "includeExecutionData"))
        .put("Destinations", destinations.isEmpty() ? Optional.empty() : Optional.of(draft.list(destinations))).tree();
  }

  private static Optional<Tree> tags(Tree.Mapping config, Service service) {
    var tags = new ArrayList<Tree>();
    if (!Config.isFalse(config, "inheritGlobalTags")) {
      service.provider("tags").ifPresent(tree -> tags.addAll(Config.items(Tags.list(tree))));
    }
    Config.truthy(config, "tags").ifPresent(tree -> tags.addAll(Config.items(Tags.list(tree))));
    return tags.isEmpty() ? Optional.empty() : Optional.of(new Tree.Sequence(tags, tags.getFirst().at()));
  }

  /** {@code tree} with names of functions of the service in Ref and GetAtt replaced by their logical ids. */
  static Tree local(Tree tree, Stack stack) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, Span at) ->
        new Tree.Sequence(items.stream().map(item -> local(item, stack)).toList(), at);
      case Tree.Mapping mapping -> localMapping(mapping, stack);
    };
  }

  private static Tree localMapping(Tree.Mapping mapping, Stack stack) {
    Draft draft = Draft.of(mapping);
    Optional<List<String>> attribute = Config.attribute(mapping);
    if (attribute.isPresent()) {
      Optional<String> id = functionId(attribute.get().getFirst(), stack);
      return id.<Tree>map(one -> draft.attribute(one, attribute.get().get(1))).orElse(mapping);
    }
    if (mapping.entries().size() == 1 && mapping.text("Ref").isPresent()) {
      return functionId(mapping.text("Ref").get(), stack).<Tree>map(draft::ref).orElse(mapping);
    }
    var entries = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries()
        .forEach((key, entry) -> entries.put(key, new Tree.Entry(entry.keyAt(), local(entry.value(), stack))));
    return new Tree.Mapping(entries, mapping.at());
  }

  private static Optional<String> functionId(String name, Stack stack) {
    return stack.has(name) ? Optional.empty() : stack.service().function(name).map(ServiceFunction::logicalId);
  }

  private static void role(StateMachine machine, Optional<Tree> definition, Stack stack) {
    Service service = stack.service();
    Tree.Mapping config = machine.config();
    Draft draft = machine.draft();
    var permissions = new TaskPermissions(machine, stack);
    definition.flatMap(Config::mapping).flatMap(tree -> tree.mapping("States")).ifPresent(permissions::addStates);
    permissions.addSettings(config);
    var statements = new ArrayList<Tree>(permissions.statements());
    statements.addAll(Config.items(config, "iamRoleStatements"));
    if (statements.isEmpty()) {
      statements.add(draft.object().put("Effect", "Deny").put("Action", "*").put("Resource", "*").tree());
    }
    Tree principal = draft.object().put("Service", draft.sub("states.${AWS::Region}.amazonaws.com")).tree();
    Tree name = draft.concat(draft.text(service.stage() + "-"), service.name(), draft.text("-statemachine"));
    stack.merge(machine.id() + "Role", "AWS::IAM::Role", roleProperties(principal, name, statements, service, draft),
        Optional.empty(), machine.origin(machine.at()));
  }

  /** A role that {@code principal} may assume, with one policy. */
  static Tree.Mapping roleProperties(Tree principal, Tree policy, List<Tree> statements, Service service, Draft draft) {
    Tree.Mapping trust = draft.object().put("Version", "2012-10-17")
        .put("Statement", draft.list(
            draft.object().put("Effect", "Allow").put("Principal", principal).put("Action", "sts:AssumeRole").tree()))
        .tree();
    Tree.Mapping document = draft.object().put("Version", "2012-10-17").put("Statement", draft.list(statements)).tree();
    return draft.object().put("AssumeRolePolicyDocument", trust)
        .put("Policies", draft.list(draft.object().put("PolicyName", policy).put("PolicyDocument", document).tree()))
        .put("PermissionsBoundary", service.provider("rolePermissionsBoundary"))
        .put("Path", service.provider("iam", "role", "path")).tree();
  }

  private static void activities(Stack stack) {
    for (Tree item : Config.items(Config.mappingAt(stack.service().config(), "stepFunctions"), "activities")) {
      Config.text(item)
          .ifPresent(name -> stack.add(Naming.normalized(name) + "StepFunctionsActivity",
              "AWS::StepFunctions::Activity", Draft.of(item).object().put("Name", name).tree(),
              new Stack.Origin(item.at(), name, "AWS::StepFunctions::Activity")));
    }
  }
}
