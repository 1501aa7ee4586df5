import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.common.html.HtmlEscapers;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

// slguard:trigger REST_API
public class ResponsesByType implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String name = event.getQueryStringParameters().get("name");
    return switch (event.getPath()) {
      case "/html" -> html("<h1>" + name + "</h1>");
      case "/escaped" -> escaped("<h1>" + HtmlEscapers.htmlEscaper().escape(name) + "</h1>");
      case "/json" -> json("{\"name\":\"" + name + "\"}");
      case "/clean" -> clean(name);
      case "/text" -> text(name);
      case "/multi" -> multi(name);
      case "/go" -> redirect(name);
      case "/home" -> local(name);
      default -> steps(name, event.getHeaders());
    };
  }

  private static APIGatewayProxyResponseEvent html(String body) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("Content-Type", "text/html")).withBody(body); // slguard:expect xss-reflected
  }

  private static APIGatewayProxyResponseEvent escaped(String body) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("Content-Type", "text/html")).withBody(body); // slguard:safe
  }

  private static APIGatewayProxyResponseEvent json(String body) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("Content-Type", "application/json")).withBody(body); // slguard:safe
  }

  private static APIGatewayProxyResponseEvent clean(String name) {
    return new APIGatewayProxyResponseEvent().withHeaders(Map.of("content-type", "text/html; charset=utf-8")).withBody(Jsoup.clean(name, Safelist.basic())); // slguard:safe
  }

  private static APIGatewayProxyResponseEvent text(String name) {
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("Hello " + name); // slguard:safe JSON by default
  }

  private static APIGatewayProxyResponseEvent multi(String name) {
    APIGatewayProxyResponseEvent response = new APIGatewayProxyResponseEvent();
    response.setMultiValueHeaders(Collections.singletonMap("Content-Type", List.of("image/svg+xml")));
    response.setBody("<svg><text>" + name + "</text></svg>"); // slguard:expect xss-reflected
    return response;
  }

  private static APIGatewayProxyResponseEvent redirect(String to) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Location", to); // slguard:expect open-redirect
    return new APIGatewayProxyResponseEvent().withStatusCode(302).withHeaders(headers);
  }

  private static APIGatewayProxyResponseEvent local(String to) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Location", "https://www.acme.example/" + to);
    return new APIGatewayProxyResponseEvent().withStatusCode(302).withHeaders(headers); // slguard:safe fixed host
  }

  private static APIGatewayProxyResponseEvent steps(String name, Map<String, String> request) {
    APIGatewayProxyResponseEvent response = new APIGatewayProxyResponseEvent();
    response.setStatusCode(200);
    response.setHeaders(new HashMap<>());
    response.getHeaders().put("Content-Type", "text/html");
    StringBuilder page = new StringBuilder();
    page.append("<ul>");
    request.forEach((key, value) -> page.append("<li>").append(key).append(": ").append(value).append("</li>"));
    response.setBody(page.append("</ul>").toString()); // slguard:expect xss-reflected
    return response;
  }
}
