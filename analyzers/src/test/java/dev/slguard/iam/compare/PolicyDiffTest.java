package dev.slguard.iam.compare;

import static dev.slguard.iam.Documents.allow;
import static dev.slguard.iam.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import dev.slguard.iam.Documents;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.simulate.Simulator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
  private static List<Policy> policies(String json) {
    return List.of(Documents.policy(json, PolicyType.IDENTITY));
  }

  private static List<Wider> wider(String before, String now) {
    return PolicyDiff.wider(policies(before), policies(now));
  }

  @Test
  void a_wider_wildcard_is_found_with_an_example() {
    List<Wider> found = wider(document(allow("s3:GetObject", "arn:aws:s3:::b/*")),
        document(allow("s3:Get*", "arn:aws:s3:::b/*")));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().example().orElseThrow().action()).startsWith("s3:get").isNotEqualTo("s3:getobject");
    assertThat(
        wider(document(allow("s3:Get*", "arn:aws:s3:::b/*")), document(allow("s3:GetObject", "arn:aws:s3:::b/*"))))
        .isEmpty();
  }

  @Test
  void the_same_in_other_words_is_not_wider() {
    assertThat(wider(document(allow("s3:GetObject s3:PutObject", "*")),
        document(allow("S3:getobject", "*"), allow("s3:PutObject", "*")))).isEmpty();
    assertThat(wider(document("{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}"),
        document(allow("*", "*"), "{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}"))).isEmpty();
  }

  @Test
  void a_dropped_condition_is_wider_and_a_new_one_is_not() {
    String open = document(allow("s3:GetObject", "*"));
    String closed = document(
        """
          {"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""");
    assertThat(wider(closed, open)).hasSize(1);
    assertThat(wider(closed, open).getFirst().example()).isPresent();
    assertThat(wider(open, closed)).isEmpty();
  }

  @Test
  void a_lifted_deny_is_wider() {
    String deny = "{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::secret/*\"}";
    List<Wider> found = wider(document(allow("s3:*", "*"), deny), document(allow("s3:*", "*")));
    assertThat(found.getFirst().example().orElseThrow().resource()).startsWith("arn:aws:s3:::secret/");
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> action = Arbitraries.of("s3:a", "s3:ab", "s3:a*", "s3:*b", "*", "s3:?", "sqs:a");
    Arbitrary<String> resource = Arbitraries.of("*", "arn:aws:s3:::a", "arn:aws:s3:::a*", "arn:aws:s3:::*b",
        "arn:aws:s3:::?");
    Arbitrary<String> condition = Arbitraries.of("", "", "",
        ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}",
        ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}");
    Arbitrary<String> statement = Combinators.combine(action, resource, condition, Arbitraries.integers().between(0, 9))
        .as((a, r, c, kind) -> "{\"Effect\":\"" + (kind < 7 ? "Allow" : "Deny") + "\",\""
            + (kind == 3 ? "NotAction" : "Action") + "\":\"" + a + "\",\"" + (kind == 5 ? "NotResource" : "Resource")
            + "\":\"" + r + "\"" + c + "}");
    return statement.list().ofMinSize(1).ofMaxSize(3).map(list -> document(list.toArray(String[]::new)));
  }

  private static String decision(String document, Wider.Example example) {
    String request = new Gson()
        .toJson(Map.of("action", example.action(), "resource", example.resource(), "resourceAccount", "111111111111",
            "principal", "arn:aws:iam::111111111111:user/example", "context", example.context()));
    String line = "{\"id\":1,\"request\":" + request + ",\"identityPolicies\":[" + document + "]}";
    return JsonParser.parseString(new Simulator().answer(line, "x", 1)).getAsJsonObject().get("decision").getAsString();
  }

  @Property(tries = 3_000)
  void examples_are_confirmed_by_the_simulator_and_nothing_is_missed(@ForAll("documents") String before,
      @ForAll("documents") String now) {
    List<Wider> found = wider(before, now);
    for (Wider one : found) {
      one.example().ifPresent(example -> {
        assertThat(decision(now, example)).isEqualTo("Allowed");
        assertThat(decision(before, example)).isNotEqualTo("Allowed");
      });
    }
    if (found.isEmpty()) {
      for (String action : List.of("s3:a", "s3:ab", "s3:b", "sqs:a", "sqs:x", "s3:axb")) {
        for (String resource : List.of("*", "arn:aws:s3:::a", "arn:aws:s3:::ab", "arn:aws:s3:::b",
            "arn:aws:s3:::xyz")) {
          for (Map<String, List<String>> keys : List.of(Map.<String, List<String>>of(),
              Map.of("aws:PrincipalOrgID", List.of("o-1")), Map.of("aws:SecureTransport", List.of("true")),
              Map.of("aws:PrincipalOrgID", List.of("o-1"), "aws:SecureTransport", List.of("true")))) {
            var example = new Wider.Example(action, resource, keys);
            boolean wider = decision(now, example).equals("Allowed") && !decision(before, example).equals("Allowed");
            assertThat(wider).as("%s on %s with %s", action, resource, keys).isFalse();
          }
        }
      }
    }
  }
}
