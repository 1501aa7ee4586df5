package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the policy statements of a deployment, each parsed and as a node to walk in. */
final class Statements {
  private static final Path STATEMENTS = new Path(List.of(new Path.Step.Key("Statement"), new Path.Step.Each()), "");
  /** Documents that conditions give more forms than this are read in these forms only. */
  private static final int FORMS = 16;

  private Statements() {}

  /**
   * One statement.
   *
   * @param node as written; what was written as JSON text in a text stands at the place of that text
   */
  record Found(Resource carrier, Match.PolicyRole role, Statement statement, Node node) {}

  /** All statements of {@code scene}, in the order deployed. */
  static List<Found> of(Scene scene) {
    var found = new ArrayList<Found>();
    for (Resource resource : scene.deployment().resources().values()) {
      for (PolicyPlaces.Place place : PolicyPlaces.of(resource.type())) {
        World world = scene.world(resource.conditions());
        int forms = 0;
        do {
          read(scene, resource, place, world, found);
          forms++;
        } while (forms < FORMS && world.next());
      }
    }
    return found;
  }

  private static void read(Scene scene, Resource resource, PolicyPlaces.Place place, World world, List<Found> found) {
    for (Node document : new Walk(scene.deployment(), world).values(Walk.node(resource), place.path())) {
      if (document.value() instanceof Value.Absent) {
        continue;
      }
      ConditionSet when = world.circumstances();
      Policy policy = PolicyReader.read(document(document, resource), place.type(), resource.id(), resource.id(), when);
      for (Statement statement : policy.statements()) {
        if (found.stream()
            .noneMatch(old -> old.node().owner().equals(document.owner()) && old.statement().equals(statement))) {
          found.add(new Found(resource, place.role(), statement, node(scene, document, statement)));
        }
      }
    }
  }

  /** EventBusPolicy holds the statement itself, or the parts of one in properties of their own (the older form). */
  private static Value document(Node node, Resource resource) {
    if (!resource.type().equals("AWS::Events::EventBusPolicy") || !(node.value() instanceof Value.Mapping)) {
      return node.value();
    }
    var entries = new LinkedHashMap<String, Value>();
    entries.put("Version", Value.Scalar.text("2012-10-17", node.value().at()));
    entries.put("Statement", node.value());
    return Walk.mapping(entries, node.value().at());
  }

  private static Node node(Scene scene, Node document, Statement statement) {
    World world = scene.world(statement.when());
    var walk = new Walk(scene.deployment(), world);
    var candidates = new ArrayList<Node>();
    for (Node written : walk.values(document, STATEMENTS)) {
      if (written.value() instanceof Value.Mapping mapping && mapping.at().equals(statement.at())) {
        candidates.add(written);
      }
    }
    // What lowering makes of one line stands at that line, so that the place alone does not tell statements apart.
    for (Node candidate : candidates) {
      if (candidates.size() == 1 || says(candidate, statement)) {
        return candidate;
      }
    }
    if (document.value() instanceof Value.Mapping mapping && mapping.at().equals(statement.at())) {
      return document;
    }
    var entries = new LinkedHashMap<String, Value>();
    entries.put("Effect", Value.Scalar.text(statement.effect().name(), statement.effectAt()));
    entries.put(statement.actions().negated() ? "NotAction" : "Action", texts(statement.actions().items(), statement));
    statement.resources()
        .ifPresent(list -> entries.put(list.negated() ? "NotResource" : "Resource", texts(list.items(), statement)));
    return new Node(Walk.mapping(entries, statement.at()), document.keyAt(), document.owner(),
        document.trail() + ".Statement", "Statement");
  }

  /** Whether {@code node} reads as {@code statement}. */
  private static boolean says(Node node, Statement statement) {
    var entries = new LinkedHashMap<String, Value>();
    entries.put("Statement", node.value());
    Value document = Walk.mapping(entries, node.value().at());
    return PolicyReader.read(document, statement.source().type(), "").statements().stream()
        .anyMatch(one -> one.actions().equals(statement.actions()) && one.resources().equals(statement.resources())
            && one.principals().equals(statement.principals()) && one.conditions().equals(statement.conditions()));
  }

  private static Value texts(List<TextPattern> items, Statement statement) {
    var values = new ArrayList<Value>();
    items.forEach(item -> values.add(Value.Scalar.text(item.text(), item.at())));
    return new Value.Listing(values, statement.at());
  }

  /** {@code node} with further entries, as messages and report paths read them. */
  static Node with(Node node, Map<String, Value> more) {
    if (!(node.value() instanceof Value.Mapping mapping) || more.isEmpty()) {
      return node;
    }
    var entries = new LinkedHashMap<>(mapping.entries());
    var keys = new LinkedHashMap<>(mapping.keys());
    more.forEach((key, value) -> {
      entries.put(key, value);
      keys.put(key, value.at());
    });
    return node.with(new Value.Mapping(entries, keys, mapping.at()));
  }
}
