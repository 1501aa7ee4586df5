// slguard:handler com.acme.OutsiderSplitPieces::handleRequest REST_API
package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.io.IOException;

public class OutsiderSplitPieces implements RequestHandler<APIGatewayProxyRequestEvent, String> {
  @Override
  public String handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String[] parts = event.getBody().split(",");
    if (!parts[0].matches("[0-9]+")) {
      return "";
    }
    try {
      int size = Integer.parseInt(parts[2]);
      Runtime.getRuntime().exec("sh -c 'take " + parts[0] + size + "'"); // slguard:safe
      Runtime.getRuntime().exec("sh -c 'take " + parts[2] + "'"); // slguard:safe
      Runtime.getRuntime().exec("sh -c 'take " + parts[1] + "'"); // slguard:expect command-injection
    } catch (IOException e) {
      return "not taken";
    }
    return "";
  }
}
