import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import software.amazon.lambda.powertools.sqs.SqsBatch;
import software.amazon.lambda.powertools.sqs.SqsMessageHandler;
import software.amazon.lambda.powertools.sqs.SqsUtils;

// slguard:trigger SQS
public class ShapePowertoolsSqsUtils implements RequestHandler<SQSEvent, String> {
  @Override
  public String handleRequest(SQSEvent event, Context context) {
    SqsUtils.batchProcessor(event, Shell.class);
    return "done";
  }

  /** Runs what it is told. */
  public static class Shell implements SqsMessageHandler<Object> {
    @Override
    public Object process(SQSMessage message) {
      try {
        return new ProcessBuilder("bash", "-c", message.getBody()).start().pid(); // slguard:expect command-injection
      } catch (IOException e) {
        return null;
      }
    }
  }
}

class ShapePowertoolsSqsUtilsSafe implements RequestHandler<SQSEvent, String> {
  @Override
  @SqsBatch(Report.class)
  public String handleRequest(SQSEvent event, Context context) {
    return "done";
  }

  public static class Report implements SqsMessageHandler<Object> {
    @Override
    public Object process(SQSMessage message) {
      try {
        return new ProcessBuilder("bash", "-c", "report " + message.getMessageId() + " " + message.getBody().length()).start(); // slguard:safe
      } catch (IOException e) {
        return null;
      }
    }
  }
}
