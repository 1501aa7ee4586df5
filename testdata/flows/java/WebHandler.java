import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

public class WebHandler implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(WebHandler.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final SecretsManagerClient secrets = SecretsManagerClient.create();

  static class Order {
    private String name;
    private int count;

    public String getName() {
      return name;
    }

    public int getCount() {
      return count;
    }
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    try {
      String name = event.getQueryStringParameters().get("name");
      files(name);
      network(name);
      order(event.getBody());
      secret();
    } catch (IOException | ScriptException | ClassNotFoundException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(Map.of("Content-Type", "text/html"))
        .withBody("<h1>" + event.getBody() + "</h1>"); // slguard:expect xss-reflected
  }

  private void files(String name) throws IOException {
    new FileInputStream("/tmp/" + name); // slguard:expect path-traversal
    Files.readString(Paths.get("/tmp", name)); // slguard:expect path-traversal
    Files.readString(Path.of("/tmp").resolve(name)); // slguard:expect path-traversal
    new FileInputStream("/tmp/" + new File("fixed").getName()); // slguard:safe
    Files.readString(Path.of("/tmp").resolve(Path.of(name).getFileName())); // slguard:safe
  }

  private void network(String name) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    client.send(HttpRequest.newBuilder(URI.create(name)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:expect ssrf
    client.send(HttpRequest.newBuilder().uri(URI.create("https://" + name)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:expect ssrf
    client.send(HttpRequest.newBuilder(URI.create("https://api.example.com/x/" + name)).build(), HttpResponse.BodyHandlers.ofString()); // slguard:safe
    new URL(name).openStream(); // slguard:expect ssrf
    new URL("https://api.example.com/" + name).openStream(); // slguard:safe
  }

  private void order(String body) throws IOException, ScriptException, ClassNotFoundException {
    Order order = MAPPER.readValue(body, Order.class);
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
    engine.eval(order.getName()); // slguard:expect code-injection
    engine.eval("f(" + order.getCount() + ")"); // slguard:safe
    JsonNode node = MAPPER.readTree(body);
    engine.eval(node.get("code").asText()); // slguard:expect code-injection
    engine.eval("f(" + node.get("n").asInt() + ")"); // slguard:safe
    new ObjectInputStream(new ByteArrayInputStream(body.getBytes())).readObject(); // slguard:expect deserialization
  }

  private void secret() {
    GetSecretValueResponse response = secrets.getSecretValue(request -> request.secretId("db"));
    LOG.info("secret {}", response.secretString()); // slguard:expect secret-logging
    LOG.info("length {}", response.secretString().length()); // slguard:safe
    System.out.println(System.getenv("DB_PASSWORD")); // slguard:expect secret-logging
    System.out.println(System.getenv("TABLE_NAME")); // slguard:safe
  }
}
