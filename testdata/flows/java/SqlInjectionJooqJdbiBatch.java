import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import software.amazon.lambda.powertools.batch.BatchMessageHandlerBuilder;
import software.amazon.lambda.powertools.batch.handler.BatchMessageHandler;

// slguard:trigger SQS
/** Powertools batch: the method gets the parsed body of each message. */
public class SqlInjectionJooqJdbiBatch implements RequestHandler<SQSEvent, SQSBatchResponse> {
  public record Job(String column, String value, long account) {
  }

  private final BatchMessageHandler<SQSEvent, SQSBatchResponse> handler = new BatchMessageHandlerBuilder()
      .withSqsBatchHandler()
      .buildWithMessageHandler(this::processJob, Job.class);
  private final Jdbi jdbi = Jdbi.create(System.getenv("JDBC_URL"));

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.processBatch(event, context);
  }

  private void processJob(Job job) {
    DSLContext db = DSL.using(System.getenv("JDBC_URL"));
    db.fetch("select * from jobs where " + job.column() + " = 1"); // slguard:expect sql-injection
    try (Handle handle = jdbi.open()) {
      handle.createUpdate("update jobs set value = '" + job.value() + "'").execute(); // slguard:expect sql-injection
    }
  }
}

class SqlInjectionJooqJdbiBatchSafe implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final BatchMessageHandler<SQSEvent, SQSBatchResponse> handler = new BatchMessageHandlerBuilder()
      .withSqsBatchHandler()
      .buildWithRawMessageHandler(this::processMessage);
  private final Jdbi jdbi = Jdbi.create(System.getenv("JDBC_URL"));

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return handler.processBatch(event, context);
  }

  private void processMessage(SQSEvent.SQSMessage message) {
    DSL.using(SQLDialect.POSTGRES).fetch("select * from jobs where id = {0}", DSL.val(message.getBody())); // slguard:safe
    jdbi.useHandle(h -> h.createUpdate("update jobs set value = :v where message = '" + message.getMessageId() + "'") // slguard:safe
        .bind("v", message.getBody()).execute());
  }
}
