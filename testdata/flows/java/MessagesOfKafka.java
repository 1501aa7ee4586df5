import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.json.JSONArray;
import org.json.JSONObject;

// slguard:trigger KAFKA
public class MessagesOfKafka implements RequestHandler<KafkaEvent, Void> {
  @Override
  public Void handleRequest(KafkaEvent event, Context context) {
    for (Map.Entry<String, List<KafkaEvent.KafkaEventRecord>> topic : event.getRecords().entrySet()) {
      for (KafkaEvent.KafkaEventRecord each : topic.getValue()) {
        String text = new String(Base64.getDecoder().decode(each.getValue()), StandardCharsets.UTF_8);
        try {
          store(new JSONObject(text), each);
        } catch (SQLException e) {
          context.getLogger().log("not stored");
        }
      }
    }
    return null;
  }

  private static void store(JSONObject message, KafkaEvent.KafkaEventRecord of) throws SQLException {
    try (Connection db = DriverManager.getConnection(System.getenv("DB"))) {
      String name = message.getString("name");
      db.createStatement().execute(MessageFormat.format("insert into n values (''{0}'')", name)); // slguard:expect sql-injection
      db.createStatement().execute(MessageFormat.format("insert into n values ({0})", message.getInt("age"))); // slguard:safe
      db.createStatement().execute("insert into t values ('" + of.getTopic() + "', " + of.getOffset() + ")"); // slguard:safe set by the service
      StringJoiner columns = new StringJoiner(", ", "insert into n(", ") values (1)");
      for (String key : message.keySet()) {
        columns.add(key);
      }
      db.createStatement().execute(columns.toString()); // slguard:expect sql-injection
      JSONArray tags = message.getJSONArray("tags");
      for (int i = 0; i < tags.length(); i++) {
        db.createStatement().execute("insert into tags values ('" + tags.getJSONObject(i).optString("label") + "')"); // slguard:expect sql-injection
        db.createStatement().execute("insert into tags values (" + tags.getJSONObject(i).optInt("rank", 0) + ")"); // slguard:safe
      }
      String upper = name.strip().toUpperCase(Locale.ROOT).concat("%");
      db.createStatement().execute("delete from n where n like '" + upper + "'"); // slguard:expect sql-injection
      char first = name.charAt(0);
      db.createStatement().execute("delete from n where c = " + (int) first); // slguard:safe a number
      String digits = name.replaceAll("[^0-9]", "");
      db.createStatement().execute("delete from n where c = " + digits); // slguard:safe digits only
      String quoted = name.replace("'", "''");
      db.createStatement().execute("delete from n where c = " + quoted); // slguard:expect sql-injection
    }
  }
}
