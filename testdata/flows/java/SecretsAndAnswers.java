import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.sts.StsClient;

// slguard:trigger REST_API
public class SecretsAndAnswers implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Logger LOG = LogManager.getLogger(SecretsAndAnswers.class);
  private final SecretsManagerClient secrets = SecretsManagerClient.create();
  private final SsmClient ssm = SsmClient.create();

  record Login(String user, String password) {}

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    LambdaLogger logger = context.getLogger();
    String secret = secrets.getSecretValue(GetSecretValueRequest.builder().secretId(System.getenv("SECRET_ARN")).build()).secretString();
    logger.log("Secret " + secret); // slguard:expect secret-logging
    logger.log("Secret of " + secret.length()); // slguard:safe
    logger.log("Secret ends " + secret.substring(secret.length() - 4)); // slguard:safe four characters
    String parameter = ssm.getParameter(GetParameterRequest.builder().name("/db/url").withDecryption(true).build()).parameter().value();
    LOG.info("Connecting with {}", parameter); // slguard:expect secret-logging
    String plain = ssm.getParameter(b -> b.name("/flags/beta")).parameter().value();
    LOG.info("Beta is {}", plain); // slguard:safe not encrypted
    System.out.println(System.getenv("API_KEY")); // slguard:expect secret-logging
    System.out.println(System.getenv("TABLE_NAME")); // slguard:safe
    System.out.println(event.getHeaders().get("Authorization")); // slguard:expect secret-logging
    System.out.println(event.getHeaders().get("User-Agent")); // slguard:safe
    var credentials = StsClient.create().assumeRole(b -> b.roleArn(System.getenv("ROLE"))).credentials();
    LOG.debug("Assumed with " + credentials.secretAccessKey()); // slguard:expect secret-logging
    LOG.debug("Assumed until " + credentials.expiration()); // slguard:safe
    try {
      ObjectMapper mapper = new ObjectMapper();
      JsonNode database = mapper.readTree(secret);
      LOG.info("Database {}", database.get("host").asText()); // slguard:safe
      LOG.info("Database {}", database.get("password").asText()); // slguard:expect secret-logging
      Login login = mapper.readValue(event.getBody(), Login.class);
      LOG.info("Login of {}", login.user()); // slguard:safe
      LOG.info("Login with {}", login.password()); // slguard:expect secret-logging
      return answer(event, login);
    } catch (JsonProcessingException e) {
      return failed(e);
    } catch (IllegalStateException e) {
      LOG.error("Failed", e); // slguard:safe an exception in the log
      return new APIGatewayProxyResponseEvent().withStatusCode(500).withBody("{\"error\":\"internal\"}"); // slguard:safe
    }
  }

  private static APIGatewayProxyResponseEvent failed(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return new APIGatewayProxyResponseEvent().withStatusCode(500).withBody(trace.toString()); // slguard:expect sensitive-data-exfiltration
  }

  private APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event, Login login) {
    String token = event.getHeaders().get("X-Token");
    DecodedJWT unchecked = JWT.decode(token);
    if (unchecked.getClaim("admin").asBoolean()) { // slguard:expect unverified-jwt
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(Arrays.toString(System.getenv("DB_PASSWORD").toCharArray())); // slguard:expect sensitive-data-exfiltration
    }
    DecodedJWT checked = JWT.require(Algorithm.HMAC256(System.getenv("JWT_SECRET"))).build().verify(token); // slguard:safe
    JWT.create().withSubject(login.user()).sign(Algorithm.HMAC256("changeit-8f7d6a5b4c")); // slguard:expect hardcoded-secret
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("X-User", checked.getSubject())).withBody("{}"); // slguard:safe
  }
}
