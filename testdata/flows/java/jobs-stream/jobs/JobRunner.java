// slguard:handler jobs.JobRunner::handleRequest EVENTBRIDGE
package jobs;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;

public class JobRunner implements RequestStreamHandler {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final Type MAP = new TypeToken<Map<String, Object>>() {}.getType();
  private final Map<JobKind, Job> jobs = new LinkedHashMap<>();

  enum JobKind { COPY, RUN, CLEAN }

  abstract static class Job {
    protected abstract void execute(Map<String, Object> detail) throws IOException;

    protected String text(Map<String, Object> detail, String name) {
      Object value = detail.get(name);
      if (value == null) {
        throw new IllegalArgumentException(name);
      }
      return value.toString();
    }
  }

  static class CopyJob extends Job {
    @Override
    protected void execute(Map<String, Object> detail) throws IOException {
      Path source = Path.of("/mnt/in", text(detail, "source"));
      Files.copy(source, Path.of("/mnt/out/copy"), StandardCopyOption.REPLACE_EXISTING); // slguard:expect path-traversal
      String target = StringUtils.replaceChars(text(detail, "target"), "/\\", "__");
      Files.copy(Path.of("/mnt/in/fixed"), Path.of("/mnt/out", target)); // slguard:safe
    }
  }

  static class RunJob extends Job {
    @Override
    protected void execute(Map<String, Object> detail) throws IOException {
      String command = text(detail, "command");
      String[] words = command.split(" ");
      if (!words[0].equals("report")) {
        return;
      }
      new ProcessBuilder("/bin/sh", "-c", command).start(); // slguard:expect command-injection
      new ProcessBuilder("/opt/report", "--all").start(); // slguard:safe
      long amount = Double.valueOf(text(detail, "amount")).longValue();
      new ProcessBuilder("/bin/sh", "-c", "report --amount " + amount).start(); // slguard:safe
      String user = text(detail, "user");
      if (!StringUtils.isAlphanumeric(user)) {
        throw new IllegalArgumentException("user");
      }
      new ProcessBuilder("/bin/sh", "-c", "report --user " + user).start(); // slguard:safe
    }
  }

  static class CleanJob extends Job {
    private final List<String> folders = List.of("a", "b", "c");

    @Override
    protected void execute(Map<String, Object> detail) throws IOException {
      int index = Integer.parseInt(text(detail, "index"));
      Files.deleteIfExists(Path.of("/mnt/tmp", folders.get(index))); // slguard:safe
      String folder = folders.contains(text(detail, "folder")) ? text(detail, "folder") : folders.get(0);
      Files.deleteIfExists(Path.of("/mnt/tmp", folder)); // slguard:safe
      Files.deleteIfExists(Path.of("/mnt/tmp", text(detail, "other"))); // slguard:expect path-traversal
    }
  }

  public JobRunner() {
    jobs.put(JobKind.COPY, new CopyJob());
    jobs.put(JobKind.RUN, new RunJob());
    jobs.put(JobKind.CLEAN, new CleanJob());
  }

  @Override
  @SuppressWarnings("unchecked")
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    Map<String, Object> event = GSON.fromJson(new InputStreamReader(input, StandardCharsets.UTF_8), MAP);
    Map<String, Object> detail = (Map<String, Object>) event.get("detail");
    JobKind kind = JobKind.valueOf(String.valueOf(detail.get("kind")));
    jobs.get(kind).execute(detail);
    new ProcessBuilder("/bin/sh", "-c", "log " + event.get("id") + " " + kind).start(); // slguard:safe
    output.write("ok".getBytes(StandardCharsets.UTF_8));
  }
}
