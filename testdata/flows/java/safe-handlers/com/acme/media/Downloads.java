package com.acme.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

// slguard:trigger REST_API
public class Downloads implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Path BASE = Path.of("/mnt/efs/manuals");
  private static final Map<String, String> TYPES = Map.of("pdf", "application/pdf", "txt", "text/plain", "png", "image/png");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Optional<Path> file = Optional.ofNullable(event.getPathParameters()).map(p -> p.get("proxy")).flatMap(Downloads::below);
    if (file.isEmpty()) {
      return new APIGatewayProxyResponseEvent().withStatusCode(404).withBody("{}");
    }
    Path found = file.get();
    String extension = extension(found.getFileName().toString());
    String type = TYPES.getOrDefault(extension, "application/octet-stream");
    try {
      byte[] content = Files.readAllBytes(found); // slguard:safe
      Map<String, String> headers = new HashMap<>();
      headers.put("Content-Type", type);
      headers.put("Content-Disposition", "attachment; filename=\"manual." + (TYPES.containsKey(extension) ? extension : "bin") + "\"");
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withHeaders(headers).withIsBase64Encoded(true)
          .withBody(Base64.getEncoder().encodeToString(content)); // slguard:safe
    } catch (IOException e) {
      context.getLogger().log("Cannot read a manual");
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }

  private static Optional<Path> below(String name) {
    Path wanted = BASE.resolve(name).normalize();
    return wanted.startsWith(BASE) && Files.isRegularFile(wanted) ? Optional.of(wanted) : Optional.empty();
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
