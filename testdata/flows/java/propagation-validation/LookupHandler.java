import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.sql.SQLException;
import java.sql.Statement;

/** Validators are judged by what they do, not by what they are called. */
public class LookupHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private Statement statement;

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name = event.getQueryStringParameters().get("name");
    if (!Checks.isSafe(name)) {
      return "bad";
    }
    try {
      statement.execute("select * from a where n = '" + name + "'"); // slguard:expect sql-injection
      String other = Checks.sanitize(event.getQueryStringParameters().get("other"));
      statement.execute("select * from b where n = '" + other + "'"); // slguard:expect sql-injection
      String number = event.getQueryStringParameters().get("number");
      Integer.parseInt("0" + other.length());
      statement.execute("select * from c where n = " + number); // slguard:expect sql-injection
    } catch (SQLException e) {
      return "failed";
    }
    return "ok";
  }
}
