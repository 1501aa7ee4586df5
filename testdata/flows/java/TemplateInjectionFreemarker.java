import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;

public class TemplateInjectionFreemarker implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Configuration CONFIGURATION = new Configuration(Configuration.VERSION_2_3_32);

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    StringWriter out = new StringWriter();
    try {
      Template template = new Template("mail", new StringReader(event.getBody()), CONFIGURATION); // slguard:expect template-injection
      template.process(Map.of("name", "x"), out);
      Velocity.evaluate(new VelocityContext(), out, "greeting", event.getQueryStringParameters().get("greeting")); // slguard:expect template-injection
    } catch (IOException | TemplateException e) {
      return "bad template";
    }
    return out.toString();
  }
}

class TemplateInjectionFreemarkerSafe implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Configuration CONFIGURATION = new Configuration(Configuration.VERSION_2_3_32);

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    StringWriter out = new StringWriter();
    try {
      Template template = new Template("mail", new StringReader("Hello ${name}"), CONFIGURATION); // slguard:safe
      template.process(Map.of("name", event.getBody()), out);
    } catch (IOException | TemplateException e) {
      return "bad template";
    }
    return out.toString();
  }
}
