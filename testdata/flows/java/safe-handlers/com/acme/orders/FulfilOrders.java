package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

// slguard:trigger SQS
public class FulfilOrders implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Gson GSON = new Gson();
  private static final String BASE = "https://warehouse.acme.example/v1/orders/";
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER).build();
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  static final class Job {
    String orderId;
    String warehouse;
    int priority;
  }

  private enum Warehouse {
    NORTH, SOUTH;

    String path() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      try {
        fulfil(GSON.fromJson(message.getBody(), Job.class));
      } catch (JsonSyntaxException e) {
        context.getLogger().log("Skipping message " + message.getMessageId());
      } catch (IOException e) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private void fulfil(Job job) throws IOException, InterruptedException {
    Warehouse warehouse = Warehouse.valueOf(job.warehouse);
    String url = BASE + URLEncoder.encode(job.orderId, StandardCharsets.UTF_8) + "/" + warehouse.path() + "?priority=" + job.priority;
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString()); // slguard:safe
    if (response.statusCode() >= 500) {
      throw new IOException("Warehouse answered " + response.statusCode());
    }
    dynamo.updateItem(UpdateItemRequest.builder().tableName(System.getenv("ORDERS_TABLE"))
        .key(Map.of("pk", AttributeValue.fromS("ORDER#" + job.orderId)))
        .updateExpression("SET #s = :s, warehouse = :w")
        .expressionAttributeNames(Map.of("#s", "status"))
        .expressionAttributeValues(Map.of(":s", AttributeValue.fromS("FULFILLED"), ":w", AttributeValue.fromS(warehouse.name()))).build()); // slguard:safe
  }
}
