import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.secretsmanager.AWSSecretsManager;
import com.amazonaws.services.secretsmanager.AWSSecretsManagerClientBuilder;
import com.amazonaws.services.secretsmanager.model.GetSecretValueRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

// slguard:trigger REST_API
public class DataReturnedSecretResponse
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final AWSSecretsManager secrets = AWSSecretsManagerClientBuilder.defaultClient();
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String secret = secrets.getSecretValue(new GetSecretValueRequest().withSecretId("partner/key")).getSecretString();
    Map<String, Object> answer = new HashMap<>();
    answer.put("partner", "acme");
    answer.put("key", secret);
    try {
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(mapper.writeValueAsString(answer)); // slguard:expect sensitive-data-exfiltration
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }
}

class DataReturnedSecretResponseSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final AWSSecretsManager secrets = AWSSecretsManagerClientBuilder.defaultClient();
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String secret = secrets.getSecretValue(new GetSecretValueRequest().withSecretId("partner/key")).getSecretString();
    Map<String, Object> answer = new HashMap<>();
    answer.put("key", secret);
    answer.put("known", secret.equals(input.getHeaders().get("x-key")));
    try {
      String host = mapper.readTree(secret).get("host").asText();
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(answer.get("known") + host); // slguard:safe
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }
}
