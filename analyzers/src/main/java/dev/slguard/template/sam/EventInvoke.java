package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** EventInvokeConfig: where results of asynchronous invocations go, and what the role needs for it. */
final class EventInvoke {
  private final SamTemplate template;
  private final Owner owner;
  private final RolePolicies role;

  EventInvoke(SamTemplate template, Owner owner, RolePolicies role) {
    this.template = template;
    this.owner = owner;
    this.role = role;
  }

  void expand(Optional<String> alias) {
    Optional<Tree> written = owner.property("EventInvokeConfig").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty() || !(template.resolved(written.get()) instanceof Tree.Mapping config)) {
      return;
    }
    Span at = owner.placeOf("EventInvokeConfig");
    String id = owner.id() + "EventInvokeConfig";
    Draft resource = template.add(id, "AWS::Lambda::EventInvokeConfig", owner, at).take(owner.resource(), "Metadata",
        "UpdatePolicy");
    alias.ifPresent(name -> SamTemplate.dependOn(resource, name));
    Draft properties = resource.child("Properties");
    properties.put("FunctionName", Intrinsics.ref(owner.id(), at));
    Optional<Tree> name = alias.isPresent()
        ? owner.property("AutoPublishAlias").map(template::resolved)
        : Optional.empty();
    properties.put("Qualifier", name.orElseGet(() -> Intrinsics.text("$LATEST", at)));
    properties.take(config, "MaximumEventAgeInSeconds", "MaximumRetryAttempts");
    Draft target = Draft.at(at);
    config.mapping("DestinationConfig").ifPresent(destinations -> {
      for (String outcome : List.of("OnSuccess", "OnFailure")) {
        destinations.get(outcome)
            .ifPresent(tree -> destination(outcome, tree, id, target, shared(written.get(), outcome)));
      }
    });
    properties.put("DestinationConfig", target);
  }

  /** The object of the author that says where {@code outcome} goes: one that stands in Globals is that of all functions. */
  private static Optional<Tree> shared(Tree written, String outcome) {
    return written instanceof Tree.Mapping config
        ? config.mapping("DestinationConfig").flatMap(destinations -> destinations.get(outcome))
        : Optional.empty();
  }

  private void destination(String outcome, Tree tree, String id, Draft target, Optional<Tree> authored) {
    if (!(tree instanceof Tree.Mapping written) || written.text("Type").isEmpty()) {
      template.error(owner, tree.at(), "'" + outcome + "' of EventInvokeConfig needs Type; it is not read");
      return;
    }
    String type = written.text("Type").orElse("");
    Optional<Tree> arn = authored.flatMap(template::destinationOf).or(() -> written.get("Destination"));
    if (List.of("SQS", "SNS").contains(type)) {
      arn = Optional.of(ownDestination(id + outcome, type, arn, written));
      template.sendTo(authored, arn.get());
    }
    if (arn.isEmpty() || Intrinsics.is("Fn::If", arn.get()) && Intrinsics.choiceItems(arn.get()).isEmpty()) {
      template.error(id, written.at(), "'" + outcome + "' needs Destination; it is not read");
      return;
    }
    Tree address = arn.get();
    target.put(outcome, Draft.at(written.at()).put("Destination", address));
    policy(id + outcome, type, address, written.keyAt("Type"));
  }

  private void policy(String id, String type, Tree arn, Span at) {
    Optional<Tree.Mapping> document = switch (type) {
      case "SQS" -> Optional.of(RolePolicies.document(at, RolePolicies.allow("sqs:SendMessage", arn, at)));
      case "SNS" -> Optional.of(RolePolicies.document(at, RolePolicies.allow("sns:publish", arn, at)));
      case "Lambda" -> Optional.of(RolePolicies.document(at, RolePolicies.allow("lambda:InvokeFunction", arn, at)));
      case "EventBridge" -> Optional.of(RolePolicies.document(at, RolePolicies.allow("events:PutEvents", arn, at)));
      case "S3Bucket" -> Optional.of(bucketDocument(arn, at));
      default -> {
        template.error(owner, at, "'" + Text.shown(type) + "' is no type of destination; no permission is made for it");
        yield Optional.empty();
      }
    };
    document.ifPresent(tree -> role.add(id + (type.equals("S3Bucket") ? "S3" : type) + "Policy", tree, at));
  }

  /** What writing failed events to a bucket takes. */
  static Tree.Mapping bucketDocument(Tree arn, Span at) {
    Tree objects = Intrinsics.join("/", List.of(arn, Intrinsics.text("*", at)), at);
    return RolePolicies.document(at, RolePolicies.allow("s3:PutObject", objects, at),
        RolePolicies.allow("s3:ListBucket", arn, at));
  }

  /** A queue or topic is made where none is named, under the condition that leaves it out if there is one. */
  private Tree ownDestination(String id, String type, Optional<Tree> given, Tree.Mapping written) {
    Span at = written.keyAt("Type");
    boolean queue = type.equals("SQS");
    String made = id + (queue ? "Queue" : "Topic");
    Tree own = queue ? Intrinsics.attribute(made, "Arn", at) : Intrinsics.ref(made, at);
    if (given.isEmpty() || Intrinsics.isNoValue(given.get())) {
      make(made, queue, at, owner.condition());
      return own;
    }
    Optional<List<Tree>> choice = Intrinsics.choiceItems(given.get());
    boolean first = choice.filter(items -> Intrinsics.isNoValue(items.get(1))).isPresent();
    boolean second = choice.filter(items -> Intrinsics.isNoValue(items.get(2))).isPresent();
    if (choice.isEmpty() || !first && !second) {
      return given.get();
    }
    String condition = Intrinsics.textOf(choice.get().getFirst()).orElse("");
    if (first) {
      make(made, queue, at, Optional.of(combined(condition, at)));
      return Intrinsics.choice(condition, own, choice.get().get(2), given.get().at());
    }
    String opposite = "NOT" + condition + Hash.of(owner.id() + "EventInvokeConfig");
    template.conditions().put(opposite, Intrinsics.not(condition, at));
    make(made, queue, at, Optional.of(combined(opposite, at)));
    return Intrinsics.choice(opposite, own, choice.get().get(1), given.get().at());
  }

  /** {@code condition} together with the function's own. */
  private String combined(String condition, Span at) {
    Optional<String> own = owner.condition();
    if (own.isEmpty()) {
      return condition;
    }
    String both = own.get() + "AND" + condition + Hash.of(owner.id());
    template.conditions().put(both, Draft.at(at)
        .put("Fn::And", Intrinsics.list(at, Intrinsics.condition(own.get(), at), Intrinsics.condition(condition, at)))
        .build());
    return both;
  }

  private void make(String id, boolean queue, Span at, Optional<String> condition) {
    Draft resource = template.add(id, queue ? "AWS::SQS::Queue" : "AWS::SNS::Topic", owner, at);
    resource.put("Properties", Tree.emptyMapping(at));
    condition.ifPresent(name -> resource.put("Condition", name));
    template.references().define(owner.id(), queue ? "DestinationQueue" : "DestinationTopic", id);
  }
}
