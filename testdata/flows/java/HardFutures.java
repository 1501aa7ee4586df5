import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

// slguard:trigger HTTP_API_V2
public class HardFutures implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final HttpClient client = HttpClient.newBuilder().build();
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String target = event.getQueryStringParameters().get("target");
    return CompletableFuture.supplyAsync(() -> target).thenApply(URI::create)
        .thenCompose(this::fetch)
        .thenCombine(CompletableFuture.supplyAsync(() -> ask(event.getRawPath()), pool), (a, b) -> a + b)
        .exceptionally(error -> "failed").join();
  }

  private CompletableFuture<String> fetch(URI uri) {
    HttpRequest request = HttpRequest.newBuilder(uri).GET().build(); // slguard:expect ssrf
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
  }

  private String ask(String path) {
    try {
      HttpRequest request = HttpRequest.newBuilder().uri(URI.create("https://catalog.internal.example" + "/" + path)).build(); // slguard:safe fixed host
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      return "";
    }
  }
}

class HardFuturesPool implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final ExecutorService pool = Executors.newSingleThreadExecutor();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      Future<String> host = pool.submit(() -> event.getHeaders().get("x-callback"));
      var request = HttpRequest.newBuilder(URI.create("http://" + host.get() + "/done")).build(); // slguard:expect ssrf
      Future<Integer> port = pool.submit(() -> Integer.parseInt(event.getHeaders().get("x-port")));
      var local = HttpRequest.newBuilder(URI.create("http://localhost:" + port.get() + "/done")).build(); // slguard:safe a number
      return request.toString() + local;
    } catch (Exception e) {
      return "";
    }
  }
}
