package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * S3: a notification of the bucket, which must stand in the same template, and a permission for S3 on behalf of this
 * account. The permission names no bucket: bucket and permission would depend on each other.
 */
final class S3Event implements FunctionEvent {

  @Override
  public void expand(EventSource event, FunctionTarget target) {
    Span at = event.at();
    String permission = event.id() + "Permission";
    target.permission(permission, "s3.amazonaws.com", event).put("SourceAccount", Intrinsics.ref("AWS::AccountId", at));
    Optional<String> name = target.required(event, "Bucket").flatMap(Intrinsics::referred);
    Optional<Draft> bucket = name.flatMap(target.template()::plain)
        .filter(draft -> draft.get("Type").flatMap(Intrinsics::textOf).filter("AWS::S3::Bucket"::equals).isPresent());
    if (bucket.isEmpty()) {
      target.error(event, "needs in Bucket a Ref to a bucket of this template; no notification is made");
      return;
    }
    Optional<Tree> order = bucket.get().get("DependsOn");
    if (order.isPresent() && !Intrinsics.items(order.get()).stream().allMatch(S3Event::isText)) {
      target.error(event, "meets a DependsOn of the bucket that is no text or list of texts");
    }
    target.required(event, "Events").ifPresent(events -> notify(event, target, bucket.get(), events));
    depend(bucket.get(), permission, target.owner().condition(), at);
    // The translator takes the bucket for one that the function makes: its tags replace those that it has.
    Tags.propagated(target.owner()).ifPresent(tags -> bucket.get().child("Properties").put("Tags", tags));
  }

  private static boolean isText(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.TEXT;
  }

  private static void notify(EventSource event, FunctionTarget target, Draft bucket, Tree events) {
    Draft configuration = bucket.child("Properties").child("NotificationConfiguration", event.at());
    var entries = new ArrayList<Tree>();
    configuration.get("LambdaConfigurations").ifPresent(tree -> entries.addAll(Intrinsics.items(tree)));
    for (Tree each : Intrinsics.items(events)) {
      Draft entry = Draft.at(event.at()).put("Function", target.arn(event.at())).put("Event", each)
          .take(event.properties(), "Filter");
      Optional<String> condition = target.owner().condition();
      Tree made = condition.isPresent()
          ? Intrinsics.choice(condition.get(), entry.build(), Intrinsics.noValue(event.at()), event.at())
          : entry.build();
      if (entries.stream().noneMatch(other -> Intrinsics.same(other, made))) {
        entries.add(made);
      }
    }
    configuration.put("LambdaConfigurations", Intrinsics.list(event.at(), entries));
  }

  /** The bucket is made after the permission; a tag says so where the permission exists under a condition only. */
  private static void depend(Draft bucket, String permission, Optional<String> condition, Span at) {
    if (condition.isEmpty()) {
      SamTemplate.dependOn(bucket, permission);
      return;
    }
    Draft properties = bucket.child("Properties");
    List<Tree> tags = new ArrayList<>();
    properties.get("Tags").ifPresent(tree -> tags.addAll(Intrinsics.items(tree)));
    Tree value = Intrinsics.choice(condition.get(), Intrinsics.ref(permission, at),
        Intrinsics.text("no dependency", at), at);
    tags.add(Draft.at(at).put("Key", "sam:ConditionalDependsOn:" + permission).put("Value", value).build());
    properties.put("Tags", Intrinsics.list(at, tags));
  }
}
