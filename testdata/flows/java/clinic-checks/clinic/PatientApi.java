package clinic;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import clinic.validation.Checks;
import clinic.persistence.PatientQueries;
import java.util.List;
import java.util.Map;

public class PatientApi implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final PatientQueries queries = new PatientQueries();

  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> q = event.getQueryStringParameters();
    String id = event.getPathParameters().get("id");
    queries.loose(id);
    Checks.requireUuid(id);
    queries.strict(id);
    String ward = q.get("ward");
    if (Checks.isWard(ward)) {
      queries.ward(ward);
    } else {
      queries.unknownWard(ward);
    }
    String sex = Checks.oneOf(q.get("sex"), List.of("f", "m", "d"), "d");
    queries.sex(sex);
    String fake = Checks.alwaysTrue(q.get("fake")) ? q.get("fake") : "";
    queries.fake(fake);
    String born = Checks.digitsOnly(q.get("born"));
    queries.born(born);
    queries.search(new PatientQueries.Filter().name(q.get("name")).limit(Integer.parseInt(q.get("limit"))).order(q.get("order")));
    int days = Math.abs(Integer.parseInt(q.getOrDefault("days", "7")));
    queries.days(days);
    boolean exact = Boolean.parseBoolean(q.get("exact"));
    queries.exact(exact);
    queries.version(event.getVersion());
    queries.method(event.getRequestContext().getHttp().getMethod());
    queries.account(event.getRequestContext().getAccountId());
    queries.agent(event.getRequestContext().getHttp().getUserAgent());
    queries.cookie(event.getCookies().get(0));
    queries.raw(event.getRawQueryString());
    return APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
  }
}
