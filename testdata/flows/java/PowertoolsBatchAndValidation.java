import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.lambda.powertools.batch.BatchMessageHandlerBuilder;
import software.amazon.lambda.powertools.batch.handler.BatchMessageHandler;
import software.amazon.lambda.powertools.logging.Logging;
import software.amazon.lambda.powertools.metrics.FlushMetrics;
import software.amazon.lambda.powertools.tracing.Tracing;

// slguard:trigger SQS
public class PowertoolsBatchAndValidation implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final BatchMessageHandler<SQSEvent, SQSBatchResponse> handler;

  public PowertoolsBatchAndValidation() {
    handler = new BatchMessageHandlerBuilder()
        .withSqsBatchHandler()
        .buildWithMessageHandler(this::processMessage, Product.class);
  }

  @Override
  @Logging
  @Tracing
  @FlushMetrics(namespace = "shop")
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.processBatchInParallel(event, context);
  }

  @Tracing
  private void processMessage(Product product, Context context) {
    try {
      Files.writeString(Path.of("/tmp/" + product.getId()), "x"); // slguard:safe a number
      Files.writeString(Path.of("/tmp/" + product.getName()), "x"); // slguard:expect path-traversal
      Files.writeString(Path.of("/tmp/" + context.getAwsRequestId()), "x"); // slguard:safe
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static class Product {
    private long id;
    private String name;

    public long getId() {
      return id;
    }

    public String getName() {
      return name;
    }
  }
}
