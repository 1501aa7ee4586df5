import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

// slguard:trigger REST_API
public class HardResponses implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String path = event.getPath();
    return switch (path) {
      case "/page" -> page(event.getQueryStringParameters().get("name"));
      case "/escaped" -> html("<p>" + HtmlUtils.htmlEscape(event.getQueryStringParameters().get("name")) + "</p>");
      case "/json" -> json(event.getQueryStringParameters().get("name"));
      case "/go" -> redirect(event.getQueryStringParameters().get("to"));
      default -> redirect("/home?from=" + event.getQueryStringParameters().get("to"));
    };
  }

  private static APIGatewayProxyResponseEvent page(String name) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "text/html; charset=utf-8");
    APIGatewayProxyResponseEvent response = new APIGatewayProxyResponseEvent();
    response.setHeaders(headers);
    response.setBody("<h1>Hello " + name + "</h1>"); // slguard:expect xss-reflected
    response.setStatusCode(200);
    return response;
  }

  private static APIGatewayProxyResponseEvent html(String body) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("content-type", "text/html"))
        .withBody(body); // slguard:safe escaped by the caller
  }

  private static APIGatewayProxyResponseEvent json(String name) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("Content-Type", "application/json"))
        .withBody("{\"name\": \"" + name + "\"}"); // slguard:safe no page
  }

  private static APIGatewayProxyResponseEvent redirect(String to) {
    return new APIGatewayProxyResponseEvent().withStatusCode(302).withHeaders(Map.of("Location", to)); // slguard:expect open-redirect
  }
}

class HardResponsesSafe implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String to = event.getQueryStringParameters().get("to");
    return new APIGatewayProxyResponseEvent().withStatusCode(302)
        .withHeaders(Map.of("Location", "https://shop.example/" + to)); // slguard:safe fixed host
  }
}
