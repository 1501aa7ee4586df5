import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

// slguard:trigger CLOUDWATCH_LOGS
public class ShapeCloudWatchLogs implements RequestHandler<CloudWatchLogsEvent, String> {
  @Override
  public String handleRequest(CloudWatchLogsEvent event, Context context) {
    byte[] packed = Base64.getDecoder().decode(event.getAwsLogs().getData());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      JsonNode logs = new ObjectMapper().readTree(in.readAllBytes());
      for (JsonNode each : logs.get("logEvents")) {
        Runtime.getRuntime().exec(new String[]{"sh", "-c", "notify " + each.get("message").asText()}); // slguard:expect command-injection
      }
    } catch (IOException e) {
      return "bad";
    }
    return "ok";
  }
}

class ShapeCloudWatchLogsSafe implements RequestHandler<CloudWatchLogsEvent, String> {
  @Override
  public String handleRequest(CloudWatchLogsEvent event, Context context) {
    byte[] packed = Base64.getDecoder().decode(event.getAwsLogs().getData());
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      JsonNode logs = new ObjectMapper().readTree(in);
      Runtime.getRuntime().exec(new String[]{"sh", "-c", "notify " + logs.get("logEvents").size()}); // slguard:safe
    } catch (IOException e) {
      return "bad";
    }
    return "ok";
  }
}
