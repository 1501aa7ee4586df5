import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// slguard:trigger HTTP_API_V2
public class HardProcesses implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String file = event.getQueryStringParameters().get("file");
    try {
      new ProcessBuilder("identify", file).start(); // slguard:safe no shell
      new ProcessBuilder(List.of("/bin/sh", "-c", "identify " + file)).start(); // slguard:expect command-injection
      List<String> line = new ArrayList<>();
      line.add("bash");
      line.add("-c");
      line.add("identify '" + file + "'");
      new ProcessBuilder(line).start(); // slguard:expect command-injection
      List<String> plain = new ArrayList<>(Arrays.asList("identify", "-verbose"));
      plain.add(file);
      new ProcessBuilder(plain).start(); // slguard:safe no shell
      ProcessBuilder builder = new ProcessBuilder();
      builder.command("sh", "-c", "identify \"$FILE\""); // slguard:safe by variable
      builder.environment().put("FILE", file);
      builder.start();
      String[] command = {"sh", "-c", null};
      command[2] = "identify " + file; // slguard:expect command-injection
      Runtime.getRuntime().exec(command);
      Runtime.getRuntime().exec(file + " --version"); // slguard:expect command-injection
      new ProcessBuilder(file.split(" ")).inheritIO().start(); // slguard:expect command-injection
      return "ok";
    } catch (IOException e) {
      return "";
    }
  }
}
