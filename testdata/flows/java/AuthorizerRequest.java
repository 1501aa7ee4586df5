import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// slguard:trigger AUTHORIZER_TOKEN
public class AuthorizerRequest implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponseV1> {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizerRequest.class);

  @Override
  public IamPolicyResponseV1 handleRequest(APIGatewayCustomAuthorizerEvent event, Context context) {
    String token = event.getAuthorizationToken().replace("Bearer ", "");
    LOG.info("Token {}", token); // slguard:expect secret-logging
    LOG.info("Method {}", event.getMethodArn()); // slguard:safe
    Claims open = Jwts.parser().unsecured().build().parseUnsecuredClaims(token).getPayload(); // slguard:expect unverified-jwt
    Claims claims = Jwts.parser().verifyWith(Keys.hmacShaKeyFor(System.getenv("KEY").getBytes(StandardCharsets.UTF_8))).build().parseSignedClaims(token).getPayload(); // slguard:safe
    String[] parts = token.split("\\.");
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    try (Connection connection = DriverManager.getConnection(System.getenv("DB"))) {
      connection.createStatement().executeQuery("select 1 from sessions where token = '" + token + "'"); // slguard:expect sql-injection
      try (PreparedStatement find = connection.prepareStatement("select 1 from sessions where token = ?")) { // slguard:safe
        find.setString(1, payload);
        find.executeQuery();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Unauthorized");
    }
    return IamPolicyResponseV1.builder().withPrincipalId(claims.getSubject()).withContext(Map.of("size", open.size())).build();
  }
}
