import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Values that look tainted and are not, and the other way round. */
public class TrapConditions extends HttpServlet {
  private Connection db;

  @Override
  public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String value = request.getHeader("X-Report");
    try {
      arithmetic(value);
      switches(value);
      shifted(value);
      queues(value);
      keys(value);
      overwritten(value);
      loops(value);
    } catch (SQLException e) {
      response.sendError(500);
    }
  }

  private void arithmetic(String value) throws SQLException {
    int num = 86;
    String bar = (7 * 42) - num > 200 ? "constant" : value;
    db.createStatement().execute("select * from a where b = '" + bar + "'"); // slguard:safe 208 > 200
    int other = 106;
    String foo;
    if ((500 / 42) + other > 200) {
      foo = "constant";
    } else {
      foo = value;
    }
    db.createStatement().execute("select * from a where b = '" + foo + "'"); // slguard:expect sql-injection
    String both = (7 * 18) + num > 200 ? "fine" : value;
    db.createStatement().execute("select * from a where b = '" + both + "'"); // slguard:safe 212 > 200
  }

  private void switches(String value) throws SQLException {
    String guess = "ABC";
    char target = guess.charAt(1);
    String bar;
    switch (target) {
      case 'A':
        bar = value;
        break;
      case 'B':
        bar = "bob";
        break;
      case 'C':
      case 'D':
        bar = value;
        break;
      default:
        bar = "bob's uncle";
        break;
    }
    db.createStatement().executeQuery("select " + bar); // slguard:safe B
    char third = guess.charAt(2);
    String foo = switch (third) {
      case 'A', 'B' -> "x";
      case 'C' -> value;
      default -> "y";
    };
    db.createStatement().executeQuery("select " + foo); // slguard:expect sql-injection
    String mode = "read".toUpperCase();
    String sql = switch (mode) {
      case "READ" -> "select 1";
      default -> value;
    };
    db.createStatement().executeQuery(sql); // slguard:safe
  }

  private void shifted(String value) throws SQLException {
    List<String> values = new ArrayList<>();
    values.add("safe");
    values.add(value);
    values.add("moresafe");
    values.remove(0);
    db.createStatement().executeQuery("select " + values.get(1)); // slguard:safe moresafe
    db.createStatement().executeQuery("select " + values.get(0)); // slguard:expect sql-injection
  }

  private void queues(String value) throws SQLException {
    LinkedList<String> queue = new LinkedList<>();
    queue.addLast("a");
    queue.addLast(value);
    queue.addFirst("b");
    db.createStatement().executeQuery("select " + queue.getFirst()); // slguard:safe
    db.createStatement().executeQuery("select " + queue.getLast()); // slguard:expect sql-injection
  }

  private void keys(String value) throws SQLException {
    Map<String, Object> map = new HashMap<>();
    map.put("keyA", "a-value");
    map.put("keyB", value);
    map.put("keyC", "another");
    String bar = (String) map.get("keyB");
    db.createStatement().executeQuery("select " + bar); // slguard:expect sql-injection
    bar = (String) map.get("keyA");
    db.createStatement().executeQuery("select " + bar); // slguard:safe
    map.put("keyB", "changed");
    db.createStatement().executeQuery("select " + map.get("keyB")); // slguard:safe overwritten
    map.put("keyA", value);
    map.remove("keyA");
    db.createStatement().executeQuery("select " + map.getOrDefault("keyA", "none")); // slguard:safe removed
  }

  private void overwritten(String value) throws SQLException {
    StringBuilder text = new StringBuilder("select ");
    text.append(value);
    text.setLength(0);
    text.append("select 1");
    db.createStatement().executeQuery(text.toString()); // slguard:safe emptied
    StringBuilder kept = new StringBuilder(value);
    db.createStatement().executeQuery(kept.append("x").substring(0, kept.length() - 1)); // slguard:expect sql-injection
    String[] parts = {value, "b"};
    parts[0] = "a";
    db.createStatement().executeQuery("select " + parts[0] + parts[1]); // slguard:safe
    String[] more = new String[2];
    more[1] = value;
    db.createStatement().executeQuery("select " + more[1]); // slguard:expect sql-injection
    String copy = value;
    value = "constant";
    db.createStatement().executeQuery("select " + value); // slguard:safe
    db.createStatement().executeQuery("select " + copy); // slguard:expect sql-injection
  }

  private void loops(String value) throws SQLException {
    String bar = "";
    for (char letter : value.toCharArray()) {
      bar = bar + letter;
    }
    db.createStatement().executeQuery("select " + bar); // slguard:expect sql-injection
    int total = 0;
    for (int i = 0; i < value.length(); i++) {
      total += value.charAt(i) - '0';
    }
    db.createStatement().executeQuery("select " + total); // slguard:safe a number
    boolean debug = false;
    if (debug) {
      db.createStatement().executeQuery(value); // slguard:safe dead
    }
    final boolean enabled = true;
    if (enabled || value.isEmpty()) {
      bar = "z";
    }
    db.createStatement().executeQuery("select " + bar); // slguard:safe always z
  }
}
