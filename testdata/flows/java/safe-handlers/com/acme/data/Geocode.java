package com.acme.data;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

// slguard:trigger APPSYNC
public class Geocode implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private static final Map<String, Map<String, Object>> CACHE = new ConcurrentHashMap<>();
  private final OkHttpClient ok = new OkHttpClient.Builder().followRedirects(false).build();
  private final RestTemplate rest = new RestTemplate();

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    Map<String, Object> arguments = (Map<String, Object>) event.get("arguments");
    String address = (String) arguments.get("address");
    return CACHE.computeIfAbsent(address, this::look);
  }

  private Map<String, Object> look(String address) {
    HttpUrl url = HttpUrl.get("https://geo.acme.example/v2/search").newBuilder().addQueryParameter("q", address).addQueryParameter("limit", "1").build();
    try (Response response = ok.newCall(new Request.Builder().url(url).header("X-Api-Key", System.getenv("GEO_API_KEY")).build()).execute()) { // slguard:safe
      if (response.code() == 404) {
        JsonNode fallback = rest.getForObject(UriComponentsBuilder.fromUriString("https://backup.acme.example/geo").queryParam("address", address).toUriString(), JsonNode.class); // slguard:safe
        return Map.of("lat", fallback.path("lat").asDouble(), "lon", fallback.path("lon").asDouble());
      }
      return Map.of("raw", response.body().string());
    } catch (java.io.IOException e) {
      return Map.of("error", "unavailable");
    }
  }
}
