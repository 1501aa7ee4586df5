import java.io.IOException;

public class SafeReportHandler extends BaseHandler<ReportRequest, String> {
  public SafeReportHandler() {
    super(ReportRequest.class);
  }

  @Override
  protected void validate(ReportRequest input) {
    if (!input.getFormat().matches("[a-z]{3,4}")) {
      throw new IllegalArgumentException("format");
    }
  }

  @Override
  protected String process(ReportRequest input) {
    try {
      new ProcessBuilder("sh", "-c", "report --format " + input.getFormat()).start(); // slguard:safe checked in validate
      new ProcessBuilder("sh", "-c", "report --copies " + input.getCopies()).start(); // slguard:safe a number
      return "ok";
    } catch (IOException e) {
      return "";
    }
  }
}
