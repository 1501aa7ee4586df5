import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

// slguard:trigger DIRECT_INVOKE
public class FuturesAndThreads implements RequestHandler<Map<String, String>, String> {
  private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> cache = new ConcurrentHashMap<>();

  @Override
  public String handleRequest(Map<String, String> input, Context context) {
    String host = input.get("host");
    try {
      Future<String> submitted = pool.submit(() -> host.trim());
      run(new String[] {"sh", "-c", "ping " + submitted.get()});
      Callable<String> constant = () -> "localhost";
      Runtime.getRuntime().exec("sh -c 'ping " + pool.submit(constant).get() + "'"); // slguard:safe
      CompletableFuture<String> chain = CompletableFuture.supplyAsync(() -> host).thenApply(h -> "ping " + h).thenCombine(CompletableFuture.completedFuture(" -c 1"), (a, b) -> a + b);
      new ProcessBuilder("sh", "-c", chain.join()).start(); // slguard:expect command-injection
      CompletableFuture<Integer> length = CompletableFuture.supplyAsync(() -> host).thenApply(String::length);
      new ProcessBuilder("sh", "-c", "head -c " + length.join()).start(); // slguard:safe a number
      AtomicReference<String> held = new AtomicReference<>("none");
      held.set(host);
      new ProcessBuilder("sh", "-c", "ping " + held.get()).start(); // slguard:expect command-injection
      Thread.startVirtualThread(() -> exec("ping " + host)).join();
      cache.computeIfAbsent(host, h -> "ping " + h);
      new ProcessBuilder("sh", "-c", cache.get(host)).start(); // slguard:expect command-injection
      String joined = IntStream.range(0, 3).mapToObj(i -> "ping host" + i).collect(Collectors.joining(";"));
      new ProcessBuilder("sh", "-c", joined).start(); // slguard:safe
      Optional<String> known = Optional.of(host).filter(List.of("a.example", "b.example")::contains);
      new ProcessBuilder("sh", "-c", "ping " + known.orElse("localhost")).start(); // slguard:safe an allow list
      Optional<String> any = Optional.of(host).filter(h -> !h.isBlank());
      new ProcessBuilder("sh", "-c", "ping " + any.orElseThrow()).start(); // slguard:expect command-injection
      String given = Optional.ofNullable(input.get("port")).map(Integer::valueOf).map(p -> ":" + p).orElse("");
      new ProcessBuilder("sh", "-c", "curl localhost" + given).start(); // slguard:safe a number
      any.ifPresentOrElse(h -> exec(h), () -> exec("ls"));
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "ok";
  }

  private static void run(String[] command) throws IOException {
    Runtime.getRuntime().exec(command); // slguard:expect command-injection
  }

  private static void exec(String line) {
    try {
      new ProcessBuilder("sh", "-c", line).start(); // slguard:expect command-injection
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
