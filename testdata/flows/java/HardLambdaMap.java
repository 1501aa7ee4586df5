import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

// slguard:trigger HTTP_API_V2
public class HardLambdaMap implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final Map<String, Function<String, String>> actions = new HashMap<>();
  private static final Map<String, BiFunction<Path, String, Path>> PLACES = Map.of("tmp", (base, name) -> base.resolve(name),
      "fixed", (base, name) -> base.resolve("report.txt"));

  public HardLambdaMap() {
    actions.put("read", this::read);
    actions.put("name", name -> name.toUpperCase());
    actions.put("size", name -> String.valueOf(name.length()));
  }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name = event.getPathParameters().get("name");
    String action = event.getQueryStringParameters().get("action");
    String result = actions.getOrDefault(action, each -> "").apply(name);
    Supplier<String> size = () -> actions.get("size").apply(name);
    write("size-" + size.get(), "x");
    Path fixed = PLACES.get("fixed").apply(Path.of("/mnt/reports"), name);
    try {
      Files.readString(fixed); // slguard:safe always the same file
      Files.readString(PLACES.get("tmp").apply(Path.of("/mnt/reports"), name)); // slguard:expect path-traversal
    } catch (IOException e) {
      return "";
    }
    return result;
  }

  private String read(String name) {
    try {
      return Files.readString(Path.of("/mnt/data", name)); // slguard:expect path-traversal
    } catch (IOException e) {
      return "";
    }
  }

  private static void write(String name, String content) {
    try {
      Files.writeString(Path.of("/mnt/data", name), content); // slguard:safe a number in the name
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
