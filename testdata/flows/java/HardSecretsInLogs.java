import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;

// slguard:trigger HTTP_API_V2
public class HardSecretsInLogs implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Logger LOG = LoggerFactory.getLogger(HardSecretsInLogs.class);
  private final SecretsManagerClient secrets = SecretsManagerClient.create();
  private final SsmClient parameters = SsmClient.create();

  private record Credentials(String user, String password) {}

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String secret = secrets.getSecretValue(request -> request.secretId("db")).secretString();
    LOG.debug("connecting with {}", secret); // slguard:expect secret-logging
    LOG.info("secret has {} characters", secret.length()); // slguard:safe
    String key = parameters.getParameter(GetParameterRequest.builder().name("/key").withDecryption(true).build())
        .parameter().value();
    Credentials credentials = new Credentials("app", key);
    LOG.info("using {}", credentials); // slguard:expect secret-logging
    LOG.info("using {}", credentials.user()); // slguard:safe
    String level = parameters.getParameter(request -> request.name("/level")).parameter().value();
    LOG.info("level {}", level); // slguard:safe not decrypted
    LOG.atInfo().log(() -> "key " + key); // slguard:expect secret-logging
    System.out.printf("table %s%n", System.getenv("TABLE_NAME")); // slguard:safe
    context.getLogger().log("token " + System.getenv("API_TOKEN")); // slguard:expect secret-logging
    context.getLogger().log("header " + event.getHeaders().get("Authorization")); // slguard:expect secret-logging
    return "ok";
  }
}
