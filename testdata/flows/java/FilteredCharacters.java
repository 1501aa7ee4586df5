import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;

// slguard:trigger REST_API
public class FilteredCharacters implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Set<String> TOOLS = new HashSet<>(Arrays.asList("ls", "du", "df"));
  private static final Set<String> CONFIGURED = Arrays.stream(System.getenv("TOOLS").split(",")).collect(Collectors.toSet());
  private static final Pattern TAG = Pattern.compile("^v(\\d+)\\.(\\d+)(-[a-z.;|]+)?$");
  private static final Map<Integer, String> BY_NUMBER = Map.of(1, "ls", 2, "du");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String tool = query.get("tool");
    String tag = query.get("tag");
    try {
      run(tool, tag, query.get("count"));
      lists(query.get("names"));
      return new APIGatewayProxyResponseEvent().withStatusCode(200);
    } catch (IOException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }

  private static void run(String tool, String tag, String count) throws IOException {
    if (TOOLS.contains(tool)) {
      new ProcessBuilder("sh", "-c", tool + " /tmp").start(); // slguard:safe
    } else if (CONFIGURED.contains(tool)) {
      new ProcessBuilder("sh", "-c", tool + " /var").start(); // slguard:safe the deployer's list
    } else {
      new ProcessBuilder("sh", "-c", tool + " /").start(); // slguard:expect command-injection
    }
    Matcher matcher = TAG.matcher(tag);
    if (matcher.matches()) {
      new ProcessBuilder("sh", "-c", "git checkout " + matcher.group(1)).start(); // slguard:safe digits
      new ProcessBuilder("sh", "-c", "git checkout " + matcher.group(3)).start(); // slguard:expect command-injection
      new ProcessBuilder("sh", "-c", "git checkout " + tag).start(); // slguard:expect command-injection
    }
    String letters = tool.chars().filter(Character::isLetterOrDigit).mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    new ProcessBuilder("sh", "-c", "which " + letters).start(); // slguard:safe letters and digits
    String stripped = tool.replaceAll("[^A-Za-z0-9_-]", "_");
    new ProcessBuilder("sh", "-c", "which " + stripped).start(); // slguard:safe
    String weak = tool.replaceAll("[;&]", "");
    new ProcessBuilder("sh", "-c", "which " + weak).start(); // slguard:expect command-injection
    new ProcessBuilder("sh", "-c", "head -n " + NumberUtils.toInt(count, 10)).start(); // slguard:safe
    new ProcessBuilder("sh", "-c", "head -n " + StringUtils.defaultIfBlank(count, "10")).start(); // slguard:expect command-injection
    if (NumberUtils.isDigits(count)) {
      new ProcessBuilder("sh", "-c", "head -n " + count).start(); // slguard:safe
    }
    if (StringUtils.isNumeric(count) && count.length() < 4) {
      new ProcessBuilder("sh", "-c", "tail -n " + count).start(); // slguard:safe
    }
    new ProcessBuilder("sh", "-c", BY_NUMBER.get(Integer.valueOf(count)) + " /tmp").start(); // slguard:safe
    boolean allowed = tool.equals("cat") || tool.equals("tac");
    if (!allowed) {
      throw new IllegalArgumentException("tool");
    }
    new ProcessBuilder("sh", "-c", tool + " /tmp/x").start(); // slguard:safe
  }

  private static void lists(String names) throws IOException {
    List<String> known = Arrays.stream(names.split(",")).filter(TOOLS::contains).toList();
    for (String each : known) {
      new ProcessBuilder("sh", "-c", each).start(); // slguard:safe
    }
    List<String> shorts = Arrays.stream(names.split(",")).filter(n -> n.length() < 5).toList();
    for (String each : shorts) {
      new ProcessBuilder("sh", "-c", each).start(); // slguard:expect command-injection
    }
    Set<String> wanted = new HashSet<>(List.of(names.split(",")));
    wanted.retainAll(TOOLS);
    for (String each : wanted) {
      new ProcessBuilder("sh", "-c", each).start(); // slguard:safe
    }
    Map<String, List<String>> byFirst = Arrays.stream(names.split(",")).collect(Collectors.groupingBy(n -> n.substring(0, 1)));
    for (Map.Entry<String, List<String>> each : byFirst.entrySet()) {
      new ProcessBuilder("sh", "-c", "echo " + each.getValue().get(0)).start(); // slguard:expect command-injection
      new ProcessBuilder("sh", "-c", "echo " + each.getValue().size()).start(); // slguard:safe
    }
    Map<String, Integer> lengths = Arrays.stream(names.split(",")).collect(Collectors.toMap(n -> n, String::length));
    for (Integer each : lengths.values()) {
      new ProcessBuilder("sh", "-c", "echo " + each).start(); // slguard:safe
    }
    for (String each : lengths.keySet()) {
      new ProcessBuilder("sh", "-c", "echo " + each).start(); // slguard:expect command-injection
    }
    String joined = Arrays.stream(names.split(",")).map(String::trim).reduce("", (a, b) -> a + " " + b);
    new ProcessBuilder("sh", "-c", "echo " + joined).start(); // slguard:expect command-injection
    int sum = Arrays.stream(names.split(",")).mapToInt(Integer::parseInt).sum();
    new ProcessBuilder("sh", "-c", "seq " + sum).start(); // slguard:safe
  }
}
