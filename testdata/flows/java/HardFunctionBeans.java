import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.Message;

// slguard:trigger HTTP_API_V2
// slguard:handler HardFunctionBeans.search
// slguard:handler HardFunctionBeans.store
// slguard:handler HardFunctionBeans.find
// slguard:handler HardFunctionBeans.now
@SpringBootApplication
public class HardFunctionBeans {
  private final JdbcTemplate jdbc;

  public HardFunctionBeans(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Bean
  public Function<String, String> search() {
    return name -> jdbc.queryForObject("select id from items where name = '" + name + "'", String.class); // slguard:expect sql-injection
  }

  @Bean
  public Function<String, String> find() {
    return name -> jdbc.queryForObject("select id from items where name = ?", String.class, name); // slguard:safe
  }

  @Bean
  public Consumer<Message<String>> store() {
    return message -> {
      try {
        Files.writeString(Path.of("/mnt/in/" + message.getHeaders().get("name")), message.getPayload()); // slguard:expect path-traversal
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  @Bean
  public Supplier<String> now() {
    return () -> jdbc.queryForObject("select '" + java.time.Instant.now() + "'", String.class); // slguard:safe
  }
}
