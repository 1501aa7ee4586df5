import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.regex.Pattern;

public class RedosUserPattern implements RequestHandler<APIGatewayV2HTTPEvent, Long> {
  private static final List<String> TITLES = List.of("one", "two");

  @Override
  public Long handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String filter = event.getQueryStringParameters().get("filter");
    Pattern pattern = Pattern.compile(filter, Pattern.CASE_INSENSITIVE); // slguard:expect redos
    String cleaned = event.getBody().replaceAll(filter, ""); // slguard:expect redos
    return TITLES.stream().filter(t -> pattern.matcher(t).find()).count() + cleaned.length();
  }
}

class RedosUserPatternSafe implements RequestHandler<APIGatewayV2HTTPEvent, Long> {
  private static final List<String> TITLES = List.of("one", "two");

  @Override
  public Long handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String filter = event.getQueryStringParameters().get("filter");
    Pattern pattern = Pattern.compile(".*" + Pattern.quote(filter) + ".*"); // slguard:safe
    String cleaned = event.getBody().replace(filter, ""); // slguard:safe
    return TITLES.stream().filter(t -> pattern.matcher(t).matches()).count() + cleaned.length();
  }
}
