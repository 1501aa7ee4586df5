import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

// slguard:trigger FUNCTION_URL
public class SqlInjectionRdsDataLambdaUrl implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
  private final RdsDataClient data = RdsDataClient.create();

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String body = event.getIsBase64Encoded() ? new String(Base64.getDecoder().decode(event.getBody())) : event.getBody();
    return Map.of("statusCode", 200, "body", count(body.split("&")[0].substring("name=".length())));
  }

  private int count(String name) {
    StringBuilder sql = new StringBuilder("select count(*) from people");
    sql.append(" where name like '").append(name).append("%'");
    ExecuteStatementRequest request = ExecuteStatementRequest.builder().resourceArn(System.getenv("CLUSTER_ARN"))
        .secretArn(System.getenv("DATABASE_SECRET_ARN"))
        .sql(sql.toString()) // slguard:expect sql-injection
        .build();
    return data.executeStatement(request).records().size();
  }
}

class SqlInjectionRdsDataLambdaUrlSafe implements RequestHandler<APIGatewayV2HTTPEvent, Map<String, Object>> {
  private final RdsDataClient data = RdsDataClient.create();

  @Override
  public Map<String, Object> handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    UUID tenant = UUID.fromString(event.getHeaders().get("x-tenant"));
    SqlParameter name = SqlParameter.builder().name("name").value(Field.fromStringValue(event.getBody())).build();
    int size = data.executeStatement(r -> r.resourceArn(System.getenv("CLUSTER_ARN"))
        .sql("select * from people_" + tenant.toString().replace("-", "") + " where name = :name") // slguard:safe
        .parameters(name)).records().size();
    return Map.of("statusCode", 200, "body", size);
  }
}
