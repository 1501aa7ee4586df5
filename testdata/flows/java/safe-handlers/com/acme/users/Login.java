package com.acme.users;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

// slguard:trigger HTTP_API_V2
public class Login implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(Login.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private final DynamoDbClient dynamo = DynamoDbClient.create();
  private final Algorithm algorithm;
  private final JWTVerifier verifier;

  public Login() {
    String key = SecretsManagerClient.create().getSecretValue(r -> r.secretId(System.getenv("JWT_SECRET_ARN"))).secretString();
    algorithm = Algorithm.HMAC256(key);
    verifier = JWT.require(algorithm).withIssuer("acme").build();
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    return switch (event.getRouteKey()) {
      case "POST /login" -> login(event.getBody());
      case "POST /refresh" -> refresh(event.getHeaders().getOrDefault("authorization", ""));
      default -> answer(404, "{}");
    };
  }

  private APIGatewayV2HTTPResponse login(String body) {
    try {
      JsonNode credentials = MAPPER.readTree(body);
      String user = credentials.path("user").asText();
      char[] password = credentials.path("password").asText().toCharArray();
      Map<String, AttributeValue> found = dynamo.getItem(b -> b.tableName(System.getenv("USERS")).key(Map.of("pk", AttributeValue.fromS("USER#" + user)))).item(); // slguard:safe
      if (found.isEmpty() || !matches(password, found.get("hash").s(), found.get("salt").s())) {
        LOG.info("Login refused");
        return answer(401, "{\"message\":\"Unknown user or password\"}");
      }
      Arrays.fill(password, ' ');
      return answer(200, "{\"token\":\"" + issue(user) + "\"}"); // slguard:safe a token for its owner
    } catch (JsonProcessingException e) {
      return answer(400, "{}");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("No PBKDF2", e);
    }
  }

  private APIGatewayV2HTTPResponse refresh(String header) {
    String token = header.startsWith("Bearer ") ? header.substring(7) : header;
    try {
      DecodedJWT verified = verifier.verify(token); // slguard:safe
      LOG.info("Refreshing a session that ends {}", verified.getExpiresAtAsInstant());
      return answer(200, "{\"token\":\"" + issue(verified.getSubject()) + "\"}");
    } catch (JWTVerificationException e) {
      return answer(401, "{}");
    }
  }

  private String issue(String user) {
    byte[] id = new byte[16];
    RANDOM.nextBytes(id);
    return JWT.create().withIssuer("acme").withSubject(user).withJWTId(Base64.getUrlEncoder().encodeToString(id))
        .withExpiresAt(Instant.now().plus(Duration.ofHours(1))).sign(algorithm); // slguard:safe
  }

  private static boolean matches(char[] password, String hash, String salt) throws GeneralSecurityException {
    KeySpec spec = new PBEKeySpec(password, Base64.getDecoder().decode(salt), 310_000, 256);
    byte[] computed = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(); // slguard:safe
    return MessageDigest.isEqual(computed, Base64.getDecoder().decode(hash));
  }

  private static APIGatewayV2HTTPResponse answer(int status, String body) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(Map.of("content-type", "application/json", "x-content-type-options", "nosniff")).withBody(body).build();
  }
}
