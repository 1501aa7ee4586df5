package com.acme.orders;

import com.acme.orders.store.JdbcOrderRepository;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** The safe twin: another method of the same repository, which binds. */
public class CountOrdersHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final JdbcOrderRepository orders = new JdbcOrderRepository();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    int found = orders.countBound(OrderQuery.from(event));
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(Integer.toString(found)).build();
  }
}
