import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.athena.AthenaClient;

// slguard:trigger EVENTBRIDGE
public class SqlInjectionAthenaEventBridge implements RequestHandler<ScheduledEvent, String> {
  private static final String TEMPLATE = """
      SELECT *
      FROM access_log
      WHERE path = '%s'
      """;
  private final AthenaClient athena = AthenaClient.create();

  @Override
  public String handleRequest(ScheduledEvent event, Context context) {
    Map<String, Object> detail = event.getDetail();
    Object path = detail.get("path");
    return athena.startQueryExecution(b -> b.workGroup("primary")
        .queryString(TEMPLATE.formatted(path))) // slguard:expect sql-injection
        .queryExecutionId();
  }
}

class SqlInjectionAthenaEventBridgeSafe implements RequestHandler<ScheduledEvent, String> {
  private final AthenaClient athena = AthenaClient.create();

  @Override
  public String handleRequest(ScheduledEvent event, Context context) {
    LocalDate day = LocalDate.parse((String) event.getDetail().get("day"));
    String sql = "SELECT * FROM access_log WHERE day = '" + day + "' AND source = '" + event.getSource() + "'";
    return athena.startQueryExecution(b -> b.queryString(sql)).queryExecutionId(); // slguard:safe
  }
}
