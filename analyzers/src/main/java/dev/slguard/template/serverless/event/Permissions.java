package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Stack;
import java.util.Optional;

/** Permissions by which a service invokes a function. */
final class Permissions {
  private Permissions() {}

  /** The properties: {@code principal} may invoke the function of {@code event}. */
  static Draft.Fields invoke(Event event, String principal) {
    Draft draft = event.draft();
    return draft.object().put("FunctionName", event.function().target(draft)).put("Action", "lambda:InvokeFunction")
        .put("Principal", principal);
  }

  /** Adds the permission {@code id} for {@code principal}, limited to {@code source}. */
  static void add(String id, Event event, String principal, Optional<? extends Tree> source, Stack stack) {
    add(id, event, invoke(event, principal).put("SourceArn", source), stack);
  }

  /** Adds the permission {@code id} with these properties. */
  static void add(String id, Event event, Draft.Fields properties, Stack stack) {
    stack.add(id, "AWS::Lambda::Permission", properties.tree(), event.function().aliasDependency(event.draft()),
        Stack.Origin.of(event));
  }
}
