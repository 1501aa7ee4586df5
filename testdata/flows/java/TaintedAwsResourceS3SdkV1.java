import com.amazonaws.HttpMethod;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.GeneratePresignedUrlRequest;
import com.amazonaws.services.s3.model.GetObjectRequest;
import java.util.Set;

// slguard:trigger HTTP_API_V1
public class TaintedAwsResourceS3SdkV1
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private final AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String bucket = input.getQueryStringParameters().get("bucket");
    String key = input.getQueryStringParameters().get("key");
    long size = s3.getObject(new GetObjectRequest(bucket, "index.json")) // slguard:expect tainted-aws-resource
        .getObjectMetadata().getContentLength();
    s3.deleteObject("uploads", key); // slguard:expect tainted-aws-resource
    String link = s3.generatePresignedUrl(new GeneratePresignedUrlRequest("uploads", key, HttpMethod.PUT)).toString(); // slguard:expect tainted-aws-resource
    return new APIGatewayProxyResponseEvent().withBody(link + size);
  }
}

class TaintedAwsResourceS3SdkV1Safe
    implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Set<String> BUCKETS = Set.of("public-assets", "public-docs");
  private final AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    String bucket = input.getQueryStringParameters().get("bucket");
    if (!BUCKETS.contains(bucket)) {
      throw new IllegalArgumentException("no such bucket");
    }
    long size = s3.getObject(bucket, "index.json").getObjectMetadata().getContentLength(); // slguard:safe
    s3.deleteObject("uploads", context.getAwsRequestId()); // slguard:safe
    return new APIGatewayProxyResponseEvent().withBody("" + size);
  }
}
