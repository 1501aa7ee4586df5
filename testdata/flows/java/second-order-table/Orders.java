import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class Orders {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  Map<String, AttributeValue> find(String id) {
    GetItemResponse response = dynamo.getItem(GetItemRequest.builder().tableName(System.getenv("ORDERS"))
        .key(Map.of("id", AttributeValue.builder().s(id).build())).build());
    return response.item();
  }
}
