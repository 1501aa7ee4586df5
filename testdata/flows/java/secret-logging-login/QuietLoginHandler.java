import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

// slguard:trigger REST_API
public class QuietLoginHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Gson gson = new Gson();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    Credentials credentials = gson.fromJson(input.getBody(), Credentials.class);
    context.getLogger().log("status of " + (credentials.getUser() != null)); // slguard:safe
    context.getLogger().log("token " + input.getHeaders().get("Authorization").substring(0, 4) + "..."); // slguard:safe
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(credentials.getPassword().getBytes(StandardCharsets.UTF_8));
      context.getLogger().log("fingerprint " + HexFormat.of().formatHex(digest)); // slguard:safe
    } catch (NoSuchAlgorithmException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(401);
  }
}
