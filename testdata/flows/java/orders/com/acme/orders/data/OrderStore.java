package com.acme.orders.data;

import org.springframework.jdbc.core.JdbcTemplate;

public class OrderStore implements Store {
  private final JdbcTemplate template = new JdbcTemplate();

  @Override
  public void save(String text) {
    template.update("insert into t values ('" + text + "')"); // slguard:expect sql-injection
    template.update("insert into t values (?)", text); // slguard:safe
  }

  @Override
  public void load(String id) {
    template.queryForObject("select * from t where id = '" + id + "'", String.class); // slguard:safe
  }
}
