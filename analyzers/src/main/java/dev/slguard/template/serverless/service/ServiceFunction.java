package dev.slguard.template.serverless.service;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function of a service.
 *
 * @param name its key under {@code functions}
 * @param at the place of that key
 * @param deployedName its name in the account: a text, or one with unknown parts
 */
public record ServiceFunction(String name, Tree.Mapping config, Span at, Tree deployedName) {

  /** Nodes generated for this function. */
  public Draft draft() {
    return new Draft(at);
  }

  /** Its logical id. */
  public String logicalId() {
    return Naming.function(name);
  }

  /** What begins the logical ids of all that belongs to it. */
  public String normalized() {
    return Naming.normalized(name);
  }

  /** The events in the order written; a key that is no event kind is one all the same, for the caller to pass over. */
  public List<Event> events() {
    return Config.items(config, "events").stream().flatMap(item -> switch (item) {
      case Tree.Mapping mapping -> mapping.entries().entrySet().stream()
          .map(entry -> new Event(this, entry.getKey(), entry.getValue().value(), mapping.at()));
      case Tree.Scalar(String kind, _, Span place) ->
        Stream.of(new Event(this, kind, new Tree.Scalar("", Tree.Kind.NULL, place), place));
      case Tree.Sequence _ -> Stream.<Event>empty();
    }).toList();
  }

  /** The events of one kind that are not null. */
  public List<Event> events(String kind) {
    return events().stream().filter(event -> event.kind().equals(kind) && Config.isTruthy(event.body())).toList();
  }

  /** The alias through which all events invoke the function; empty if they invoke it directly. */
  public Optional<String> aliasName() {
    if (Config.truthy(config, "provisionedConcurrency").isPresent()) {
      return Optional.of("provisioned");
    }
    return Config.truthy(config, "snapStart").map(_ -> "snapstart");
  }

  /** Logical id of that alias. */
  public Optional<String> aliasId() {
    return aliasName()
        .map(name -> normalized() + (name.equals("provisioned") ? "ProvConcLambdaAlias" : "SnapStartLambdaAlias"));
  }

  /** The ARN that events invoke. */
  public Tree.Mapping target(Draft draft) {
    Tree.Mapping arn = draft.attribute(logicalId(), "Arn");
    return aliasName().map(alias -> draft.join(":", arn, draft.text(alias))).orElse(arn);
  }

  /** The ARN of the function spelled with its name and {@code end} behind it, which makes no reference to the resource. */
  public Tree.Mapping arnByName(String end, Draft draft) {
    return draft.subAround("arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:", deployedName,
        end);
  }

  /** The DependsOn that a resource of an event has. */
  public Optional<Tree> aliasDependency(Draft draft) {
    return aliasId().map(draft::text);
  }
}
