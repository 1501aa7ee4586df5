import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

public abstract class BaseHandler<I, O> implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final ObjectMapper mapper = new ObjectMapper();
  private final Class<I> type;

  protected BaseHandler(Class<I> type) {
    this.type = type;
  }

  @Override
  public final APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    try {
      I input = mapper.readValue(event.getBody(), type);
      validate(input);
      O output = process(input);
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(mapper.writeValueAsString(output));
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(400);
    }
  }

  protected void validate(I input) {}

  protected abstract O process(I input);
}
