package dev.slguard.rules.evaluate;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.EventShape;
import dev.slguard.model.Function;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the permissions by which a function may write to what starts it, so that each run can start the next. */
final class Feedback {
  /** The write that makes a source send its next event. */
  private static final Map<EventShape, String> WRITES = Map.of(EventShape.S3, "s3:PutObject", EventShape.SQS,
      "sqs:SendMessage", EventShape.SNS, "sns:Publish", EventShape.DYNAMODB_STREAM, "dynamodb:PutItem",
      EventShape.KINESIS, "kinesis:PutRecord");

  private final Scene scene;

  Feedback(Scene scene) {
    this.scene = scene;
  }

  /**
   * The entries of Resource that let the target of {@code trigger} write to its source, each as the action at the place of the
   * entry. An entry that stands for everything says nothing of the source and does not count.
   */
  List<Value> of(Trigger trigger) {
    Optional<Resource> source = trigger.source().map(scene.deployment().resources()::get);
    Optional<String> action = Optional.ofNullable(WRITES.get(trigger.shape()));
    if (source.isEmpty() || action.isEmpty()) {
      return List.of();
    }
    Optional<Keys> keys = trigger.shape() == EventShape.S3
        ? created(source.get(), trigger.target())
        : Optional.of(Keys.ALL);
    if (keys.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Value>();
    for (EffectivePermissions principal : runsAs(trigger.target())) {
      for (Permission permission : principal.of(action.get())) {
        if (permission.certainty().isTrue() && permission.isUnconditional()
            && names(permission.resource(), source.get()) && keys.get().admits(permission.resource().text())) {
          found.add(Value.Scalar.text(permission.action(), permission.resource().at()));
        }
      }
    }
    return found;
  }

  private List<EffectivePermissions> runsAs(String target) {
    Optional<Function> function = scene.deployment().functions().stream().filter(one -> one.id().equals(target))
        .findFirst();
    return function.isEmpty()
        ? List.of()
        : scene.principals().stream().filter(principal -> function.get().runsAs(principal.identity().id())).toList();
  }

  /** Whether {@code pattern} is about {@code source}: by reference, or by the name that the template gives it. */
  private static boolean names(TextPattern pattern, Resource source) {
    if (pattern.resources().contains(source.id())) {
      return true;
    }
    String text = pattern.text();
    int from = source.type().equals("AWS::S3::Bucket") ? text.lastIndexOf(":::") + 3 : text.lastIndexOf(':') + 1;
    String named = text.substring(Math.min(from, text.length()));
    if (named.startsWith("table/")) {
      named = named.substring("table/".length());
    } else if (named.startsWith("stream/")) {
      named = named.substring("stream/".length());
    }
    int slash = named.indexOf('/');
    String name = slash < 0 ? named : named.substring(0, slash);
    return List.of("BucketName", "QueueName", "TopicName", "TableName", "Name").stream()
        .anyMatch(property -> Values.text(source.property(property)).filter(name::equals).isPresent());
  }

  /** Keys for which new objects start {@code target}; empty if new objects do not. */
  private static Optional<Keys> created(Resource bucket, String target) {
    if (!(bucket.property("NotificationConfiguration") instanceof Value.Mapping configuration)) {
      return Optional.empty();
    }
    for (Value item : Values.items(configuration.get("LambdaConfigurations"))) {
      if (item instanceof Value.Mapping entry && mentions(entry.get("Function"), target)
          && Values.text(entry.get("Event")).filter(event -> event.startsWith("s3:ObjectCreated:")).isPresent()) {
        return Optional.of(Keys.of(entry.get("Filter")));
      }
    }
    return Optional.empty();
  }

  private static boolean mentions(Value value, String id) {
    return switch (value) {
      case Value.Reference(String logicalId, _, _) -> logicalId.equals(id);
      case Value.Text(var parts, _) -> parts.stream().anyMatch(part -> mentions(part, id));
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> mentions(whenTrue, id) || mentions(whenFalse, id);
      case Value.Scalar _,Value.Listing _,Value.Mapping _,Value.Unknown _,Value.Absent _ -> false;
    };
  }

  /** The keys of objects that a notification is about. */
  private record Keys(String prefix, String suffix) {
    private static final Keys ALL = new Keys("", "");

    static Keys of(Value filter) {
      String prefix = "";
      String suffix = "";
      if (filter instanceof Value.Mapping mapping && mapping.get("S3Key") instanceof Value.Mapping key) {
        for (Value rule : Values.items(key.get("Rules"))) {
          if (rule instanceof Value.Mapping pair) {
            // What only deployment decides is as good as a filter that keeps the two apart.
            String value = Values.text(pair.get("Value")).orElse("\0");
            String name = Values.text(pair.get("Name")).orElse("").toLowerCase(Locale.ROOT);
            prefix = name.equals("prefix") ? value : prefix;
            suffix = name.equals("suffix") ? value : suffix;
          }
        }
      }
      return new Keys(prefix, suffix);
    }

    /** Whether objects that {@code resource} speaks of are surely among them; with a filter, a grant on the whole bucket says nothing. */
    boolean admits(String resource) {
      if (prefix.isEmpty() && suffix.isEmpty()) {
        return true;
      }
      int slash = resource.indexOf('/');
      String key = slash < 0 ? "" : resource.substring(slash + 1);
      int wild = 0;
      while (wild < key.length() && "*?$".indexOf(key.charAt(wild)) < 0) {
        wild++;
      }
      boolean ends = suffix.isEmpty() || key.endsWith(suffix);
      return wild > 0 && key.substring(0, wild).startsWith(prefix) && ends;
    }
  }
}
