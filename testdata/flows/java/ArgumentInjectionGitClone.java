import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Direct map event: a list of arguments is filled step by step. */
public class ArgumentInjectionGitClone implements RequestHandler<Map<String, Object>, String> {
  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    String repository = (String) event.get("body");
    List<String> command = new ArrayList<>();
    command.add("git");
    command.add("clone");
    command.add(repository);
    try {
      new ProcessBuilder(command).directory(new File("/tmp")).start(); // slguard:expect argument-injection
      return "ok";
    } catch (IOException e) {
      return "failed";
    }
  }
}

class ArgumentInjectionGitCloneSafe implements RequestHandler<Map<String, Object>, String> {
  @Override
  public String handleRequest(Map<String, Object> event, Context context) {
    String repository = (String) event.get("body");
    List<String> command = new ArrayList<>(List.of("git", "clone", "--depth", "1", "--"));
    command.add(repository);
    try {
      new ProcessBuilder(command).directory(new File("/tmp")).start(); // slguard:safe
      return "ok";
    } catch (IOException e) {
      return "failed";
    }
  }
}
