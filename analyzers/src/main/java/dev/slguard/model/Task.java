package dev.slguard.model;

import dev.slguard.source.Span;

/**
 * A state of a state machine that calls a service.
 *
 * @param machine logical id of the state machine in its deployment
 * @param state name of the state
 * @param service as the definition names it: {@code lambda}, {@code dynamodb}, {@code sfn}
 * @param operation as the definition spells it: {@code invoke}, {@code putItem}
 * @param target what the call is about: the function, table, queue, bucket …; absent where only the input says so
 * @param conditions when it exists
 * @param at the line that names the operation
 */
public record Task(String machine, String state, String service, String operation, Value target,
    ConditionSet conditions, Span at) {}
