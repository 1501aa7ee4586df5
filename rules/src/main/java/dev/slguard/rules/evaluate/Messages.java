package dev.slguard.rules.evaluate;

import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.rules.language.MessageTemplate;
import dev.slguard.rules.language.NodePath;
import dev.slguard.rules.language.Path;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the places of messages with what nodes hold. */
final class Messages {
  private static final int ITEMS = 5;

  private final Deployment deployment;
  private final Walk walk;

  Messages(Deployment deployment, World world) {
    this.deployment = deployment;
    this.walk = new Walk(deployment, world);
  }

  String fill(MessageTemplate template, Map<String, Node> names) {
    var text = new StringBuilder();
    for (MessageTemplate.Part part : template.parts()) {
      text.append(switch (part) {
        case MessageTemplate.Part.Literal(String literal) -> literal;
        case MessageTemplate.Part.Place(NodePath place) -> Text.shown(shown(place, names));
      });
    }
    return text.toString();
  }

  /** The node that a path from a name leads to; empty if nothing has the name in this solution. */
  Optional<Node> node(NodePath place, Map<String, Node> names) {
    Optional<Node> node = Optional.ofNullable(names.get(place.name()));
    for (Path.Step step : place.path().steps()) {
      node = node.map(from -> follow(from, step));
    }
    return node;
  }

  private String shown(NodePath place, Map<String, Node> names) {
    return node(place, names).map(node -> shown(node.value())).orElse("");
  }

  /** Like {@link Walk}, and knows {@code id}, {@code type} and {@code target} of what a node is or refers to. */
  private Node follow(Node from, Path.Step step) {
    if (step instanceof Path.Step.Key(String name) && !written(from, name)) {
      switch (name) {
        case "id" -> {
          return from.with(Value.Scalar.text(id(from), from.value().at()));
        }
        case "type" -> {
          return from.with(Value.Scalar.text(resource(from).map(Resource::type).orElse(""), from.value().at()));
        }
        case "target" -> {
          return target(from);
        }
        default -> {
        }
      }
    }
    return walk.value(from, new Path(List.of(step), ""));
  }

  private static boolean written(Node node, String name) {
    return node.value() instanceof Value.Mapping mapping && mapping.entries().containsKey(name);
  }

  /** What a function URL, permission or event source mapping starts. */
  private Node target(Node from) {
    for (String property : List.of("TargetFunctionArn", "FunctionName", "FunctionArn")) {
      if (written(from, property)) {
        return walk.value(from, new Path(List.of(new Path.Step.Key(property)), ""));
      }
    }
    return from;
  }

  private String id(Node node) {
    return resource(node).map(found -> found.provenance().authoredId()).orElseGet(() -> shown(node.value()));
  }

  private Optional<Resource> resource(Node node) {
    if (node.value() instanceof Value.Reference(String id, _, _)) {
      return Optional.ofNullable(deployment.resources().get(id));
    }
    if (node.value() instanceof Value.Text(var parts, _)) {
      for (Value part : parts) {
        if (part instanceof Value.Reference(String id, _, _) && deployment.resources().containsKey(id)) {
          return Optional.of(deployment.resources().get(id));
        }
      }
    }
    return node.trail().isEmpty() ? node.owner() : Optional.empty();
  }

  /** A value as messages show it: short, on one line, secrets left out. */
  private String shown(Value value) {
    return switch (value) {
      case Value.Scalar(String text, Tree.Kind kind, _) -> kind == Tree.Kind.NULL ? "" : text;
      case Value.Text(var parts, _) -> {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof Value.Scalar ? shown(part) : "${" + name(part) + '}'));
        yield text.toString();
      }
      case Value.Listing(var items, _) -> {
        var text = new StringBuilder();
        for (int i = 0; i < items.size() && i < ITEMS; i++) {
          text.append(i == 0 ? "" : ", ").append(shown(items.get(i)));
        }
        yield text.append(items.size() > ITEMS ? ", …" : "").toString();
      }
      case Value.Mapping(var entries, _, _) -> String.join(", ", entries.keySet().stream().limit(ITEMS).toList());
      case Value.Reference _,Value.Choice _,Value.Unknown _ -> name(value);
      case Value.Absent _ -> "";
    };
  }

  private String name(Value value) {
    return switch (value) {
      case Value.Reference(String id, String attribute, _) -> {
        Resource resource = deployment.resources().get(id);
        String shown = resource == null ? id : resource.provenance().authoredId();
        yield attribute.isEmpty() ? shown : shown + '.' + attribute;
      }
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> shown(whenTrue) + " or " + shown(whenFalse);
      case Value.Unknown(_, String detail, _) -> detail;
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Mapping _,Value.Absent _ -> shown(value);
    };
  }
}
