import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.sql.SQLException;
import java.sql.Statement;

// slguard:trigger CUSTOM_RESOURCE
public class ShapeCustomResource implements RequestHandler<CloudFormationCustomResourceEvent, String> {
  private Statement statement;

  @Override
  public String handleRequest(CloudFormationCustomResourceEvent event, Context context) {
    try {
      statement.execute("create schema " + event.getResourceProperties().get("Schema")); // slguard:safe
      HttpURLConnection connection = (HttpURLConnection) new URL(event.getResponseUrl()).openConnection(); // slguard:safe
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write("{}".getBytes());
      }
    } catch (IOException | SQLException e) {
      return "FAILED";
    }
    return "SUCCESS";
  }
}
