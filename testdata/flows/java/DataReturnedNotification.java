import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;

// slguard:trigger DYNAMODB_STREAM
public class DataReturnedNotification implements RequestHandler<DynamodbEvent, Void> {
  private final KmsClient kms = KmsClient.create();
  private final SnsClient sns = SnsClient.create();

  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    for (DynamodbEvent.DynamodbStreamRecord each : event.getRecords()) {
      Map<String, AttributeValue> image = each.getDynamodb().getNewImage();
      SdkBytes blob = SdkBytes.fromByteBuffer(image.get("blob").getB());
      String plain = kms.decrypt(DecryptRequest.builder().ciphertextBlob(blob).build()).plaintext().asUtf8String();
      sns.publish(PublishRequest.builder().topicArn(System.getenv("TOPIC"))
          .message("decrypted: " + plain) // slguard:expect sensitive-data-exfiltration
          .build());
    }
    return null;
  }
}

class DataReturnedNotificationSafe implements RequestHandler<DynamodbEvent, Void> {
  private final SnsClient sns = SnsClient.create();

  @Override
  public Void handleRequest(DynamodbEvent event, Context context) {
    event.getRecords().stream().map(r -> r.getDynamodb().getNewImage().get("id").getS())
        .forEach(id -> sns.publish(p -> p.topicArn(System.getenv("TOPIC")).message("changed: " + id))); // slguard:safe
    return null;
  }
}
