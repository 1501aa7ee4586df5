import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;

// slguard:trigger REST_API
public class DeserializationJacksonTyping
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  static class Document {
    public Object content;
  }

  private final ObjectMapper mapper;

  public DeserializationJacksonTyping() {
    mapper = new ObjectMapper();
    mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    try {
      Document document = mapper.readValue(input.getBody(), Document.class); // slguard:expect deserialization
      return new APIGatewayProxyResponseEvent().withStatusCode(document.content == null ? 400 : 200);
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(400);
    }
  }
}

class DeserializationJacksonTypingSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  record Document(String title, int pages) {
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    try {
      Document document = MAPPER.readValue(input.getBody(), Document.class); // slguard:safe
      return new APIGatewayProxyResponseEvent().withStatusCode(document.pages() == 0 ? 400 : 200);
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(400);
    }
  }
}
