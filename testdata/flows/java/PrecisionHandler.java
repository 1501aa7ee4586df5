import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

public class PrecisionHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  interface Finder {
    String find(String key);
  }

  static class SqlFinder implements Finder {
    private final Statement statement;

    SqlFinder(Statement statement) {
      this.statement = statement;
    }

    @Override
    public String find(String key) {
      try {
        return statement.executeQuery("select * from t where k = '" + key + "'").toString(); // slguard:expect sql-injection
      } catch (SQLException e) {
        return "";
      }
    }
  }

  record Query(String table, String filter) {
    String text() {
      return "select * from t where " + filter;
    }

    String fixed() {
      return "select * from " + table;
    }
  }

  enum Kind {
    SMALL, LARGE
  }

  class Inner {
    private String value;

    void keep(String given) {
      value = given;
    }

    String give() {
      return value + suffix;
    }
  }

  private String suffix = "!";
  private Statement statement;

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    try (Connection connection = DriverManager.getConnection("jdbc:x")) {
      statement = connection.createStatement();
      String id = input.getPathParameters().get("id");
      Finder finder = new SqlFinder(statement);
      finder.find(id);
      statement.execute("select " + id); // slguard:expect sql-injection
      PreparedStatement prepared = connection.prepareStatement("select * from t where id = ?"); // slguard:safe
      prepared.setString(1, id);
      prepared.executeQuery(); // slguard:safe
      connection.prepareStatement("select * from " + id); // slguard:expect sql-injection
      Query query = new Query("orders", id);
      statement.execute(query.text()); // slguard:expect sql-injection
      statement.execute(query.fixed()); // slguard:safe
      statement.execute("select " + Kind.valueOf(id)); // slguard:safe
      lambdas(input.getBody());
      streams(input.getQueryStringParameters());
      inner(input.getHeaders().get("X-Name"));
      guards(input.getQueryStringParameters().get("a"), input.getQueryStringParameters().get("b"));
      strings(input.getBody());
    } catch (SQLException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500).withBody(e.getMessage()); // slguard:expect sensitive-data-exfiltration
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(200);
  }

  private void lambdas(String body) throws SQLException {
    Function<String, String> wrap = text -> "select " + text;
    statement.execute(wrap.apply(body)); // slguard:expect sql-injection
    Supplier<String> fixed = () -> "select 1";
    statement.execute(fixed.get()); // slguard:safe
    Optional<String> maybe = Optional.of(body);
    statement.execute(maybe.map(String::trim).orElse("x")); // slguard:expect sql-injection
    Runnable run = () -> {
      try {
        statement.execute(body); // slguard:expect sql-injection
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
    run.run();
  }

  private void streams(Map<String, String> parameters) throws SQLException {
    List<String> names = Arrays.asList(parameters.get("n"), "x");
    String joined = names.stream().map(n -> n.toUpperCase()).collect(Collectors.joining(","));
    statement.execute("select " + joined); // slguard:expect sql-injection
    int total = names.stream().mapToInt(String::length).sum();
    statement.execute("select " + total); // slguard:safe
    for (Map.Entry<String, String> entry : parameters.entrySet()) {
      statement.execute("select " + entry.getValue()); // slguard:expect sql-injection
    }
  }

  private void inner(String name) throws SQLException {
    Inner kept = new Inner();
    kept.keep(name);
    statement.execute(kept.give()); // slguard:expect sql-injection
    Inner other = new Inner();
    other.keep("constant");
    statement.execute(other.give()); // slguard:safe
  }

  private void guards(String a, String b) throws SQLException {
    if (!a.matches("[a-z]+")) {
      throw new IllegalArgumentException();
    }
    statement.execute("select " + a); // slguard:safe
    if (b.equals("name") || b.equals("age")) {
      statement.execute("select " + b); // slguard:safe
    }
    statement.execute("select " + b); // slguard:expect sql-injection
    String column = switch (b) {
      case "n" -> "name";
      case "a" -> "age";
      default -> "id";
    };
    statement.execute("select " + column); // slguard:safe
    Object value = b;
    if (value instanceof String text) {
      statement.execute(text); // slguard:expect sql-injection
    }
  }

  private void strings(String body) throws SQLException {
    StringBuilder builder = new StringBuilder();
    builder.append("select ").append(body.length());
    statement.execute(builder.toString()); // slguard:safe
    builder.append(body);
    statement.execute(builder.toString()); // slguard:expect sql-injection
    String text = String.format("select %d", Integer.valueOf(body));
    statement.execute(text); // slguard:safe
    String[] parts = {body, "fixed"};
    statement.execute(parts[1]); // slguard:safe
    String guess = "ABC";
    char choice = guess.charAt(2);
    String bar;
    switch (choice) {
      case 'A':
        bar = body;
        break;
      case 'C':
      case 'D':
        bar = "fixed";
        break;
      default:
        bar = body;
        break;
    }
    statement.execute(bar); // slguard:safe
    String ternary = 7 * 18 + 106 > 200 ? "fixed" : body;
    statement.execute(ternary); // slguard:safe
    statement.execute(body == null ? "x" : body.concat("y")); // slguard:expect sql-injection
  }
}
