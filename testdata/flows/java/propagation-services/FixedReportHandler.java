import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** Safe twin: the same classes, the tainted part of the report is not the one that is used. */
public class FixedReportHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Report report = Report.builder().columns(event.getBody()).table("orders").build();
    Tools.fixed(report.table());
    Tools.fixed("columns " + report.columns().length());
    return "ok";
  }
}
