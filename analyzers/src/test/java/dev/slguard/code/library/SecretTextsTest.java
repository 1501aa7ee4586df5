package dev.slguard.code.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTextsTest {
  private final SecretTexts secrets = new SecretTexts(
      List.of(new SecretTexts.Format("AWS access key", List.of("AKIA"), SecretTexts.Characters.UPPER, 16, 16, ""),
          new SecretTexts.Format("private key", List.of("-----BEGIN "), SecretTexts.Characters.BODY, 16, 0,
              "PRIVATE KEY-----")),
      List.of("changeme", "example"));

  @Test
  void formats_begin_where_a_word_does_and_have_their_length() {
    assertThat(secrets.format("AKIAQ3EGTQH7LDO2ZZ4K")).contains("AWS access key");
    assertThat(secrets.format("key=AKIAQ3EGTQH7LDO2ZZ4K;")).contains("AWS access key");
    assertThat(secrets.format("XAKIAQ3EGTQH7LDO2ZZ4K")).isEmpty();
    assertThat(secrets.format("AKIAQ3EGTQH7LDO2ZZ4KAB")).isEmpty();
    assertThat(secrets.format("-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA")).contains("private key");
    assertThat(secrets.format("a key (-----BEGIN PRIVATE KEY----- and -----END PRIVATE KEY-----)")).isEmpty();
  }

  @Test
  void addresses_may_hold_a_password() {
    assertThat(secrets.format("postgres://app:s3cretpw@db/app")).contains("address with a password");
    assertThat(secrets.format("postgres://app:${PASSWORD}@db/app")).isEmpty();
    assertThat(secrets.format("https://host/path:x@y")).isEmpty();
  }

  @Test
  void settings_of_a_connection_may_hold_a_password() {
    assertThat(secrets.format("host=db user=app password=s3cretpw")).contains("address with a password");
    assertThat(secrets.format("Server=db;Database=app;Pwd=s3cretpw;")).contains("address with a password");
    assertThat(secrets.format("host=db user=app password=%s")).isEmpty();
    assertThat(secrets.format("host=db user=app password=<password>")).isEmpty();
    assertThat(secrets.format("the form asks for user and password=secret")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2-Prod-9", "9f8a7c6e5d4b3a2f1e0d", "s3cr3tP4ss!"})
  void texts_nobody_writes_otherwise_are_secrets(String text) {
    assertThat(secrets.isSecret(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user_password", "x-api-key", "SECRET_KEY_1", "changeme-123", "arn:aws:x:1", "/prod/db-1",
      "a b c 1 2 3", "short1", "${TOKEN}123", "aaaaaaaa1"})
  void names_and_placeholders_are_none(String text) {
    assertThat(secrets.isSecret(text)).isFalse();
  }

  @Test
  void a_masked_secret_shows_its_beginning_and_length() {
    assertThat(SecretTexts.masked("hunter2-Prod-9")).isEqualTo("hun… (14 characters)");
    assertThat(SecretTexts.masked("s3cret!pw")).isEqualTo("… (9 characters)");
  }
}
