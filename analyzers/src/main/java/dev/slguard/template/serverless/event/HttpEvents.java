package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code http}: methods of one REST API, open to everyone unless an authorizer or {@code private} is set. */
final class HttpEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    List<RestEvent> events = events(stack);
    if (events.isEmpty()) {
      return;
    }
    Event first = events.getFirst().event();
    Draft draft = first.draft();
    Tree api = RestSettings.api(stack.service(), draft);
    RestSettings.compile(stack, first);
    var paths = new RestPaths(stack, api, RestSettings.root(stack.service(), draft));
    paths.compile(events);
    Map<String, RestCors> cors = RestCors.of(events);
    cors.forEach((path, settings) -> settings.compile(path, api, paths, stack));
    var methods = new RestMethods(stack, api, paths);
    var ids = new ArrayList<String>();
    for (RestEvent event : events) {
      methods.compile(event);
      ids.add(methods.id(event));
    }
    events.forEach(event -> RestSettings.authorizer(event, api, stack));
    RestSettings.deploy(stack, api, first, ids);
    new RestKeys(stack, api).compile();
    for (RestEvent event : events) {
      permit(event.event(), api, stack);
      RestSettings.authorizerPermission(event, api, stack);
    }
  }

  private static List<RestEvent> events(Stack stack) {
    var events = new ArrayList<RestEvent>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("http")) {
        Optional<RestEvent> rest = RestEvent.of(event, stack.service());
        if (rest.isPresent()) {
          events.add(rest.get());
        } else {
          stack.diagnostics().error(event.at(), "an http event needs a 'method' and a 'path'; it is left out");
        }
      }
    }
    return events;
  }

  private static void permit(Event event, Tree api, Stack stack) {
    Draft draft = event.draft();
    // Replaces what an authorizer of the same name has made, as the framework does.
    Permissions.add(event.function().normalized() + "LambdaPermissionApiGateway", event, "apigateway.amazonaws.com",
        Optional.of(draft.arn("execute-api", api, draft.text("/*/*"))), stack);
  }
}
