import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.gson.Gson;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.RequiredArgsConstructor;
import lombok.SneakyThrows;
import lombok.Value;
import lombok.With;
import lombok.extern.slf4j.Slf4j;

// slguard:trigger REST_API
@Slf4j
@RequiredArgsConstructor
public class LombokBuilders implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final Connection connection;
  private final Gson gson = new Gson();

  @Data
  @NoArgsConstructor
  public static class Signup {
    private String email;
    private int age;
    private Address address;
  }

  @Getter
  @AllArgsConstructor
  public static class Address {
    private final String street;
    private final String zip;
  }

  @Value
  @Builder
  public static class Row {
    String table;
    String key;
    long version;
  }

  @With
  @Getter
  @AllArgsConstructor
  public static class Filter {
    private final String field;
    private final String text;
  }

  @Override
  @SneakyThrows
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    Signup signup = gson.fromJson(input.getBody(), Signup.class);
    Statement statement = connection.createStatement();
    statement.execute("insert into s(email) values ('" + signup.getEmail() + "')"); // slguard:expect sql-injection
    statement.execute("insert into s(age) values (" + signup.getAge() + ")"); // slguard:safe an int
    statement.execute("insert into s(zip) values ('" + signup.getAddress().getZip() + "')"); // slguard:expect sql-injection

    Row row = Row.builder().table("signups").key(signup.getEmail()).version(signup.getAge()).build();
    statement.execute("delete from " + row.getTable() + " where v = " + row.getVersion()); // slguard:safe
    statement.execute("delete from " + row.getTable() + " where k = '" + row.getKey() + "'"); // slguard:expect sql-injection

    Filter filter = new Filter("email", "none").withText(signup.getAddress().getStreet());
    statement.execute("select * from s where " + filter.getField() + " = ''"); // slguard:safe
    statement.execute("select * from s where email = '" + filter.getText() + "'"); // slguard:expect sql-injection

    Address fixed = new Address("Main", "10115");
    statement.execute("select * from s where zip = '" + fixed.getZip() + "'"); // slguard:safe
    log.info("Signed up somebody of {}", signup.getAge());
    return new APIGatewayProxyResponseEvent().withStatusCode(201);
  }
}
