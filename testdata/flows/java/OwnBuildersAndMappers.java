import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

// slguard:trigger REST_API
public class OwnBuildersAndMappers implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final ThreadLocal<Call> CURRENT = ThreadLocal.withInitial(() -> new Call("none", "none"));
  private static String lastTenant = "none";

  record Call(String tenant, String tool) {}

  static class JobBuilder {
    private final Map<String, String> options = new LinkedHashMap<>();
    private String tool = "convert";

    static JobBuilder job() {
      return new JobBuilder();
    }

    JobBuilder tool(String name) {
      this.tool = name;
      return this;
    }

    JobBuilder option(String key, String value) {
      options.put(key, value);
      return this;
    }

    Job build() {
      return new Job(tool, options);
    }
  }

  static class Job {
    private final String tool;
    private final Map<String, String> options;

    Job(String tool, Map<String, String> options) {
      this.tool = Objects.requireNonNull(tool);
      this.options = Map.copyOf(options);
    }

    String line() {
      return tool + " " + options.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }

    String tool() {
      return tool;
    }
  }

  /** What a generated mapper looks like. */
  interface CallMapper {
    Call toCall(APIGatewayProxyRequestEvent event);
  }

  static class CallMapperImpl implements CallMapper {
    @Override
    public Call toCall(APIGatewayProxyRequestEvent event) {
      if (event == null) {
        return null;
      }
      String tenant = null;
      String tool = "convert";
      if (event.getHeaders() != null) {
        tenant = event.getHeaders().get("X-Tenant");
      }
      return new Call(tenant, tool);
    }
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String file = event.getQueryStringParameters().get("file");
    try {
      new ProcessBuilder("sh", "-c", JobBuilder.job().option("in", file).build().line()).start(); // slguard:expect command-injection
      new ProcessBuilder("sh", "-c", JobBuilder.job().option("in", "x").build().line()).start(); // slguard:safe
      new ProcessBuilder("sh", "-c", JobBuilder.job().option("in", file).build().tool()).start(); // slguard:safe the constant tool
      new ProcessBuilder("sh", "-c", JobBuilder.job().tool(file).build().tool()).start(); // slguard:expect command-injection

      Call call = new CallMapperImpl().toCall(event);
      new ProcessBuilder("sh", "-c", "run " + call.tenant()).start(); // slguard:expect command-injection
      new ProcessBuilder("sh", "-c", "run " + call.tool()).start(); // slguard:safe

      CURRENT.set(call);
      new ProcessBuilder("sh", "-c", "run " + CURRENT.get().tenant()).start(); // slguard:expect command-injection
      lastTenant = call.tenant();
      new ProcessBuilder("sh", "-c", statically()).start(); // slguard:expect command-injection
      functions(file);
      collections(file);
      throwing(file);
    } catch (IOException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    } finally {
      CURRENT.remove();
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(200);
  }

  private static String statically() {
    return "run " + lastTenant;
  }

  private void functions(String file) throws IOException {
    Function<String, String> upper = String::toUpperCase;
    Function<String, String> quoted = s -> "'" + s + "'";
    new ProcessBuilder("sh", "-c", upper.andThen(quoted).apply(file)).start(); // slguard:expect command-injection
    Supplier<String> lazy = () -> file;
    new ProcessBuilder("sh", "-c", lazy.get()).start(); // slguard:expect command-injection
    Supplier<String> fixed = () -> "ls";
    new ProcessBuilder("sh", "-c", fixed.get()).start(); // slguard:safe
    BiFunction<String, Integer, String> cut = (s, n) -> s.substring(n);
    new ProcessBuilder("sh", "-c", cut.apply("constant", file.length())).start(); // slguard:safe
    new ProcessBuilder("sh", "-c", cut.apply(file, 1)).start(); // slguard:expect command-injection
    new ProcessBuilder("sh", "-c", joined("a", "b", file)).start(); // slguard:expect command-injection
    new ProcessBuilder("sh", "-c", joined("a", "b")).start(); // slguard:safe
    new ProcessBuilder("sh", "-c", first("ls", file)).start(); // slguard:safe the first one only
    new ProcessBuilder("sh", "-c", pick(List.of("ls", file), 0)).start(); // slguard:safe
    new ProcessBuilder("sh", "-c", pick(List.of("ls", file), 1)).start(); // slguard:expect command-injection
  }

  private static String joined(String... parts) {
    return String.join(" ", parts);
  }

  private static String first(String... parts) {
    return parts[0];
  }

  private static <T> T pick(List<T> of, int at) {
    return of.get(at);
  }

  private void collections(String file) throws IOException {
    Properties settings = new Properties();
    settings.setProperty("tool", "ls");
    settings.setProperty("file", file);
    new ProcessBuilder("sh", "-c", settings.getProperty("tool")).start(); // slguard:safe
    new ProcessBuilder("sh", "-c", settings.getProperty("file", "none")).start(); // slguard:expect command-injection
    Collection<String> both = Arrays.asList("a", file);
    Iterator<String> each = both.iterator();
    each.next();
    new ProcessBuilder("sh", "-c", each.next()).start(); // slguard:expect command-injection
    Map<String, List<String>> nested = new HashMap<>();
    nested.computeIfAbsent("files", k -> new java.util.ArrayList<>()).add(file);
    nested.computeIfAbsent("tools", k -> new java.util.ArrayList<>()).add("ls");
    new ProcessBuilder("sh", "-c", nested.get("files").get(0)).start(); // slguard:expect command-injection
    new ProcessBuilder("sh", "-c", nested.get("tools").get(0)).start(); // slguard:safe
    String longest = Stream.of("a", file).filter(Objects::nonNull).max((a, b) -> a.length() - b.length()).orElse("x");
    new ProcessBuilder("sh", "-c", longest).start(); // slguard:expect command-injection
    long count = Stream.of(file.split(",")).filter(s -> !s.isEmpty()).count();
    new ProcessBuilder("sh", "-c", "seq " + count).start(); // slguard:safe
    Map<Boolean, List<String>> parts = Stream.of(file.split(",")).collect(Collectors.partitioningBy(String::isEmpty));
    new ProcessBuilder("sh", "-c", parts.get(false).get(0)).start(); // slguard:expect command-injection
  }

  private void throwing(String file) throws IOException {
    try {
      check(file);
    } catch (IllegalArgumentException e) {
      new ProcessBuilder("sh", "-c", "logger " + e.getMessage()).start(); // slguard:expect command-injection
    }
    try {
      checkQuietly(file);
    } catch (IllegalStateException e) {
      new ProcessBuilder("sh", "-c", "logger " + e.getMessage()).start(); // slguard:safe a constant message
    }
  }

  private static void check(String file) {
    if (file.startsWith("-")) {
      throw new IllegalArgumentException("bad file " + file);
    }
  }

  private static void checkQuietly(String file) {
    if (file.startsWith("-")) {
      throw new IllegalStateException("bad file");
    }
  }
}
