import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

// slguard:trigger HTTP_API_V2
public class QueriesSpringJdbc implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Set<String> SORTABLE = Set.of("name", "created", "price");
  private static final Map<String, String> COLUMNS = Map.of("name", "p.name", "price", "p.price_cents");

  private final JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(System.getenv("DB_URL")));
  private final NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
  private final JdbcClient client = JdbcClient.create(jdbc);

  private enum Direction {
    ASC, DESC
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String sort = query.getOrDefault("sort", "name");
    String direction = query.getOrDefault("dir", "ASC");
    String term = query.get("q");

    jdbc.queryForList("SELECT * FROM products p ORDER BY " + sort); // slguard:expect sql-injection
    if (SORTABLE.contains(sort)) {
      jdbc.queryForList("SELECT * FROM products p ORDER BY " + sort); // slguard:safe
    }
    String column = COLUMNS.get(sort);
    jdbc.queryForList("SELECT * FROM products p ORDER BY " + column); // slguard:safe
    String fallback = COLUMNS.getOrDefault(sort, sort);
    jdbc.queryForList("SELECT * FROM products p ORDER BY " + fallback); // slguard:expect sql-injection
    Direction parsed = Direction.valueOf(direction.toUpperCase());
    jdbc.queryForList("SELECT * FROM products p ORDER BY name " + parsed.name()); // slguard:safe
    jdbc.queryForList("SELECT * FROM products p ORDER BY name " + direction); // slguard:expect sql-injection
    jdbc.queryForObject("SELECT count(*) FROM products WHERE name = ?", Integer.class, term); // slguard:safe
    jdbc.update("DELETE FROM products WHERE name = '" + term + "' AND shop = ?", 7); // slguard:expect sql-injection
    jdbc.query("SELECT name FROM products WHERE name LIKE ?", (rs, i) -> rs.getString(1), "%" + term + "%"); // slguard:safe

    MapSqlParameterSource source = new MapSqlParameterSource().addValue("term", term);
    named.queryForList("SELECT * FROM products WHERE name = :term", source); // slguard:safe
    named.queryForList("SELECT * FROM products WHERE name LIKE '%" + term + "%'", source); // slguard:expect sql-injection
    named.update("UPDATE products SET seen = now() WHERE name = :n", Map.of("n", term)); // slguard:safe

    List<String> names = client.sql("SELECT name FROM products WHERE name = :term").param("term", term)
        .query(String.class).list(); // slguard:safe
    String block = """
        SELECT name
        FROM products
        WHERE name = '%s'
        """.formatted(term);
    client.sql(block).query(String.class).list(); // slguard:expect sql-injection
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(String.valueOf(names.size())).build();
  }
}
