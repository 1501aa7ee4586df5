import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class CommandHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final List<String> SIZES = List.of("small", "large");
  private String prefix = "convert ";

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      String name = event.getQueryStringParameters().get("name");
      run(name);
      Runtime.getRuntime().exec(new String[]{"sh", "-c", "echo " + name}); // slguard:expect command-injection
      Runtime.getRuntime().exec(new String[]{"convert", name}); // slguard:safe
      new ProcessBuilder("sh", "-c", name).start(); // slguard:expect command-injection
      int number = Integer.parseInt(event.getQueryStringParameters().get("n"));
      new ProcessBuilder("sh", "-c", "head -n " + number).start(); // slguard:safe
      String size = event.getBody();
      if (!SIZES.contains(size)) {
        return "bad";
      }
      new ProcessBuilder("sh", "-c", "resize " + size).start(); // slguard:safe
      Map<String, String> map = new HashMap<>();
      map.put("good", "constant");
      map.put("bad", name);
      new ProcessBuilder("sh", "-c", map.get("good")).start(); // slguard:safe
      new ProcessBuilder("sh", "-c", map.get("bad")).start(); // slguard:expect command-injection
      List<String> list = new ArrayList<>();
      list.add("safe");
      list.add(name);
      list.add("moresafe");
      list.remove(0);
      new ProcessBuilder("sh", "-c", list.get(0)).start(); // slguard:expect command-injection
      new ProcessBuilder("sh", "-c", list.get(1)).start(); // slguard:safe
      int num = 86;
      String bar;
      if ((7 * 42) - num > 200) {
        bar = "constant";
      } else {
        bar = name;
      }
      new ProcessBuilder("sh", "-c", bar).start(); // slguard:safe
      StringBuilder command = new StringBuilder(prefix);
      command.append(name).append(" x.png");
      new ProcessBuilder("sh", "-c", command.toString()).start(); // slguard:expect command-injection
      switch ("ABC".charAt(1)) {
        case 'A':
          bar = name;
          break;
        case 'B':
          bar = "b";
          break;
        default:
          bar = name;
      }
      new ProcessBuilder("sh", "-c", bar).start(); // slguard:safe
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return "ok";
  }

  private void run(String value) throws IOException {
    String line = prefix + value;
    new ProcessBuilder("bash", "-c", line).start(); // slguard:expect command-injection
  }
}
