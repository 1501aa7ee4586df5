import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;

/** Escapers that somebody wrote are judged by what they let through. */
// slguard:trigger REST_API
public class OwnEscapers implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String name = event.getQueryStringParameters().get("name");
    return switch (event.getPath()) {
      case "/a" -> page(byIf(name));
      case "/b" -> page2(bySwitch(name));
      default -> page3(byQuotesOnly(name));
    };
  }

  private static APIGatewayProxyResponseEvent page(String body) {
    return new APIGatewayProxyResponseEvent().withHeaders(Map.of("Content-Type", "text/html")).withBody("<p>" + body); // slguard:safe
  }

  private static APIGatewayProxyResponseEvent page2(String body) {
    return new APIGatewayProxyResponseEvent().withHeaders(Map.of("Content-Type", "text/html")).withBody("<p>" + body); // slguard:safe
  }

  private static APIGatewayProxyResponseEvent page3(String body) {
    return new APIGatewayProxyResponseEvent().withHeaders(Map.of("Content-Type", "text/html")).withBody("<p>" + body); // slguard:expect xss-reflected
  }

  private static String byIf(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<') {
        out.append("&lt;");
      } else if (c == '>') {
        out.append("&gt;");
      } else if (c == '&') {
        out.append("&amp;");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String bySwitch(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      switch (c) {
        case '<':
          out.append("&lt;");
          break;
        case '"':
          out.append("&quot;");
          break;
        default:
          out.append(c);
      }
    }
    return out.toString();
  }

  private static String byQuotesOnly(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c == '"') {
        out.append("&quot;");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
