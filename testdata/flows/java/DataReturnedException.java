import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.PrintWriter;
import java.io.StringWriter;

public class DataReturnedException implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(work(event.getRawPath().length())).build();
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return APIGatewayV2HTTPResponse.builder().withStatusCode(500)
          .withBody(trace.toString()) // slguard:expect sensitive-data-exfiltration
          .build();
    }
  }

  private static String work(int size) {
    if (size > 100) {
      throw new IllegalStateException("too long");
    }
    return "ok";
  }
}

class DataReturnedExceptionSafe implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody("ok").build();
    } catch (RuntimeException e) {
      e.printStackTrace();
      String reference = context.getAwsRequestId();
      return APIGatewayV2HTTPResponse.builder().withStatusCode(500).withBody("failed, reference " + reference).build(); // slguard:safe
    }
  }
}
