import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.StringUtils;

// slguard:trigger HTTP_API_V2
public class PathGuards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Path ROOT = Path.of("/mnt/docs").toAbsolutePath().normalize();
  private static final Pattern NAME = Pattern.compile("[\\w-]{1,40}\\.pdf");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name = Optional.ofNullable(event.getQueryStringParameters()).map(q -> q.get("name")).orElse("index.pdf");
    try {
      String text = switch (event.getRawPath()) {
        case "/a" -> prefixOnly(name);
        case "/b" -> orderWrong(name);
        case "/c" -> stripped(name);
        case "/d" -> dots(name);
        case "/e" -> guardedByThrow(name);
        case "/f" -> pattern(name);
        case "/g" -> canonicalWithoutSeparator(name);
        case "/h" -> id(name);
        case "/i" -> looseName(name);
        case "/j" -> negated(name);
        default -> helper(name);
      };
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withHeaders(Map.of("Content-Type", "text/plain")).withBody(text).build();
    } catch (IOException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(404).build();
    }
  }

  private static String prefixOnly(String name) throws IOException {
    String path = "/mnt/docs/" + name;
    if (!path.startsWith("/mnt/docs/")) {
      throw new IOException("outside");
    }
    return Files.readString(Paths.get(path)); // slguard:expect path-traversal
  }

  private static String orderWrong(String name) throws IOException {
    Path path = ROOT.resolve(name);
    if (!path.startsWith(ROOT)) {
      throw new IOException("outside");
    }
    return Files.readString(path.normalize()); // slguard:expect path-traversal
  }

  private static String stripped(String name) throws IOException {
    return Files.readString(ROOT.resolve(name.replace("../", ""))); // slguard:expect path-traversal
  }

  private static String dots(String name) throws IOException {
    if (name.contains("..")) {
      return "";
    }
    return Files.readString(Paths.get("/mnt/docs/" + name)); // slguard:safe stays below the folder
  }

  private static String guardedByThrow(String name) throws IOException {
    Path path = ROOT.resolve(name).normalize();
    requireBelow(path);
    return Files.readString(path); // slguard:safe
  }

  private static void requireBelow(Path path) {
    if (!path.startsWith(ROOT)) {
      throw new SecurityException("outside");
    }
  }

  private static String pattern(String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IOException("bad name");
    }
    return FileUtils.readFileToString(new File("/mnt/docs", name), "UTF-8"); // slguard:safe
  }

  private static String canonicalWithoutSeparator(String name) throws IOException {
    File file = new File("/mnt/docs", name);
    if (!file.getCanonicalPath().startsWith("/mnt/docs")) {
      throw new IOException("outside");
    }
    return FileUtils.readFileToString(file, "UTF-8"); // slguard:expect path-traversal
  }

  private static String id(String name) throws IOException {
    UUID id = UUID.fromString(name);
    return Files.readString(ROOT.resolve(id + ".txt")); // slguard:safe
  }

  private static String looseName(String name) throws IOException {
    if (!Pattern.compile("[\\w-]+\\.pdf").matcher(name).find()) {
      throw new IOException("bad name");
    }
    try (BufferedReader reader = new BufferedReader(new FileReader("/mnt/docs/" + name))) { // slguard:expect path-traversal
      return reader.readLine();
    }
  }

  private static String negated(String name) throws IOException {
    if (!StringUtils.isAlphanumeric(name)) {
      return Files.readString(Path.of("/mnt/docs", name)); // slguard:expect path-traversal
    }
    return Files.readString(Path.of("/mnt/docs", name)); // slguard:safe
  }

  private static String helper(String name) throws IOException {
    if (isFine(name)) {
      return Files.readString(Path.of("/mnt/docs/" + name)); // slguard:expect path-traversal
    }
    if (isName(name)) {
      return Files.readString(Path.of("/mnt/docs/" + name)); // slguard:safe
    }
    return "";
  }

  private static boolean isFine(String name) {
    return name != null && !name.isEmpty() && name.length() < 100;
  }

  private static boolean isName(String name) {
    return name != null && name.matches("^[a-z0-9]+$");
  }
}
