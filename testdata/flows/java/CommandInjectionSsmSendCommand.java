import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.SendCommandRequest;

// slguard:trigger REST_API authenticated
public class CommandInjectionSsmSendCommand
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final SsmClient ssm = SsmClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String branch = input.getQueryStringParameters().get("branch");
    SendCommandRequest request = SendCommandRequest.builder()
        .documentName("AWS-RunShellScript")
        .instanceIds(System.getenv("INSTANCE"))
        .parameters(Map.of("commands", List.of("cd /srv/app", "git checkout " + branch))) // slguard:expect command-injection
        .build();
    ssm.sendCommand(request);
    return new APIGatewayProxyResponseEvent().withStatusCode(202);
  }
}

class CommandInjectionSsmSendCommandSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final SsmClient ssm = SsmClient.create();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String branch = "true".equals(input.getQueryStringParameters().get("preview")) ? "preview" : "main";
    ssm.sendCommand(r -> r.documentName("AWS-RunShellScript").instanceIds(System.getenv("INSTANCE"))
        .parameters(Map.of("commands", List.of("git checkout " + branch)))); // slguard:safe
    return new APIGatewayProxyResponseEvent().withStatusCode(202);
  }
}
