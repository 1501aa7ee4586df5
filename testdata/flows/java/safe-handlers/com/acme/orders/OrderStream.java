package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sns.SnsClient;

// slguard:trigger DYNAMODB_STREAM
public class OrderStream implements RequestHandler<DynamodbEvent, Integer> {
  private final EventBridgeClient events = EventBridgeClient.create();
  private final SnsClient sns = SnsClient.create();

  @Override
  public Integer handleRequest(DynamodbEvent event, Context context) {
    List<PutEventsRequestEntry> entries = event.getRecords().stream()
        .filter(r -> !"REMOVE".equals(r.getEventName()))
        .map(DynamodbEvent.DynamodbStreamRecord::getDynamodb)
        .map(change -> entry(change.getNewImage()))
        .filter(Objects::nonNull)
        .collect(Collectors.toList());
    if (!entries.isEmpty()) {
      events.putEvents(PutEventsRequest.builder().entries(entries).build()); // slguard:safe
    }
    for (DynamodbEvent.DynamodbStreamRecord each : event.getRecords()) {
      if (each.getUserIdentity() != null && "dynamodb.amazonaws.com".equals(each.getUserIdentity().getPrincipalId())) {
        sns.publish(b -> b.topicArn(System.getenv("EXPIRY_TOPIC")).message("Expired " + each.getDynamodb().getKeys().get("pk").getS())); // slguard:safe
      }
    }
    return entries.size();
  }

  private static PutEventsRequestEntry entry(Map<String, AttributeValue> image) {
    if (image == null || !image.containsKey("status")) {
      return null;
    }
    String detail = "{\"id\":\"" + image.get("pk").getS() + "\",\"status\":\"" + image.get("status").getS() + "\"}";
    return PutEventsRequestEntry.builder().eventBusName(System.getenv("BUS")).source("acme.orders").detailType("OrderChanged").detail(detail).build();
  }
}
