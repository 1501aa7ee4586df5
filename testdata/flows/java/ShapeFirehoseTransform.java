import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisAnalyticsInputPreprocessingResponse;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.timestreamquery.TimestreamQueryClient;

// slguard:trigger FIREHOSE
public class ShapeFirehoseTransform
    implements RequestHandler<KinesisFirehoseEvent, KinesisAnalyticsInputPreprocessingResponse> {
  private final TimestreamQueryClient timestream = TimestreamQueryClient.create();

  @Override
  public KinesisAnalyticsInputPreprocessingResponse handleRequest(KinesisFirehoseEvent event, Context context) {
    event.getRecords().stream()
        .map(KinesisFirehoseEvent.Record::getData)
        .map(ShapeFirehoseTransform::text)
        .forEach(line -> {
          CompletableFuture<String> sql = CompletableFuture.supplyAsync(() -> line)
              .thenApply(l -> "select * from db.readings where sensor = '" + l + "'");
          timestream.query(q -> q.queryString(sql.join())); // slguard:expect sql-injection
        });
    return null;
  }

  private static String text(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

class ShapeFirehoseTransformSafe
    implements RequestHandler<KinesisFirehoseEvent, KinesisAnalyticsInputPreprocessingResponse> {
  private final TimestreamQueryClient timestream = TimestreamQueryClient.create();

  @Override
  public KinesisAnalyticsInputPreprocessingResponse handleRequest(KinesisFirehoseEvent event, Context context) {
    for (KinesisFirehoseEvent.Record each : event.getRecords()) {
      double value = Double.parseDouble(new String(each.getData().array(), StandardCharsets.UTF_8));
      timestream.query(q -> q.queryString("select * from db.readings where v > " + value)); // slguard:safe
      timestream.query(q -> q.queryString("select * from db.readings where r = '" + each.getRecordId() + "'")); // slguard:safe
    }
    return null;
  }
}
