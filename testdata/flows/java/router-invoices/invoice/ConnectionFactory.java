package invoice;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

final class ConnectionFactory {
    private static Connection connection;

    private ConnectionFactory() { }

    static synchronized Connection get() {
        if (connection == null) {
            Properties props = new Properties();
            props.setProperty("user", System.getenv("DB_USER"));
            props.setProperty("password", "Kj8#mQ2!xv"); // slguard:expect hardcoded-secret
            try {
                connection = DriverManager.getConnection(System.getenv("DB_URL"), props);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return connection;
    }
}
