import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

// slguard:trigger SCHEDULE
public class SecretLoggingSecretsManager implements RequestHandler<Map<String, Object>, String> {
  private static final Logger LOG = LoggerFactory.getLogger(SecretLoggingSecretsManager.class);
  private final SecretsManagerClient client = SecretsManagerClient.create();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    GetSecretValueResponse response = client.getSecretValue(GetSecretValueRequest.builder().secretId("db/main").build());
    String secret = response.secretString();
    LOG.debug("connecting with {}", secret); // slguard:expect secret-logging
    return connect(secret);
  }

  private String connect(String credentials) {
    System.out.println("credentials: " + credentials); // slguard:expect secret-logging
    return "ok";
  }
}

class SecretLoggingSecretsManagerSafe implements RequestHandler<Map<String, Object>, String> {
  private static final Logger LOG = LoggerFactory.getLogger(SecretLoggingSecretsManagerSafe.class);
  private final SecretsManagerClient client = SecretsManagerClient.create();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    GetSecretValueResponse response = client.getSecretValue(GetSecretValueRequest.builder().secretId("db/main").build());
    LOG.info("secret {} of {} characters", response.arn(), response.secretString().length()); // slguard:safe
    LOG.info("secret token received"); // slguard:safe
    return "ok";
  }
}
