package invoice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

class InvoiceDao {
    private final Connection connection;

    InvoiceDao(Connection connection) {
        this.connection = connection;
    }

    void insert(Invoice invoice) {
        run("insert into invoices values (" + invoice.getTotal() + ")");
        update("insert into customers values ('" + invoice.getCustomer().getName() + "')");
    }

    void insertLines(List<String> values) {
        try (Statement s = connection.createStatement()) {
            for (String value : values) {
                s.addBatch("insert into lines values " + value); // slguard:expect sql-injection
            }
            s.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void insertAmounts(String amounts) {
        run("insert into amounts values (" + amounts + ")");
    }

    void country(String country) {
        run("update countries set n = n + 1 where code = '" + country + "'");
    }

    void byStatus(String status) {
        query("select * from invoices where status = '" + status + "'");
    }

    void since(String date) {
        run("select * from invoices where created > '" + date + "'");
    }

    void page(int page) {
        run("select * from invoices offset " + (page - 1) * 50);
    }

    void one(String number) {
        query("select * from invoices where number = '" + number + "'");
    }

    void bound(String number) {
        String sql = "select * from invoices where number = ?";
        try (PreparedStatement ps = connection.prepareStatement(sql)) { // slguard:safe
            ps.setString(1, number);
            ps.executeQuery(); // slguard:safe
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void ofYear(String year) {
        run("select * from invoices where year = " + year);
    }

    private void run(String sql) {
        try (Statement s = connection.createStatement()) {
            s.execute(sql); // slguard:safe
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void query(String sql) {
        try (Statement s = connection.createStatement()) {
            s.executeQuery(sql); // slguard:expect sql-injection
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql) {
        try (Statement s = connection.createStatement()) {
            s.executeUpdate(sql); // slguard:expect sql-injection
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
