// slguard:handler com.acme.OutsiderOverloads::handleRequest REST_API
package com.acme;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

public class OutsiderOverloads implements RequestHandler<APIGatewayProxyRequestEvent, String> {
  private final String tool;
  private final JdbcTemplate jdbc = new JdbcTemplate();
  private final Map<String, Function<Map<String, String>, String>> routes;

  public OutsiderOverloads() {
    this("convert");
  }

  OutsiderOverloads(String tool) {
    this.tool = tool;
    this.routes = Map.of("GET", this::list, "POST", this::create);
  }

  OutsiderOverloads(String tool, String prefix) {
    this(tool);
    jdbc.execute(tool + prefix); // slguard:safe
  }

  @Override
  public String handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    return routes.get(event.getHttpMethod()).apply(event.getQueryStringParameters());
  }

  private String list(Map<String, String> query) {
    run(query.get("name"));
    run(query.get("name"), 3);
    run(Integer.parseInt(query.get("size")));
    return shell(List.of(query.get("name"))) + shell("ls", "-l") + shell();
  }

  private String create(Map<String, String> query) {
    return shell("echo", query.get("text"));
  }

  private void run(String name) {
    jdbc.update("INSERT INTO run VALUES (?)", name); // slguard:safe
  }

  private void run(String name, int times) {
    jdbc.execute(tool + " " + times); // slguard:safe
    jdbc.execute(tool + " " + name); // slguard:expect sql-injection
  }

  private void run(String name, String unused) {
    jdbc.execute(tool + " " + name); // slguard:safe
  }

  private void run(int size) {
    jdbc.execute(tool + " " + size); // slguard:safe
  }

  private String shell(List<String> words) {
    jdbc.execute(String.join(" ", words)); // slguard:expect sql-injection
    return "";
  }

  private String shell(String... words) {
    jdbc.execute(String.join(" ", words)); // slguard:expect sql-injection
    return "";
  }

  private String shell() {
    jdbc.execute(tool); // slguard:safe
    return "";
  }
}
