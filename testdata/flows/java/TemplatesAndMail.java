import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.mitchellbosecke.pebble.PebbleEngine;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.commons.text.StringSubstitutor;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.Message;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;

// slguard:trigger REST_API
public class TemplatesAndMail implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);
  private final TemplateEngine thymeleaf = new TemplateEngine();
  private final SesClient ses = SesClient.create();

  public TemplatesAndMail() {
    thymeleaf.setTemplateResolver(new StringTemplateResolver());
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String layout = event.getQueryStringParameters().get("layout");
    String name = event.getQueryStringParameters().get("name");
    Map<String, Object> model = new HashMap<>();
    model.put("name", name);
    StringWriter out = new StringWriter();
    try {
      new Template("page", new StringReader(layout), freemarker).process(model, out); // slguard:expect template-injection
      new Template("page", new StringReader("Hello ${name}"), freemarker).process(model, out); // slguard:safe data only
      freemarker.getTemplate("hello.ftlh").process(model, out); // slguard:safe
    } catch (IOException | TemplateException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
    VelocityContext velocity = new VelocityContext();
    velocity.put("name", name);
    Velocity.evaluate(velocity, out, "mail", "Dear $name, " + layout); // slguard:expect template-injection
    Velocity.evaluate(velocity, out, "mail", "Dear $name"); // slguard:safe
    org.thymeleaf.context.Context variables = new org.thymeleaf.context.Context();
    variables.setVariable("name", name);
    thymeleaf.process("<p>" + name + "</p>", variables); // slguard:expect template-injection
    thymeleaf.process("<p th:text=\"${name}\"></p>", variables); // slguard:safe
    new PebbleEngine.Builder().build().getLiteralTemplate(layout); // slguard:expect template-injection
    StringSubstitutor.createInterpolator().replace("Hi " + name); // slguard:expect template-injection
    StringSubstitutor.replace("Hi ${name}", Map.of("name", name)); // slguard:safe values only

    ses.sendEmail(SendEmailRequest.builder().message(Message.builder()
        .body(Body.builder().html(Content.builder().data("<p>" + name + "</p>").build()).build()).build()).build()); // slguard:expect html-mail-injection
    ses.sendEmail(SendEmailRequest.builder().message(Message.builder()
        .body(Body.builder().html(Content.builder().data("<p>" + StringEscapeUtils.escapeHtml4(name) + "</p>").build()).build()).build()).build()); // slguard:safe
    ses.sendEmail(SendEmailRequest.builder().message(Message.builder()
        .body(Body.builder().text(Content.builder().data(name).build()).build()).build()).build()); // slguard:safe plain text
    return new APIGatewayProxyResponseEvent().withStatusCode(204);
  }
}
