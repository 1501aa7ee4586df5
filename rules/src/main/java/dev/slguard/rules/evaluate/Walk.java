package dev.slguard.rules.evaluate;

import dev.slguard.model.Deployment;
import dev.slguard.model.Parameter;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.rules.language.Path;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Follows paths from node to node in one deployment and one world. */
final class Walk {
  private final Deployment deployment;
  private final World world;

  Walk(Deployment deployment, World world) {
    this.deployment = deployment;
    this.world = world;
  }

  /** A whole resource as a node. */
  static Node node(Resource resource) {
    return new Node(resource.properties(), resource.provenance().at(), Optional.of(resource), "", resource.id());
  }

  /** The values at {@code path}, each settled; a missing one is an Absent node at the nearest place that was written. */
  List<Node> values(Node from, Path path) {
    List<Node> nodes = List.of(from);
    for (Path.Step step : path.steps()) {
      var next = new ArrayList<Node>();
      for (Node node : nodes) {
        follow(node, step, next);
      }
      nodes = next;
    }
    return nodes;
  }

  /** The value at a path that gives one. */
  Node value(Node from, Path path) {
    List<Node> found = values(from, path);
    return found.isEmpty() ? absent(from, "") : found.getFirst();
  }

  /** The values at {@code path}, a list at the end replaced by its items. */
  List<Node> items(Node from, Path path) {
    var items = new ArrayList<Node>();
    for (Node node : values(from, path)) {
      each(node, items);
    }
    return items;
  }

  private void follow(Node node, Path.Step step, List<Node> next) {
    switch (step) {
      case Path.Step.Key(String name) -> next.add(entry(node, name));
      case Path.Step.Each _ -> each(node, next);
      case Path.Step.Entries _ -> entries(node, next);
      case Path.Step.Index(int index) -> {
        var items = new ArrayList<Node>();
        each(node, items);
        next.add(index < items.size() ? items.get(index) : absent(node, "[" + index + "]"));
      }
      case Path.Step.Meta(String name) -> next.add(meta(node, name));
    }
  }

  private Node entry(Node node, String name) {
    String trail = node.trail().isEmpty() ? name : node.trail() + '.' + name;
    return switch (node.value()) {
      case Value.Mapping mapping -> {
        Value value = world.settle(mapping.get(name));
        boolean written = mapping.entries().containsKey(name);
        yield new Node(value, written && !(value instanceof Value.Absent) ? mapping.keyAt(name) : node.keyAt(),
            node.owner(), trail, name);
      }
      // Below a value that deployment decides, everything is decided there.
      case Value.Unknown _,Value.Reference _ -> new Node(node.value(), node.keyAt(), node.owner(), trail, name);
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Absent _,Value.Choice _ ->
        new Node(new Value.Absent(node.value().at()), node.keyAt(), node.owner(), trail, name);
    };
  }

  private void each(Node node, List<Node> next) {
    switch (node.value()) {
      case Value.Listing(var items, _) -> {
        for (int i = 0; i < items.size(); i++) {
          Value value = world.settle(items.get(i));
          addItem(node, value, i, next);
        }
      }
      case Value.Absent _ -> {
      }
      case Value.Scalar _,Value.Text _,Value.Mapping _,Value.Reference _,Value.Unknown _,Value.Choice _ ->
        next.add(node);
    }
  }

  private void addItem(Node node, Value value, int index, List<Node> next) {
    var item = new Node(value, start(value.at()), node.owner(), node.trail() + '[' + index + ']', node.key());
    if (value instanceof Value.Listing) {
      // An arm of Fn::If inside a list may be a list of its own, which joins the outer one.
      each(item, next);
    } else if (!(value instanceof Value.Absent)) {
      next.add(item);
    }
  }

  private void entries(Node node, List<Node> next) {
    switch (node.value()) {
      case Value.Mapping mapping -> mapping.entries().keySet().forEach(key -> {
        Node entry = entry(node, key);
        if (!(entry.value() instanceof Value.Absent)) {
          next.add(entry);
        }
      });
      case Value.Unknown _,Value.Reference _ -> next.add(node);
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Absent _,Value.Choice _ -> {
      }
    }
  }

