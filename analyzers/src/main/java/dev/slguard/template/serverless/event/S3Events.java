package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code s3} on a bucket that the service makes: the bucket with its notifications, and a permission. */
final class S3Events implements EventCompiler {

  /** A bucket of {@code provider.s3}, or one that an event names. */
  private record Bucket(String reference, Tree name) {}

  /** An event on a bucket of the service. */
  private record Use(Event event, Bucket bucket) {}

  @Override
  public void compile(Stack stack) {
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("s3")) {
        if (!isExisting(event)) {
          bucket(event, stack).ifPresent(
              bucket -> uses.computeIfAbsent(Config.text(bucket.name).orElse(bucket.reference), _ -> new ArrayList<>())
                  .add(new Use(event, bucket)));
        }
      }
    }
    uses.values().forEach(ofOne -> {
      addBucket(ofOne, stack);
      ofOne.forEach(use -> permit(use, stack));
    });
  }

  /** Whether the bucket is made elsewhere. */
  static boolean isExisting(Event event) {
    return Config.truthy(event.settings(), "existing").isPresent();
  }

  private static Optional<Bucket> bucket(Event event, Stack stack) {
    Optional<Tree> written = event.asText().isPresent() ? Optional.of(event.body()) : event.setting("bucket");
    Optional<String> text = written.flatMap(Config::text).or(() -> written.map(tree -> ResourceName.ofArn(tree, ':')));
    if (written.isEmpty() || text.isEmpty()) {
      stack.diagnostics().error(event.at(), "an s3 event needs a 'bucket'");
      return Optional.empty();
    }
    Optional<Tree> name = stack.service().provider("s3", text.get())
        .map(settings -> Config.mapping(settings).flatMap(m -> Config.value(m, "name")).orElse(written.get()));
    return Optional.of(new Bucket(text.get(), name.orElse(written.get())));
  }

  private static void addBucket(List<Use> uses, Stack stack) {
    Bucket bucket = uses.getFirst().bucket;
    Event first = uses.getFirst().event;
    Draft draft = first.draft();
    var notifications = new ArrayList<Tree>();
    var dependsOn = new ArrayList<Tree>();
    for (Use use : uses) {
      notifications.add(notification(use.event));
      dependsOn.add(draft.text(permissionId(use)));
      use.event.function().aliasId().ifPresent(alias -> dependsOn.add(draft.text(alias)));
    }
    Tree.Mapping notification = draft.object().put("LambdaConfigurations", draft.list(notifications)).tree();
    Draft.Fields own = draft.object();
    Optional<Tree.Mapping> settings = stack.service().provider("s3", bucket.reference).flatMap(Config::mapping);
    settings.ifPresent(mapping -> mapping.entries().forEach((key, entry) -> {
      if (!key.equals("name") && !key.equalsIgnoreCase("notificationConfiguration")) {
        own.put(Naming.upperFirst(key), entry);
      }
    }));
    Optional<Tree.Mapping> provided = settings.flatMap(
        mapping -> mapping.mapping("notificationConfiguration").or(() -> mapping.mapping("NotificationConfiguration")));
    Tree.Mapping properties = Merge
        .shallow(
            draft.object().put("BucketName", bucket.name)
                .put("NotificationConfiguration",
                    provided.map(mapping -> Merge.shallow(notification, mapping)).orElse(notification))
                .tree(),
            own.tree());
    stack.merge("S3Bucket" + Naming.alphanumeric(bucket.reference), "AWS::S3::Bucket", properties,
        Optional.of(draft.list(dependsOn)), Stack.Origin.of(first));
  }

  private static Tree notification(Event event) {
    Draft draft = event.draft();
    Draft.Fields fields = draft.object()
        .put("Event", Config.truthy(event.settings(), "event").orElseGet(() -> draft.text("s3:ObjectCreated:*")))
        .put("Function", event.function().target(draft));
    event.setting("rules").ifPresent(rules -> {
      var list = new ArrayList<Tree>();
      for (Tree rule : Config.items(rules)) {
        if (rule instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()) {
          var entry = mapping.entries().firstEntry();
          list.add(Draft.of(rule).object().put("Name", entry.getKey()).put("Value", entry.getValue().value()).tree());
        }
      }
      Draft at = Draft.of(rules);
      fields.put("Filter", at.object().put("S3Key", at.object().put("Rules", at.list(list)).tree()).tree());
    });
    return fields.tree();
  }

  private static String permissionId(Use use) {
    return use.event.function().normalized() + "LambdaPermission" + Naming.alphanumeric(use.bucket.reference) + "S3";
  }

  private static void permit(Use use, Stack stack) {
    Draft draft = use.event.draft();
    Tree arn = use.bucket.name instanceof Tree.Scalar(String name, _, _)
        ? draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":s3:::" + name))
        : draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":s3:::"), use.bucket.name);
    Permissions.add(permissionId(use), use.event, Permissions.invoke(use.event, "s3.amazonaws.com")
        .put("SourceArn", arn).put("SourceAccount", draft.ref("AWS::AccountId")), stack);
  }
}
