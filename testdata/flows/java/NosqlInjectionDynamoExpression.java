import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

public class NosqlInjectionDynamoExpression implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String filter = event.getQueryStringParameters().get("filter");
    ScanRequest scan = ScanRequest.builder().tableName(System.getenv("TABLE"))
        .filterExpression(filter) // slguard:expect nosql-injection
        .build();
    return dynamo.scan(scan).count();
  }
}

class NosqlInjectionDynamoExpressionSafe implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":owner", AttributeValue.builder().s(event.getQueryStringParameters().get("owner")).build());
    QueryRequest query = QueryRequest.builder().tableName(System.getenv("TABLE"))
        .keyConditionExpression("#owner = :owner")
        .expressionAttributeNames(Map.of("#owner", "owner"))
        .expressionAttributeValues(values) // slguard:safe
        .build();
    return dynamo.query(query).count();
  }
}
