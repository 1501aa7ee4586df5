package com.acme.preview;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

public abstract class JsonHandler<T> implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final Class<T> type;

  protected JsonHandler(Class<T> type) {
    this.type = type;
  }

  protected abstract String handle(T request, Context context);

  @Override
  public final APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      T request = MAPPER.readValue(event.getBody(), type);
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(handle(request, context)).build();
    } catch (JsonProcessingException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
    }
  }
}
