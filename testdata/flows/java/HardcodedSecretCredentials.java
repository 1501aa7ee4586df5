import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** Keys and passwords that stand in the code, and others that are read at run time. */
public class HardcodedSecretCredentials implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String SIGNING_KEY = "orders-team-signing"; // slguard:expect hardcoded-secret
  private static final String ACCESS_KEY = "AKIAQ3EGTQH7LDO2ZZ4K"; // slguard:expect hardcoded-secret
  private static final String TABLE = "orders-2024"; // slguard:safe a name
  private static final String TOKEN_HEADER = "x-auth-token-v2"; // slguard:safe a name
  private final String apiKey = "9f8a7c6e5d4b3a2f1e0d"; // slguard:expect hardcoded-secret
  private final String secretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-a1b2c3"; // slguard:safe an address
  private final String password = System.getenv("DB_PASSWORD"); // slguard:safe read at run time

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      Connection fixed = DriverManager.getConnection("jdbc:postgresql://db/orders", "app", "s3cret!pw"); // slguard:expect hardcoded-secret
      Connection read = DriverManager.getConnection("jdbc:postgresql://db/orders", "app", password); // slguard:safe
      String token = JWT.create().withSubject("orders").sign(Algorithm.HMAC256(SIGNING_KEY));
      String other = JWT.create().withSubject("orders").sign(Algorithm.HMAC256(System.getenv("JWT_KEY"))); // slguard:safe
      Object key = Keys.hmacShaKeyFor("my-own-hmac-key-of-orders".getBytes(StandardCharsets.UTF_8)); // slguard:expect hardcoded-secret
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, "HmacSHA256")); // slguard:expect hardcoded-secret
      mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256")); // slguard:safe
      var credentials = AwsBasicCredentials.create(ACCESS_KEY, "kWcrlUX5JEDGM/LtmEENI/aVmYvHNif5zB+d9+ct"); // slguard:expect hardcoded-secret
      String sent = event.getHeaders().get("x-api-key");
      if ("ord3rs-internal-2024".equals(sent)) { // slguard:expect hardcoded-secret
        context.getLogger().log("internal");
      }
      if ("orders".equals(event.getPathParameters().get("kind"))) { // slguard:safe not a credential
        context.getLogger().log("orders");
      }
      if (MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8))) { // slguard:safe
        context.getLogger().log("known");
      }
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200)
          .withBody(String.valueOf(Map.of("table", TABLE, "header", TOKEN_HEADER, "arn", secretArn).size())).build();
    } catch (Exception e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(500).build();
    }
  }

  String key() {
    return apiKey;
  }
}
