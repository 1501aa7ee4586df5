import java.io.IOException;

public class ReportHandler extends BaseHandler<ReportRequest, String> {
  public ReportHandler() {
    super(ReportRequest.class);
  }

  @Override
  protected String process(ReportRequest input) {
    return run("report --format " + input.getFormat());
  }

  private String run(String line) {
    try {
      Process process = new ProcessBuilder().command("sh", "-c", line).start(); // slguard:expect command-injection
      return String.valueOf(process.pid());
    } catch (IOException e) {
      return "";
    }
  }
}
