package com.acme.orders;

import com.acme.orders.store.JdbcOrderRepository;
import com.acme.orders.store.OrderRepository;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

public class FindOrdersHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final OrderRepository orders;

  public FindOrdersHandler() {
    this(new JdbcOrderRepository());
  }

  FindOrdersHandler(OrderRepository orders) {
    this.orders = orders;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    OrderQuery query = OrderQuery.from(event);
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody("" + orders.count(query)).build();
  }
}
