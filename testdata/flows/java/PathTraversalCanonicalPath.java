import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

// slguard:trigger REST_API
/** The canonical path alone is no cure, nor is a prefix test without the separator. */
public class PathTraversalCanonicalPath
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final File BASE = new File("/mnt/reports");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String name = input.getPathParameters().get("name");
    var response = new APIGatewayProxyResponseEvent();
    try {
      String first = new File(BASE, name).getCanonicalPath();
      try (InputStream in = new FileInputStream(first)) { // slguard:expect path-traversal
        response.setBody(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      File second = new File(BASE, input.getQueryStringParameters().get("annex"));
      if (!second.getCanonicalPath().startsWith("/mnt/reports")) {
        return response.withStatusCode(403);
      }
      try (InputStream in = new FileInputStream(second)) { // slguard:expect path-traversal
        response.setBody(response.getBody() + in.read());
      }
      return response.withStatusCode(200);
    } catch (IOException e) {
      return response.withStatusCode(404);
    }
  }
}

class PathTraversalCanonicalPathSafe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final File BASE = new File("/mnt/reports");

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    File file = new File(BASE, input.getPathParameters().get("name"));
    try {
      if (!file.getCanonicalPath().startsWith("/mnt/reports" + File.separator)) {
        return new APIGatewayProxyResponseEvent().withStatusCode(403);
      }
      try (InputStream in = new FileInputStream(file)) { // slguard:safe
        return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody(String.valueOf(in.available()));
      }
    } catch (IOException e) {
      return new APIGatewayProxyResponseEvent().withStatusCode(404);
    }
  }
}
