package dev.slguard.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slguard.report.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SarifReportTest {
  private final String text = Samples.write(new SarifReport());
  private final JsonObject run = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("runs").get(0)
      .getAsJsonObject();

  private static List<Error> errors(String sarif) {
    try (InputStream in = Objects
        .requireNonNull(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
      return schema.validate(sarif, InputFormat.JSON);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_oasis_schema_holds() {
    assertThat(errors(text)).isEmpty();
  }

  @Test
  void the_schema_check_can_fail() {
    assertThat(errors(text.replace("\"kind\": \"fail\"", "\"kind\": \"fatal\""))).isNotEmpty();
  }

  @Test
  void every_rule_has_all_that_github_requires() {
    JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
    assertThat(rules).hasSize(2);
    rules.forEach(rule -> {
      JsonObject object = rule.getAsJsonObject();
      assertThat(object.getAsJsonObject("shortDescription").get("text").getAsString()).isNotBlank();
      assertThat(object.getAsJsonObject("fullDescription").get("text").getAsString()).isNotBlank();
      assertThat(object.getAsJsonObject("help").get("text").getAsString()).isNotBlank();
      assertThat(object.getAsJsonObject("help").get("markdown").getAsString()).contains("slguard:ignore");
      JsonObject properties = object.getAsJsonObject("properties");
      assertThat(properties.get("security-severity").getAsJsonPrimitive().isString()).isTrue();
      assertThat(properties.getAsJsonArray("tags").size()).isBetween(2, 10);
    });
  }

  @Test
  void a_result_points_at_its_rule_with_relative_uris_and_whole_regions() {
    run.getAsJsonArray("results").forEach(result -> {
      JsonObject object = result.getAsJsonObject();
      JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
      assertThat(rules.get(object.get("ruleIndex").getAsInt()).getAsJsonObject().get("id"))
          .isEqualTo(object.get("ruleId"));
      JsonObject physical = object.getAsJsonArray("locations").get(0).getAsJsonObject()
          .getAsJsonObject("physicalLocation");
      assertThat(physical.getAsJsonObject("artifactLocation").get("uri").getAsString())
          .isEqualTo("app%20dir/template.yaml");
      assertThat(physical.getAsJsonObject("region").keySet()).contains("startLine", "startColumn", "endLine",
          "endColumn");
      assertThat(object.getAsJsonObject("partialFingerprints").keySet()).contains("primaryLocationLineHash",
          "slguard/v1");
    });
  }

  @Test
  void worst_results_come_first_and_secrets_stay_out() {
    assertThat(run.getAsJsonArray("results").get(0).getAsJsonObject().get("ruleId").getAsString())
        .isEqualTo("hard-coded-secret");
    assertThat(text).doesNotContain("hunter2");
  }

  @Test
  void the_evidence_is_one_code_flow() {
    JsonObject flow = run.getAsJsonArray("results").get(1).getAsJsonObject().getAsJsonArray("codeFlows").get(0)
        .getAsJsonObject();
    assertThat(flow.getAsJsonArray("threadFlows")).hasSize(1);
    assertThat(flow.getAsJsonArray("threadFlows").get(0).getAsJsonObject().getAsJsonArray("locations")).hasSize(2);
  }
}
