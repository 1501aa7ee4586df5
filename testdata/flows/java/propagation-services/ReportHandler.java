import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

public class ReportHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final List<Renderer> renderers = List.of(new PdfRenderer(), new TextRenderer());
  private String last;

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String[] columns = event.getQueryStringParameters().get("columns").split(",");
    String joined = Arrays.stream(columns).map(String::strip).filter(c -> !c.isEmpty()).collect(Collectors.joining(", "));
    Report report = Report.builder().columns(joined).table("orders").build();
    last = joined.toUpperCase();
    for (Renderer renderer : renderers) {
      renderer.render(report);
    }
    Settings.current = event.getHeaders().get("x-tool");
    Settings.runTool();
    rerun();
    StringJoiner joiner = new StringJoiner(" ");
    for (Map.Entry<String, String> each : event.getQueryStringParameters().entrySet()) {
      joiner.add(each.getKey() + '=' + each.getValue());
    }
    Tools.shell("env", joiner.toString());
    return "ok";
  }

  private void rerun() {
    Tools.shell("report", last);
  }
}
