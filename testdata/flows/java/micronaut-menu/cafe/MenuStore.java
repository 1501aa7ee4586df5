package cafe;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

@Singleton
public class MenuStore {
  private final DataSource ds;

  public MenuStore(DataSource ds) {
    this.ds = ds;
  }

  void byDish(String dish) {
    execute("select * from dishes where name = '" + dish + "'");
  }

  void byLanguage(String lang) {
    String sql = """
        select d.*, t.text
          from dishes d join texts t on t.dish = d.id
         where t.lang = '%s'
        """.formatted(lang);
    execute(sql);
  }

  void byLanguage2(String lang) {
    try (Connection c = ds.getConnection(); Statement s = c.createStatement()) {
      s.execute("select * from texts where lang = '" + lang + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(Dish dish) {
    try (Connection c = ds.getConnection(); Statement s = c.createStatement()) {
      s.execute("insert into prices values (" + dish.price() + ")"); // slguard:safe
      s.execute("insert into kinds values ('" + dish.kind() + "')"); // slguard:safe
      s.execute("insert into labels values ('" + dish.label() + "')"); // slguard:expect sql-injection
      PreparedStatement p = c.prepareStatement("insert into notes values (?, '" + dish.note() + "')"); // slguard:expect sql-injection
      p.setString(1, dish.name());
      p.execute(); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) {
    try (Connection c = ds.getConnection(); Statement s = c.createStatement()) {
      s.execute(sql); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
