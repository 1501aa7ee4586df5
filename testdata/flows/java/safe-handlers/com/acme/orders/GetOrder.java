package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

// slguard:trigger HTTP_API_V2
public class GetOrder implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(GetOrder.class);
  private static final Set<String> COLUMNS = Set.of("created", "total", "customer");

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters() == null ? Map.of() : event.getQueryStringParameters();
    String sort = query.getOrDefault("sort", "created").toLowerCase(Locale.ROOT);
    boolean descending = "desc".equalsIgnoreCase(query.get("dir"));
    int limit = limit(query.get("limit"));
    if (!COLUMNS.contains(sort)) {
      return response(400, "{\"message\":\"Unknown sort column\"}");
    }
    List<Object> values = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT id, total FROM orders WHERE 1 = 1");
    for (String filter : List.of("customer", "status")) {
      String wanted = query.get(filter);
      if (wanted != null) {
        sql.append(" AND ").append(filter).append(" = ?");
        values.add(wanted);
      }
    }
    sql.append(" ORDER BY ").append(sort).append(descending ? " DESC" : " ASC").append(" LIMIT ").append(limit);
    StringBuilder json = new StringBuilder("[");
    try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"), System.getenv("JDBC_USER"), System.getenv("JDBC_PASSWORD"));
        PreparedStatement statement = connection.prepareStatement(sql.toString())) { // slguard:safe
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          json.append(json.length() > 1 ? "," : "").append("{\"id\":").append(rows.getLong(1)).append(",\"total\":").append(rows.getBigDecimal(2)).append('}');
        }
      }
    } catch (SQLException e) {
      LOG.error("Query failed with state {}", e.getSQLState(), e);
      return response(500, "{\"message\":\"Internal error\"}");
    }
    return response(200, json.append(']').toString()); // slguard:safe
  }

  private static int limit(String text) {
    if (text == null) {
      return 20;
    }
    try {
      return Math.max(1, Math.min(100, Integer.parseInt(text)));
    } catch (NumberFormatException e) {
      return 20;
    }
  }

  private static APIGatewayV2HTTPResponse response(int status, String body) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(Map.of("content-type", "application/json")).withBody(body).build();
  }
}
