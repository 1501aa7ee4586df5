import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

// slguard:trigger REST_API authenticated
public class TaintedAwsResourceTable
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final DynamoDbClient DYNAMO = DynamoDbClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String table = input.getHeaders().get("x-table");
    Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS(input.getPathParameters().get("id")));
    GetItemRequest request = GetItemRequest.builder()
        .tableName(table) // slguard:expect tainted-aws-resource
        .key(key)
        .build();
    return new APIGatewayProxyResponseEvent().withStatusCode(DYNAMO.getItem(request).hasItem() ? 200 : 404);
  }
}

class TaintedAwsResourceTableSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final DynamoDbClient DYNAMO = DynamoDbClient.create();
  private static final Map<String, String> TABLES = Map.of("orders", "prod-orders", "carts", "prod-carts");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String table = TABLES.get(input.getHeaders().get("x-table"));
    if (table == null) {
      return new APIGatewayProxyResponseEvent().withStatusCode(404);
    }
    Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS(input.getPathParameters().get("id")));
    boolean found = DYNAMO.getItem(b -> b.tableName(table).key(key)).hasItem(); // slguard:safe
    boolean stage = DYNAMO.getItem(b -> b.tableName("t-" + input.getRequestContext().getStage()).key(key)).hasItem(); // slguard:safe
    return new APIGatewayProxyResponseEvent().withStatusCode(found && stage ? 200 : 404);
  }
}
