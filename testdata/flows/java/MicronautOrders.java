import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import java.io.File;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

@Controller("/orders")
public class MicronautOrders {
  @Inject
  DataSource dataSource;

  @Serdeable
  public record Order(String name, int pieces) {}

  @Get("/{id}")
  public String one(@PathVariable String id, @QueryValue(defaultValue = "0") int version) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().executeQuery("select * from o where v = " + version); // slguard:safe
      connection.createStatement().executeQuery("select * from o where id = '" + id + "'"); // slguard:expect sql-injection
      return "{}";
    }
  }

  @Post
  public HttpResponse<Order> add(@Body Order order, @Header("X-Tenant") String tenant, @CookieValue("lang") String lang) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.createStatement().execute("insert into o(n) values ('" + order.name() + "')"); // slguard:expect sql-injection
      connection.createStatement().execute("insert into o(p) values (" + order.pieces() + ")"); // slguard:safe
      connection.createStatement().execute("set search_path to " + tenant); // slguard:expect sql-injection
      connection.createStatement().execute("set lang to '" + ("de".equals(lang) ? lang : "en") + "'"); // slguard:safe
    }
    return HttpResponse.created(order); // slguard:safe JSON
  }

  @Get("/page")
  @Produces(MediaType.TEXT_HTML)
  public String page(@QueryValue String title) {
    return "<h1>" + title + "</h1>"; // slguard:expect xss-reflected
  }

  @Get("/out")
  public HttpResponse<?> out(HttpRequest<?> request) {
    String to = request.getParameters().get("to");
    new File("/tmp/" + request.getParameters().getFirst("f").orElse("x")).delete(); // slguard:expect path-traversal
    return HttpResponse.redirect(URI.create(to)); // slguard:expect open-redirect
  }

  @Get("/in")
  public HttpResponse<?> in(@QueryValue String to) {
    return HttpResponse.redirect(URI.create("/orders/" + to)); // slguard:safe
  }
}
