import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

// slguard:trigger HTTP_API_V2
public class HardAllowLists implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  enum Tool {
    GZIP("gzip"), ZIP("zip");

    private final String program;

    Tool(String program) {
      this.program = program;
    }

    static Tool of(String text) {
      for (Tool tool : values()) {
        if (tool.program.equals(text)) {
          return tool;
        }
      }
      throw new IllegalArgumentException(text);
    }
  }

  private static final Pattern WORD = Pattern.compile("^[a-z0-9]+$");
  private static final Pattern LOOSE = Pattern.compile("[a-z0-9]+");
  private static final List<String> PROGRAMS = List.of("gzip", "zip");
  private static final Map<String, String> LEVELS = Map.of("fast", "-1", "best", "-9");

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String tool = event.getQueryStringParameters().get("tool");
    String level = event.getQueryStringParameters().get("level");
    try {
      shell("a " + Tool.of(event.getHeaders().get("x-tool")).program);
      shell("b " + require(event.getHeaders().get("x-other-tool")));
      if (WORD.matcher(tool).matches()) {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "c " + tool}); // slguard:safe
      }
      if (LOOSE.matcher(tool).find()) {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "d " + tool}); // slguard:expect command-injection
      }
      String chosen = switch (level) {
        case "fast", "best" -> level;
        default -> "none";
      };
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "e " + chosen}); // slguard:safe
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "f " + LEVELS.get(level)}); // slguard:safe
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "g " + LEVELS.getOrDefault(level, level)}); // slguard:expect command-injection
      if (!isKnown(tool) && !level.equals("x")) {
        return "unknown";
      }
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "h " + tool}); // slguard:expect command-injection
      if (isKnown(tool)) {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "i " + tool}); // slguard:safe
      }
      if (PROGRAMS.stream().anyMatch(each -> each.equals(tool))) {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "j " + tool}); // slguard:safe
      }
      if (PROGRAMS.stream().anyMatch(each -> tool.startsWith(each))) {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "k " + tool}); // slguard:expect command-injection
      }
      return Optional.of(tool).filter(PROGRAMS::contains).map(HardAllowLists::run).orElse("");
    } catch (IOException e) {
      return EnumSet.allOf(Tool.class).toString();
    }
  }

  private static String run(String program) {
    try {
      return String.valueOf(new ProcessBuilder("sh", "-c", program).start().pid()); // slguard:safe filtered before
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isKnown(String tool) {
    return tool != null && PROGRAMS.contains(tool);
  }

  private static String require(String tool) {
    if (!PROGRAMS.contains(tool)) {
      throw new IllegalArgumentException("no such tool");
    }
    return tool;
  }

  private static void shell(String line) throws IOException {
    Runtime.getRuntime().exec(new String[] {"sh", "-c", line}); // slguard:safe
  }
}
