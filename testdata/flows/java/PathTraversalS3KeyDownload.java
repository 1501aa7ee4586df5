import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import java.io.FileOutputStream;
import java.io.IOException;
import org.apache.commons.io.FilenameUtils;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

// slguard:trigger S3
public class PathTraversalS3KeyDownload implements RequestHandler<S3Event, String> {
  private final S3Client s3 = S3Client.create();

  @Override
  public String handleRequest(S3Event event, Context context) {
    for (S3EventNotificationRecord each : event.getRecords()) {
      String key = each.getS3().getObject().getUrlDecodedKey();
      save(each.getS3().getBucket().getName(), key, "/tmp/" + key);
    }
    return "ok";
  }

  private void save(String bucket, String key, String target) {
    try (ResponseInputStream<GetObjectResponse> in = s3.getObject(r -> r.bucket(bucket).key(key));
        FileOutputStream out = new FileOutputStream(target)) { // slguard:expect path-traversal
      in.transferTo(out);
    } catch (IOException e) {
      throw new IllegalStateException("copy failed");
    }
  }
}

class PathTraversalS3KeyDownloadSafe implements RequestHandler<S3Event, String> {
  private final S3Client s3 = S3Client.create();

  @Override
  public String handleRequest(S3Event event, Context context) {
    event.getRecords().forEach(each -> {
      String key = each.getS3().getObject().getUrlDecodedKey();
      String bucket = each.getS3().getBucket().getName();
      try (var in = s3.getObject(r -> r.bucket(bucket).key(key));
          var out = new FileOutputStream("/tmp/" + FilenameUtils.getName(key)); // slguard:safe
          var log = new FileOutputStream("/tmp/" + each.getS3().getObject().geteTag())) { // slguard:safe
        in.transferTo(out);
        log.write(1);
      } catch (IOException e) {
        throw new IllegalStateException("copy failed");
      }
    });
    return "ok";
  }
}
