import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

// slguard:trigger REST_API
public class UnverifiedJwtNimbusParse
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final CognitoIdentityProviderClient cognito = CognitoIdentityProviderClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    try {
      SignedJWT jwt = SignedJWT.parse(input.getHeaders().get("Authorization"));
      String role = jwt.getJWTClaimsSet().getStringClaim("role"); // slguard:expect unverified-jwt
      if (role.equals("admin")) {
        return new APIGatewayProxyResponseEvent().withStatusCode(200);
      }
      return new APIGatewayProxyResponseEvent().withStatusCode(403);
    } catch (ParseException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(401);
    }
  }
}

class UnverifiedJwtNimbusParseSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private JWSVerifier verifier;

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    try {
      SignedJWT jwt = SignedJWT.parse(input.getHeaders().get("Authorization"));
      if (!jwt.verify(verifier)) {
        return new APIGatewayProxyResponseEvent().withStatusCode(401);
      }
      String role = jwt.getJWTClaimsSet().getStringClaim("role");
      return new APIGatewayProxyResponseEvent().withStatusCode(role.equals("admin") ? 200 : 403); // slguard:safe
    } catch (ParseException | JOSEException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(401);
    }
  }
}
