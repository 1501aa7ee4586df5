import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

// slguard:trigger HTTP_API_V2
public class HardStreamHandler implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final S3Client s3 = S3Client.create();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    JsonNode event = MAPPER.readTree(input);
    JsonNode body = MAPPER.readTree(event.get("body").asText());
    for (JsonNode file : (ArrayNode) body.path("files")) {
      Files.delete(Path.of("/tmp/work/" + file.path("name").asText())); // slguard:expect path-traversal
      Files.delete(Path.of("/tmp/work/" + file.path("index").asInt())); // slguard:safe a number
    }
    body.fields().forEachRemaining(entry -> remove(entry.getKey()));
    String request = event.path("requestContext").path("requestId").asText();
    Files.deleteIfExists(Path.of("/tmp/work/" + request)); // slguard:safe set by the service
    s3.getObject(GetObjectRequest.builder().bucket(body.at("/source/bucket").asText()).key("k").build()); // slguard:expect tainted-aws-resource
    s3.getObject(GetObjectRequest.builder().bucket(System.getenv("BUCKET")).key("k").build()); // slguard:safe
    output.write(MAPPER.writeValueAsBytes(body));
  }

  private static void remove(String name) {
    try {
      Files.delete(Path.of("/tmp/work/" + name)); // slguard:expect path-traversal
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
