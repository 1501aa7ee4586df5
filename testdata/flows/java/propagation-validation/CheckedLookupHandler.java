import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.lang3.StringUtils;

public class CheckedLookupHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private Statement statement;

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String name = event.getQueryStringParameters().get("name");
    if (!Checks.isWord(name)) {
      return "bad";
    }
    String zip = event.getQueryStringParameters().get("zip");
    Checks.requireDigits(zip);
    String city = event.getQueryStringParameters().get("city");
    try {
      statement.execute("select * from a where n = '" + name + "'"); // slguard:safe
      statement.execute("select * from b where zip = '" + zip + "'"); // slguard:safe
      if (StringUtils.isAlphanumeric(city)) {
        statement.execute("select * from c where city = '" + city + "'"); // slguard:safe
      }
      if (city.equals("Berlin") || "Paris".equals(city)) {
        statement.execute("select * from d where city = '" + city + "'"); // slguard:safe
      }
      statement.execute("select * from e where k = '" + Checks.digits(city) + "'"); // slguard:safe
    } catch (SQLException e) {
      return "failed";
    }
    return "ok";
  }
}
