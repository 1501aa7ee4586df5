package dev.slguard.model;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/** An input of a deployment, as declared: type, default, whether it hides its value, allowed values. */
public record Parameter(String name, String type, Optional<Value> defaultValue, boolean noEcho,
    List<String> allowedValues, Span at) {
  public Parameter {
    allowedValues = List.copyOf(allowedValues);
  }
}
