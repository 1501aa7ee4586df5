import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Scanner;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.IOUtils;

// slguard:trigger HTTP_API_V2
public class StreamsOfBytes implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    String raw = IOUtils.toString(input, StandardCharsets.UTF_8);
    Map<String, Object> event = MAPPER.readValue(raw, new TypeReference<Map<String, Object>>() {});
    String body = (String) event.get("body");
    byte[] decoded = Base64.getDecoder().decode(body);
    packed(decoded);
    lines(body);
    tables(body);
    settings(body);
    Map<?, ?> request = (Map<?, ?>) event.get("requestContext");
    Files.writeString(Path.of("/tmp/" + request.get("requestId")), "x"); // slguard:safe
    List<Job> jobs = MAPPER.readValue(body, new TypeReference<List<Job>>() {});
    for (Job job : jobs) {
      Files.delete(Path.of("/tmp/" + job.name())); // slguard:expect path-traversal
      Files.delete(Path.of("/tmp/" + job.number())); // slguard:safe
    }
    Job[] array = MAPPER.readValue(body, Job[].class);
    Files.delete(Path.of("/tmp/" + array[0].name())); // slguard:expect path-traversal
    JsonNode tree = MAPPER.readTree(body);
    tree.path("files").forEach(node -> {
      try {
        Files.delete(Path.of("/tmp/" + node.path("id").asInt())); // slguard:safe
        Files.delete(Path.of("/tmp/" + node.path("path").asText("none"))); // slguard:expect path-traversal
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
    tree.fieldNames().forEachRemaining(name -> Path.of("/tmp/" + name).toFile().delete()); // slguard:expect path-traversal
  }

  record Job(String name, int number) {}

  private static void packed(byte[] bytes) throws IOException {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes)); Reader reader = new InputStreamReader(gzip, StandardCharsets.UTF_8)) {
      String name = IOUtils.toString(reader);
      Files.delete(Path.of("/tmp/" + name)); // slguard:expect path-traversal
    }
    try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Files.delete(Path.of("/tmp/" + data.readInt())); // slguard:safe
      Files.delete(Path.of("/tmp/" + data.readUTF())); // slguard:expect path-traversal
    }
  }

  private static void lines(String body) throws IOException {
    try (Scanner scanner = new Scanner(body)) {
      Files.delete(Path.of("/tmp/" + scanner.nextInt())); // slguard:safe
      while (scanner.hasNextLine()) {
        Files.delete(Path.of("/tmp/" + scanner.nextLine())); // slguard:expect path-traversal
      }
    }
    for (String line : body.lines().toList()) {
      Files.delete(Path.of("/tmp/" + line.hashCode())); // slguard:safe
    }
  }

  private static void tables(String body) throws IOException {
    for (CSVRecord row : CSVFormat.DEFAULT.parse(new StringReader(body))) {
      Files.delete(Path.of("/tmp/" + row.get(0))); // slguard:expect path-traversal
      Files.delete(Path.of("/tmp/" + Long.parseLong(row.get("id")))); // slguard:safe
      Files.delete(Path.of("/tmp/" + row.getRecordNumber())); // slguard:safe
    }
  }

  private static void settings(String body) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(body));
    Files.delete(Path.of("/tmp/" + properties.getProperty("file"))); // slguard:expect path-traversal
    Properties own = new Properties();
    own.setProperty("file", "a.txt");
    Files.delete(Path.of("/tmp/" + own.getProperty("file"))); // slguard:safe
  }
}
