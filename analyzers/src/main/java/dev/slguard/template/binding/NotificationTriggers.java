package dev.slguard.template.binding;

import dev.slguard.model.EventShape;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notifications of buckets and subscriptions of topics. */
record NotificationTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource bucket : stack.ofType("AWS::S3::Bucket")) {
      for (Found function : stack.find(bucket, "NotificationConfiguration.LambdaConfigurations[].Function")) {
        triggers
            .addAll(stack.triggers(function, Cause.service(EventShape.S3, Optional.of(bucket.id()), function.at())));
      }
    }
    // CDK sets notifications by a resource of its own.
    for (Resource notifications : stack.ofType("Custom::S3BucketNotifications")) {
      Optional<String> bucket = stack.source(notifications.property("BucketName"));
      for (Found function : stack.find(notifications,
          "NotificationConfiguration.LambdaFunctionConfigurations[].LambdaFunctionArn")) {
        triggers.addAll(stack.triggers(function, Cause.service(EventShape.S3, bucket, function.at())));
      }
    }
    for (Resource subscription : stack.ofType("AWS::SNS::Subscription")) {
      if (stack.text(subscription, "Protocol").filter("lambda"::equals).isPresent()) {
        Optional<String> topic = stack.find(subscription, "TopicArn").stream()
            .flatMap(arn -> stack.source(arn.value()).stream()).findFirst();
        for (Found endpoint : stack.find(subscription, "Endpoint")) {
          triggers
              .addAll(stack.triggers(endpoint, Cause.service(EventShape.SNS, topic, subscription.provenance().at())));
        }
      }
    }
    for (Resource topic : stack.ofType("AWS::SNS::Topic")) {
      for (Found subscription : stack.find(topic, "Subscription[]")) {
        for (Found endpoint : stack.find(subscription, "Endpoint")) {
          triggers
              .addAll(stack.triggers(endpoint, Cause.service(EventShape.SNS, Optional.of(topic.id()), endpoint.at())));
        }
      }
    }
    return triggers;
  }
}
