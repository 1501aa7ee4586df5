package com.acme.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.BeanPropertySqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

// slguard:trigger REST_API authenticated
public class Profiles implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final RowMapper<Profile> ROWS = (rs, i) -> new Profile(rs.getString("id"), rs.getString("name"), rs.getString("city"));
  private static final String UPDATE = """
      UPDATE profiles
      SET name = :name, city = :city
      WHERE id = :id
      """;
  private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(new DriverManagerDataSource(System.getenv("JDBC_URL")));
  private final Map<String, BiFunction<String, APIGatewayProxyRequestEvent, Object>> routes = Map.of("GET", this::read, "PUT", this::write, "DELETE", this::remove);

  public record Profile(String id, String name, String city) {}

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    String subject = Optional.ofNullable(event.getRequestContext().getAuthorizer()).map(a -> (Map<?, ?>) a.get("claims")).map(c -> (String) c.get("sub")).orElseThrow();
    BiFunction<String, APIGatewayProxyRequestEvent, Object> route = routes.get(event.getHttpMethod());
    if (route == null) {
      return new APIGatewayProxyResponseEvent().withStatusCode(405);
    }
    try {
      return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(MAPPER.writeValueAsString(route.apply(subject, event))); // slguard:safe
    } catch (JsonProcessingException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
  }

  private Object read(String subject, APIGatewayProxyRequestEvent event) {
    List<Profile> found = jdbc.query("SELECT id, name, city FROM profiles WHERE id = :id", Map.of("id", subject), ROWS); // slguard:safe
    return found.isEmpty() ? Map.of() : found.get(0);
  }

  private Object write(String subject, APIGatewayProxyRequestEvent event) {
    try {
      Profile wanted = MAPPER.readValue(event.getBody(), Profile.class);
      Profile own = new Profile(subject, wanted.name(), wanted.city());
      return Map.of("updated", jdbc.update(UPDATE, new BeanPropertySqlParameterSource(own))); // slguard:safe
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Malformed profile");
    }
  }

  private Object remove(String subject, APIGatewayProxyRequestEvent event) {
    return Map.of("removed", jdbc.update("DELETE FROM profiles WHERE id = :id", Map.of("id", subject))); // slguard:safe
  }
}
