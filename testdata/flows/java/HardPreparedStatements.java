import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

// slguard:trigger SQS
public class HardPreparedStatements implements RequestHandler<SQSEvent, Void> {
  private final NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(null);

  @Override
  public Void handleRequest(SQSEvent event, Context context) {
    event.getRecords().forEach(message -> {
      try (Connection connection = DriverManager.getConnection(System.getenv("URL"))) {
        String[] fields = message.getBody().split(";");
        try (PreparedStatement statement = connection.prepareStatement("insert into log values (?, ?)")) { // slguard:safe
          statement.setString(1, fields[0]);
          statement.setString(2, message.getMessageAttributes().get("kind").getStringValue());
          statement.executeUpdate(); // slguard:safe
        }
        try (PreparedStatement statement = connection.prepareStatement("select * from " + fields[1] + " where id = ?")) { // slguard:expect sql-injection
          statement.setString(1, fields[0]);
          ResultSet result = statement.executeQuery();
          while (result.next()) {
            connection.createStatement().execute("delete from log where name = '" + result.getString(1) + "'"); // slguard:expect sql-injection
          }
        }
        CallableStatement call = connection.prepareCall("{call report(?)}"); // slguard:safe
        call.setString(1, fields[0]);
        named.query("select * from log where name = :name", new MapSqlParameterSource("name", fields[0]), row -> {}); // slguard:safe
        named.query("select * from log order by " + sort(fields[2]), new MapSqlParameterSource(), row -> {}); // slguard:safe
        named.query("select * from log order by " + direction(fields[2]), new MapSqlParameterSource(), row -> {}); // slguard:expect sql-injection
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    });
    return null;
  }

  private static String sort(String wanted) {
    return List.of("name", "kind").contains(wanted) ? wanted : "name";
  }

  private static String direction(String wanted) {
    return wanted == null ? "asc" : wanted.trim();
  }
}
