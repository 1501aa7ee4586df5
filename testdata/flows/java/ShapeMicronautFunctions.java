import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.micronaut.function.aws.MicronautRequestHandler;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

// slguard:handler ShapeMicronautFunctions::execute REST_API
// slguard:handler NotesController::search REST_API
// slguard:handler NotesController::add REST_API
// slguard:handler NotesController::page REST_API
public class ShapeMicronautFunctions
    extends MicronautRequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Inject
  DataSource source;

  @Override
  public APIGatewayProxyResponseEvent execute(APIGatewayProxyRequestEvent input) {
    try (var connection = source.getConnection(); var statement = connection.createStatement()) {
      statement.executeUpdate("update notes set seen = true where id = " + input.getPathParameters().get("id")); // slguard:expect sql-injection
    } catch (SQLException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(500);
    }
    return new APIGatewayProxyResponseEvent().withStatusCode(204);
  }
}

@Controller("/notes")
class NotesController {
  private final DataSource source;

  NotesController(DataSource source) {
    this.source = source;
  }

  @Get("/{?q}")
  String search(@QueryValue String q) throws SQLException {
    try (var connection = source.getConnection()) {
      return connection.nativeSQL("select * from notes where text like '%" + q + "%'"); // slguard:expect sql-injection
    }
  }

  @Post
  int add(@Body String text) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.prepareStatement("insert into notes values (?)")) { // slguard:safe
      statement.setString(1, text);
      return statement.executeUpdate();
    }
  }

  @Get("/page")
  boolean page(@QueryValue int number) throws SQLException {
    try (var connection = source.getConnection()) {
      return connection.createStatement().execute("select * from notes offset " + number); // slguard:safe
    }
  }
}
