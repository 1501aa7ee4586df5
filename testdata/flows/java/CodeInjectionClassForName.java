import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.UnaryOperator;

// slguard:trigger WEBSOCKET
public class CodeInjectionClassForName implements RequestHandler<APIGatewayV2WebSocketEvent, Map<String, Object>> {
  interface Action {
    void perform(JsonObject message);
  }

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
    JsonObject message = new Gson().fromJson(event.getBody(), JsonObject.class);
    String name = message.get("action").getAsString();
    try {
      Action action = (Action) Class.forName(name).getDeclaredConstructor().newInstance(); // slguard:expect code-injection
      action.perform(message);
    } catch (ReflectiveOperationException e) {
      return Map.of("statusCode", 400);
    }
    return Map.of("statusCode", 200);
  }
}

class CodeInjectionClassForNameSafe implements RequestHandler<APIGatewayV2WebSocketEvent, Map<String, Object>> {
  private static final Map<String, String> ACTIONS = Map.of("join", "com.acme.chat.Join", "leave", "com.acme.chat.Leave");

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2WebSocketEvent event, Context context) {
    JsonObject message = new Gson().fromJson(event.getBody(), JsonObject.class);
    String type = ACTIONS.get(message.get("action").getAsString());
    if (type == null) {
      return Map.of("statusCode", 404);
    }
    try {
      Class.forName(type).getDeclaredConstructor().newInstance(); // slguard:safe
      Class.forName("com.acme.chat." + event.getRequestContext().getRouteKey()); // slguard:safe
    } catch (ReflectiveOperationException e) {
      return Map.of("statusCode", 500);
    }
    return Map.of("statusCode", 200);
  }
}
