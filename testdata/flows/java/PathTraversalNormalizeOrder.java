import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** startsWith before normalize proves nothing; resolve lets an absolute name replace the base. */
public class PathTraversalNormalizeOrder implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Path BASE = Paths.get("/mnt/files");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Path wanted = BASE.resolve(event.getPathParameters().get("file"));
    if (!wanted.startsWith(BASE)) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(403).build();
    }
    try {
      String text = Files.readString(wanted.normalize()); // slguard:expect path-traversal
      String once = event.getRawPath().replace("../", "");
      Files.delete(BASE.resolve(once)); // slguard:expect path-traversal
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(text).build();
    } catch (IOException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(404).build();
    }
  }
}

class PathTraversalNormalizeOrderSafe implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Path BASE = Paths.get("/mnt/files");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Path wanted = BASE.resolve(event.getPathParameters().get("file")).normalize();
    if (!wanted.startsWith(BASE)) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(403).build();
    }
    try {
      String text = Files.readString(wanted); // slguard:safe
      Files.delete(Path.of("/mnt/files", event.getRawPath().replace("/", "_"))); // slguard:safe
      Files.deleteIfExists(BASE.resolve(inside(event.getBody()))); // slguard:safe
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(text).build();
    } catch (IOException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(404).build();
    }
  }

  private static Path inside(String name) throws IOException {
    Path real = BASE.resolve(name).toRealPath();
    if (real.startsWith(BASE)) {
      return real;
    }
    throw new IOException("outside");
  }
}
