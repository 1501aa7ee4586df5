import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

// slguard:trigger REST_API
public class HardInheritedFields implements RequestHandler<APIGatewayProxyRequestEvent, String> {
  abstract static class Repository {
    protected final Connection connection;
    protected String table = "items";

    Repository(Connection connection) {
      this.connection = connection;
    }

    void from(String newTable) {
      this.table = newTable;
    }

    String count() throws SQLException {
      return run("select count(*) from " + table + suffix());
    }

    protected abstract String suffix();

    private String run(String sql) throws SQLException {
      return connection.createStatement().executeQuery(sql).toString(); // slguard:expect sql-injection
    }
  }

  static class Tenant extends Repository {
    private final String tenant;

    Tenant(Connection connection, String tenant) {
      super(connection);
      this.tenant = tenant;
    }

    @Override
    protected String suffix() {
      return " where tenant = '" + tenant + "'";
    }
  }

  static class All extends Repository {
    All(Connection connection) {
      super(connection);
    }

    @Override
    protected String suffix() {
      return "";
    }

    void clear(int days) throws SQLException {
      connection.createStatement().execute("delete from " + table.toLowerCase(Locale.ROOT) + " where age > " + days); // slguard:safe
    }
  }

  @Override
  public String handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    try (Connection connection = DriverManager.getConnection(System.getenv("URL"))) {
      All all = new All(connection);
      all.clear(Integer.parseInt(event.getQueryStringParameters().get("days")));
      return new Tenant(connection, event.getHeaders().get("x-tenant")).count();
    } catch (SQLException e) {
      return "";
    }
  }
}
