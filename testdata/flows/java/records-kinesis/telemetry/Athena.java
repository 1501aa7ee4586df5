package telemetry;

import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

class Athena {
  private final AthenaClient client = AthenaClient.create();

  void device(String device) {
    client.startQueryExecution(StartQueryExecutionRequest.builder().queryString("select * from t where device = '" + device + "'").workGroup("primary").build()); // slguard:expect sql-injection
  }

  void metric(String metric) {
    client.startQueryExecution(r -> r.queryString("select " + metric + " from t")); // slguard:safe
  }

  void text(String value) {
    client.startQueryExecution(r -> r.queryString("select * from t where text = '" + value + "'")); // slguard:expect sql-injection
  }

  void shard(String id) {
    client.startQueryExecution(r -> r.queryString("select * from t where shard = '" + id + "'")); // slguard:safe
  }

  void partition(String key) {
    client.startQueryExecution(r -> r.queryString("select * from t where k = ?").executionParameters(key)); // slguard:safe
  }
}
