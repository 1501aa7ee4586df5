import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Map;

// slguard:trigger HTTP_API_V2
public class HardTokens implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String header = event.getHeaders().get("authorization");
    String token = header.startsWith("Bearer ") ? header.substring(7) : header;
    String claims = claims(token);
    String role = JWT.decode(token).getClaim("role").asString(); // slguard:expect unverified-jwt
    DecodedJWT verified = JWT.require(Algorithm.HMAC256(System.getenv("SIGNING_KEY"))).build().verify(token);
    String subject = verified.getSubject(); // slguard:safe
    return claims + role + subject;
  }

  private String claims(String token) {
    try {
      String[] parts = token.split("\\.");
      Map<?, ?> body = mapper.readValue(Base64.getUrlDecoder().decode(parts[1]), Map.class); // slguard:expect unverified-jwt
      return String.valueOf(body.get("sub"));
    } catch (java.io.IOException e) {
      return "";
    }
  }
}

class HardTokensSafe implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String token = event.getHeaders().get("authorization");
    DecodedJWT decoded = JWT.decode(token);
    JWT.require(Algorithm.HMAC256(System.getenv("SIGNING_KEY"))).build().verify(decoded);
    return decoded.getClaim("role").asString(); // slguard:safe verified above
  }
}
