import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Base64;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;
import org.yaml.snakeyaml.constructor.SafeConstructor;

// slguard:trigger HTTP_API_V2
public class HardDeserializers implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final ObjectMapper open = new ObjectMapper();
  private final ObjectMapper narrow = new ObjectMapper();
  private final ObjectMapper plain = new ObjectMapper();

  public HardDeserializers() {
    open.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
    narrow.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfSubType("com.acme.").build());
  }

  record Order(String id, Map<String, Object> fields) {}

  static class Envelope {
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    public Object payload;
  }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      byte[] bytes = Base64.getDecoder().decode(event.getBody());
      Object first = new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject(); // slguard:expect deserialization
      ObjectInputStream filtered = new ObjectInputStream(new ByteArrayInputStream(bytes));
      filtered.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.acme.*;!*"));
      Object second = filtered.readObject(); // slguard:safe
      open.readValue(event.getBody(), Object.class); // slguard:expect deserialization
      narrow.readValue(event.getBody(), Order.class); // slguard:safe
      plain.readValue(event.getBody(), Order.class); // slguard:safe
      plain.readValue(event.getBody(), Envelope.class); // slguard:expect deserialization
      new Yaml(new Constructor(Order.class, new LoaderOptions())).load(event.getBody()); // slguard:expect deserialization
      new Yaml(new SafeConstructor(new LoaderOptions())).load(event.getBody()); // slguard:safe
      return String.valueOf(first == second);
    } catch (Exception e) {
      return "";
    }
  }
}
