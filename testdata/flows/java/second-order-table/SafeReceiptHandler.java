import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;

// slguard:trigger SQS
public class SafeReceiptHandler implements RequestHandler<SQSEvent, String> {
  private final Orders orders = new Orders();

  @Override
  public String handleRequest(SQSEvent event, Context context) {
    int total = Integer.parseInt(orders.find(event.getRecords().get(0).getMessageId()).get("total").n());
    try {
      new ProcessBuilder("sh", "-c", "print-total " + total).start(); // slguard:safe
    } catch (IOException e) {
      return "failed";
    }
    return "ok";
  }
}
