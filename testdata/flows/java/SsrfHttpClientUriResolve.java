import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

// slguard:trigger HTTP_API_V1
/** URI.resolve: an absolute or // reference replaces the host of the base. */
public class SsrfHttpClientUriResolve
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final URI BASE = URI.create("https://api.example.com/v1/");
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    URI target = BASE.resolve(input.getQueryStringParameters().get("next"));
    HttpRequest request = HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(3)).GET().build(); // slguard:expect ssrf
    String host = "https://api.example.com" + input.getQueryStringParameters().get("path");
    HttpRequest second = HttpRequest.newBuilder().uri(URI.create(host)).build(); // slguard:expect ssrf
    try {
      client.send(request, BodyHandlers.discarding());
      return new APIGatewayProxyResponseEvent().withBody(client.send(second, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(502);
    }
  }
}

class SsrfHttpClientUriResolveSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Set<String> HOSTS = Set.of("api.example.com", "static.example.com");
  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    URI target = URI.create(input.getQueryStringParameters().get("next"));
    if (!HOSTS.contains(target.getHost())) {
      return new APIGatewayProxyResponseEvent().withStatusCode(403);
    }
    HttpRequest request = HttpRequest.newBuilder(target).build(); // slguard:safe
    try {
      return new APIGatewayProxyResponseEvent().withStatusCode(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException | InterruptedException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(502);
    }
  }
}
