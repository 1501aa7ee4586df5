package com.acme.ops;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

// slguard:trigger HTTP_API_V2
public class Warmup implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, String> CACHE = new TreeMap<>();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    String text;
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      text = reader.lines().collect(Collectors.joining());
    }
    JsonNode event = MAPPER.readTree(text);
    ObjectNode answer = MAPPER.createObjectNode();
    if ("serverless-plugin-warmup".equals(event.path("source").asText())) {
      answer.put("statusCode", 204);
    } else {
      String key = event.path("pathParameters").path("key").asText();
      CACHE.putIfAbsent(key, "seen");
      answer.put("statusCode", 200);
      answer.putObject("headers").put("content-type", "application/json");
      answer.put("body", MAPPER.writeValueAsString(Map.of("key", key, "state", CACHE.get(key), "size", CACHE.size())));
    }
    try (Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8)) {
      writer.write(answer.toString()); // slguard:safe
    }
  }
}
