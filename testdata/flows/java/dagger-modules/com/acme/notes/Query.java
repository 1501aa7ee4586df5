package com.acme.notes;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is looked for. */
public final class Query {
  private final String text;
  private final String tag;
  private final int limit;

  private Query(Builder builder) {
    this.text = Objects.requireNonNull(builder.text, "text");
    this.tag = builder.tag;
    this.limit = builder.limit;
  }

  static Query from(APIGatewayProxyRequestEvent event) {
    Map<String, String> parameters = event.getQueryStringParameters();
    return new Builder().text(parameters.get("q")).tag(parameters.getOrDefault("tag", "all")).limit(parameters.get("limit")).build();
  }

  public String text() {
    return text;
  }

  public String tag() {
    return tag;
  }

  public int limit() {
    return limit;
  }

  /** Makes queries. */
  public static final class Builder {
    private String text;
    private String tag;
    private int limit = 10;

    Builder text(String text) {
      this.text = text;
      return this;
    }

    Builder tag(String tag) {
      if (!tag.matches("[a-z]{1,20}")) {
        throw new IllegalArgumentException("tag");
      }
      this.tag = tag.toLowerCase(Locale.ROOT);
      return this;
    }

    Builder limit(String text) {
      this.limit = text == null ? 10 : Integer.parseInt(text);
      return this;
    }

    Query build() {
      return new Query(this);
    }
  }
}
