import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

// slguard:trigger DYNAMODB_STREAM
public class EventsMany implements RequestHandler<DynamodbEvent, Void> {
  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    event.getRecords().stream()
        .filter(r -> "INSERT".equals(r.getEventName()))
        .map(DynamodbEvent.DynamodbStreamRecord::getDynamodb)
        .forEach(this::archive);
    for (DynamodbEvent.DynamodbStreamRecord each : event.getRecords()) {
      try {
        Files.writeString(Path.of("/tmp/ids/" + each.getEventID()), "x"); // slguard:safe set by the service
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return null;
  }

  private void archive(StreamRecord change) {
    Map<String, AttributeValue> image = change.getNewImage();
    String name = image.get("name").getS();
    String size = image.get("size").getN();
    try {
      Files.writeString(Path.of("/tmp/archive/" + name), "x"); // slguard:expect path-traversal
      Files.writeString(Path.of("/tmp/archive/" + Integer.parseInt(size)), "x"); // slguard:safe
      Files.writeString(Path.of("/tmp/archive/" + change.getSequenceNumber()), "x"); // slguard:safe
      for (AttributeValue tag : image.get("tags").getL()) {
        Files.createDirectories(Path.of("/tmp/tags", tag.getS())); // slguard:expect path-traversal
        Files.createDirectories(Path.of("/tmp/tags", Integer.toHexString(tag.getS().hashCode()))); // slguard:safe
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
