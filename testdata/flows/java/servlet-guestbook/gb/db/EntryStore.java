package gb.db;

import java.sql.*;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

public class EntryStore {
  private static final Map<String, String> ORDER = new HashMap<>();
  private final String url;

  static {
    ORDER.put("date", "created_at desc");
    ORDER.put("name", "author asc");
  }

  public EntryStore(String url) {
    this.url = url;
  }

  public int count(String author) {
    try (Connection c = DriverManager.getConnection(url); CallableStatement call = c.prepareCall("{call count_entries(?)}")) { // slguard:safe
      call.setString(1, author);
      call.execute();
      return call.getInt(1);
    } catch (SQLException e) {
      return -1;
    }
  }

  public void sorted(String sort) {
    query("select * from entries order by " + sort);
  }

  public void sortedSafely(String sort) {
    String order = ORDER.get(sort);
    if (order == null) {
      order = "id";
    }
    fixed("select * from entries order by " + order);
  }

  public void tags(String[] tags) {
    String list = Arrays.stream(tags).map(t -> "'" + t + "'").collect(Collectors.joining(", "));
    query("select * from entries where tag in (" + list + ")");
    String ids = Arrays.stream(tags).mapToInt(Integer::parseInt).mapToObj(String::valueOf).collect(Collectors.joining(","));
    fixed("select * from entries where tag_id in (" + ids + ")");
  }

  public void raw(String body) {
    try (Connection c = DriverManager.getConnection(url)) {
      c.prepareStatement("insert into entries values ('" + body + "')").execute(); // slguard:expect sql-injection
      PreparedStatement ps = c.prepareStatement("insert into entries values (?)"); // slguard:safe
      ps.setString(1, body);
      ps.executeUpdate(); // slguard:safe
    } catch (SQLException e) {
      throw new RuntimeException(e);
    }
  }

  public void delete(long id) {
    fixed("delete from entries where id = " + id);
  }

  public void deleteRaw(String id) {
    int parsed;
    try {
      parsed = Integer.parseInt(id);
    } catch (NumberFormatException e) {
      parsed = 0;
    }
    fixed("delete from entries where id = " + parsed);
  }

  private void query(String sql) {
    try (Connection c = DriverManager.getConnection(url); Statement s = c.createStatement()) {
      s.executeQuery(sql); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new RuntimeException(e);
    }
  }

  private void fixed(String sql) {
    try (Connection c = DriverManager.getConnection(url); Statement s = c.createStatement()) {
      s.executeUpdate(sql); // slguard:safe
    } catch (SQLException e) {
      throw new RuntimeException(e);
    }
  }
}
