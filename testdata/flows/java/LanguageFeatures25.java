import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

// slguard:trigger HTTP_API_V2
public class LanguageFeatures25 implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  private final ObjectMapper mapper = new ObjectMapper();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@JsonSubTypes.Type(value = Convert.class, name = "convert"), @JsonSubTypes.Type(value = Thumb.class, name = "thumb"), @JsonSubTypes.Type(value = Batch.class, name = "batch")})
  sealed interface Job permits Convert, Thumb, Batch {}

  record Size(int width, int height) {}

  record Convert(String source, String format) implements Job {}

  record Thumb(UUID image, Size size) implements Job {}

  record Batch(List<Job> jobs, Options options) implements Job {}

  record Options(String profile, boolean verbose) {
    Options {
      if (profile == null) {
        profile = "default";
      }
    }
  }

  enum Format {
    PNG, JPG;

    static Optional<Format> of(String name) {
      for (Format format : values()) {
        if (format.name().equalsIgnoreCase(name)) {
          return Optional.of(format);
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      Job job = mapper.readValue(event.getBody(), Job.class);
      run(job);
      return describe(job);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no job", e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(Job job) throws IOException {
    switch (job) {
      case Convert(String source, String format) when format.isEmpty() ->
        sh("convert " + source + " out.png");
      case Convert(var source, var format) -> {
        Format known = Format.of(format).orElseThrow();
        new ProcessBuilder("sh", "-c", "convert /tmp/in out." + known).start(); // slguard:safe an enum
        new ProcessBuilder("sh", "-c", "convert /tmp/in out." + format).start(); // slguard:expect command-injection
      }
      case Thumb(UUID image, Size(int width, int height)) ->
        new ProcessBuilder("sh", "-c", "convert -resize " + width + "x" + height + " /tmp/" + image).start(); // slguard:safe numbers, an id
      case Batch(List<Job> jobs, Options(String profile, boolean verbose)) -> {
        for (Job each : jobs) {
          run(each);
        }
        new ProcessBuilder("bash", "-c", "notify " + profile).start(); // slguard:expect command-injection
        new ProcessBuilder("bash", "-c", "notify " + verbose).start(); // slguard:safe
      }
    }
  }

  private static void sh(String command) throws IOException {
    new ProcessBuilder("/bin/sh", "-c", command).start(); // slguard:expect command-injection
  }

  private String describe(Object value) throws IOException {
    if (value instanceof Convert c && c.format() instanceof String f && !f.isBlank()) {
      Runtime.getRuntime().exec(new String[] {"sh", "-c", "log " + f}); // slguard:expect command-injection
    }
    if (!(value instanceof Thumb thumb)) {
      return "other";
    }
    Runtime.getRuntime().exec(new String[] {"sh", "-c", "log " + thumb.size().width()}); // slguard:safe
    var words = List.of("a", thumb.image().toString());
    Runtime.getRuntime().exec(new String[] {"sh", "-c", "log " + words.getLast()}); // slguard:safe an id
    return switch (value) {
      case Integer i when i > 3 -> "n" + i;
      case String s -> s;
      case null -> "none";
      default -> "x";
    };
  }
}
