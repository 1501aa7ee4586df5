import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Configuration
public class QueriesReactive {
  private final ConnectionFactory factory = ConnectionFactories.get(System.getenv("R2DBC_URL"));
  private final DatabaseClient client = DatabaseClient.create(factory);
  private final Jdbi jdbi = Jdbi.create(System.getenv("JDBC_URL"));
  private final DSLContext jooq = DSL.using(System.getenv("JDBC_URL"));

  public record Search(String term, int limit) {}

  @Bean
  public Function<Search, Flux<String>> search() {
    return search -> client.sql("select title from books where title like '%" + search.term() + "%'") // slguard:expect sql-injection
        .map(row -> row.get("title", String.class)).all();
  }

  @Bean
  public Function<Search, Flux<String>> searchBound() {
    return search -> client.sql("select title from books where title like :t limit " + search.limit()) // slguard:safe
        .bind("t", search.term()).map(row -> row.get("title", String.class)).all();
  }

  @Bean
  public Function<Message<String>, Mono<Long>> remove() {
    return message -> Mono.from(factory.create())
        .flatMapMany(connection -> connection.createStatement("delete from books where id = '" + message.getPayload() + "'").execute()) // slguard:expect sql-injection
        .flatMap(result -> result.getRowsUpdated()).next();
  }

  @Bean
  public Function<Message<String>, Mono<Long>> removeBound() {
    return message -> Mono.from(factory.create())
        .flatMapMany(connection -> connection.createStatement("delete from books where id = $1").bind("$1", message.getPayload()).execute()) // slguard:safe
        .flatMap(result -> result.getRowsUpdated()).next();
  }

  @Bean
  public Function<Flux<String>, Flux<Integer>> counts() {
    return names -> names.map(String::trim).map(this::count);
  }

  private int count(String name) {
    try (Handle handle = jdbi.open()) {
      int safe = handle.createQuery("select count(*) from books where author = :a").bind("a", name).mapTo(Integer.class).one(); // slguard:safe
      return safe + handle.createQuery("select count(*) from books where author = '" + name + "'").mapTo(Integer.class).one(); // slguard:expect sql-injection
    }
  }

  @Bean
  public Function<String, String> plain() {
    return name -> {
      jooq.fetch("select * from authors where name = ?", name); // slguard:safe
      jooq.selectFrom(DSL.table("authors")).where(DSL.field("name").eq(name)).fetch(); // slguard:safe
      jooq.selectFrom(DSL.table("authors")).where(DSL.condition("name = '" + name + "'")).fetch(); // slguard:expect sql-injection
      return jooq.fetchOne("select max(id) from authors where name = '" + name + "'").toString(); // slguard:expect sql-injection
    };
  }

  @Bean
  public Function<String, Integer> handles() {
    return name -> jdbi.withHandle(handle -> handle.execute("update books set seen = true where author = '" + name + "'")); // slguard:expect sql-injection
  }

  @Bean
  public Function<String, Integer> handlesBound() {
    return name -> jdbi.withHandle(handle -> handle.execute("update books set seen = true where author = ?", name)); // slguard:safe
  }
}
