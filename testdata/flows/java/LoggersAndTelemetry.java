import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.xray.AWSXRay;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.lambda.powertools.parameters.ParamManager;

// slguard:trigger HTTP_API_V2
public class LoggersAndTelemetry implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger JUL = Logger.getLogger(LoggersAndTelemetry.class.getName());
  private static final org.slf4j.Logger SLF4J = LoggerFactory.getLogger(LoggersAndTelemetry.class);
  private static final System.Logger SYSTEM = System.getLogger("a");
  private final SecretsManagerClient secrets = SecretsManagerClient.create();
  private final KmsClient kms = KmsClient.create();

  record Card(String holder, String cardNumber, String cvv, int month) {
    String masked() {
      return "****" + cardNumber.substring(cardNumber.length() - 4);
    }
  }

  static class Credentials {
    private String user;
    private String password;

    String getUser() {
      return user;
    }

    String getPassword() {
      return password;
    }
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      Card card = new ObjectMapper().readValue(event.getBody(), Card.class);
      JUL.info("Card " + card.cardNumber()); // slguard:expect secret-logging
      JUL.log(Level.INFO, "Card of {0}", card.holder()); // slguard:safe
      JUL.log(Level.FINE, "Card of month {0}", card.month()); // slguard:safe
      SYSTEM.log(System.Logger.Level.INFO, "CVV " + card.cvv()); // slguard:expect secret-logging
      AWSXRay.getCurrentSegment().putAnnotation("card", card.cardNumber()); // slguard:expect secret-logging
      AWSXRay.getCurrentSegment().putAnnotation("month", card.month()); // slguard:safe
      MDC.put("holder", card.holder()); // slguard:safe
    } catch (JsonProcessingException e) {
      SLF4J.warn("No card", e); // slguard:safe
    }
    Credentials credentials = read();
    SLF4J.info("Connecting as {}", credentials.getUser()); // slguard:safe
    SLF4J.info("Connecting as {} with {}", credentials.getUser(), credentials.getPassword()); // slguard:expect secret-logging
    String key = kms.decrypt(b -> b.ciphertextBlob(null)).plaintext().asUtf8String();
    SLF4J.debug("Key {}", fingerprint(key)); // slguard:safe a digest
    SLF4J.debug("Key {}", key); // slguard:expect secret-logging
    String api = ParamManager.getSecretsProvider().get("/api/key");
    SLF4J.debug("Key is set: {}", !api.isEmpty()); // slguard:safe
    SLF4J.debug("Key is {}", api); // slguard:expect secret-logging
    SLF4J.atInfo().addKeyValue("key", api).log("read"); // slguard:expect secret-logging
    SLF4J.atInfo().addKeyValue("length", api.length()).log("read"); // slguard:safe
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withHeaders(Map.of("X-Length", String.valueOf(api.length()))).withBody("{}").build(); // slguard:safe
  }

  private Credentials read() {
    String text = secrets.getSecretValue(b -> b.secretId("db")).secretString();
    try {
      return new ObjectMapper().readValue(text, Credentials.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("secret is no JSON"); // slguard:safe no content
    }
  }

  private static String fingerprint(String key) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
