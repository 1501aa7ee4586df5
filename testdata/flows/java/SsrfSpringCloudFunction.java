import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

// slguard:trigger HTTP_API_V2
@SpringBootApplication
public class SsrfSpringCloudFunction {
  private final RestTemplate rest = new RestTemplate();

  @Bean
  public Function<String, String> preview() {
    return link -> rest.getForObject(link, String.class); // slguard:expect ssrf
  }

  @Bean
  public Consumer<Message<String>> webhook() {
    return message -> WebClient.create(message.getPayload()).post().retrieve(); // slguard:expect ssrf
  }

  @Bean
  public Function<Message<String>, String> lookup() {
    return message -> rest.getForObject("https://api.example.com/items/{id}", String.class, message.getPayload()); // slguard:safe
  }

  @Bean
  public Supplier<String> heartbeat() {
    return () -> rest.getForObject("https://api.example.com/alive", String.class); // slguard:safe
  }
}
