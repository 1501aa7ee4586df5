import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;

/** A leading slash is not enough: //evil is a host. */
public class OpenRedirectLocation implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String next = event.getQueryStringParameters().get("next");
    if (next == null || !next.startsWith("/")) {
      next = "/";
    }
    APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
    response.setStatusCode(302);
    response.setHeaders(Map.of("Location", next)); // slguard:expect open-redirect
    return response;
  }
}

class OpenRedirectLocationSafe implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String SITE = "https://shop.example.com/";

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String next = event.getQueryStringParameters().getOrDefault("next", "");
    APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
    response.setStatusCode(302);
    response.setHeaders(Map.of("Location", SITE + next)); // slguard:safe
    return response;
  }
}
