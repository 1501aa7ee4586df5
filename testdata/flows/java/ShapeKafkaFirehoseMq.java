import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent.KafkaEventRecord;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;

// slguard:trigger KAFKA
public class ShapeKafkaFirehoseMq implements RequestHandler<KafkaEvent, String> {
  private Statement statement;

  @Override
  public String handleRequest(KafkaEvent event, Context context) {
    for (Map.Entry<String, List<KafkaEventRecord>> topic : event.getRecords().entrySet()) {
      for (KafkaEventRecord each : topic.getValue()) {
        String value = new String(Base64.getDecoder().decode(each.getValue()));
        try {
          statement.execute("insert into events values ('" + value + "')"); // slguard:expect sql-injection
        } catch (SQLException e) {
          context.getLogger().log("insert failed");
        }
      }
    }
    return "ok";
  }
}

class ShapeKafkaFirehoseMqSafe implements RequestHandler<KafkaEvent, String> {
  private Statement statement;

  @Override
  public String handleRequest(KafkaEvent event, Context context) {
    event.getRecords().forEach((topic, records) -> records.forEach(each -> {
      try {
        statement.execute("update offsets set at = " + each.getOffset() + " where topic = '" + each.getTopic() + "'"); // slguard:safe
        statement.execute("insert into events values ('" + Base64.getEncoder().encodeToString(each.getValue().getBytes()) + "')"); // slguard:safe
      } catch (SQLException e) {
        context.getLogger().log("insert failed");
      }
    }));
    return "ok";
  }
}
