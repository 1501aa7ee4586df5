package dev.slguard.iam.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.iam.simulate.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One decision a sentence of what AWS documents; {@code decisions.jsonl} has request, policies, answer and page. */
class DecisionTest {
  private static List<JsonObject> cases() throws IOException {
    return lines("decisions.jsonl");
  }

  private static List<JsonObject> lines(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(DecisionTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> decisions() throws IOException {
    var simulator = new Simulator();
    return cases().stream().map(
        one -> DynamicTest.dynamicTest(one.get("page").getAsString() + ": " + one.get("says").getAsString(), () -> {
          JsonObject answer = JsonParser.parseString(simulator.answer(one.toString(), "decisions.jsonl", 1))
              .getAsJsonObject();
          assertThat(answer.has("error")).as(answer.toString()).isFalse();
          if (one.has("expect")) {
            assertThat(answer.get("decision")).as(answer.toString()).isEqualTo(one.get("expect"));
          } else {
            assertThat(answer.get("some")).as(answer.toString()).isEqualTo(one.get("some"));
            assertThat(answer.get("all")).as(answer.toString()).isEqualTo(one.get("all"));
          }
        }));
  }

  /** Generated requests on which an independent simulator agrees; src/it/iam-oracle makes them. */
  @Test
  void generated_requests_are_decided_as_before() throws IOException {
    var simulator = new Simulator();
    List<JsonObject> lines = lines("generated.jsonl");
    assertThat(lines).hasSizeGreaterThan(120);
    for (JsonObject one : lines) {
      String answer = simulator.answer(one.toString(), "generated.jsonl", 1);
      assertThat(JsonParser.parseString(answer).getAsJsonObject().get("decision")).as(one + " " + answer)
          .isEqualTo(one.get("expect"));
    }
  }

  @Test
  void every_documented_rule_has_a_case() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(280);
    assertThat(cases().stream().map(one -> one.get("page").getAsString())).contains("elements_action",
        "elements_notaction", "elements", "elements_resource", "elements_notresource", "policies_variables",
        "elements_version", "elements_condition", "elements_condition_operators", "condition_null",
        "condition-single-vs-multi-valued-context-keys", "elements_principal", "elements_notprincipal",
        "access_policies_boundaries", "access_policies#policies_session", "evaluation-logic_policy-eval-denyallow",
        "evaluation-logic_policy-eval-basics", "evaluation-logic-cross-account", "KMS key-policy-default", "KMS grants",
        "id_roles_terms", "STS GetCallerIdentity", "Lambda urls-auth", "S3 access-control-block-public-access",
        "Organizations scps_syntax", "Organizations scps", "Organizations rcps", "VPC vpc-endpoints-access",
        "reference_policies_condition-keys");
    assertThat(cases().stream().map(one -> one.get("says").getAsString())).doesNotHaveDuplicates();
  }

  @Test
  void lines_that_are_no_request_are_answered_with_an_error() {
    var simulator = new Simulator();
    for (String line : List.of("", "[]", "{", "{\"id\":1}", "{\"request\":{\"action\":{}}}",
        "{\"request\":{\"action\":[]}}", "{\"request\":{\"action\":\"s3:x\",\"context\":[]}}",
        "{\"request\":{\"action\":\"s3:x\"},\"scps\":{}}", "[".repeat(5000))) {
      assertThat(simulator.answer(line, "requests.jsonl", 1)).as(line).contains("\"error\"");
    }
  }
}
