import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

// slguard:trigger SQS
public class CommandInjectionCommonsExecSqs implements RequestHandler<SQSEvent, Void> {
  private final DefaultExecutor executor = new DefaultExecutor();

  @Override
  public Void handleRequest(SQSEvent event, Context context) {
    for (SQSMessage message : event.getRecords()) {
      process(message);
    }
    return null;
  }

  private void process(SQSMessage message) {
    String body = message.getBody();
    try {
      CommandLine line = CommandLine.parse(body);
      executor.execute(line); // slguard:expect command-injection
    } catch (IOException e) {
      throw new IllegalStateException("job failed: " + message.getMessageId(), e);
    }
  }
}

class CommandInjectionCommonsExecSqsSafe implements RequestHandler<SQSEvent, Void> {
  @Override
  public Void handleRequest(SQSEvent event, Context context) {
    event.getRecords().forEach(message -> {
      int pages = Integer.parseInt(message.getBody().strip());
      String arn = message.getEventSourceArn();
      CommandLine line = CommandLine.parse("/opt/bin/render --pages " + pages + " --from " + arn);
      try {
        new DefaultExecutor().execute(line); // slguard:safe
      } catch (IOException e) {
        context.getLogger().log("render failed for " + message.getMessageId());
      }
    });
    return null;
  }
}
