import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jsoup.Jsoup;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;

// slguard:trigger FUNCTION_URL
public class ClientsSpringWeb implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final RestTemplate rest = new RestTemplate();
  private final WebClient web = WebClient.create("https://api.acme.example");
  private final RestClient client = RestClient.builder().baseUrl(System.getenv("API")).build();
  private final OkHttpClient ok = new OkHttpClient();

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Map<String, String> query = (Map<String, String>) event.get("queryStringParameters");
    String url = query.get("url");
    String id = query.get("id");
    rest.getForObject(url, String.class); // slguard:expect ssrf
    rest.getForObject("https://api.acme.example/items/{id}", String.class, id); // slguard:safe
    rest.postForEntity(URI.create(url), "x", String.class); // slguard:expect ssrf
    rest.exchange("https://api.acme.example/items/" + id, org.springframework.http.HttpMethod.GET, null, String.class); // slguard:safe fixed host
    web.get().uri("/items/{id}", id).retrieve().bodyToMono(String.class).block(); // slguard:safe
    web.get().uri(url).retrieve().bodyToMono(String.class).block(); // slguard:expect ssrf
    client.get().uri("/items/{id}", id).retrieve().body(String.class); // slguard:safe
    client.get().uri(URI.create(url)).retrieve().body(String.class); // slguard:expect ssrf
    URI built = UriComponentsBuilder.fromHttpUrl("https://api.acme.example").path("/items/").queryParam("id", id).build().toUri();
    rest.getForObject(built, String.class); // slguard:safe
    URI open = UriComponentsBuilder.fromUriString(url).queryParam("v", "2").build().toUri();
    rest.getForObject(open, String.class); // slguard:expect ssrf
    try {
      ok.newCall(new Request.Builder().url(url).build()).execute(); // slguard:expect ssrf
      HttpUrl safe = new HttpUrl.Builder().scheme("https").host("api.acme.example").addPathSegment(id).build();
      ok.newCall(new Request.Builder().url(safe).build()).execute(); // slguard:safe
      fetch(new URL(url));
      Jsoup.connect(url).get(); // slguard:expect ssrf
      Jsoup.parse(url).text(); // slguard:safe parses a text
      try (CloseableHttpClient apache = HttpClients.createDefault()) {
        apache.execute(new HttpGet(url), r -> r.getCode()); // slguard:expect ssrf
        apache.execute(new HttpGet("https://api.acme.example/?q=" + id), r -> r.getCode()); // slguard:safe
      }
    } catch (MalformedURLException e) {
      return Map.of("statusCode", 400);
    } catch (IOException e) {
      return Map.of("statusCode", 502);
    }
    return Map.of("statusCode", 200, "body", "done");
  }

  private static int fetch(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection(); // slguard:expect ssrf
    connection.setConnectTimeout(500);
    return connection.getResponseCode();
  }
}
