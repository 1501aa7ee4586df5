package com.acme.orders;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Optional;

public record OrderQuery(String customer, int limit) {
  public static OrderQuery from(APIGatewayV2HTTPEvent event) {
    String customer = Optional.ofNullable(event.getQueryStringParameters()).map(q -> q.get("customer")).orElse("");
    int limit = Integer.parseInt(event.getQueryStringParameters().getOrDefault("limit", "10"));
    return new OrderQuery(customer, limit);
  }
}
