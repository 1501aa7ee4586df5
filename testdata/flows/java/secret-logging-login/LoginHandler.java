import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.gson.Gson;

// slguard:trigger REST_API
public class LoginHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Gson gson = new Gson();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    Credentials credentials = gson.fromJson(input.getBody(), Credentials.class);
    Audit.attempt(context, credentials.getPassword());
    Audit.attempt(context, "bearer " + input.getHeaders().get("Authorization"));
    return new APIGatewayProxyResponseEvent().withStatusCode(401);
  }
}
