package dev.slguard.code.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
  private final SecretNames names = new SecretNames(List.of("secret", "token", "password", "apikey", "pwd", "ssn"),
      List.of("id", "nexttoken"), SecretNames.Of.FIELDS, Set.of());

  @ParameterizedTest
  @ValueSource(strings = {"token", "accessToken", "ACCESS_TOKEN", "user-password", "dbpassword", "passwords",
      "password2", "APIKey", "api_key", "SECRET_VALUE", "secretkey", "clientSecretHash", "pwd", "admin_pwd", "ssn",
      "userSSN"})
  void a_word_or_the_end_of_one_names_a_secret(String name) {
    assertThat(names.holds(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer", "Tokenized", "secretary", "passwordless", "businessNumber", "className",
      "secretId", "NextToken", "SECRETSMANAGER_ENDPOINT", "", "_", "spwdx"})
  void part_of_another_word_does_not(String name) {
    assertThat(names.holds(name)).isFalse();
  }
}
