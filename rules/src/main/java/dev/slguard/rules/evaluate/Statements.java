package dev.slguard.rules.evaluate;

import dev.slguard.iam.evaluate.ConditionEvaluator;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.policy.ConditionOperator;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyText;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import dev.slguard.rules.language.Match;
import dev.slguard.rules.language.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the policy statements of a deployment, each parsed and as a node to walk in. */
final class Statements {
  private static final Path STATEMENTS = new Path(List.of(new Path.Step.Key("Statement"), new Path.Step.Each()), "");

  private Statements() {}

  /**
   * One statement.
   *
   * @param written as read
   * @param statement of an identity, less what its other policies take away again
   * @param node as written; what was written as JSON text in a text stands at the place of that text
   */
  record Found(Resource carrier, Match.PolicyRole role, Statement written, Statement statement, Node node) {}

  /** All statements of {@code scene}: those of identities, in the order deployed, of trust policies, and of resource policies. */
  static List<Found> of(Scene scene) {
    var found = new ArrayList<Found>();
    for (Role role : scene.deployment().roles()) {
      for (PolicyDocument document : role.documents()) {
        add(scene, document, Match.PolicyRole.IDENTITY, found);
      }
      if (!(role.trust() instanceof Value.Absent)) {
        add(scene,
            new PolicyDocument(role.id(), role.id(), role.trust(), role.resource().conditions(), role.trust().at()),
            Match.PolicyRole.TRUST, found);
      }
    }
    for (PolicyDocument document : scene.deployment().policies()) {
      add(scene, document, Match.PolicyRole.RESOURCE, found);
    }
    return found;
  }

  private static void add(Scene scene, PolicyDocument document, Match.PolicyRole role, List<Found> found) {
    Resource carrier = scene.deployment().resources().get(document.carrier());
    // Permissions of functions and layers are single properties, of which rules for templates speak.
    if (carrier == null || carrier.type().endsWith("Permission")) {
      return;
    }
    PolicyType type = switch (role) {
      case IDENTITY -> PolicyType.IDENTITY;
      case TRUST -> PolicyType.TRUST;
      case RESOURCE -> PolicyType.RESOURCE;
    };
    String key = role == Match.PolicyRole.TRUST ? "AssumeRolePolicyDocument" : "PolicyDocument";
    Node node = new Node(PolicyText.parsed(document.document()), document.at(), Optional.of(carrier), key, key);
    for (Statement statement : PolicyReader.read(document, type).statements()) {
      if (found.stream().noneMatch(old -> old.carrier().equals(carrier) && old.written().equals(statement))) {
        Node written = node(scene, node, statement);
        (role == Match.PolicyRole.IDENTITY
            ? Left.of(scene, statement)
            : Optional.of(statement).filter(one -> canHold(scene, one))).ifPresent(
                left -> found.add(new Found(carrier, role, statement, left, Left.shown(written, statement, left))));
      }
    }
  }

  /** Whether some request from today on meets the conditions: a date that is over lets nobody in. */
  private static boolean canHold(Scene scene, Statement statement) {
    boolean dated = statement.conditions().stream().anyMatch(
        one -> one.operator().filter(operator -> operator.family() == ConditionOperator.Family.DATE).isPresent());
    return !dated || !new ConditionEvaluator(
        Context.anyRequestSince(scene.catalogue().day().atStartOfDay().toEpochSecond(ZoneOffset.UTC)))
        .all(statement.conditions()).isFalse();
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
