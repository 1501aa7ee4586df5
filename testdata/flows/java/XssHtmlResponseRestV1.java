import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.HashMap;
import java.util.Map;
import org.owasp.encoder.Encode;

// slguard:trigger REST_API
public class XssHtmlResponseRestV1
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String name = input.getQueryStringParameters().getOrDefault("name", "stranger");
    String page = "<html><body><h1>Hello " + name + "</h1></body></html>";
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "text/html; charset=utf-8");
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(headers).withBody(page); // slguard:expect xss-reflected
  }
}

class XssHtmlResponseRestV1Safe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String name = input.getQueryStringParameters().getOrDefault("name", "stranger");
    if ("json".equals(input.getQueryStringParameters().get("format"))) {
      return new APIGatewayProxyResponseEvent().withStatusCode(200)
          .withHeaders(Map.of("Content-Type", "application/json")).withBody("{\"name\": \"" + name + "\"}"); // slguard:safe
    }
    String page = "<html><body><h1>Hello " + Encode.forHtml(name) + "</h1></body></html>";
    return new APIGatewayProxyResponseEvent().withStatusCode(200)
        .withHeaders(Map.of("Content-Type", "text/html")).withBody(page); // slguard:safe
  }
}
