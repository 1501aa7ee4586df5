package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template should not hold is reported, and not repeated. */
class SecretsInReportsTest {
  private static final String TEMPLATE = """
    Resources:
      Fn:
        Type: AWS::Lambda::Function
        Properties:
          Role: arn:aws:iam::111122223333:role/fn
          Handler: app.handler
          Runtime: python3.13
          Code: {S3Bucket: code, S3Key: app.zip}
          Environment:
            Variables:
              DB_PASSWORD: VALUE-one-9f3K
      Db:
        Type: AWS::RDS::DBInstance
        Properties: {Engine: mysql, DBInstanceClass: db.t4g.micro, MasterUsername: app, MasterUserPassword: VALUE-two-9f3K}
      Docs:
        Type: AWS::DocDB::DBCluster
        Properties: {MasterUsername: app, MasterUserPassword: VALUE-three-9f3K}
      Cache:
        Type: AWS::ElastiCache::ReplicationGroup
        Properties: {ReplicationGroupDescription: c, TransitEncryptionEnabled: true, AuthToken: VALUE-four-9f3K-long}
      Secret:
        Type: AWS::SecretsManager::Secret
        Properties: {SecretString: VALUE-five-9f3K}
      User:
        Type: AWS::IAM::User
        Properties: {LoginProfile: {Password: VALUE-six-9f3K}}
    """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif"})
  void the_values_are_in_no_report(String format) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    Slguard.Result result = Slguard.run(folder, "scan", "-f", format, "--exit-zero", "--profile", "audit");
    assertThat(result.out()).contains("lambda-env-hardcoded-secret", "rds-plaintext-password",
        "docdb-plaintext-password", "elasticache-plaintext-token", "secret-literal-value",
        "iam-login-plaintext-password");
    assertThat(result.out() + result.err()).doesNotContain("9f3K");
  }
}
