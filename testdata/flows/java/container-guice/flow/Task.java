// slguard:handler flow.Task::handle STEP_FUNCTIONS
package flow;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.securitytoken.AWSSecurityTokenService;
import com.amazonaws.services.securitytoken.AWSSecurityTokenServiceClientBuilder;
import com.amazonaws.services.securitytoken.model.AssumeRoleRequest;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

public class Task {
  private static final Injector INJECTOR = Guice.createInjector(new AbstractModule() {
    @Override
    protected void configure() {
      bind(Runner.class).to(ShellRunner.class);
    }
  });
  private final Steps steps = INJECTOR.getInstance(Steps.class);

  public String handle(TaskInput input) throws Exception {
    steps.all(input);
    steps.reflect(input.plugin);
    steps.aws(input);
    return "done";
  }

  public static class TaskInput {
    public String command;
    public String plugin;
    public List<String> names;
    public String role;
    public int retries;
    public String bucket;
  }

  interface Runner {
    void run(String line) throws Exception;
  }

  static class ShellRunner implements Runner {
    @Override
    public void run(String line) throws Exception {
      new ProcessBuilder("/bin/bash", "-c", line).start(); // slguard:expect command-injection
    }
  }

  static class Steps {
    private final Runner runner;
    private static final List<String> ALLOWED = Arrays.asList("clean", "build");

    @Inject
    Steps(Runner runner) {
      this.runner = runner;
    }

    void all(TaskInput input) throws Exception {
      runner.run("make " + input.command);
      Iterator<String> it = input.names.iterator();
      while (it.hasNext()) {
        String name = it.next();
        if (!ALLOWED.contains(name)) {
          continue;
        }
        new ProcessBuilder("sh", "-c", "make " + name).start(); // slguard:safe
      }
      for (int i = 0; i < input.retries; i++) {
        new ProcessBuilder("sh", "-c", "try " + i + " of " + input.retries).start(); // slguard:safe
      }
      for (String fixed : ALLOWED) {
        new ProcessBuilder("sh", "-c", "make " + fixed).start(); // slguard:safe
      }
      String chosen = ALLOWED.stream().filter(a -> a.equals(input.command)).findFirst().orElse("build");
      new ProcessBuilder("sh", "-c", "make " + chosen).start(); // slguard:safe
    }

    void reflect(String plugin) throws Exception {
      Class<?> c = Class.forName(plugin); // slguard:expect code-injection
      Method m = c.getMethod("run");
      m.invoke(c.getDeclaredConstructor().newInstance());
      Class<?> fixed = Class.forName("flow.plugins.Default"); // slguard:safe
      fixed.getDeclaredConstructor().newInstance();
    }

    void aws(TaskInput input) {
      AWSSecurityTokenService sts = AWSSecurityTokenServiceClientBuilder.defaultClient();
      sts.assumeRole(new AssumeRoleRequest().withRoleArn(input.role).withRoleSessionName("s")); // slguard:expect tainted-aws-resource
      sts.assumeRole(new AssumeRoleRequest().withRoleArn(System.getenv("ROLE")).withRoleSessionName(input.command)); // slguard:safe
      AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
      s3.getObject(input.bucket, "config.json"); // slguard:expect tainted-aws-resource
      s3.getObject("config-bucket", "config.json"); // slguard:safe
    }
  }
}
