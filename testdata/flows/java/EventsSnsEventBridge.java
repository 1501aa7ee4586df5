import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

// slguard:trigger SNS
public class EventsSnsEventBridge implements RequestHandler<SNSEvent, Void> {
  private static final Set<String> HOSTS = Set.of("hooks.acme.example", "api.acme.example");
  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public Void handleRequest(SNSEvent event, Context context) {
    event.getRecords().forEach(each -> {
      try {
        deliver(each.getSNS());
      } catch (IOException e) {
        context.getLogger().log("failed");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    return null;
  }

  private void deliver(SNSEvent.SNS sns) throws IOException, InterruptedException {
    JsonObject message = JsonParser.parseString(sns.getMessage()).getAsJsonObject();
    String callback = message.get("callback").getAsString();
    String id = message.getAsJsonPrimitive("id").getAsString();
    http.send(HttpRequest.newBuilder(URI.create(callback)).GET().build(), HttpResponse.BodyHandlers.discarding()); // slguard:expect ssrf
    http.send(HttpRequest.newBuilder().uri(URI.create("https://api.acme.example/orders/" + id)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:safe fixed host
    http.send(HttpRequest.newBuilder().uri(URI.create("https://" + id + ".acme.example/")).build(), HttpResponse.BodyHandlers.ofString()); // slguard:expect ssrf
    URI wanted = URI.create(callback);
    if (HOSTS.contains(wanted.getHost()) && "https".equals(wanted.getScheme())) {
      http.send(HttpRequest.newBuilder(wanted).build(), HttpResponse.BodyHandlers.ofString()); // slguard:safe
    }
    if (callback.startsWith("https://api.acme.example")) {
      http.send(HttpRequest.newBuilder(URI.create(callback)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:expect ssrf
    }
    if (callback.startsWith("https://api.acme.example/")) {
      http.send(HttpRequest.newBuilder(URI.create(callback)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:safe
    }
    if (wanted.getHost().endsWith("acme.example")) {
      http.send(HttpRequest.newBuilder(wanted).build(), HttpResponse.BodyHandlers.ofString()); // slguard:expect ssrf
    }
    http.send(HttpRequest.newBuilder(URI.create(System.getenv("HOOK"))).POST(HttpRequest.BodyPublishers.ofString(callback)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:safe
  }
}
