package clinic.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

public class PatientQueries {
  public static class Filter {
    private String name;
    private int limit;
    private String order;

    public Filter name(String name) { this.name = name; return this; }
    public Filter limit(int limit) { this.limit = limit; return this; }
    public Filter order(String order) { this.order = "name".equals(order) ? "name" : "id"; return this; }
  }

  private Statement open() {
    try {
      Connection c = DriverManager.getConnection(System.getenv("DB"));
      return c.createStatement();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void loose(String id) {
    try (Statement s = open()) {
      s.execute("select 1 from p where id = '" + id + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void strict(String id) {
    try (Statement s = open()) {
      s.execute("select 2 from p where id = '" + id + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void ward(String ward) {
    try (Statement s = open()) {
      s.execute("select 3 from p where ward = '" + ward + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void unknownWard(String ward) {
    try (Statement s = open()) {
      s.execute("select 4 from p where ward = '" + ward + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void sex(String sex) {
    try (Statement s = open()) {
      s.execute("select 5 from p where sex = '" + sex + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void fake(String fake) {
    try (Statement s = open()) {
      s.execute("select 6 from p where x = '" + fake + "'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void born(String born) {
    try (Statement s = open()) {
      s.execute("select 7 from p where born = " + born); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void search(Filter f) {
    try (Statement s = open()) {
      s.execute("select 8 from p order by " + f.order); // slguard:safe
      s.execute("select 8 from p limit " + f.limit); // slguard:safe
      s.execute("select 8 from p where name like '" + f.name + "%'"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void days(int days) {
    try (Statement s = open()) {
      s.execute("select 9 from p where d < " + days); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void exact(boolean exact) {
    try (Statement s = open()) {
      s.execute("select 10 from p where e = " + exact); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void version(String version) {
    try (Statement s = open()) {
      s.execute("select 11 from p where v = '" + version + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void method(String method) {
    try (Statement s = open()) {
      s.execute("select 12 from p where m = '" + method + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void account(String account) {
    try (Statement s = open()) {
      s.execute("select 13 from p where a = '" + account + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void agent(String agent) {
    try (Statement s = open()) {
      s.execute("insert into agents values ('" + agent + "')"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void cookie(String cookie) {
    try (Statement s = open()) {
      s.execute("insert into cookies values ('" + cookie.substring(cookie.indexOf('=') + 1) + "')"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void raw(String raw) {
    try (Statement s = open()) {
      s.execute("insert into q values ('" + raw + "')"); // slguard:expect sql-injection
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
