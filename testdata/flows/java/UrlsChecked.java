import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.http.client.fluent.Request;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.utils.URIBuilder;
import org.apache.http.impl.client.HttpClients;
import org.springframework.web.reactive.function.client.WebClient;

// slguard:trigger HTTP_API_V2
public class UrlsChecked implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final List<String> HOSTS = List.of("a.example", "b.example");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String url = query.get("url");
    try {
      checked(url);
      unchecked(query.get("other"));
      half(query.get("third"));
      fixed(query.get("id"));
      throughBuilder(query.get("host"), query.get("id"));
      sockets(query.get("host"));
      return APIGatewayV2HTTPResponse.builder().withStatusCode(302).withHeaders(Map.of("Location", target(url))).build(); // slguard:safe checked
    } catch (IOException | URISyntaxException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(400).build();
    }
  }

  private static String target(String url) throws URISyntaxException {
    URI uri = new URI(url);
    if (uri.getHost() == null || !HOSTS.contains(uri.getHost())) {
      return "https://a.example/";
    }
    return uri.toString();
  }

  private static void checked(String text) throws IOException, URISyntaxException {
    URL url = new URL(text);
    if (!HOSTS.contains(url.getHost())) {
      throw new MalformedURLException("host");
    }
    try (InputStream in = url.openStream()) { // slguard:safe
      in.readAllBytes();
    }
    ImageIO.read(url); // slguard:safe
  }

  private static void unchecked(String text) throws IOException {
    URL url = new URL(text);
    if (!url.getProtocol().startsWith("http")) {
      throw new MalformedURLException("scheme");
    }
    ImageIO.read(url); // slguard:expect ssrf
    WebClient.create(text).get().retrieve().bodyToMono(String.class).block(); // slguard:expect ssrf
    Request.Get(text).execute(); // slguard:expect ssrf
    HttpClients.createDefault().execute(new HttpPost(text)); // slguard:expect ssrf
  }

  private static void half(String text) throws IOException {
    if (text.contains("a.example")) {
      new URL(text).openStream().close(); // slguard:expect ssrf
    }
    String host = URI.create(text).getHost();
    if (host.equals("a.example") || host.endsWith(".a.example")) {
      new URL(text).openStream().close(); // slguard:safe
    }
  }

  private static void fixed(String id) throws IOException {
    new URL("https://a.example/items/" + id).openStream().close(); // slguard:safe
    new URL("https", "a.example", "/items/" + id).openStream().close(); // slguard:safe
    new URL("https", id, "/items").openStream().close(); // slguard:expect ssrf
    new URL(String.format("https://%s/items", System.getenv("HOST"))).openStream().close(); // slguard:safe
    new URL(String.format("https://%s.a.example/items", id)).openStream().close(); // slguard:expect ssrf
    Request.Get("https://a.example/?q=" + URLEncoder.encode(id, StandardCharsets.UTF_8)).execute(); // slguard:safe
  }

  private static void throughBuilder(String host, String id) throws URISyntaxException, IOException {
    URI good = new URIBuilder("https://a.example").setPath("/items/" + id).addParameter("v", id).build();
    HttpClients.createDefault().execute(new HttpPost(good)); // slguard:safe
    URI bad = new URIBuilder().setScheme("https").setHost(host).setPath("/items").build();
    HttpClients.createDefault().execute(new HttpPost(bad)); // slguard:expect ssrf
  }

  private static void sockets(String host) throws IOException {
    new Socket(host, 80).close(); // slguard:expect ssrf
    new Socket("a.example", host.length()).close(); // slguard:safe
    InetAddress.getByName("a.example"); // slguard:safe
  }
}
