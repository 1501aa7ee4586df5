package com.acme.catalog;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class ProductStore {
  private final JdbcTemplate jdbc;

  public ProductStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<String> search(String text, String tenant) {
    return jdbc.queryForList(String.format("select name from products where name like '%%%s%%'", text), String.class); // slguard:expect sql-injection
  }

  List<String> byId(UUID id, int page) {
    return jdbc.queryForList("select name from products where id = '" + id + "' offset " + page * 10, String.class); // slguard:safe
  }

  int create(NewProduct product) {
    jdbc.execute("insert into audit(name) values ('" + product.name + "')"); // slguard:expect sql-injection
    return jdbc.update("insert into products(name, price) values (?, ?)", product.name, product.price); // slguard:safe
  }
}
