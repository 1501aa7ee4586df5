import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;

// slguard:trigger KINESIS
public class SqlInjectionPartiqlKinesis implements RequestHandler<KinesisEvent, Integer> {
  private final DynamoDbClient dynamo = DynamoDbClient.builder().build();

  @Override
  public Integer handleRequest(KinesisEvent event, Context context) {
    int written = 0;
    for (KinesisEventRecord each : event.getRecords()) {
      String text = new String(each.getKinesis().getData().array(), StandardCharsets.UTF_8);
      ExecuteStatementRequest request = ExecuteStatementRequest.builder()
          .statement("SELECT * FROM Readings WHERE device = '" + text + "'") // slguard:expect sql-injection
          .build();
      written += dynamo.executeStatement(request).items().size();
    }
    return written;
  }
}

class SqlInjectionPartiqlKinesisSafe implements RequestHandler<KinesisEvent, Integer> {
  private final DynamoDbClient dynamo = DynamoDbClient.builder().build();

  @Override
  public Integer handleRequest(KinesisEvent event, Context context) {
    int written = 0;
    for (KinesisEventRecord each : event.getRecords()) {
      String text = StandardCharsets.UTF_8.decode(each.getKinesis().getData()).toString();
      ExecuteStatementRequest request = ExecuteStatementRequest.builder()
          .statement("SELECT * FROM Readings WHERE device = ?") // slguard:safe
          .parameters(List.of(AttributeValue.builder().s(text).build()))
          .build();
      written += dynamo.executeStatement(request).items().size();
    }
    return written;
  }
}
