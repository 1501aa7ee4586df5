import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.esapi.ESAPI;

/** The response is a plain map, filled step by step. */
public class XssStreamOutput implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
  @Override
  public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, Object> response = new HashMap<>();
    response.put("statusCode", 200);
    response.put("headers", Map.of("Content-Type", "text/html"));
    response.put("body", "<p>" + event.getQueryStringParameters().get("q") + "</p>"); // slguard:expect xss-reflected
    return response;
  }
}

class XssStreamOutputSafe implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
  @Override
  public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String text = event.getQueryStringParameters().get("q");
    Map<String, Object> response = new HashMap<>();
    response.put("statusCode", 200);
    response.put("headers", Map.of("Content-Type", "text/html"));
    response.put("body", "<p>" + ESAPI.encoder().encodeForHTML(text) + StringEscapeUtils.escapeHtml4(text) + "</p>"); // slguard:safe
    return response;
  }
}
