import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.lambda.powertools.batch.BatchMessageHandlerBuilder;
import software.amazon.lambda.powertools.batch.handler.BatchMessageHandler;

// slguard:trigger KINESIS
public class PowertoolsRawRecords implements RequestHandler<KinesisEvent, StreamsEventResponse> {
  private final BatchMessageHandler<KinesisEvent, StreamsEventResponse> handler =
      new BatchMessageHandlerBuilder().withKinesisBatchHandler().buildWithRawMessageHandler(this::processMessage);

  @Override
  public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
    return handler.processBatch(event, context);
  }

  private void processMessage(KinesisEvent.KinesisEventRecord record) {
    String text = StandardCharsets.UTF_8.decode(record.getKinesis().getData()).toString();
    try {
      Runtime.getRuntime().exec(new String[] {"bash", "-c", "echo " + text}); // slguard:expect command-injection
      Runtime.getRuntime().exec(new String[] {"echo", text}); // slguard:safe no shell
      Runtime.getRuntime().exec(new String[] {"bash", "-c", "echo " + record.getEventID()}); // slguard:safe
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
