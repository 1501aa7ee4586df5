import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

public class SsrfUrlOpenStream implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    try {
      URL url = new URL(event.getQueryStringParameters().get("url"));
      try (BufferedReader reader = new BufferedReader(new InputStreamReader(url.openStream()))) { // slguard:expect ssrf
        String text = reader.lines().collect(Collectors.joining("\n"));
        return APIGatewayV2HTTPResponse.builder().withStatusCode(200).withBody(text).build();
      }
    } catch (IOException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(502).build();
    }
  }
}

class SsrfUrlOpenStreamSafe implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final String API = "https://api.example.com/";

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String city = URLEncoder.encode(event.getQueryStringParameters().get("city"), StandardCharsets.UTF_8);
    try {
      HttpURLConnection first = (HttpURLConnection) new URL(API + "v1/weather?city=" + city).openConnection(); // slguard:safe
      HttpURLConnection second = (HttpURLConnection) new URL(API + event.getRawPath()).openConnection(); // slguard:safe
      return APIGatewayV2HTTPResponse.builder().withStatusCode(first.getResponseCode() + second.getResponseCode()).build();
    } catch (IOException e) {
      return APIGatewayV2HTTPResponse.builder().withStatusCode(502).build();
    }
  }
}
