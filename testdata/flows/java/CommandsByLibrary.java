import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;

// slguard:trigger ALB
public class CommandsByLibrary implements RequestHandler<ApplicationLoadBalancerRequestEvent, ApplicationLoadBalancerResponseEvent> {
  @Override
  public ApplicationLoadBalancerResponseEvent handleRequest(ApplicationLoadBalancerRequestEvent event, Context context) {
    String file = URLDecoder.decode(event.getQueryStringParameters().get("file"), StandardCharsets.UTF_8);
    String format = event.getQueryStringParameters().getOrDefault("format", "mp4");
    try {
      List<String> arguments = new ArrayList<>();
      arguments.add("ffmpeg");
      arguments.add("-i");
      arguments.add(file);
      arguments.add("/tmp/out." + format);
      new ProcessBuilder(arguments).directory(new File("/tmp")).start(); // slguard:expect argument-injection
      List<String> shell = new ArrayList<>(List.of("/bin/bash", "-c"));
      shell.add(String.format("ffmpeg -i %s /tmp/out.mp4", file));
      new ProcessBuilder(shell).inheritIO().start(); // slguard:expect command-injection
      ProcessBuilder later = new ProcessBuilder();
      later.command("sh", "-c", "file " + file); // slguard:expect command-injection
      later.start();
      ProcessBuilder fixed = new ProcessBuilder("sh", "-c", "file \"$NAME\"");
      fixed.start(); // slguard:safe
      CommandLine line = CommandLine.parse("ffmpeg -i " + file);
      new DefaultExecutor().execute(line); // slguard:expect command-injection
      CommandLine safe = new CommandLine("ffmpeg");
      safe.addArgument("-i");
      safe.addArgument(file);
      new DefaultExecutor().execute(safe); // slguard:safe
      Runtime.getRuntime().exec(new String[] {file, "-v"}); // slguard:expect command-injection
      Runtime.getRuntime().exec(new String[] {"ls", "-v"}, new String[] {"HOME=/tmp"}, new File("/tmp")); // slguard:safe
      String kind = switch (format) {
        case "mp4", "mov" -> "video";
        case "mp3" -> "audio";
        default -> throw new IllegalArgumentException("format");
      };
      new ProcessBuilder("sh", "-c", "encode --" + kind + " --to " + format).start(); // slguard:safe one of three
      new ProcessBuilder("sh", "-c", "encode --rate " + Math.min(Integer.parseInt(file), 30)).start(); // slguard:safe
      Map<String, String> environment = new ProcessBuilder("env").environment();
      environment.put("TERM", "dumb"); // slguard:safe
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    ApplicationLoadBalancerResponseEvent response = new ApplicationLoadBalancerResponseEvent();
    response.setStatusCode(200);
    return response;
  }
}
