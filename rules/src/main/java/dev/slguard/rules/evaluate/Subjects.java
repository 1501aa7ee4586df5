package dev.slguard.rules.evaluate;

import dev.slguard.model.Code;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Parameter;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes nodes of triggers, functions and parameters, so that paths work on them as on resources. */
final class Subjects {
  private final Scene scene;
  private final Feedback feedback;

  Subjects(Scene scene) {
    this.scene = scene;
    this.feedback = new Feedback(scene);
  }

  /** Something a rule is asked of, and when it exists. */
  record Subject(Node node, ConditionSet conditions) {}

  Subject of(Trigger trigger) {
    Value.Mapping value = value(trigger);
    Optional<Resource> owner = Optional.ofNullable(scene.deployment().resources().get(trigger.target()));
    String trail = "trigger "
        + trigger.route().map(route -> route.method() + ' ' + route.path()).orElse(Text.word(trigger.shape()));
    return new Subject(new Node(value, trigger.at(), owner, trail, trigger.target()), trigger.conditions());
  }

  private Value.Mapping value(Trigger trigger) {
    Span at = trigger.at();
    var entries = new LinkedHashMap<String, Value>();
    entries.put("shape", Value.Scalar.text(Text.word(trigger.shape()), at));
    entries.put("authorization",
        Value.Scalar.text(Text.word(trigger.authorization().kind()), trigger.authorization().at()));
    entries.put("exposure", Value.Scalar.text(Text.word(trigger.exposure()), at));
    entries.put("target", reference(trigger.target(), at));
    trigger.authorization().authorizer()
        .ifPresent(id -> entries.put("authorizer", reference(id, trigger.authorization().at())));
    trigger.source().ifPresent(id -> entries.put("source", reference(id, at)));
    entries.put("feedback", new Value.Listing(feedback.of(trigger), at));
    trigger.route().ifPresent(route -> {
      entries.put("method", Value.Scalar.text(route.method(), route.at()));
      entries.put("path", Value.Scalar.text(route.path(), route.at()));
      entries.put("api", reference(route.api(), route.at()));
    });
    return Walk.mapping(entries, at);
  }

  /** What a logical id names in this deployment, else the text itself. */
  private Value reference(String id, Span at) {
    Deployment deployment = scene.deployment();
    return deployment.resources().containsKey(id) ? new Value.Reference(id, "", at) : Value.Scalar.text(id, at);
  }

  Subject of(Function function) {
    Resource resource = function.resource();
    Span at = resource.provenance().at();
    Map<String, Value> entries = new LinkedHashMap<>(resource.properties().entries());
    function.runtime().ifPresent(runtime -> entries.put("runtime", Value.Scalar.text(runtime, at)));
    function.role().ifPresent(role -> entries.put("role",
        function.roles().size() == 1 ? reference(role, at) : chosen(resource.property("Role"), function, at)));
    entries.put("code", Value.Scalar.text(switch (function.code()) {
      case Code.Folder _ -> "folder";
      case Code.Inline _ -> "inline";
      case Code.Image _ -> "image";
      case Code.Missing _ -> "missing";
    }, function.code().at()));
    var triggers = new ArrayList<Value>();
    for (Trigger trigger : scene.deployment().triggers()) {
      if (trigger.target().equals(function.id())) {
        triggers.add(value(trigger));
      }
    }
    entries.put("triggers", new Value.Listing(triggers, at));
    var keys = new LinkedHashMap<>(resource.properties().keys());
    var value = new Value.Mapping(new LinkedHashMap<>(entries), keys, resource.properties().at());
    return new Subject(new Node(value, at, Optional.of(resource), "", function.id()), resource.conditions());
  }

  /** The roles between which conditions choose, in place of their ARNs. */
  private Value chosen(Value role, Function function, Span at) {
    return switch (role) {
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, Span place) ->
        new Value.Choice(condition, chosen(whenTrue, function, at), chosen(whenFalse, function, at), place);
      case Value.Reference(String id, _, _) when function.runsAs(id) -> reference(id, at);
      case Value.Text(var parts, _) -> parts.stream().filter(Value.Reference.class::isInstance)
          .map(part -> chosen(part, function, at)).findFirst().orElse(role);
      case Value.Reference _,Value.Scalar _,Value.Listing _,Value.Mapping _,Value.Unknown _,Value.Absent _ -> role;
    };
  }

  Subject of(Parameter parameter) {
    Span at = parameter.at();
    Map<String, Value> entries = entries(parameter);
    entries.put("shown", new Value.Listing(parameter.noEcho() ? shown(parameter.name()) : List.of(), at));
    return new Subject(
        new Node(Walk.mapping(entries, at), at, Optional.empty(), "Parameters." + parameter.name(), parameter.name()),
        ConditionSet.ALWAYS);
  }

  /** What the declaration of {@code parameter} says. */
  static Map<String, Value> entries(Parameter parameter) {
    Span at = parameter.at();
    var entries = new LinkedHashMap<String, Value>();
    entries.put("name", Value.Scalar.text(parameter.name(), at));
    entries.put("type", Value.Scalar.text(parameter.type(), at));
    parameter.defaultValue().ifPresent(value -> entries.put("default", value));
    entries.put("noEcho", Value.Scalar.text(Boolean.toString(parameter.noEcho()), at));
    List<Value> allowed = new ArrayList<>();
    parameter.allowedValues().forEach(text -> allowed.add(Value.Scalar.text(text, at)));
    entries.put("allowedValues", new Value.Listing(allowed, at));
    return entries;
  }

  /** Where outputs and metadata hold the hidden parameter {@code name}, which CloudFormation shows there. */
  private List<Value> shown(String name) {
    var places = new ArrayList<Value>();
    scene.deployment().outputs().forEach(output -> collect(output.value(), name, places));
    scene.deployment().resources().values()
        .forEach(resource -> collect(resource.attributes().get("Metadata"), name, places));
    return places;
  }

  private static void collect(Value value, String name, List<Value> places) {
    switch (value) {
      case Value.Unknown(Value.Origin origin, String detail, Span at) -> {
        if (origin == Value.Origin.SECRET_PARAMETER && detail.equals(name)) {
          places.add(Value.Scalar.text(name, at));
        }
      }
      case Value.Text(var parts, _) -> parts.forEach(part -> collect(part, name, places));
      case Value.Listing(var items, _) -> items.forEach(item -> collect(item, name, places));
      case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry, name, places));
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> {
        collect(whenTrue, name, places);
        collect(whenFalse, name, places);
      }
      case Value.Scalar _,Value.Reference _,Value.Absent _ -> {
      }
    }
  }
}
