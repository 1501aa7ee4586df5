package dev.slguard.graph;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.Operation;
import dev.slguard.model.Task;
import java.util.List;
import java.util.Optional;

/** The permissions that the role of a state machine needs for a task. */
public final class TaskActions {
  private TaskActions() {}

  /** The actions that {@code task} needs; as the definition spells it where {@code catalogue} does not know the operation. */
  public static List<String> of(Task task, Catalogue catalogue) {
    String called = task.service() + ':' + task.operation();
    switch (called) {
      case "http:invoke" -> {
        return List.of("states:InvokeHTTPEndpoint", "events:RetrieveConnectionCredentials");
      }
      case "apigateway:invoke" -> {
        return List.of("execute-api:Invoke");
      }
      default -> {
      }
    }
    Optional<Operation> operation = catalogue.operation(client(task.service()), task.operation());
    return operation.map(Operation::needed).filter(needed -> !needed.isEmpty()).orElseGet(() -> List
        .of(task.service() + ':' + Character.toUpperCase(task.operation().charAt(0)) + task.operation().substring(1)));
  }

  /** The name of the client behind the name of an integration, where they differ. */
  private static String client(String service) {
    return switch (service) {
      case "states" -> "stepfunctions";
      case "elasticmapreduce" -> "emr";
      default -> service;
    };
  }
}
