import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

// slguard:trigger APPSYNC
public class AppSyncAndCognito implements RequestHandler<Map<String, Object>, Object> {
  private DataSource source;

  @Override
  public Object handleRequest(Map<String, Object> event, Context context) {
    @SuppressWarnings("unchecked")
    Map<String, Object> info = (Map<String, Object>) event.get("info");
    @SuppressWarnings("unchecked")
    Map<String, Object> arguments = (Map<String, Object>) event.get("arguments");
    String field = (String) info.get("fieldName");
    try (Connection db = source.getConnection()) {
      return switch (field) {
        case "post" -> post(db, (String) arguments.get("id"));
        case "posts" -> posts(db, (Integer) arguments.get("limit"), (String) arguments.get("after"));
        case "byTags" -> byTags(db, (List<String>) arguments.get("tags"));
        default -> throw new IllegalArgumentException("Unknown field " + field);
      };
    } catch (SQLException e) {
      throw new IllegalStateException("database");
    }
  }

  private static Object post(Connection db, String id) throws SQLException {
    try (PreparedStatement find = db.prepareStatement("select * from posts where id = ?")) { // slguard:safe
      find.setString(1, id);
      find.executeQuery();
    }
    return db.createStatement().executeQuery("select * from posts where id = '" + id + "'"); // slguard:expect sql-injection
  }

  private static Object posts(Connection db, Integer limit, String after) throws SQLException {
    db.createStatement().executeQuery("select * from posts limit " + limit); // slguard:safe an Integer
    return db.createStatement().executeQuery("select * from posts where created > '" + java.time.Instant.parse(after) + "'"); // slguard:safe a date
  }

  private static Object byTags(Connection db, List<String> tags) throws SQLException {
    String marks = String.join(",", java.util.Collections.nCopies(tags.size(), "?"));
    try (PreparedStatement find = db.prepareStatement("select * from posts where tag in (" + marks + ")")) { // slguard:safe
      for (int i = 0; i < tags.size(); i++) {
        find.setString(i + 1, tags.get(i));
      }
      find.executeQuery();
    }
    String quoted = tags.stream().map(t -> "'" + t + "'").collect(java.util.stream.Collectors.joining(","));
    return db.createStatement().executeQuery("select * from posts where tag in (" + quoted + ")"); // slguard:expect sql-injection
  }
}
