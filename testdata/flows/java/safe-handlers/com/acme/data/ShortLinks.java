package com.acme.data;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;

// slguard:trigger FUNCTION_URL
public class ShortLinks implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Set<String> HOSTS = Set.of("www.acme.example", "shop.acme.example");
  private static final Map<String, String> NAMED = Map.of("jobs", "https://www.acme.example/careers", "help", "https://help.acme.example/");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String named = NAMED.get(query.getOrDefault("name", ""));
    if (named != null) {
      return to(named);
    }
    String url = query.getOrDefault("to", "");
    try {
      URI parsed = new URI(url);
      if (!"https".equals(parsed.getScheme()) || !HOSTS.contains(parsed.getHost())) {
        return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
      }
      return to(parsed.toString());
    } catch (URISyntaxException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
    }
  }

  private static APIGatewayV2HTTPResponse to(String target) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(302).withHeaders(Map.of("Location", target)).build(); // slguard:safe
  }
}
