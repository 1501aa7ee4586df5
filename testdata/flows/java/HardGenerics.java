import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

// slguard:trigger HTTP_API_V2
public class HardGenerics implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  static final class Result<T, E extends Exception> {
    private final T value;
    private final E error;

    private Result(T value, E error) {
      this.value = value;
      this.error = error;
    }

    static <T, E extends Exception> Result<T, E> ok(T value) {
      return new Result<>(value, null);
    }

    <R> Result<R, E> map(java.util.function.Function<? super T, ? extends R> change) {
      return error == null ? Result.ok(change.apply(value)) : new Result<>(null, error);
    }

    T orElse(T other) {
      return error == null ? value : other;
    }
  }

  static class Bus {
    private final List<Consumer<String>> listeners = new ArrayList<>();

    void on(Consumer<String> listener) {
      listeners.add(listener);
    }

    void send(String message) {
      for (Iterator<Consumer<String>> all = listeners.iterator(); all.hasNext();) {
        all.next().accept(message);
      }
    }
  }

  interface Step {
    String run(String input) throws IOException;

    default Step then(Step next) {
      return input -> next.run(run(input));
    }
  }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name = event.getQueryStringParameters().get("name");
    try {
      Result<String, IOException> result = Result.ok(name);
      exec(result.map(String::strip).map(each -> "convert " + each).orElse("true"));
      Result<Integer, IOException> size = Result.<String, IOException>ok(name).map(String::length);
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "size " + size.orElse(0)}); // slguard:safe a number
      Bus bus = new Bus();
      bus.on(HardGenerics::listen);
      bus.send(name);
      Step step = input -> "a" + input;
      Step both = step.then(input -> String.valueOf(new ProcessBuilder("sh", "-c", input).start().pid())); // slguard:expect command-injection
      both.run(name);
      List<String> copy = new ArrayList<>(List.of("x", Objects.requireNonNullElse(name, "y")));
      Collections.reverse(copy);
      Map<String, List<String>> grouped = Map.of("args", copy);
      Runtime.getRuntime().exec(new String[] {"sh", "-c", grouped.get("args").get(0)}); // slguard:expect command-injection
      return "";
    } catch (IOException e) {
      return "";
    }
  }

  private static void listen(String message) {
    try {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", message}); // slguard:expect command-injection
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void exec(String line) throws IOException {
    Runtime.getRuntime().exec(new String[] {"sh", "-c", line}); // slguard:expect command-injection
  }
}
