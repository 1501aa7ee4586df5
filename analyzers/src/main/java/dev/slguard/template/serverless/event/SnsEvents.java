package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** {@code sns}: a topic (made here unless it is given by its ARN), a subscription and a permission. */
final class SnsEvents implements EventCompiler {
  @Override
  public void compile(Stack stack) {
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("sns")) {
        compile(event, stack);
      }
    }
  }

  private static void compile(Event event, Stack stack) {
    Optional<Tree> arn = event.asText().isPresent()
        ? Optional.of(event.body()).filter(_ -> event.asText().orElseThrow().startsWith("arn:"))
        : Config.truthy(event.settings(), "arn");
    Optional<String> named = event.asText().filter(_ -> arn.isEmpty()).or(() -> event.text("topicName"));
    Optional<String> name = named.or(() -> arn.map(tree -> ResourceName.ofArn(tree, ':')))
        .filter(text -> !text.isEmpty());
    if (name.isEmpty()) {
      stack.diagnostics().error(event.at(), "an sns event needs 'topicName' beside an 'arn' that is no plain text");
      return;
    }
    Optional<Tree> redrive = redrivePolicy(event, name.get(), arn, stack);
    Tree source = arn.isPresent()
        ? existingTopic(event, arn.get(), name.get(), redrive, stack)
        : newTopic(event, name.get(), redrive, stack);
    Permissions.add(event.function().normalized() + "LambdaPermission" + Naming.alphanumeric(name.get()) + "SNS", event,
        Permissions.invoke(event, "sns.amazonaws.com").put("SourceArn", source), stack);
  }

  private static Tree existingTopic(Event event, Tree arn, String name, Optional<Tree> redrive, Stack stack) {
    Draft draft = event.draft();
    Optional<Tree> region = Config.text(arn).flatMap(text -> region(text, stack)).map(draft::text);
    stack.merge(subscriptionId(event, name), "AWS::SNS::Subscription",
        draft.object().put("TopicArn", arn).put("Protocol", "lambda").put("Endpoint", event.function().target(draft))
            .put("FilterPolicy", event.setting("filterPolicy"))
            .put("FilterPolicyScope", event.setting("filterPolicyScope")).put("RedrivePolicy", redrive)
            .put("Region", event.asText().isEmpty() ? region : Optional.empty()).tree(),
        event.function().aliasDependency(draft), Stack.Origin.of(event));
    return arn;
  }

  /** The region of a topic that lies in another one than the service. */
  private static Optional<String> region(String arn, Stack stack) {
    String[] parts = arn.replace("::", "@@").split(":", -1);
    Optional<String> own = stack.service().provider("region").flatMap(Config::text);
    return parts.length > 3 && !parts[3].equals(own.orElse("us-east-1"))
        ? Optional.of(parts[3].replace("@@", "::"))
        : Optional.empty();
  }

  private static String subscriptionId(Event event, String name) {
    return event.function().normalized() + "SnsSubscription" + Naming.alphanumeric(name);
  }

  private static Tree newTopic(Event event, String name, Optional<Tree> redrive, Stack stack) {
    Draft draft = event.draft();
    String topicId = "SNSTopic" + Naming.alphanumeric(name);
    if (!stack.has(topicId)) {
      stack.add(
          topicId, "AWS::SNS::Topic", draft.object().put("TopicName", name)
              .put("DisplayName", Config.truthy(event.settings(), "displayName")).tree(),
          event.function().aliasDependency(draft), Stack.Origin.of(event));
    }
    Draft.Fields subscription = draft.object().put("Endpoint", event.function().target(draft)).put("Protocol",
        "lambda");
    if (event.setting("filterPolicy").isPresent() || redrive.isPresent()) {
      stack.merge(subscriptionId(event, name), "AWS::SNS::Subscription",
          subscription.put("TopicArn", draft.ref(topicId)).put("FilterPolicy", event.setting("filterPolicy"))
              .put("FilterPolicyScope", event.setting("filterPolicyScope")).put("RedrivePolicy", redrive).tree(),
          Optional.empty(), Stack.Origin.of(event));
    } else {
      subscribe(topicId, subscription.tree(), stack);
    }
    return draft.arn("sns", draft.text(name));
  }

  private static void subscribe(String topicId, Tree subscription, Stack stack) {
    Tree.Mapping properties = stack.resource(topicId).flatMap(topic -> topic.mapping("Properties")).orElseThrow();
    var subscriptions = new ArrayList<>(Config.items(properties, "Subscription"));
    subscriptions.add(subscription);
    var entries = new LinkedHashMap<>(properties.entries());
    entries.put("Subscription",
        new Tree.Entry(subscription.at(), new Tree.Sequence(subscriptions, subscriptions.getFirst().at())));
    stack.replaceProperties(topicId, new Tree.Mapping(entries, properties.at()));
  }

  /** The policy for undeliverable messages; its queue lets the topic (any topic, if it is made here) send. */
  private static Optional<Tree> redrivePolicy(Event event, String name, Optional<Tree> topic, Stack stack) {
    Optional<Tree.Mapping> settings = event.settings().mapping("redrivePolicy");
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = Draft.of(settings.get());
    Optional<Tree> arn = Config.value(settings.get(), "deadLetterTargetArn");
    Optional<String> local = settings.get().text("deadLetterTargetRef");
    Tree.Mapping imported = Config.mappingAt(settings.get(), "deadLetterTargetImport");
    Tree target = arn.or(() -> local.map(id -> draft.attribute(id, "Arn")))
        .or(() -> Config.value(imported, "arn").map(export -> draft.object().put("Fn::ImportValue", export).tree()))
        .orElseGet(() -> ResourceName.missing(settings.get()));
    Tree url = arn.map(tree -> queueUrl(tree, draft)).or(() -> local.map(draft::ref))
        .or(() -> Config.value(imported, "url").map(export -> draft.object().put("Fn::ImportValue", export).tree()))
        .orElseGet(() -> ResourceName.missing(settings.get()));
    String id = Naming.alphanumeric(name) + "To" + event.function().normalized() + "DLQPolicy";
    Tree.Mapping statement = draft.object().put("Effect", "Allow")
        .put("Principal", draft.object().put("Service", "sns.amazonaws.com").tree()).put("Action", "sqs:SendMessage")
        .put("Resource", target)
        .put("Condition", draft.object().put("ArnEquals", draft.object().put("aws:SourceArn", topic).tree()).tree())
        .tree();
    stack.add(id, "AWS::SQS::QueuePolicy", draft.object()
        .put("PolicyDocument",
            draft.object().put("Version", "2012-10-17").put("Id", id).put("Statement", draft.list(statement)).tree())
        .put("Queues", draft.list(url)).tree(), Stack.Origin.of(event));
    return Optional.of(draft.object().put("deadLetterTargetArn", target).tree());
  }

  private static Tree queueUrl(Tree arn, Draft draft) {
    String[] parts = Config.text(arn).orElse("").split(":", -1);
    if (parts.length < 6) {
      return arn;
    }
    int last = parts.length - 1;
    return draft.join("", draft.text("https://sqs." + parts[last - 2] + "."), draft.ref("AWS::URLSuffix"),
        draft.text("/" + parts[last - 1] + "/" + parts[last]));
  }
}
