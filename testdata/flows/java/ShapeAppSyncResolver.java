import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.ScanEnhancedRequest;

// slguard:trigger APPSYNC
public class ShapeAppSyncResolver implements RequestHandler<Map<String, Object>, Object> {
  private final DynamoDbTable<Note> notes = DynamoDbEnhancedClient.create().table("notes", TableSchema.fromBean(Note.class));

  public static class Note {
    public String id;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object handleRequest(Map<String, Object> event, Context context) {
    Map<String, Object> arguments = (Map<String, Object>) event.get("arguments");
    Expression filter = Expression.builder().expression("" + arguments.get("where")).build(); // slguard:expect nosql-injection
    return notes.scan(ScanEnhancedRequest.builder().filterExpression(filter).build()).items().iterator().next();
  }
}

class ShapeAppSyncResolverSafe implements RequestHandler<Map<String, Object>, Object> {
  private final DynamoDbTable<ShapeAppSyncResolver.Note> notes = DynamoDbEnhancedClient.create().table("notes",
      TableSchema.fromBean(ShapeAppSyncResolver.Note.class));

  @Override
  public Object handleRequest(Map<String, Object> event, Context context) {
    Map<?, ?> info = (Map<?, ?>) event.get("info");
    Expression filter = Expression.builder().expression(info.get("fieldName") + " = :value").build(); // slguard:safe
    return notes.scan(r -> r.filterExpression(filter)).items();
  }
}
