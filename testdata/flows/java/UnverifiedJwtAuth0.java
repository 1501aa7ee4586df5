import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

public class UnverifiedJwtAuth0 implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String token = event.getHeaders().get("authorization").substring("Bearer ".length());
    DecodedJWT jwt = JWT.decode(token);
    String user = jwt.getSubject(); // slguard:expect unverified-jwt
    if (jwt.getClaim("admin").asBoolean()) { // slguard:expect unverified-jwt
      return Map.of("statusCode", 200);
    }
    dynamo.getItem(r -> r.tableName("Accounts").key(Map.of("id", AttributeValue.fromS(user))));
    return Map.of("statusCode", 204);
  }
}

class UnverifiedJwtAuth0Safe implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String token = event.getHeaders().get("authorization").substring("Bearer ".length());
    DecodedJWT jwt = JWT.require(Algorithm.HMAC256(System.getenv("SIGNING_KEY"))).build().verify(token);
    String user = jwt.getSubject();
    if (jwt.getClaim("admin").asBoolean()) { // slguard:safe
      return Map.of("statusCode", 200);
    }
    dynamo.getItem(r -> r.tableName("Accounts").key(Map.of("id", AttributeValue.fromS(user)))); // slguard:safe
    return Map.of("statusCode", 204);
  }
}
