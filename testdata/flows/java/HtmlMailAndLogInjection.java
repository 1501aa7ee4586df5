import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import org.owasp.encoder.Encode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.Body;
import software.amazon.awssdk.services.ses.model.Content;
import software.amazon.awssdk.services.ses.model.Destination;
import software.amazon.awssdk.services.ses.model.Message;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;

public class HtmlMailAndLogInjection implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Logger LOG = LoggerFactory.getLogger(HtmlMailAndLogInjection.class);
  private final SesClient ses = SesClient.create();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String comment = event.getQueryStringParameters().get("comment");
    LOG.info("comment: " + comment); // slguard:expect log-injection
    Content html = Content.builder().data("<p>" + comment + "</p>").build();
    Message message = Message.builder().subject(Content.builder().data("New comment").build())
        .body(Body.builder().html(html).build()).build(); // slguard:expect html-mail-injection
    ses.sendEmail(SendEmailRequest.builder().source("shop@example.com")
        .destination(Destination.builder().toAddresses("owner@example.com").build()).message(message).build());
    return "sent";
  }
}

class HtmlMailAndLogInjectionSafe implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Logger LOG = LoggerFactory.getLogger(HtmlMailAndLogInjectionSafe.class);
  private final SesClient ses = SesClient.create();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String comment = event.getQueryStringParameters().get("comment");
    LOG.info("comment: {}", comment.replaceAll("[\\r\\n]", "_")); // slguard:safe
    Content html = Content.builder().data("<p>" + Encode.forHtml(comment) + "</p>").build();
    ses.sendEmail(r -> r.source("shop@example.com")
        .destination(d -> d.toAddresses("owner@example.com"))
        .message(m -> m.subject(s -> s.data("New comment")).body(b -> b.html(html)))); // slguard:safe
    return "sent";
  }
}
