package dev.slguard.template.binding;

import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Permissions that CloudFormation has as single properties, written as the policy statement that the service makes of them.
 * Every node keeps the place of the property it comes from.
 */
final class PermissionStatement {
  private PermissionStatement() {}

  /** {@code AWS::Lambda::Permission}: one statement of the function's policy (Lambda API reference, AddPermission). */
  static Optional<PolicyDocument> ofFunction(Stack stack, Resource permission) {
    var conditions = new Fields(permission.properties().at());
    condition(permission, "SourceArn", "ArnLike", "aws:SourceArn", conditions);
    condition(permission, "SourceAccount", "StringEquals", "aws:SourceAccount", conditions);
    condition(permission, "PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID", conditions);
    condition(permission, "EventSourceToken", "StringEquals", "lambda:EventSourceToken", conditions);
    condition(permission, "FunctionUrlAuthType", "StringEquals", "lambda:FunctionUrlAuthType", conditions);
    condition(permission, "InvokedViaFunctionUrl", "Bool", "lambda:InvokedViaFunctionUrl", conditions);
    return document(stack, permission, principal(permission.property("Principal")), permission.property("Action"),
        permission.property("FunctionName"), conditions);
  }

  /** {@code AWS::Lambda::LayerVersionPermission}. */
  static Optional<PolicyDocument> ofLayer(Stack stack, Resource permission) {
    var conditions = new Fields(permission.properties().at());
    condition(permission, "OrganizationId", "StringEquals", "aws:PrincipalOrgID", conditions);
    return document(stack, permission, principal(permission.property("Principal")), permission.property("Action"),
        permission.property("LayerVersionArn"), conditions);
  }

  /** {@code AWS::Events::EventBusPolicy}: a whole statement, or Principal, Action and Condition of one. */
  static Optional<PolicyDocument> ofEventBus(Stack stack, Resource policy) {
    Value bus = policy.property("EventBusName");
    Value statement = policy.property("Statement");
    if (statement instanceof Value.Absent) {
      var conditions = new Fields(policy.properties().at());
      if (policy.property("Condition") instanceof Value.Mapping condition) {
        Found.text(condition.get("Key"))
            .ifPresent(key -> conditions.put(Found.text(condition.get("Type")).orElse("StringEquals"), condition.at(),
                one(key, condition.get("Value"))));
      }
      return document(stack, policy, principal(policy.property("Principal")), policy.property("Action"), bus,
          conditions);
    }
    // A statement of a bus needs no Resource: the bus is meant.
    return Optional.of(whole(stack, policy, statement, bus));
  }

  private static PolicyDocument whole(Stack stack, Resource policy, Value statement, Value bus) {
    Value read = TextDocument.of(stack, statement).orElse(statement);
    if (read instanceof Value.Mapping mapping && mapping.get("Resource") instanceof Value.Absent
        && mapping.get("NotResource") instanceof Value.Absent && !(bus instanceof Value.Absent)) {
      var fields = new Fields(mapping.at());
      mapping.entries().forEach((key, value) -> fields.put(key, mapping.keyAt(key), value));
      fields.put("Resource", bus.at(), bus);
      read = fields.mapping();
    }
    return policy(stack, policy, read, bus);
  }

  /** Service names, account ids and ARNs under the key that policies have for them. */
  private static Value principal(Value principal) {
    String text = Spelling.of(principal);
    if (text.equals("*") || principal instanceof Value.Mapping || principal instanceof Value.Absent) {
      return principal;
    }
    return one(PermissionTriggers.isService(text) ? "Service" : "AWS", principal);
  }

  private static void condition(Resource permission, String property, String operator, String key, Fields conditions) {
    Value value = permission.property(property);
    if (!(value instanceof Value.Absent)) {
      conditions.merge(operator, permission.properties().keyAt(property), key, value);
    }
  }

  private static Optional<PolicyDocument> document(Stack stack, Resource resource, Value principal, Value action,
      Value subject, Fields conditions) {
    if (principal instanceof Value.Absent || action instanceof Value.Absent) {
      return Optional.empty();
    }
    var statement = new Fields(resource.properties().at());
    statement.put("Effect", principal.at(), Value.Scalar.text("Allow", principal.at()));
    statement.put("Principal", resource.properties().keyAt("Principal"), principal);
    statement.put("Action", resource.properties().keyAt("Action"), action);
    if (!(subject instanceof Value.Absent)) {
      statement.put("Resource", subject.at(), subject);
    }
    if (!conditions.isEmpty()) {
      statement.put("Condition", conditions.at(), conditions.mapping());
    }
    return Optional.of(policy(stack, resource, statement.mapping(), subject));
  }

  private static PolicyDocument policy(Stack stack, Resource resource, Value statement, Value subject) {
    Span at = resource.properties().at();
    var document = new Fields(at);
    document.put("Version", at, Value.Scalar.text("2012-10-17", at));
    document.put("Statement", at, new Value.Listing(List.of(statement), at));
    List<String> subjects = stack.find(subject, "").stream().flatMap(arm -> stack.source(arm.value()).stream())
        .distinct().toList();
    return new PolicyDocument(resource.id(), resource.id(), document.mapping(), resource.conditions(),
        resource.provenance().at(), subjects);
  }

  private static Value.Mapping one(String key, Value value) {
    var fields = new Fields(value.at());
    fields.put(key, value.at(), value);
    return fields.mapping();
  }

  /** An object in the making. */
  private static final class Fields {
    private final LinkedHashMap<String, Value> entries = new LinkedHashMap<>();
    private final LinkedHashMap<String, Span> keys = new LinkedHashMap<>();
    private final Span at;

    private Fields(Span at) {
      this.at = at;
    }

    private void put(String key, Span keyAt, Value value) {
      entries.put(key, value);
      keys.put(key, keyAt);
    }

    /** Adds {@code key} to the object under {@code outer}. */
    private void merge(String outer, Span keyAt, String key, Value value) {
      var inner = new Fields(keyAt);
      if (entries.get(outer) instanceof Value.Mapping earlier) {
        earlier.entries().forEach((name, old) -> inner.put(name, earlier.keyAt(name), old));
      }
      inner.put(key, keyAt, value);
      put(outer, keyAt, inner.mapping());
    }

    private boolean isEmpty() {
      return entries.isEmpty();
    }

    private Span at() {
      return keys.isEmpty() ? at : keys.firstEntry().getValue();
    }

    private Value.Mapping mapping() {
      return new Value.Mapping(entries, keys, at);
    }
  }
}
