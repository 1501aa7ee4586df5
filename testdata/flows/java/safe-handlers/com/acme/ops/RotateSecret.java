package com.acme.ops;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SecretsManagerRotationEvent;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

// slguard:trigger SECRET_ROTATION
public class RotateSecret implements RequestHandler<SecretsManagerRotationEvent, Void> {
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  private final SecretsManagerClient secrets = SecretsManagerClient.create();

  @Override
  public Void handleRequest(SecretsManagerRotationEvent event, Context context) {
    String arn = event.getSecretId();
    String version = event.getClientRequestToken();
    DescribeSecretResponse about = secrets.describeSecret(b -> b.secretId(arn)); // slguard:safe
    if (!about.rotationEnabled()) {
      throw new IllegalArgumentException("Rotation is off for " + arn);
    }
    switch (event.getStep()) {
      case "createSecret" -> secrets.putSecretValue(b -> b.secretId(arn).clientRequestToken(version).secretString(password()).versionStages("AWSPENDING")); // slguard:safe
      case "setSecret" -> set(arn, version);
      case "testSecret" -> test(arn, version);
      case "finishSecret" -> secrets.updateSecretVersionStage(b -> b.secretId(arn).versionStage("AWSCURRENT").moveToVersionId(version)); // slguard:safe
      default -> throw new IllegalArgumentException("Unknown step " + event.getStep());
    }
    context.getLogger().log("Step " + event.getStep() + " of " + arn + " done"); // slguard:safe
    return null;
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder out = new StringBuilder(32);
    for (int i = 0; i < 32; i++) {
      out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return out.toString();
  }

  private void set(String arn, String version) {
    String current = secrets.getSecretValue(b -> b.secretId(arn).versionStage("AWSCURRENT")).secretString();
    String pending = secrets.getSecretValue(b -> b.secretId(arn).versionId(version).versionStage("AWSPENDING")).secretString();
    try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"), "app", current); Statement statement = connection.createStatement()) { // slguard:safe
      statement.execute("ALTER USER app PASSWORD '" + pending.replaceAll("[^A-Za-z0-9]", "") + "'"); // slguard:safe
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot set the password, state " + e.getSQLState());
    }
  }

  private void test(String arn, String version) {
    String pending = secrets.getSecretValue(b -> b.secretId(arn).versionId(version).versionStage("AWSPENDING")).secretString();
    try (Connection connection = DriverManager.getConnection(System.getenv("JDBC_URL"), Map.of("user", "app").get("user"), pending)) { // slguard:safe
      if (!connection.isValid(3)) {
        throw new IllegalStateException("Not valid");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot connect, state " + e.getSQLState());
    }
  }
}
