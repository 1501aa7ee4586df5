package dev.slguard.model;

import java.util.Optional;

/** A value that a deployment hands out, with the name under which other stacks import it. */
public record Output(String name, Value value, Optional<Value> exportName, ConditionSet conditions) {}
