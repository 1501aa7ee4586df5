import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

public class DeserializationObjectStream implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    byte[] cookie = Base64.getUrlDecoder().decode(event.getCookies().get(0).substring(8));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(cookie))) {
      Object session = in.readObject(); // slguard:expect deserialization
      return session.getClass().getSimpleName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      return "unknown";
    }
  }
}

class DeserializationObjectStreamSafe implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    byte[] cookie = Base64.getUrlDecoder().decode(event.getCookies().get(0).substring(8));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(cookie))) {
      in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("com.acme.Session;!*"));
      return String.valueOf(in.readObject() != null); // slguard:safe
    } catch (IOException | ClassNotFoundException e) {
      return "unknown";
    }
  }
}
