import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

// slguard:trigger REST_API
public class ProfileHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String user = Tokens.user(input.getHeaders().get("Authorization"));
    dynamo.deleteItem(r -> r.tableName("Profiles").key(Map.of("user", AttributeValue.fromS(user))));
    return new APIGatewayProxyResponseEvent().withStatusCode(204);
  }
}
