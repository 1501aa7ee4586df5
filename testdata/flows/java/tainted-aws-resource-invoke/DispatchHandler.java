import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

public class DispatchHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Functions functions = new Functions();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      JsonNode body = mapper.readTree(event.getBody());
      return functions.invoke(body.get("function").textValue(), "{}");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return "{}";
    }
  }
}
