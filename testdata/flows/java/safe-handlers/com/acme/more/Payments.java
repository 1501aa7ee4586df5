package com.acme.more;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

// slguard:trigger FUNCTION_URL
public class Payments implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger LOG = LogManager.getLogger(Payments.class);
  private final String secret = SecretsManagerClient.create().getSecretValue(b -> b.secretId(System.getenv("WEBHOOK_SECRET_ARN"))).secretString();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final DynamoDbClient dynamo = DynamoDbClient.create();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String signature = event.getHeaders().getOrDefault("x-signature", "");
    if (!isSigned(event.getBody(), signature)) {
      LOG.warn("A webhook with a wrong signature was refused"); // slguard:safe
      return APIGatewayV2HTTPResponse.builder().withStatusCode(401).build();
    }
    JsonObject payment = JsonParser.parseString(event.getBody()).getAsJsonObject();
    String id = payment.get("id").getAsString();
    long cents = payment.get("amount").getAsLong();
    dynamo.updateItem(b -> b.tableName(System.getenv("PAYMENTS")).key(Map.of("id", AttributeValue.fromS(id)))
        .updateExpression("SET paid = :p").expressionAttributeValues(Map.of(":p", AttributeValue.fromN(Long.toString(cents))))); // slguard:safe
    JsonObject note = new JsonObject();
    note.addProperty("text", "Payment of " + cents / 100 + " received");
    HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("CHAT_URL"))).header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + System.getenv("CHAT_TOKEN")).POST(HttpRequest.BodyPublishers.ofString(note.toString())).build();
    http.sendAsync(request, HttpResponse.BodyHandlers.ofString()) // slguard:safe
        .thenApply(HttpResponse::statusCode)
        .thenAccept(status -> LOG.info("Chat answered {}", status)) // slguard:safe
        .join();
    LOG.info("Payment {} of {} stored", id, cents); // slguard:safe
    return APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
  }

  private boolean isSigned(String body, String signature) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256")); // slguard:safe
      byte[] wanted = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return MessageDigest.isEqual(wanted, HexFormat.of().parseHex(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
