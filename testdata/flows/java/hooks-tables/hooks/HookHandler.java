// slguard:handler hooks.HookHandler::handleRequest FUNCTION_URL
package hooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import java.util.Map;

public class HookHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger log = LoggerFactory.getLogger(HookHandler.class);
  private static final Set<String> KINDS = Set.of("push", "release");
  private static final String SECRET = System.getenv("HOOK_SECRET");
  private static final String SIGNING = "wh_9fK2mQ7xT4vB1nZ8"; // slguard:expect hardcoded-secret
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SqsClient sqs = SqsClient.create();
  private final EventBridgeClient events = EventBridgeClient.create();
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      if (!signed(event.getBody(), event.getHeaders().get("x-signature"))) {
        log.warn("bad signature {}", event.getHeaders().get("x-signature").length()); // slguard:safe
        return reply(401, "no");
      }
      JsonNode root = mapper.readTree(event.getBody());
      String kind = root.path("kind").asText();
      String queue = root.path("queue").asText();
      sqs.sendMessage(m -> m.queueUrl(System.getenv("QUEUE")).messageBody(root.toString())); // slguard:safe
      sqs.sendMessage(m -> m.queueUrl(queue).messageBody("x")); // slguard:expect tainted-aws-resource
      if (KINDS.contains(kind)) {
        events.putEvents(e -> e.entries(PutEventsRequestEntry.builder().eventBusName(kind).detail("{}").build())); // slguard:safe
      }
      events.putEvents(e -> e.entries(PutEventsRequestEntry.builder().eventBusName(kind).detail("{}").build())); // slguard:expect tainted-aws-resource
      String host = URI.create(root.path("callback").asText()).getHost();
      if (host == null || !host.endsWith(".hooks.example.com")) {
        return reply(400, "callback");
      }
      http.send(HttpRequest.newBuilder(URI.create(root.path("callback").asText())).build(), BodyHandlers.discarding()); // slguard:safe
      http.send(HttpRequest.newBuilder(URI.create(root.path("mirror").asText())).build(), BodyHandlers.discarding()); // slguard:expect ssrf
      String repo = root.path("repo").asText();
      http.send(HttpRequest.newBuilder(URI.create("https://api.example.com/repos/" + repo + "/hooks")).build(), BodyHandlers.discarding()); // slguard:safe
      Map<String, AttributeValue> row = dynamo.getItem(GetItemRequest.builder().tableName("hooks").key(Map.of("id", AttributeValue.fromS(repo))).build()).item(); // slguard:safe
      http.send(HttpRequest.newBuilder(URI.create(row.get("url").s())).build(), BodyHandlers.discarding()); // slguard:expect ssrf
      log.info("secret is {}", SECRET); // slguard:expect secret-logging
      log.info("secret set: {}", SECRET != null); // slguard:safe
      log.info("kind {}", kind.toUpperCase(Locale.ROOT)); // slguard:safe
      return reply(200, "done");
    } catch (Exception e) {
      log.error("hook failed", e);
      return reply(500, e.toString());
    }
  }

  private boolean signed(String body, String signature) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SIGNING.getBytes(), "HmacSHA256"));
    byte[] expected = mac.doFinal(body.getBytes());
    return MessageDigest.isEqual(expected, Base64.getDecoder().decode(signature)); // slguard:safe
  }

  private APIGatewayV2HTTPResponse reply(int status, String text) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withBody(text).build(); // slguard:expect sensitive-data-exfiltration
  }
}
