import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

// slguard:trigger S3
public class EventsS3AndSns implements RequestHandler<S3Event, String> {
  private static final Pattern NAME = Pattern.compile("^uploads/([a-z0-9-]+)\\.(png|jpg)$");
  private static final Pattern LOOSE = Pattern.compile("uploads/(.+)\\.(png|jpg)");
  private final S3Client s3 = S3Client.create();

  @Override
  public String handleRequest(S3Event event, Context context) {
    for (S3EventNotificationRecord record : event.getRecords()) {
      String bucket = record.getS3().getBucket().getName();
      String key = record.getS3().getObject().getUrlDecodedKey();
      s3.getObject(GetObjectRequest.builder().bucket(bucket).key(key).build(), Path.of("/tmp", "in.bin")); // slguard:safe the event's own object
      s3.getObject(GetObjectRequest.builder().bucket(bucket).key(key).build(), ResponseTransformer.toFile(new File("/tmp/" + key))); // slguard:expect path-traversal
      ResponseBytes<GetObjectResponse> content = s3.getObjectAsBytes(b -> b.bucket(bucket).key(key));
      try {
        Matcher exact = NAME.matcher(key);
        if (exact.matches()) {
          new ProcessBuilder("sh", "-c", "optipng /tmp/" + exact.group(1)).start(); // slguard:safe
        }
        Matcher loose = LOOSE.matcher(key);
        if (loose.matches()) {
          new ProcessBuilder("sh", "-c", "optipng /tmp/" + loose.group(1)).start(); // slguard:expect command-injection
          new ProcessBuilder("sh", "-c", "optipng /tmp/x." + loose.group(2)).start(); // slguard:safe png or jpg
        }
        new ProcessBuilder("optipng", "/tmp/in.bin").start(); // slguard:safe
        new ProcessBuilder("bash", "-c", content.asUtf8String()).start(); // slguard:expect command-injection
        String raw = URLDecoder.decode(record.getS3().getObject().getKey(), StandardCharsets.UTF_8);
        new ProcessBuilder("bash", "-c", "file " + raw).start(); // slguard:expect command-injection
        new ProcessBuilder("bash", "-c", "file " + record.getS3().getObject().getSizeAsLong()).start(); // slguard:safe
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return "ok";
  }
}
