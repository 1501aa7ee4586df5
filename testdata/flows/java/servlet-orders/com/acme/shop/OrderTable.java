package com.acme.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows of orders. */
class OrderTable {
  private Connection open() throws SQLException {
    return DriverManager.getConnection(System.getenv("JDBC_URL"));
  }

  List<String> withStatus(String status) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = open(); Statement statement = connection.createStatement()) {
      String sql = "SELECT id, title FROM orders";
      if (status != null && !status.isBlank()) {
        sql += " WHERE status = '" + status + "'";
      }
      ResultSet found = statement.executeQuery(sql); // slguard:expect sql-injection
      while (found.next()) {
        rows.add(found.getString("title"));
      }
    }
    return rows;
  }

  List<String> page(int number) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = open(); Statement statement = connection.createStatement()) {
      ResultSet found = statement.executeQuery("SELECT id FROM orders LIMIT 20 OFFSET " + number * 20); // slguard:safe
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  void insertRaw(String json) throws SQLException {
    try (Connection connection = open();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO orders(doc) VALUES ('" + json + "')")) { // slguard:expect sql-injection
      insert.executeUpdate();
    }
  }

  void insertBound(String json) throws SQLException {
    try (Connection connection = open();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO orders(doc) VALUES (?)")) { // slguard:safe
      insert.setString(1, json);
      insert.executeUpdate();
    }
  }

  int deleteKinds(String kind) throws SQLException {
    try (Connection connection = open(); Statement statement = connection.createStatement()) {
      return statement.executeUpdate(String.format("DELETE FROM orders WHERE kind = '%s'", kind)); // slguard:expect sql-injection
    }
  }
}