  private Node meta(Node node, String name) {
    if (name.equals("key")) {
      return node.with(Value.Scalar.text(node.key(), node.keyAt()));
    }
    if (name.equals("origins") || name.equals("details")) {
      var found = new ArrayList<Value>();
      unknowns(node.value(), name.equals("origins"), found);
      return node.with(new Value.Listing(found, node.value().at()));
    }
    if (name.equals("parameter")) {
      return parameter(node);
    }
    if (name.equals("ports")) {
      return ports(node);
    }
    if (node.owner().isEmpty()) {
      return absent(node, "@" + name);
    }
    Resource resource = node.owner().get();
    Span at = resource.provenance().at();
    return switch (name) {
      case "id" -> node.with(Value.Scalar.text(resource.provenance().authoredId(), at));
      case "type" -> node.with(Value.Scalar.text(resource.type(), at));
      case "authored-type" -> node.with(Value.Scalar.text(resource.provenance().authoredType(), at));
      case "generated" -> node.with(Value.Scalar.text(Boolean.toString(isGenerated(resource)), at));
      case "format" -> node.with(Value.Scalar.text(deployment.format().name().toLowerCase(Locale.ROOT), at));
      default -> new Node(world.settle(resource.attributes().get(name)),
          resource.attributes().entries().containsKey(name) ? resource.attributes().keyAt(name) : at, node.owner(),
          '@' + name, name);
    };
  }

  /** How many ports a rule of a security group opens; absent where deployment decides or none are written. */
  private Node ports(Node node) {
    OptionalInt from = port(entry(node, "FromPort"));
    OptionalInt to = port(entry(node, "ToPort"));
    return from.isEmpty() || to.isEmpty()
        ? absent(node, "@ports")
        : node.with(Value.Scalar.text(Integer.toString(to.getAsInt() - from.getAsInt() + 1), node.value().at()));
  }

  private static OptionalInt port(Node node) {
    String text = Values.text(node.value()).orElse("");
    boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** The parameter from which the whole value is taken at deployment, as rules about parameters see one. */
  private Node parameter(Node node) {
    if (node.value() instanceof Value.Unknown(var origin, var detail, _)
        && (origin == Value.Origin.PARAMETER || origin == Value.Origin.SECRET_PARAMETER)) {
      for (Parameter parameter : deployment.parameters()) {
        if (parameter.name().equals(detail)) {
          return node.with(mapping(Subjects.entries(parameter), node.value().at()));
        }
      }
    }
    return absent(node, "@parameter");
  }

  /** Where the unknown parts of a value come from, or the names behind them. */
  private static void unknowns(Value value, boolean origins, List<Value> found) {
    switch (value) {
      case Value.Unknown(var origin, var detail, var at) ->
        found.add(Value.Scalar.text(origins ? Text.word(origin) : detail, at));
      case Value.Text(var parts, _) -> parts.forEach(part -> unknowns(part, origins, found));
      case Value.Scalar _,Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Absent _ -> {
      }
    }
  }

  private static boolean isGenerated(Resource resource) {
    return !resource.provenance().authoredId().equals(resource.id())
        || !resource.provenance().authoredType().equals(resource.type());
  }

  private static Node absent(Node around, String step) {
    return new Node(new Value.Absent(around.value().at()), around.keyAt(), around.owner(), around.trail() + step, "");
  }

  /** The first line of {@code span}: where an item that goes on for lines is pointed at. */
  private static Span start(Span span) {
    return span.line() == span.endLine()
        ? span
        : new Span(span.file(), span.line(), span.column(), span.line(), span.column() + 1);
  }

  /** A mapping made of parts, for subjects that are no resources. */
  static Value.Mapping mapping(Map<String, Value> entries, Span at) {
    var values = new LinkedHashMap<String, Value>();
    var keys = new LinkedHashMap<String, Span>();
    entries.forEach((key, value) -> {
      values.put(key, value);
      keys.put(key, value.at());
    });
    return new Value.Mapping(values, keys, at);
  }
}
