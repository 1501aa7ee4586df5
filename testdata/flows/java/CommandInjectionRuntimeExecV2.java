import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Runtime.exec with a string and with an array; the twin takes the program from an enum. */
public class CommandInjectionRuntimeExecV2 implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String tool = event.getPathParameters().get("tool");
    final String host = event.getHeaders().get("x-target-host");
    Runtime runtime = Runtime.getRuntime();
    try {
      runtime.exec(tool + " --version"); // slguard:expect command-injection
      String[] ping = {"bash", "-c", "ping -c 1 " + host};
      runtime.exec(ping); // slguard:expect command-injection
    } catch (IOException e) {
      context.getLogger().log("tool failed");
    }
    return APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
  }
}

class CommandInjectionRuntimeExecV2Safe implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  enum Tool {
    PNGQUANT, JPEGOPTIM;

    String program() {
      return "/opt/bin/" + name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> path = event.getPathParameters();
    try {
      Tool tool = Tool.valueOf(path.get("tool").toUpperCase(Locale.ROOT));
      Runtime.getRuntime().exec(tool.program() + " --version"); // slguard:safe
      Runtime.getRuntime().exec(new String[]{"bash", "-c", "which " + tool}); // slguard:safe
      return APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
    } catch (IllegalArgumentException | IOException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
    }
  }
}
