package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code http} events of state machines: methods that start an execution, open unless an authorizer or a key is set. */
final class StateMachineRoutes {
  private static final String ROLE = "ApigatewayToStepFunctionsRole";

  private final Stack stack;

  StateMachineRoutes(Stack stack) {
    this.stack = stack;
  }

  void compile(List<StateMachine> machines) {
    var events = new LinkedHashMap<RestEvent, StateMachine>();
    for (StateMachine machine : machines) {
      for (Tree event : machine.events("http")) {
        // The event is read as one of a function of the machine's name: paths and authorizers have the same form.
        var like = new ServiceFunction(machine.key(), Tree.emptyMapping(machine.at()), machine.at(),
            new Draft(machine.at()).text(machine.key()));
        RestEvent.of(new Event(like, "http", event, event.at()), stack.service())
            .ifPresent(rest -> events.put(rest, machine));
      }
    }
    if (events.isEmpty()) {
      return;
    }
    Event first = events.keySet().iterator().next().event();
    Draft draft = first.draft();
    Tree api = RestSettings.api(stack.service(), draft);
    RestSettings.compile(stack, first);
    var paths = new RestPaths(stack, api, RestSettings.root(stack.service(), draft));
    List<RestEvent> all = List.copyOf(events.keySet());
    paths.compile(all);
    RestCors.of(all).forEach((path, cors) -> cors.compile(path, api, paths, stack));
    role(all);
    var methods = new RestMethods(stack, api, paths);
    var ids = new ArrayList<String>();
    events.forEach((event, machine) -> {
      method(event, machine, api, paths, methods.id(event));
      ids.add(methods.id(event));
    });
    // The plugin makes the authorizer, but no permission to call its function.
    all.forEach(event -> RestSettings.authorizer(event, api, stack));
    RestSettings.deploy(stack, api, first, ids);
  }

  private void role(List<RestEvent> events) {
    if (events.stream().allMatch(event -> event.event().setting("iamRole").isPresent())) {
      return;
    }
    Draft draft = events.getFirst().event().draft();
    var actions = new LinkedHashSet<String>();
    actions.add("states:StartExecution");
    events.forEach(event -> event.event().text("action").ifPresent(action -> actions.add("states:" + action)));
    Tree statement = draft.object().put("Effect", "Allow").put("Action", draft.texts(actions.toArray(String[]::new)))
        .put("Resource", "*").tree();
    Tree.Mapping properties = StateMachines.roleProperties(
        draft.object().put("Service", "apigateway.amazonaws.com").tree(), draft.text("apigatewaytostepfunctions"),
        List.of(statement), stack.service(), draft);
    var kept = new LinkedHashMap<>(properties.entries());
    kept.remove("PermissionsBoundary");
    stack.merge(ROLE, "AWS::IAM::Role", new Tree.Mapping(kept, properties.at()), Optional.empty(),
        new Stack.Origin(draft.at(), events.getFirst().event().function().name(), "state machine"));
  }

  private void method(RestEvent rest, StateMachine machine, Tree api, RestPaths paths, String id) {
    Draft draft = rest.event().draft();
    String action = rest.event().text("action").orElse("StartExecution");
    Tree.Mapping integration = draft.object().put("IntegrationHttpMethod", "POST").put("Type", "AWS")
        .put("Credentials", rest.event().setting("iamRole").orElseGet(() -> draft.attribute(ROLE, "Arn")))
        .put("Uri", draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":apigateway:"),
            draft.ref("AWS::Region"), draft.text(":states:action/" + action)))
        .put("PassthroughBehavior", rest.event().text("action").isPresent() ? "WHEN_NO_TEMPLATES" : "NEVER")
        .put("RequestTemplates",
            Config.at(rest.event().settings(), "request", "template").flatMap(Config::mapping)
                .or(() -> Optional.of(draft.object()
                    .put("application/json",
                        draft.object()
                            .put("Fn::Sub",
                                draft.list(draft.text("{\"stateMachineArn\":\"${StateMachineArn}\"}"),
                                    draft.object().put("StateMachineArn", draft.ref(machine.id())).tree()))
                            .tree())
                    .tree())))
        .tree();
    var dependsOn = new ArrayList<Tree>();
    Draft.Fields fields = draft.object().put("HttpMethod", rest.method().toUpperCase(Locale.ROOT))
        .put("RequestParameters", draft.object().tree())
        .put("ApiKeyRequired", draft.flag(Config.truthy(rest.event().settings(), "private").isPresent()))
        .put("ResourceId", paths.id(rest.path())).put("RestApiId", api).put("Integration", integration);
    RestMethods.authorize(rest, fields, dependsOn);
    stack.merge(id, "AWS::ApiGateway::Method", fields.tree(),
        dependsOn.isEmpty() ? Optional.empty() : Optional.of(draft.list(dependsOn)), machine.origin(draft.at()));
  }
}
