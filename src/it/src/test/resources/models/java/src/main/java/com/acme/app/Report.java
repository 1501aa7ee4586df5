package com.acme.app;

import com.acme.checks.Checks;
import com.acme.text.Filler;
import com.acme.warehouse.Warehouse;
import com.acme.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class Report {
  private final Warehouse warehouse = new Warehouse();

  public Map<String, Object> handle(Map<String, Object> event) {
    Request request = Request.current();
    String region = request.param("region");
    int rows = warehouse.run("select * from sales where region = '" + region + "'"); // flow
    rows += warehouse.run("select * from sales where region = " + Warehouse.quoted(region));
    List<String> statement = new ArrayList<>();
    Filler.fill(statement, request.param("column"));
    rows += warehouse.run("select " + statement.get(0) + " from sales"); // flow
    String table = request.param("table");
    Checks.requireIdentifier(table);
    rows += warehouse.run("select * from " + table);
    return Map.of("statusCode", 200, "body", String.valueOf(rows));
  }
}
