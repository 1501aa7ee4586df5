import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import reactor.core.publisher.Flux;

// slguard:handler ShapeLambdaEdgeFunction::apply HTTP_API_V2
// slguard:handler ShapeLambdaEdgeFunctionSafe::apply HTTP_API_V2
/** A class that implements Function, over a Flux. */
public class ShapeLambdaEdgeFunction implements Function<Flux<String>, Flux<Integer>> {
  private final JdbcClient jdbc = JdbcClient.create(System.getenv("JDBC_URL"));

  @Override
  public Flux<Integer> apply(Flux<String> names) {
    return names.map(String::trim)
        .map(name -> jdbc.sql("delete from names where name = '" + name + "'").update()); // slguard:expect sql-injection
  }
}

class ShapeLambdaEdgeFunctionSafe implements Function<Message<String>, Integer> {
  private final JdbcClient jdbc = JdbcClient.create(System.getenv("JDBC_URL"));

  @Override
  public Integer apply(Message<String> message) {
    return jdbc.sql("delete from names where name = ?").param(message.getPayload()).update(); // slguard:safe
  }
}
