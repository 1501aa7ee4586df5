package dev.slguard.template.serverless;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.Optional;

/** Asynchronous invocation: retries, age, and destinations, which bring the shared role a statement each. */
final class Invocations {
  private Invocations() {}

  static void compile(ServiceFunction function, Stack stack) {
    Tree.Mapping config = function.config();
    Optional<Tree.Mapping> destinations = Config.truthy(config, "destinations").flatMap(Config::mapping);
    Optional<Tree> age = Config.truthy(config, "maximumEventAge");
    Optional<Tree> retries = Config.value(config, "maximumRetryAttempts");
    if (destinations.isEmpty() && age.isEmpty() && retries.isEmpty()) {
      return;
    }
    Draft draft = destinations.<Draft>map(Draft::of).orElseGet(function::draft);
    Draft.Fields targets = draft.object();
    destinations.ifPresent(settings -> {
      destination(function, stack, settings, "onSuccess").ifPresent(tree -> targets.put("OnSuccess", tree));
      destination(function, stack, settings, "onFailure").ifPresent(tree -> targets.put("OnFailure", tree));
    });
    stack.add(function.normalized() + "LambdaEvConf", "AWS::Lambda::EventInvokeConfig",
        draft.object().put("FunctionName", draft.ref(function.logicalId())).put("DestinationConfig", targets.tree())
            .put("Qualifier", function.aliasName().orElse("$LATEST")).put("MaximumEventAgeInSeconds", age)
            .put("MaximumRetryAttempts", retries).tree(),
        function.aliasDependency(draft), new Stack.Origin(draft.at(), function.name(), "function"));
  }

  private static Optional<Tree> destination(ServiceFunction function, Stack stack, Tree.Mapping settings, String key) {
    Optional<Tree> target = Config.truthy(settings, key);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = Draft.of(target.get());
    Service service = stack.service();
    Optional<Tree> arn = arn(target.get(), service, draft);
    if (arn.isEmpty()) {
      stack.diagnostics().warning(target.get().at(),
          "this destination is neither an ARN nor a function of the service");
      return Optional.empty();
    }
    if (service.customRole(function).isEmpty()) {
      grant(target.get(), arn.get(), stack, draft);
    }
    return Optional.of(draft.object().put("Destination", arn.get()).tree());
  }

  private static Optional<Tree> arn(Tree target, Service service, Draft draft) {
    if (target instanceof Tree.Mapping mapping) {
      return Config.value(mapping, "arn");
    }
    Optional<String> text = Config.text(target);
    return text.filter(t -> t.startsWith("arn:")).<Tree>map(_ -> target)
        .or(() -> text.flatMap(service::function).map(function -> draft.attribute(function.logicalId(), "Arn")));
  }

  private static void grant(Tree target, Tree arn, Stack stack, Draft draft) {
    Optional<String> action = Config.text(target).map(Invocations::actionOn).orElseGet(
        () -> Config.mapping(target).flatMap(mapping -> mapping.text("type")).flatMap(Invocations::actionOfType));
    if (action.isEmpty()) {
      stack.diagnostics().warning(target.at(), "the kind of this destination is not known; no permission is derived");
      return;
    }
    Optional<ServiceFunction> local = Config.text(target).filter(text -> !text.startsWith("arn:"))
        .flatMap(stack.service()::function);
    // The ARN by name, as the framework writes it: a GetAtt would make a circle with the role.
    Tree resource = local.<Tree>map(function -> function.arnByName("", draft)).orElse(arn);
    Tree statement = draft.object().put("Effect", "Allow").put("Action", action.get()).put("Resource", resource).tree();
    stack.sharedRole().ifPresent(role -> role.addOnce(statement));
  }

  private static Optional<String> actionOn(String text) {
    if (!text.startsWith("arn:") || text.contains(":function:")) {
      return Optional.of("lambda:InvokeFunction");
    }
    return text.contains(":sqs:")
        ? Optional.of("sqs:SendMessage")
        : text.contains(":sns:")
            ? Optional.of("sns:Publish")
            : text.contains(":event-bus/") ? Optional.of("events:PutEvents") : Optional.empty();
  }

  private static Optional<String> actionOfType(String type) {
    return switch (type) {
      case "function" -> Optional.of("lambda:InvokeFunction");
      case "sqs" -> Optional.of("sqs:SendMessage");
      case "sns" -> Optional.of("sns:Publish");
      case "eventBus" -> Optional.of("events:PutEvents");
      default -> Optional.empty();
    };
  }
}
