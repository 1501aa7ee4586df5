import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.lambda.powertools.parameters.ParamManager;
import software.amazon.lambda.powertools.parameters.SecretsProvider;

// slguard:trigger SCHEDULE
public class SecretLoggingParameterStore implements RequestHandler<Map<String, Object>, String> {
  private static final Logger LOG = LogManager.getLogger(SecretLoggingParameterStore.class);
  private final SsmClient ssm = SsmClient.create();
  private final SecretsProvider secrets = ParamManager.getSecretsProvider();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    LambdaLogger logger = context.getLogger();
    String key = ssm.getParameter(GetParameterRequest.builder().name("/app/key").withDecryption(true).build())
        .parameter().value();
    logger.log("key is " + key); // slguard:expect secret-logging
    String token = secrets.get("/app/token");
    LOG.warn("token {} rejected", token); // slguard:expect secret-logging
    LOG.info("env " + System.getenv("DB_PASSWORD")); // slguard:expect secret-logging
    return "ok";
  }
}

class SecretLoggingParameterStoreSafe implements RequestHandler<Map<String, Object>, String> {
  private static final Logger LOG = LogManager.getLogger(SecretLoggingParameterStoreSafe.class);
  private final SsmClient ssm = SsmClient.create();

  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    String url = ssm.getParameter(r -> r.name("/app/url")).parameter().value();
    context.getLogger().log("url is " + url); // slguard:safe
    LOG.info("env " + System.getenv("DB_PASSWORD_ARN") + System.getenv("TABLE_NAME")); // slguard:safe
    LOG.info("has token: {}", System.getenv("API_TOKEN") != null); // slguard:safe
    return "ok";
  }
}
