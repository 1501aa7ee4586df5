import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

public class CodeInjectionGroovyStream implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    JsonNode event = MAPPER.readTree(input);
    JsonNode body = MAPPER.readTree(event.get("body").asText());
    Object result = new GroovyShell().evaluate(body.path("script").asText()); // slguard:expect code-injection
    output.write(String.valueOf(result != null).getBytes(StandardCharsets.UTF_8));
  }
}

class CodeInjectionGroovyStreamSafe implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    JsonNode event = MAPPER.readTree(input);
    Binding binding = new Binding();
    binding.setVariable("name", MAPPER.readTree(event.get("body").asText()).path("name").asText());
    Object result = new GroovyShell(binding).evaluate("name.length() > 3"); // slguard:safe
    output.write(String.valueOf(result).getBytes(StandardCharsets.UTF_8));
  }
}
