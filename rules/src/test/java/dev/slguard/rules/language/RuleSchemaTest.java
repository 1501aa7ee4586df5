package dev.slguard.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class RuleSchemaTest {
  @Test
  void the_schema_knows_every_key_and_operator() {
    JsonObject definitions = JsonParser.parseString(RuleSchema.text()).getAsJsonObject().getAsJsonObject("$defs");
    assertThat(definitions.getAsJsonObject("rule").getAsJsonObject("properties").keySet())
        .containsExactlyInAnyOrderElementsOf(RuleReader.KEYS);
    for (Operator operator : Operator.values()) {
      assertThat(definitions.getAsJsonObject("condition").getAsJsonObject("properties").has(operator.key()))
          .as(operator.key()).isTrue();
    }
  }
}
