import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

// slguard:trigger REST_API
public class VerifiedProfileHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    try {
      JWTClaimsSet claims = Tokens.verified(input.getHeaders().get("Authorization"));
      dynamo.deleteItem(r -> r.tableName("Profiles").key(Map.of("user", AttributeValue.fromS(claims.getSubject())))); // slguard:safe
      return new APIGatewayProxyResponseEvent().withStatusCode(204);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(401);
    }
  }
}
