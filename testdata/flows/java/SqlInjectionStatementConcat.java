import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

// slguard:trigger REST_API
public class SqlInjectionStatementConcat
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    LambdaLogger logger = context.getLogger();
    var response = new APIGatewayProxyResponseEvent();
    String id = input.getPathParameters().get("id");
    try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"));
        Statement statement = connection.createStatement()) {
      String sql = "SELECT id, total FROM orders WHERE id = '" + id + "'";
      if (input.getQueryStringParameters().containsKey("sort")) {
        sql += " ORDER BY " + input.getQueryStringParameters().get("sort");
      }
      ResultSet rows = statement.executeQuery(sql); // slguard:expect sql-injection
      logger.log("orders read");
      return response.withStatusCode(rows.next() ? 200 : 404);
    } catch (SQLException e) {
      logger.log("database is down");
      return response.withStatusCode(500);
    }
  }
}

class SqlInjectionStatementConcatSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String sort = switch (input.getQueryStringParameters().getOrDefault("sort", "")) {
      case "total" -> "total DESC";
      case "date" -> "created";
      default -> "id";
    };
    String sql = "SELECT id, total FROM orders WHERE id = ? ORDER BY " + sort;
    try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"));
        PreparedStatement statement = connection.prepareStatement(sql)) { // slguard:safe
      statement.setString(1, input.getPathParameters().get("id"));
      ResultSet rows = statement.executeQuery();
      return new APIGatewayProxyResponseEvent().withStatusCode(rows.next() ? 200 : 404);
    } catch (SQLException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }
}
