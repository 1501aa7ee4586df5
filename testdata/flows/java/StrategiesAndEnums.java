import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;

// slguard:trigger HTTP_API_V2
public class StrategiesAndEnums implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private DataSource source;

  enum Report {
    DAILY {
      @Override
      String sql(String shop) {
        return "select * from daily where shop = ?";
      }
    },
    CUSTOM {
      @Override
      String sql(String shop) {
        return "select * from custom where shop = '" + shop + "'";
      }
    };

    abstract String sql(String shop);

    static Report parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  enum Order {
    NEWEST("created desc"), CHEAPEST("price asc");

    private final String clause;

    Order(String clause) {
      this.clause = clause;
    }

    static Order of(String name) {
      for (Order each : values()) {
        if (each.name().equalsIgnoreCase(name)) {
          return each;
        }
      }
      return NEWEST;
    }
  }

  interface Formatter {
    String format(String value);

    default String line(String value) {
      return "insert into lines values ('" + format(value) + "')";
    }
  }

  static final class Plain implements Formatter {
    @Override
    public String format(String value) {
      return value;
    }
  }

  static final class Length implements Formatter {
    @Override
    public String format(String value) {
      return Integer.toString(value.length());
    }
  }

  /** Goes over the words of a text. */
  static final class Words implements Iterable<String> {
    private final String text;

    Words(String text) {
      this.text = text;
    }

    @Override
    public Iterator<String> iterator() {
      return new Iterator<>() {
        private int at;

        @Override
        public boolean hasNext() {
          return at < text.length();
        }

        @Override
        public String next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          int end = text.indexOf(' ', at);
          String word = end < 0 ? text.substring(at) : text.substring(at, end);
          at = end < 0 ? text.length() : end + 1;
          return word;
        }
      };
    }
  }

  static final class Failure extends RuntimeException {
    private final String field;

    Failure(String field, String message) {
      super(message);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String shop = query.get("shop");
    try (Connection db = source.getConnection()) {
      db.prepareStatement(Report.CUSTOM.sql(shop)); // slguard:expect sql-injection
      db.prepareStatement(Report.DAILY.sql(shop)); // slguard:safe
      db.createStatement().execute("select * from items order by " + Order.of(query.get("sort")).clause); // slguard:safe
      db.createStatement().execute("select * from items order by " + query.getOrDefault("sort", Order.NEWEST.clause)); // slguard:expect sql-injection
      db.createStatement().execute(new Plain().line(shop)); // slguard:expect sql-injection
      db.createStatement().execute(new Length().line(shop)); // slguard:safe
      Map<Order, String> clauses = new EnumMap<>(Order.class);
      clauses.put(Order.NEWEST, "a");
      clauses.put(Order.CHEAPEST, shop);
      db.createStatement().execute("select " + clauses.get(Order.NEWEST)); // slguard:safe
      db.createStatement().execute("select " + clauses.get(Order.CHEAPEST)); // slguard:expect sql-injection
      for (String word : new Words(shop)) {
        db.createStatement().execute("select '" + word + "'"); // slguard:expect sql-injection
      }
      for (String word : new Words("a b c")) {
        db.createStatement().execute("select '" + word + "'"); // slguard:safe
      }
      try {
        fail(shop);
      } catch (Failure e) {
        db.createStatement().execute("insert into errors values ('" + e.field() + "')"); // slguard:safe the constant field
        db.createStatement().execute("insert into errors values ('" + e.getMessage() + "')"); // slguard:expect sql-injection
      }
      db.createStatement().execute("select * from a where depth = " + depth(shop, 0)); // slguard:safe a number
      db.createStatement().execute("select * from a where path = '" + reversed(shop, "") + "'"); // slguard:expect sql-injection
      Optional<String> trimmed = Optional.of(shop).map(String::strip);
      db.createStatement().execute("select " + trimmed.get()); // slguard:expect sql-injection
      db.createStatement().execute("select " + trimmed.isPresent()); // slguard:safe
      int pages = List.of(shop.split(",")).size();
      db.createStatement().execute("select " + pages); // slguard:safe
    } catch (SQLException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(500).build();
    }
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();
  }

  private static void fail(String shop) {
    throw new Failure("shop", "unknown shop " + shop);
  }

  private static int depth(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? 0 : 1 + depth(path, slash + 1);
  }

  private static String reversed(String text, String done) {
    return text.isEmpty() ? done : reversed(text.substring(1), text.charAt(0) + done);
  }
}
