import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;
import software.amazon.awssdk.services.s3.S3Client;

public class SsrfEndpointOverrideSocket implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    Map<String, String> query = event.getQueryStringParameters();
    String host = query.get("host");
    S3Client client = S3Client.builder().endpointOverride(URI.create("https://" + host)).build(); // slguard:expect ssrf
    try (Socket socket = new Socket(host, 443)) { // slguard:expect ssrf
      return socket.isConnected() + Jsoup.connect(query.get("page")).get().title(); // slguard:expect ssrf
    } catch (IOException e) {
      return client.serviceName();
    }
  }
}

class SsrfEndpointOverrideSocketSafe implements RequestHandler<APIGatewayV2HTTPEvent, String> {
  @Override
  public String handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String region = "eu".equals(event.getQueryStringParameters().get("region")) ? "eu-west-1" : "us-east-1";
    S3Client client = S3Client.builder().endpointOverride(URI.create("https://s3." + region + ".amazonaws.com")).build(); // slguard:safe
    try (Socket socket = new Socket("cache.internal", Integer.parseInt(event.getQueryStringParameters().get("port")))) { // slguard:safe
      return socket.isConnected() + Jsoup.connect("https://en.wikipedia.org/wiki/" + event.getRawPath()).get().title(); // slguard:safe
    } catch (IOException e) {
      return client.serviceName();
    }
  }
}
