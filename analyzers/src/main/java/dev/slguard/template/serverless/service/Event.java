package dev.slguard.template.serverless.service;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/**
 * Something that starts a function, as written in its {@code events}.
 *
 * @param kind {@code http}, {@code sqs}, …
 * @param body a text, an object or (for an event without settings) null
 * @param at the place of the whole event
 */
public record Event(ServiceFunction function, String kind, Tree body, Span at) {

  /** Nodes generated for this event. */
  public Draft draft() {
    return new Draft(at);
  }

  /** The settings; empty ones if the event is written as a text. */
  public Tree.Mapping settings() {
    return body instanceof Tree.Mapping mapping ? mapping : Tree.emptyMapping(at);
  }

  /** The setting {@code name}; empty if there is none or it is null. */
  public Optional<Tree> setting(String name) {
    return Config.value(settings(), name);
  }

  /** The setting {@code name} as text. */
  public Optional<String> text(String name) {
    return settings().text(name);
  }

  /** Whether the event is written as a text, with that text. */
  public Optional<String> asText() {
    return Config.text(body);
  }

  /** Whether the setting {@code enabled} is not false. */
  public boolean isEnabled() {
    return settings().text("enabled").filter("false"::equals).isEmpty();
  }
}
