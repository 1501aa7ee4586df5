import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

// slguard:trigger KINESIS
public class EventsKinesisBatch implements RequestHandler<KinesisEvent, StreamsEventResponse> {
  private final ObjectMapper mapper = new ObjectMapper();

  record Reading(String sensor, double value, Instant at) {}

  @Override
  public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
    List<StreamsEventResponse.BatchItemFailure> failed = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(System.getenv("DB")); Statement batch = connection.createStatement()) {
      for (KinesisEvent.KinesisEventRecord each : event.getRecords()) {
        Reading reading = decode(each.getKinesis().getData());
        batch.addBatch("insert into readings(value) values (" + reading.value() + ")"); // slguard:safe
        batch.addBatch("insert into readings(at) values ('" + reading.at() + "')"); // slguard:safe
        batch.addBatch("insert into readings(sensor) values ('" + reading.sensor() + "')"); // slguard:expect sql-injection
        batch.addBatch("insert into shards(id) values ('" + each.getKinesis().getPartitionKey() + "')"); // slguard:expect sql-injection
        batch.addBatch("insert into seq(id) values ('" + each.getKinesis().getSequenceNumber() + "')"); // slguard:safe
        try (PreparedStatement insert = connection.prepareStatement("insert into r values (?, ?)")) { // slguard:safe
          insert.setString(1, reading.sensor());
          insert.setDouble(2, reading.value());
          insert.executeUpdate();
        }
      }
      batch.executeBatch();
    } catch (IOException | SQLException e) {
      failed.add(StreamsEventResponse.BatchItemFailure.builder().withItemIdentifier("0").build());
    }
    return StreamsEventResponse.builder().withBatchItemFailures(failed).build();
  }

  private Reading decode(ByteBuffer data) throws IOException {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    return mapper.readValue(new String(bytes, StandardCharsets.UTF_8), Reading.class);
  }
}
