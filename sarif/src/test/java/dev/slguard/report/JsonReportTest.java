package dev.slguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  private final JsonObject json = JsonParser.parseString(Samples.write(new JsonReport())).getAsJsonObject();

  @Test
  void a_finding_has_the_members_that_scripts_rely_on() {
    JsonObject finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(finding.keySet()).containsExactly("ruleId", "severity", "confidence", "message", "file", "line",
        "column", "endLine", "endColumn", "resource", "function", "properties", "steps", "otherFlows", "fingerprint",
        "fix");
    assertThat(finding.get("severity").getAsString()).isEqualTo("high");
    assertThat(finding.getAsJsonObject("properties").getAsJsonArray("actions")).hasSize(2);
    assertThat(finding.getAsJsonArray("steps").get(1).getAsJsonObject().keySet()).containsExactly("layer", "kind",
        "message", "file", "line", "column");
  }

  @Test
  void what_was_not_read_is_named() {
    assertThat(json.getAsJsonArray("notifications").get(0).getAsJsonObject().get("level").getAsString())
        .isEqualTo("error");
    assertThat(json.getAsJsonObject("summary").get("complete").getAsBoolean()).isFalse();
    assertThat(json.getAsJsonObject("summary").get("unread").getAsInt()).isEqualTo(1);
    assertThat(json.getAsJsonObject("summary").getAsJsonArray("failed").get(0).getAsString()).isEqualTo("other.yaml");
  }
}
