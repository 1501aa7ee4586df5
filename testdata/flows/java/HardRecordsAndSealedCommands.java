import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

// slguard:trigger HTTP_API_V2
public class HardRecordsAndSealedCommands implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  sealed interface Query permits ByName, ById, Everything {}

  record ByName(String name, String order) implements Query {}

  record ById(long id) implements Query {}

  record Everything() implements Query {}

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try (Connection connection = DriverManager.getConnection(System.getenv("URL"));
        Statement statement = connection.createStatement()) {
      Query query = parse(mapper.readTree(event.getBody()));
      String where = switch (query) {
        case ByName(String name, var order) when !order.isBlank() -> "name = '" + name + "'";
        case ByName(String name, _) -> "name = 'x'";
        case ById(long id) -> "id = " + id;
        case Everything _ -> "1 = 1";
      };
      statement.executeQuery("select * from orders where " + where); // slguard:expect sql-injection
      if (query instanceof ById(var id)) {
        statement.executeQuery("select * from orders where id = " + id); // slguard:safe a number
      }
      return "ok";
    } catch (SQLException | java.io.IOException e) {
      return "failed";
    }
  }

  private Query parse(JsonNode node) {
    return switch (node.path("kind").asText()) {
      case "name" -> new ByName(node.path("name").asText(), node.path("order").asText("asc"));
      case "id" -> new ById(node.path("id").asLong());
      default -> new Everything();
    };
  }
}

class HardRecordsAndSealedCommandsSafe implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  record Page(int number, Sort sort) {}

  enum Sort { NAME, PRICE }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    var page = new Page(Integer.parseInt(event.getQueryStringParameters().get("page")),
        Sort.valueOf(event.getQueryStringParameters().get("sort")));
    try (Connection connection = DriverManager.getConnection(System.getenv("URL"));
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select * from orders order by " + page.sort() + " limit 10 offset " + page.number()); // slguard:safe
      return "ok";
    } catch (SQLException e) {
      return "failed";
    }
  }
}
