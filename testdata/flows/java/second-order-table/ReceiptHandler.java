import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

// slguard:trigger SQS
public class ReceiptHandler implements RequestHandler<SQSEvent, String> {
  private final Orders orders = new Orders();

  @Override
  public String handleRequest(SQSEvent event, Context context) {
    Map<String, AttributeValue> order = orders.find(event.getRecords().get(0).getMessageId());
    String address = order.get("address").s();
    try {
      new ProcessBuilder("sh", "-c", "print-label '" + address + "'").start(); // slguard:expect command-injection
    } catch (IOException e) {
      return "failed";
    }
    return "ok";
  }
}
