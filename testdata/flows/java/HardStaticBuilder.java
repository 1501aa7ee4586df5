import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import java.util.Map;

// slguard:trigger HTTP_API_V2
public class HardStaticBuilder implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  static final class Filter {
    private final String field;
    private final String value;

    private Filter(Builder builder) {
      this.field = builder.field;
      this.value = builder.value;
    }

    static Builder builder() {
      return new Builder();
    }

    String expression() {
      return field + " = :v";
    }

    static final class Builder {
      private String field = "id";
      private String value = "";

      Builder field(String newField) {
        this.field = newField;
        return this;
      }

      Builder value(String newValue) {
        this.value = newValue;
        return this;
      }

      Filter build() {
        return new Filter(this);
      }
    }
  }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    Filter open = Filter.builder().field(query.get("field")).value(query.get("value")).build();
    dynamo.scan(ScanRequest.builder().tableName("orders").filterExpression(open.expression()) // slguard:expect nosql-injection
        .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(open.value))).build());
    Filter fixed = Filter.builder().value(query.get("value")).build();
    dynamo.query(QueryRequest.builder().tableName("orders").keyConditionExpression(fixed.expression()) // slguard:safe the value is bound
        .expressionAttributeValues(Map.of(":v", AttributeValue.builder().s(fixed.value).build())).build());
    dynamo.scan(request -> request.tableName("orders").filterExpression(query.get("filter"))); // slguard:expect nosql-injection
    return "ok";
  }
}
