import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringTokenizer;

/** Conditions, switches, containers and texts: each true case has a twin that never carries the value. */
public class ConstantsHandler implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private static final boolean LEGACY = false;
  private static final int LIMIT = 10;
  private Statement db;

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String bad = event.getQueryStringParameters().get("q");
    try {
      conditions(bad);
      switches(bad);
      containers(bad);
      texts(bad);
      properties(bad);
    } catch (SQLException | IOException e) {
      return "failed";
    }
    return "ok";
  }

  private void conditions(String bad) throws SQLException {
    int number = 106;
    String a = (7 * 18) + number > 200 ? "fixed" : bad;
    db.execute("select " + a); // slguard:safe
    String b = (7 * 18) + number > 300 ? "fixed" : bad;
    db.execute("select " + b); // slguard:expect sql-injection
    String c = "fixed";
    if (LEGACY) {
      c = bad;
    }
    db.execute("select " + c); // slguard:safe
    String d = "fixed";
    if (!LEGACY && LIMIT == 10) {
      d = bad;
    }
    db.execute("select " + d); // slguard:expect sql-injection
    String e = bad;
    if (LIMIT % 3 == 1) {
      e = "fixed";
    }
    db.execute("select " + e); // slguard:safe
    String f = bad;
    while (LIMIT < 5) {
      f = "never";
    }
    db.execute("select " + f); // slguard:expect sql-injection
    String g = "x";
    for (int i = 0; i < 3; i++) {
      g = g + bad;
    }
    db.execute("select " + g); // slguard:expect sql-injection
    String h = bad;
    h = "again " + LIMIT;
    db.execute("select " + h); // slguard:safe
    boolean on = "yes".equals("y" + "es");
    String i = on ? "fixed" : bad;
    db.execute("select " + i); // slguard:safe
    String j;
    do {
      j = bad;
    } while (j == null);
    db.execute("select " + j); // slguard:expect sql-injection
  }

  private void switches(String bad) throws SQLException {
    String letters = "ABC";
    String a;
    switch (letters.charAt(1)) {
      case 'A':
        a = bad;
        break;
      case 'B':
        a = "fixed";
        break;
      default:
        a = bad;
    }
    db.execute("select " + a); // slguard:safe
    String b = switch (letters.charAt(2)) {
      case 'A', 'B' -> "fixed";
      case 'C' -> bad;
      default -> "other";
    };
    db.execute("select " + b); // slguard:expect sql-injection
    String c = switch (LIMIT) {
      case 10 -> {
        String local = "fixed";
        yield local;
      }
      default -> bad;
    };
    db.execute("select " + c); // slguard:safe
    String d = "";
    switch (LIMIT) {
      case 10:
        d = "fixed";
      case 11:
        d = bad;
        break;
      default:
        d = "x";
    }
    db.execute("select " + d); // slguard:expect sql-injection
  }

  private void containers(String bad) throws SQLException {
    Map<String, Object> map = new HashMap<>();
    map.put("keyA", "fixed");
    map.put("keyB", bad);
    map.put("keyC", "other");
    db.execute("select " + map.get("keyA")); // slguard:safe
    db.execute("select " + (String) map.get("keyB")); // slguard:expect sql-injection
    map.put("keyB", "replaced");
    db.execute("select " + map.get("keyB")); // slguard:safe
    map.remove("keyC");
    db.execute("select " + map.getOrDefault("keyC", "none")); // slguard:safe
    Map<String, String> ordered = new LinkedHashMap<>();
    ordered.put("k", bad);
    for (Map.Entry<String, String> entry : ordered.entrySet()) {
      db.execute("select " + entry.getKey()); // slguard:safe
      db.execute("select " + entry.getValue()); // slguard:expect sql-injection
    }
    List<String> list = new ArrayList<>();
    list.add("safe");
    list.add(bad);
    list.add("moresafe");
    list.remove(0);
    db.execute("select " + list.get(1)); // slguard:safe
    db.execute("select " + list.get(0)); // slguard:expect sql-injection
    list.set(0, "overwritten");
    db.execute("select " + list.get(0)); // slguard:safe
    String[] array = {"fixed", bad};
    db.execute("select " + array[0]); // slguard:safe
    db.execute("select " + array[1]); // slguard:expect sql-injection
    array[1] = "fixed too";
    db.execute("select " + array[1]); // slguard:safe
    String[][] table = new String[2][2];
    table[0][0] = "fixed";
    table[1][1] = bad;
    db.execute("select " + table[0][0]); // slguard:safe
    db.execute("select " + table[1][1]); // slguard:expect sql-injection
    Deque<String> stack = new ArrayDeque<>();
    stack.push("bottom");
    stack.push(bad);
    db.execute("select " + stack.size()); // slguard:safe
    db.execute("select " + stack.pop()); // slguard:expect sql-injection
    List<String> views = Arrays.asList("fixed", bad);
    db.execute("select " + views.get(0)); // slguard:safe
    db.execute("select " + views.get(1)); // slguard:expect sql-injection
    Map<String, String> known = Map.of("a", "select 1", "b", "select 2");
    db.execute(known.getOrDefault(bad, "select 3")); // slguard:safe
    Map<String, List<String>> nested = new HashMap<>();
    nested.computeIfAbsent("x", key -> new ArrayList<>()).add(bad);
    db.execute("select " + nested.get("x").get(0)); // slguard:expect sql-injection
  }

  private void texts(String bad) throws SQLException {
    StringBuilder builder = new StringBuilder("select ");
    builder.append(LIMIT).append(" from t");
    db.execute(builder.toString()); // slguard:safe
    builder.append(" where x = ").append(bad);
    db.execute(builder.toString()); // slguard:expect sql-injection
    StringTokenizer words = new StringTokenizer("fixed words only", " ");
    db.execute("select " + words.nextToken()); // slguard:safe
    StringTokenizer more = new StringTokenizer(bad, " ");
    db.execute("select " + more.nextToken()); // slguard:expect sql-injection
    String[] parts = ("fixed," + LIMIT).split(",");
    db.execute("select " + parts[0]); // slguard:safe
    db.execute("select " + (bad + ",x").split(",")[0]); // slguard:expect sql-injection
    String round = new String(Base64.getDecoder().decode(Base64.getEncoder().encode(bad.getBytes())));
    db.execute("select " + round); // slguard:expect sql-injection
    String encoded = Base64.getEncoder().encodeToString(bad.getBytes());
    db.execute("select '" + encoded + "'"); // slguard:safe
    String upper = bad.substring(0, bad.length() - 1) + "A";
    db.execute("select " + upper); // slguard:expect sql-injection
    int size = bad.length() * 2;
    db.execute("select " + size + bad.isBlank()); // slguard:safe
    char first = bad.charAt(0);
    db.execute("select " + first); // slguard:expect sql-injection
    db.execute(String.format("select %d", bad.length())); // slguard:safe
    db.execute(String.format("select %s, %d", bad, 3)); // slguard:expect sql-injection
    db.execute(String.join(",", "a", "b")); // slguard:safe
    db.execute(String.join(",", "a", bad)); // slguard:expect sql-injection
  }

  private void properties(String bad) throws SQLException, IOException {
    Properties settings = new Properties();
    settings.setProperty("table", "orders");
    settings.setProperty("filter", bad);
    db.execute("select * from " + settings.getProperty("table")); // slguard:safe
    db.execute("select * from " + settings.getProperty("filter")); // slguard:expect sql-injection
    Properties packaged = new Properties();
    try (InputStream in = ConstantsHandler.class.getResourceAsStream("/app.properties")) {
      packaged.load(in);
    }
    db.execute("select * from " + packaged.getProperty("table", "orders")); // slguard:safe
    db.execute("select * from " + packaged.getProperty("table", bad)); // slguard:expect sql-injection
  }
}
