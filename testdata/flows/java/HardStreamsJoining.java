import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

// slguard:trigger REST_API
public class HardStreamsJoining implements RequestHandler<APIGatewayProxyRequestEvent, String> {
  private static final Set<String> COLUMNS = Set.of("name", "price", "created");
  private final JdbcTemplate jdbc = new JdbcTemplate();

  @Override
  public String handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Map<String, List<String>> query = event.getMultiValueQueryStringParameters();
    String ids = query.get("id").stream().map(String::trim).filter(id -> !id.isEmpty()).map(id -> "'" + id + "'")
        .collect(Collectors.joining(",", "(", ")"));
    jdbc.queryForList("select * from items where id in " + ids); // slguard:expect sql-injection
    String numbers = query.get("id").stream().map(Integer::parseInt).map(String::valueOf).collect(Collectors.joining(","));
    jdbc.queryForList("select * from items where id in (" + numbers + ")"); // slguard:safe numbers
    String columns = query.get("column").stream().filter(COLUMNS::contains).collect(Collectors.joining(","));
    jdbc.queryForList("select " + columns + " from items"); // slguard:safe only those in the list
    String marks = query.get("id").stream().map(each -> "?").collect(Collectors.joining(","));
    jdbc.queryForList("select * from items where id in (" + marks + ")", query.get("id").toArray()); // slguard:safe bound
    Map<String, String> byKey = Arrays.stream(event.getBody().split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    jdbc.execute("update items set name = '" + byKey.get("name") + "'"); // slguard:expect sql-injection
    List<String> nested = Stream.of(query.get("tag"), List.of("all")).flatMap(List::stream).toList();
    jdbc.execute("delete from tags where tag = '" + nested.get(0) + "'"); // slguard:expect sql-injection
    long count = query.get("tag").stream().map(Function.identity()).distinct().count();
    jdbc.execute("insert into counts values (" + count + ")"); // slguard:safe
    String sum = query.get("q").stream().reduce("", (all, each) -> all + " or q = '" + each + "'");
    jdbc.execute("select 1 where false" + sum); // slguard:expect sql-injection
    return "done";
  }
}
