import com.amazonaws.services.lambda.runtime.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Scanner;
import org.json.JSONObject;

// slguard:handler ShapePlainStreamMethod::proxy REST_API
// slguard:handler ShapePlainStreamMethod::safeProxy REST_API
public class ShapePlainStreamMethod {
  public void proxy(InputStream in, OutputStream out, Context context) throws IOException, SQLException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in));
    StringBuilder text = new StringBuilder();
    String line;
    while ((line = reader.readLine()) != null) {
      text.append(line);
    }
    JSONObject event = new JSONObject(text.toString());
    String name = event.getJSONObject("queryStringParameters").optString("name");
    try (Connection db = DriverManager.getConnection(System.getenv("JDBC_URL"))) {
      db.createStatement().execute("delete from carts where owner = '" + name + "'"); // slguard:expect sql-injection
    }
  }

  public void safeProxy(InputStream in, OutputStream out, Context context) throws SQLException {
    JSONObject event = new JSONObject(new Scanner(in, "UTF-8").useDelimiter("\\A").next());
    long cart = event.getJSONObject("queryStringParameters").getLong("cart");
    try (Connection db = DriverManager.getConnection(System.getenv("JDBC_URL"))) {
      db.createStatement().execute("delete from carts where id = " + cart); // slguard:safe
      db.createStatement().execute("delete from carts where stage = '" + event.getJSONObject("requestContext").getString("stage") + "'"); // slguard:safe
    }
  }
}
