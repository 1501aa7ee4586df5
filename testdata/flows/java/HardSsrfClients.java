import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

// slguard:trigger HTTP_API_V2
public class HardSsrfClients implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Set<String> HOSTS = Set.of("api.partner.example", "cdn.partner.example");
  private final RestTemplate rest = new RestTemplate();
  private final WebClient web = WebClient.builder().baseUrl("https://api.partner.example").build();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String url = event.getQueryStringParameters().get("url");
    String id = event.getQueryStringParameters().get("id");
    try (InputStream in = new URL(url).openStream()) { // slguard:expect ssrf
      in.readAllBytes();
    } catch (IOException e) {
      return "";
    }
    rest.getForObject("https://api.partner.example/items/{id}", String.class, id); // slguard:safe encoded
    rest.getForObject("https://api.partner.example/items/" + id, String.class); // slguard:safe fixed host
    rest.postForEntity("https://" + id + ".partner.example/items", null, String.class); // slguard:expect ssrf
    web.get().uri("/items/" + id).retrieve().bodyToMono(String.class).block(); // slguard:safe below the base
    WebClient.create().get().uri(url).retrieve().bodyToMono(String.class).block(); // slguard:expect ssrf
    URI parsed = URI.create(url);
    if (HOSTS.contains(parsed.getHost()) && "https".equals(parsed.getScheme())) {
      rest.getForObject(parsed, String.class); // slguard:safe
    }
    if (url.startsWith("https://api.partner.example")) {
      rest.getForObject(url, String.class); // slguard:expect ssrf
    }
    if (url.startsWith("https://api.partner.example/")) {
      rest.getForObject(url, String.class); // slguard:safe
    }
    if (url.contains("partner.example")) {
      rest.exchange(url, null, null, String.class); // slguard:expect ssrf
    }
    return "ok";
  }
}
