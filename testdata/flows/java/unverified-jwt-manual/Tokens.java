import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import org.json.JSONObject;

final class Tokens {
  private static final ConfigurableJWTProcessor<SecurityContext> PROCESSOR = new DefaultJWTProcessor<>();

  private Tokens() {
  }

  static String user(String token) {
    String payload = token.split("\\.")[1];
    JSONObject claims = new JSONObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8)); // slguard:expect unverified-jwt
    return claims.getString("sub");
  }

  static JWTClaimsSet verified(String token) throws ParseException, BadJOSEException, JOSEException {
    return PROCESSOR.process(token, null);
  }
}
