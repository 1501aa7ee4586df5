import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// slguard:trigger HTTP_API_V2
public class HardLogAndStatic implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Logger LOG = LoggerFactory.getLogger(HardLogAndStatic.class);
  private static final Map<String, String> CACHE = new ConcurrentHashMap<>();
  private static String last = "";

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    LOG.info("asked for {}", event.getRawPath().replaceAll("[\r\n]", "_")); // slguard:safe
    LOG.info("agent " + event.getHeaders().get("user-agent")); // slguard:expect log-injection
    last = event.getQueryStringParameters().get("cmd");
    CACHE.computeIfAbsent("cmd", key -> event.getQueryStringParameters().get("cmd"));
    CACHE.put("size", String.valueOf(event.getBody().length()));
    later();
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", CACHE.get("size")}); // slguard:safe
      Runtime.getRuntime().exec(new String[] {"sh", "-c", CACHE.get("cmd")}); // slguard:expect command-injection
      return "";
    } catch (IOException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString(); // slguard:expect sensitive-data-exfiltration
    }
  }

  private static void later() {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", last}); // slguard:expect command-injection
      char[] chars = last.toCharArray();
      Arrays.sort(chars);
      Runtime.getRuntime().exec(new String[] {"sh", "-c", new String(chars)}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
