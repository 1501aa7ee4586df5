// slguard:handler com.acme.OutsiderStops::handleRequest REST_API
package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.common.base.Preconditions;
import java.io.IOException;
import java.util.Map;

public class OutsiderStops implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  static class BadRequest extends RuntimeException {
    BadRequest(String text) {
      super(text);
    }
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    try {
      run(query);
      String next = query.get("next");
      if (next.startsWith("/") && !next.startsWith("//")) {
        return new APIGatewayProxyResponseEvent().withStatusCode(302).withHeaders(Map.of("Location", next)); // slguard:safe
      }
      return new APIGatewayProxyResponseEvent().withStatusCode(302).withHeaders(Map.of("Location", next)); // slguard:expect open-redirect
    } catch (BadRequest e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(400).withBody(e.getMessage()); // slguard:safe
    } catch (IOException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500).withBody(e.getMessage()); // slguard:expect sensitive-data-exfiltration
    }
  }

  private void run(Map<String, String> query) throws IOException {
    String tag = query.get("tag");
    if (tag == null) {
      throw new BadRequest("no tag");
    }
    Preconditions.checkArgument(tag.matches("[a-z]+"), "odd tag");
    Runtime.getRuntime().exec("sh -c 'git tag " + tag + "'"); // slguard:safe
    String name = query.get("name");
    if (!name.matches("[a-z]+")) {
      System.exit(1);
    }
    Runtime.getRuntime().exec("sh -c 'git tag " + name + "'"); // slguard:safe
    String other = query.get("other");
    Preconditions.checkNotNull(other);
    Runtime.getRuntime().exec("sh -c 'git tag " + other + "'"); // slguard:expect command-injection
  }
}
