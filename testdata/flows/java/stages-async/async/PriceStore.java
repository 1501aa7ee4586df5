package async;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

class PriceStore {
  static final Set<String> COLUMNS = Set.of("p_open", "p_close");

  private Statement statement() {
    try {
      Connection c = DriverManager.getConnection(System.getenv("JDBC"));
      return c.createStatement();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String price(String isin) {
    try (Statement s = statement()) {
      return s.executeQuery("select price from p where isin = '" + isin + "'").getString(1); // slguard:expect sql-injection
    } catch (SQLException e) {
      return "";
    }
  }

  CompletableFuture<String> rate(String currency) {
    return CompletableFuture.supplyAsync(() -> {
      try (Statement s = statement()) {
        return s.executeQuery("select rate from r where c = '" + currency + "'").getString(1); // slguard:safe
      } catch (SQLException e) {
        return "";
      }
    });
  }

  void checked(String isin) {
    try (Statement s = statement()) {
      s.execute("select " + isin); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void formatted(String name) {
    try (Statement s = statement()) {
      s.execute("select * from n where n = '" + name + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void fields(String fields) {
    try (Statement s = statement()) {
      s.execute("select " + fields + " from p"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void fields2(String field) {
    try (Statement s = statement()) {
      s.execute("select " + field + " from p2"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void fields3(String field) {
    try (Statement s = statement()) {
      s.execute("select " + field + " from p3"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void lazy(Supplier<String> value) {
    try (Statement s = statement()) {
      s.execute("select '" + value.get() + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void task(String word) {
    try (Statement s = statement()) {
      s.execute("select 't" + word + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void thread(String word) {
    try (Statement s = statement()) {
      s.execute("select 'h" + word + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
