import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3ObjectLambdaEvent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

// slguard:trigger S3_OBJECT_LAMBDA
/** The URL of the object is made by S3, the URL that the user asked for is not. */
public class ShapeServiceSetFields implements RequestHandler<S3ObjectLambdaEvent, Void> {
  @Override
  public Void handleRequest(S3ObjectLambdaEvent event, Context context) {
    String asked = event.getUserRequest().getHeaders().get("x-callback");
    try (InputStream in = new URL(asked).openStream()) { // slguard:expect ssrf
      in.read();
    } catch (IOException e) {
      context.getLogger().log("no callback");
    }
    return null;
  }
}

class ShapeServiceSetFieldsSafe implements RequestHandler<S3ObjectLambdaEvent, Void> {
  @Override
  public Void handleRequest(S3ObjectLambdaEvent event, Context context) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(event.getGetObjectContext().getInputS3Url())).build(); // slguard:safe
    try {
      HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    } catch (IOException | InterruptedException e) {
      context.getLogger().log("not read");
    }
    return null;
  }
}
