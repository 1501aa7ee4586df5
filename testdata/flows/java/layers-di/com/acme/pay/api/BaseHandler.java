package com.acme.pay.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Parses, calls and answers; what is done is left to others. */
public abstract class BaseHandler<I, O> implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Class<I> type;

  protected BaseHandler(Class<I> type) {
    this.type = type;
  }

  @Override
  public final APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    try {
      I input = MAPPER.readValue(event.getBody(), type);
      validate(input);
      O output = process(input, event.getPathParameters());
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(MAPPER.writeValueAsString(output));
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(400);
    }
  }

  protected void validate(I input) {}

  protected abstract O process(I input, Map<String, String> path);
}
