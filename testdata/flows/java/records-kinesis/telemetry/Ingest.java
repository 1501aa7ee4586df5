// slguard:trigger KINESIS
package telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

public class Ingest implements RequestHandler<KinesisEvent, Integer> {
  enum Part { DEVICE, METRIC, VALUE }

  sealed interface Reading permits Number2, Text2 {}
  record Number2(String device, double value) implements Reading {}
  record Text2(String device, String value) implements Reading {}

  private final Athena athena = new Athena();

  @Override
  public Integer handleRequest(KinesisEvent event, Context context) {
    int n = 0;
    for (KinesisEvent.KinesisEventRecord record : event.getRecords()) {
      ByteBuffer data = record.getKinesis().getData();
      String line = StandardCharsets.UTF_8.decode(data).toString();
      String[] cells = line.split(";");
      Map<Part, String> row = new EnumMap<>(Part.class);
      row.put(Part.DEVICE, cells[0]);
      row.put(Part.METRIC, "temperature");
      row.put(Part.VALUE, cells[1]);
      athena.device(row.get(Part.DEVICE));
      athena.metric(row.get(Part.METRIC));
      Reading reading = cells.length > 2 ? new Text2(cells[0], cells[2]) : new Number2(cells[0], Double.parseDouble(cells[1]));
      switch (reading) {
        case Number2(var device, var value) -> athena.metric(String.valueOf(value));
        case Text2(String device, String value) when value.length() < 100 -> athena.text(value);
        case Text2 t -> athena.shard(record.getEventID());
      }
      Deque<String> stack = new ArrayDeque<>();
      stack.push(line);
      stack.push("constant");
      athena.metric(stack.pop());
      athena.partition(record.getKinesis().getPartitionKey());
      n++;
    }
    return n;
  }
}
