import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

public class SwitchDispatchHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final Functions functions = new Functions();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name;
    switch (event.getPathParameters().get("job")) {
      case "thumbnail":
        name = "make-thumbnail";
        break;
      case "index":
        name = System.getenv("INDEX_FUNCTION");
        break;
      default:
        throw new IllegalArgumentException("unknown job");
    }
    return functions.invokeKnown(name, event.getBody());
  }
}
