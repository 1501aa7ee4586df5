import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

// slguard:trigger WEBSOCKET
public class AlbAndWebSocket implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {
  private final DynamoDbClient dynamo = DynamoDbClient.create();
  private final LambdaClient lambda = LambdaClient.create();
  private final SqsClient sqs = SqsClient.create();
  private final SnsClient sns = SnsClient.create();

  record Command(String action, String target, String queue, Map<String, String> data) {}

  private static final Map<String, String> FUNCTIONS = Map.of("resize", "resize-fn", "crop", "crop-fn");

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
    String connection = event.getRequestContext().getConnectionId();
    dynamo.putItem(b -> b.tableName(System.getenv("CONNECTIONS")).item(Map.of("id", AttributeValue.fromS(connection)))); // slguard:safe
    ApiGatewayManagementApiClient back = ApiGatewayManagementApiClient.builder()
        .endpointOverride(URI.create("https://" + event.getRequestContext().getDomainName() + "/" + event.getRequestContext().getStage())).build(); // slguard:safe set by the service
    try {
      Command command = new ObjectMapper().readValue(event.getBody(), Command.class);
      lambda.invoke(b -> b.functionName(command.target())); // slguard:expect tainted-aws-resource
      lambda.invoke(b -> b.functionName(FUNCTIONS.get(command.action()))); // slguard:safe a constant map
      sqs.sendMessage(b -> b.queueUrl(command.queue()).messageBody("x")); // slguard:expect tainted-aws-resource
      sqs.sendMessage(b -> b.queueUrl(System.getenv("QUEUE")).messageBody(command.queue())); // slguard:safe
      sns.publish(b -> b.topicArn(switch (command.action()) {
        case "alarm" -> System.getenv("ALARM_TOPIC");
        default -> System.getenv("INFO_TOPIC");
      }).message(command.target())); // slguard:safe
      dynamo.getItem(b -> b.tableName(command.data().get("table")).key(Map.of("id", AttributeValue.fromS(connection)))); // slguard:expect tainted-aws-resource
      back.postToConnection(b -> b.connectionId(connection)); // slguard:safe
      back.postToConnection(b -> b.connectionId(command.target())); // slguard:expect tainted-aws-resource
    } catch (JsonProcessingException e) {
      return new APIGatewayV2WebSocketResponse();
    }
    return new APIGatewayV2WebSocketResponse();
  }
}
