package dev.slguard.model;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Something that starts a function or a state machine.
 *
 * @param target logical id of the function or state machine in its deployment
 * @param route method, path and API, where the trigger has one
 * @param source logical id (or ARN text) of the queue, bucket, topic, rule … that sends the event
 * @param conditions when it exists
 * @param at the line the author wrote: the event, the route, the permission
 * @param evidence further places that decide who can reach it: API, authorizer, resource policy, permission
 */
public record Trigger(String target, EventShape shape, Optional<Route> route, Authorization authorization,
    Exposure exposure, Optional<String> source, ConditionSet conditions, Span at, List<Span> evidence) {
  public Trigger {
    evidence = List.copyOf(evidence);
  }
}
