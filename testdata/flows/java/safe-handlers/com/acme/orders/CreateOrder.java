package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.lambda.powertools.logging.Logging;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.tracing.Tracing;

// slguard:trigger REST_API
public class CreateOrder implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  private static final Logger LOG = LogManager.getLogger(CreateOrder.class);
  private static final ObjectMapper MAPPER = new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  private static final int MAX_LINES = 50;

  private final DynamoDbClient dynamo;
  private final SqsClient sqs;
  private final Clock clock;
  private final String table = System.getenv("ORDERS_TABLE");
  private final String queue = System.getenv("ORDERS_QUEUE_URL");

  public CreateOrder() {
    this(DynamoDbClient.create(), SqsClient.create(), Clock.systemUTC());
  }

  CreateOrder(DynamoDbClient dynamo, SqsClient sqs, Clock clock) {
    this.dynamo = dynamo;
    this.sqs = sqs;
    this.clock = clock;
  }

  public record Line(String sku, int quantity, BigDecimal price) {}

  public record Order(String customer, List<Line> lines, String comment) {}

  @Override
  @Logging(clearState = true)
  @Tracing
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent input, Context context) {
    Order order;
    try {
      order = MAPPER.readValue(input.getBody(), Order.class);
    } catch (JsonProcessingException e) {
      LOG.warn("Request is no order");
      return answer(400, Map.of("message", "Malformed body"));
    }
    if (order.lines() == null || order.lines().isEmpty() || order.lines().size() > MAX_LINES) {
      return answer(422, Map.of("message", "Between 1 and " + MAX_LINES + " lines"));
    }
    String id = UUID.randomUUID().toString();
    BigDecimal total = order.lines().stream().map(l -> l.price().multiply(BigDecimal.valueOf(l.quantity()))).reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.builder().s("ORDER#" + id).build());
    item.put("customer", AttributeValue.builder().s(order.customer()).build());
    item.put("total", AttributeValue.builder().n(total.toPlainString()).build());
    item.put("created", AttributeValue.builder().s(Instant.now(clock).toString()).build());
    if (order.comment() != null) {
      item.put("comment", AttributeValue.fromS(order.comment()));
    }
    try {
      dynamo.putItem(PutItemRequest.builder().tableName(table).item(item).conditionExpression("attribute_not_exists(pk)").build()); // slguard:safe
    } catch (ConditionalCheckFailedException e) {
      return answer(409, Map.of("message", "Exists"));
    }
    sqs.sendMessage(SendMessageRequest.builder().queueUrl(queue).messageBody("{\"order\":\"" + id + "\"}").build()); // slguard:safe
    LOG.info("Order {} of {} lines, total {}", id, order.lines().size(), total); // slguard:safe
    return answer(201, Map.of("id", id, "total", total, "customer", order.customer()));
  }

  private static APIGatewayProxyResponseEvent answer(int status, Map<String, ?> body) {
    try {
      return new APIGatewayProxyResponseEvent().withStatusCode(status).withHeaders(Map.of("Content-Type", "application/json", "Cache-Control", "no-store"))
          .withBody(MAPPER.writeValueAsString(body)); // slguard:safe
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
