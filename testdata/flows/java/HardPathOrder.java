import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

// slguard:trigger HTTP_API_V2
public class HardPathOrder implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Path BASE = Paths.get("/mnt/files");

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name = event.getPathParameters().get("name");
    try {
      return right(name) + wrong(name) + late(name) + canonical(name) + noSeparator(name) + escaped(name);
    } catch (IOException e) {
      return "";
    }
  }

  private String right(String name) throws IOException {
    Path path = BASE.resolve(name).normalize();
    if (!path.startsWith(BASE)) {
      throw new SecurityException("outside");
    }
    return Files.readString(path); // slguard:safe
  }

  private String wrong(String name) throws IOException {
    Path path = BASE.resolve(name);
    if (!path.startsWith(BASE)) {
      throw new SecurityException("outside");
    }
    return Files.readString(path.normalize()); // slguard:expect path-traversal
  }

  private String late(String name) throws IOException {
    Path path = BASE.resolve(name).normalize();
    String text = Files.readString(path); // slguard:expect path-traversal
    if (!path.startsWith(BASE)) {
      throw new SecurityException("outside");
    }
    return text;
  }

  private String canonical(String name) throws IOException {
    File file = new File("/mnt/files", name);
    if (file.getCanonicalPath().startsWith("/mnt/files" + File.separator)) {
      return Files.readString(file.toPath()); // slguard:safe
    }
    return "";
  }

  private String noSeparator(String name) throws IOException {
    File file = new File("/mnt/files", name).getCanonicalFile();
    if (file.getPath().startsWith("/mnt/files")) {
      return Files.readString(file.toPath()); // slguard:expect path-traversal
    }
    return "";
  }

  private String escaped(String name) throws IOException {
    return Files.readString(BASE.resolve(name.replace("../", ""))); // slguard:expect path-traversal
  }
}
