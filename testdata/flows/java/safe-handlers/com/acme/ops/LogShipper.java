package com.acme.ops;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

// slguard:trigger CLOUDWATCH_LOGS
public class LogShipper implements RequestHandler<CloudWatchLogsEvent, Integer> {
  private static final Pattern LEVEL = Pattern.compile("\\b(ERROR|WARN)\\b");
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI target = URI.create(System.getenv("LOG_ENDPOINT"));

  @Override
  public Integer handleRequest(CloudWatchLogsEvent event, Context context) {
    byte[] packed = Base64.getDecoder().decode(event.getAwsLogs().getData());
    int sent = 0;
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      JsonNode data = MAPPER.readTree(in);
      StringJoiner lines = new StringJoiner("\n");
      for (JsonNode each : data.path("logEvents")) {
        String message = each.path("message").asText();
        if (LEVEL.matcher(message).find()) {
          lines.add(MAPPER.writeValueAsString(each));
          sent++;
        }
      }
      HttpRequest request = HttpRequest.newBuilder(target).header("Authorization", "Bearer " + System.getenv("LOG_TOKEN")).POST(HttpRequest.BodyPublishers.ofString(lines.toString())).build();
      HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding()); // slguard:safe
      context.getLogger().log("Sent " + sent + " lines: " + answer.statusCode());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return sent;
  }
}
