// slguard:trigger REST_API
package async;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class PriceHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Predicate<String> ISIN = s -> s != null && s.matches("[A-Z]{2}[A-Z0-9]{10}");
  private final Map<String, Function<String, String>> formats = new HashMap<>();
  private final PriceStore store = new PriceStore();

  public PriceHandler() {
    formats.put("upper", String::toUpperCase);
    formats.put("length", s -> Integer.toString(s.length()));
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Map<String, String> q = Optional.ofNullable(event.getQueryStringParameters()).orElseGet(HashMap::new);
    Map<String, List<String>> multi = event.getMultiValueQueryStringParameters();
    String isin = q.get("isin");
    CompletableFuture<String> a = CompletableFuture.supplyAsync(() -> store.price(isin));
    CompletableFuture<String> b = CompletableFuture.supplyAsync(() -> "EUR").thenCompose(c -> store.rate(c));
    CompletableFuture<String> c = a.thenCombine(b, (x, y) -> x + y);
    c.thenAccept(System.out::println);
    if (ISIN.test(isin)) {
      store.checked(isin);
    }
    if (ISIN.negate().test(q.get("other"))) {
      return respond(400);
    }
    store.checked(q.get("other"));
    store.formatted(formats.get("upper").apply(q.get("name")));
    store.checked(formats.get("length").apply(q.get("name")));
    String joined = multi.get("field").stream().filter(f -> f.startsWith("p_")).collect(Collectors.joining(","));
    store.fields(joined);
    List<String> known = multi.get("field").stream().filter(PriceStore.COLUMNS::contains).collect(Collectors.toList());
    store.checked(String.join(",", known));
    Map<Boolean, List<String>> parts = multi.get("field").stream().collect(Collectors.partitioningBy(f -> f.matches("[a-z]+")));
    store.fields2(parts.get(false).get(0));
    store.checked(IntStream.range(0, multi.get("field").size()).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
    Supplier<String> lazy = () -> q.get("lazy");
    store.lazy(lazy);
    BiFunction<String, Integer, String> times = (s, n) -> s.repeat(n);
    store.fields3(times.apply(q.get("word"), 2));
    Runnable task = new Runnable() {
      private final String word = q.get("task");

      @Override
      public void run() {
        store.task(word);
        store.checked(String.valueOf(word.hashCode()));
      }
    };
    Executors.newVirtualThreadPerTaskExecutor().submit(task);
    new Thread(() -> store.thread(q.get("thread"))).start();
    return respond(200);
  }

  private APIGatewayProxyResponseEvent respond(int status) {
    return new APIGatewayProxyResponseEvent().withStatusCode(status);
  }
}
