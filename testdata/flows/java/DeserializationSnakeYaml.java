import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.security.AnyTypePermission;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.Constructor;
import org.yaml.snakeyaml.constructor.SafeConstructor;

// slguard:trigger SQS
public class DeserializationSnakeYaml implements RequestHandler<SQSEvent, Integer> {
  @Override
  public Integer handleRequest(SQSEvent event, Context context) {
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      Yaml yaml = new Yaml(new Constructor(Object.class, new LoaderOptions()));
      Map<String, Object> job = yaml.load(message.getBody()); // slguard:expect deserialization
      XStream xstream = new XStream();
      xstream.addPermission(AnyTypePermission.ANY);
      Object order = xstream.fromXML(message.getMessageAttributes().get("order").getStringValue()); // slguard:expect deserialization
      Object bean = new XMLDecoder(new ByteArrayInputStream(message.getBody().getBytes())).readObject(); // slguard:expect deserialization
      context.getLogger().log("job with " + job.size() + (order == bean));
    }
    return 0;
  }
}

class DeserializationSnakeYamlSafe implements RequestHandler<SQSEvent, Integer> {
  @Override
  public Integer handleRequest(SQSEvent event, Context context) {
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Map<String, Object> job = yaml.load(message.getBody()); // slguard:safe
      XStream xstream = new XStream();
      xstream.allowTypes(new Class[]{Integer.class});
      Object order = xstream.fromXML(message.getBody()); // slguard:safe
      context.getLogger().log("job with " + job.size() + (order == null));
    }
    return 0;
  }
}
