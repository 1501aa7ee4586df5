package com.acme.pay.store;

import com.acme.pay.core.PaymentStore;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

public final class Stores {
  private static final JdbcOperations JDBC = new JdbcTemplate(new SimpleDriverDataSource());

  private Stores() {}

  public static PaymentStore audited() {
    return new TextStore(JDBC);
  }

  public static PaymentStore bound() {
    return new BoundStore(JDBC);
  }
}
