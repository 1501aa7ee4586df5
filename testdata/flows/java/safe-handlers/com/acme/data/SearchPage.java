package com.acme.data;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

// slguard:trigger HTTP_API_V2
public class SearchPage implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final DSLContext jooq = DSL.using(System.getenv("JDBC_URL"));

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String term = query == null ? "" : query.getOrDefault("q", "");
    int page = query == null ? 0 : Integer.parseInt(query.getOrDefault("page", "0"));
    Result<Record> found = jooq.select().from(DSL.table("articles")).where(DSL.field("title", String.class).containsIgnoreCase(term))
        .orderBy(DSL.field("created").desc()).limit(20).offset(page * 20).fetch(); // slguard:safe
    List<String> rows = found.stream().map(r -> "<li>" + StringEscapeUtils.escapeHtml4(r.get("title", String.class)) + "</li>").collect(Collectors.toList());
    String html = "<!doctype html><title>Search</title><h1>" + StringEscapeUtils.escapeHtml4(term) + "</h1><ul>" + String.join("", rows) + "</ul>"
        + "<a href=\"/search?q=" + URLEncoder.encode(term, StandardCharsets.UTF_8) + "&amp;page=" + (page + 1) + "\">next</a>";
    return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withHeaders(Map.of("content-type", "text/html; charset=utf-8")).withBody(html).build(); // slguard:safe
  }
}
