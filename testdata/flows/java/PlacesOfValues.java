import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

// slguard:trigger HTTP_API_V2
public class PlacesOfValues implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final Predicate<String> WORD = Pattern.compile("[a-z]{2}").asMatchPredicate();

  enum Part { DEVICE, METRIC }

  record Reading(String device, double value) {}

  record Caller(String tenant, String ip) {}

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String a = event.getQueryStringParameters().get("a");
    Optional<String> o = Optional.ofNullable(a);
    try {
      sh("locale " + o.filter(l -> l.matches("[a-z]{2}")).orElse("en")); // slguard:safe
      sh2("locale " + o.orElse("en"));
      sh("locale " + o.filter(Pattern.compile("[a-z]{2}").asMatchPredicate()).orElse("en")); // slguard:safe
      sh2("locale " + o.filter(Pattern.compile("[a-z]{2}").asPredicate()).orElse("en"));
      sh("word " + Stream.of(a).filter(WORD).toList()); // slguard:safe
      sh("count " + o.map(x -> new Reading(x, 1)).map(Reading::value).orElseThrow()); // slguard:safe
      Map<Part, String> row = new EnumMap<>(Part.class);
      row.put(Part.DEVICE, a);
      row.put(Part.METRIC, "temperature");
      sh("metric " + row.get(Part.METRIC)); // slguard:safe
      new ProcessBuilder("sh", "-c", "device " + row.get(Part.DEVICE)).start(); // slguard:expect command-injection
      Object reading = new Reading(a, 3);
      if (reading instanceof Reading(var device, var value)) {
        sh("value " + String.valueOf(value)); // slguard:safe
        new ProcessBuilder("sh", "-c", "device " + device).start(); // slguard:expect command-injection
      }
      Caller caller = new Caller(a, event.getRequestContext().getHttp().getSourceIp());
      sh("whois " + caller.ip()); // slguard:safe
      new ProcessBuilder("sh", "-c", "tenant " + caller.tenant()).start(); // slguard:expect command-injection
      stacks(a);
      arrays(a);
    } catch (IOException e) {
      return "failed";
    }
    return "";
  }

  private static void stacks(String a) throws IOException {
    Deque<String> stack = new ArrayDeque<>();
    stack.push(a);
    stack.push("constant");
    sh("top " + stack.pop()); // slguard:safe
    new ProcessBuilder("sh", "-c", "next " + stack.pop()).start(); // slguard:expect command-injection
    Queue<String> queue = new LinkedList<>();
    queue.add(a);
    queue.offer("last");
    new ProcessBuilder("sh", "-c", "first " + queue.poll()).start(); // slguard:expect command-injection
    sh("last " + queue.remove()); // slguard:safe
  }

  private static void arrays(String a) throws IOException {
    String[] two = new String[2];
    two[0] = a;
    two[1] = "b";
    sh("second " + two[1]); // slguard:safe
    new ProcessBuilder("sh", "-c", "first " + two[0]).start(); // slguard:expect command-injection
    String[] all = {"a", "b"};
    for (int i = 0; i < all.length; i++) {
      all[i] = a;
    }
    new ProcessBuilder("sh", "-c", "any " + all[1]).start(); // slguard:expect command-injection
    StringBuilder text = new StringBuilder();
    text.append(a);
    text.delete(0, text.length());
    text.append("clean");
    sh("text " + text); // slguard:safe
  }

  private static void sh(String line) throws IOException {
    new ProcessBuilder("sh", "-c", line).start(); // slguard:safe
  }

  private static void sh2(String line) throws IOException {
    new ProcessBuilder("sh", "-c", line).start(); // slguard:expect command-injection
  }
}
