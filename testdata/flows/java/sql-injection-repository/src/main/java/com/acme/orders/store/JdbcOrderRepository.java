package com.acme.orders.store;

import com.acme.orders.OrderQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

public class JdbcOrderRepository implements OrderRepository {
  private final DataSource source = new PGSimpleDataSource();

  @Override
  public int count(OrderQuery query) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(
            "select count(*) from orders where customer = '" + query.customer() + "' limit " + query.limit())) { // slguard:expect sql-injection
      ResultSet rows = statement.executeQuery();
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public int countBound(OrderQuery query) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(
            "select count(*) from orders where customer = ? limit " + query.limit())) { // slguard:safe
      statement.setString(1, query.customer());
      ResultSet rows = statement.executeQuery();
      return rows.next() ? rows.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
