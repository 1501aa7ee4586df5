import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

// slguard:trigger REST_API
/** Makes thumbnails with ImageMagick: the shell line is put together in a helper. */
public class CommandInjectionShellRestV1
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final String CONVERT = "convert";
  private final String workDir;

  public CommandInjectionShellRestV1() {
    this.workDir = System.getenv().getOrDefault("WORK_DIR", "/tmp");
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    Map<String, String> params = input.getQueryStringParameters();
    if (params == null || !params.containsKey("size")) {
      return new APIGatewayProxyResponseEvent().withStatusCode(400);
    }
    String size = params.getOrDefault("size", "100x100").trim();
    try {
      int exit = run(shellLine(size));
      return new APIGatewayProxyResponseEvent().withStatusCode(exit == 0 ? 200 : 500).withBody("{}");
    } catch (IOException | InterruptedException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }

  private String shellLine(String size) {
    return String.format("%s %s/in.png -resize %s %s/out.png", CONVERT, workDir, size, workDir);
  }

  private static int run(String line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line); // slguard:expect command-injection
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.waitFor(10, TimeUnit.SECONDS);
    return process.exitValue();
  }
}

/** The same job without a shell: the value is one argument of a fixed program. */
class CommandInjectionShellRestV1Safe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String size = input.getQueryStringParameters().get("size");
    try {
      Process process = new ProcessBuilder(List.of("convert", "/tmp/in.png", "-resize", "=" + size, "/tmp/out.png")) // slguard:safe
          .start();
      return new APIGatewayProxyResponseEvent().withStatusCode(process.waitFor());
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }
}
