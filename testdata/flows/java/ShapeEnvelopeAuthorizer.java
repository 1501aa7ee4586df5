import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

// slguard:trigger AUTHORIZER_REQUEST_V2
public class ShapeEnvelopeAuthorizer implements RequestHandler<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> {
  private JdbcTemplate jdbc;

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2CustomAuthorizerEvent event, Context context) {
    String tenant = Optional.ofNullable(event.getHeaders()).map(h -> h.get("x-tenant")).filter(t -> !t.isBlank()).orElseThrow();
    Integer found = jdbc.queryForObject("select count(*) from tenants where name = '" + tenant + "'", Integer.class); // slguard:expect sql-injection
    return Map.of("isAuthorized", found > 0);
  }
}

class ShapeEnvelopeAuthorizerSafe implements RequestHandler<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> {
  private JdbcTemplate jdbc;

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2CustomAuthorizerEvent event, Context context) {
    UUID tenant = Optional.of(event.getHeaders().get("x-tenant")).map(UUID::fromString).get();
    Integer found = jdbc.queryForObject("select count(*) from tenants where id = '" + tenant + "' and route = '" + event.getRouteArn() + "'", Integer.class); // slguard:safe
    return Map.of("isAuthorized", found > 0);
  }
}
