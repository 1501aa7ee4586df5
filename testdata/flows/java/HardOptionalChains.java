import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

// slguard:trigger HTTP_API_V2
public class HardOptionalChains implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Map<String, String> SCRIPTS = Map.of("daily", "/opt/daily.sh", "weekly", "/opt/weekly.sh");

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      String script = Optional.ofNullable(event.getQueryStringParameters()).map(all -> all.get("script"))
          .filter(text -> !text.isBlank()).map(String::toLowerCase).orElse("daily");
      new ProcessBuilder("sh", "-c", "run " + script).start(); // slguard:expect command-injection
      String known = Optional.ofNullable(SCRIPTS.get(script)).orElseThrow(() -> new NoSuchElementException("no script"));
      new ProcessBuilder("sh", "-c", known).start(); // slguard:safe a look-up in a constant map
      String days = Optional.ofNullable(event.getPathParameters()).map(all -> all.get("days")).map(Integer::valueOf)
          .map(String::valueOf).orElse("1");
      new ProcessBuilder("sh", "-c", "run --days " + days).start(); // slguard:safe a number
      event.getHeaders().entrySet().stream().filter(each -> each.getKey().startsWith("x-run-")).findFirst()
          .ifPresent(each -> start(each.getValue()));
      return script;
    } catch (IOException e) {
      return "failed";
    }
  }

  private static void start(String command) {
    try {
      Runtime.getRuntime().exec(new String[] {"bash", "-c", command}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
