package dev.slguard.iam.compare;

import static dev.slguard.iam.Documents.allow;
import static dev.slguard.iam.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.simulate.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
  private static final Catalogue CATALOGUE = new Catalogue();

  private static List<Policy> policies(String json) {
    return List.of(Documents.policy(json, PolicyType.IDENTITY));
  }

  private static List<Wider> wider(String before, String now) {
    return PolicyDiff.wider(Side.ofIdentity(policies(before)), Side.ofIdentity(policies(now)), CATALOGUE);
  }

  private static Side bounded(String document, String boundary) {
    return new Side(policies(document), Optional.of(Documents.policy(boundary, PolicyType.BOUNDARY)), List.of(), false);
  }

  private static List<Wider> widerOfResource(String before, String now) {
    return PolicyDiff.wider(ofResource(before), ofResource(now), CATALOGUE);
  }

  private static Side ofResource(String json) {
    return Side.ofResource(List.of(Documents.policy(json, PolicyType.RESOURCE)));
  }

  private static String statements(int count, int changed, IntFunction<String> statement) {
    var list = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      list.add(statement.apply(i % 5 == 0 ? i + changed : i));
    }
    return document(list.toArray(String[]::new));
  }

  @Test
  void fifty_statements_are_compared_to_the_end_in_bounded_work() {
    IntFunction<String> statement = i -> {
      String service = List.of("s3", "sqs", "dynamodb", "lambda", "logs").get(i % 7 % 5);
      return allow(service + ":Get* " + service + ":Put" + i + "* " + service + ":List*", "arn:aws:" + service
          + ":eu-west-1:111111111111:table" + i % 13 + "* arn:aws:" + service + ":*:*:*" + i + "/*");
    };
    List<Wider> found = wider(statements(50, 0, statement), statements(50, 100, statement));
    assertThat(found.stream().filter(one -> one.cut() || one.example().isEmpty()).map(one -> one.action().text()))
        .isEmpty();
    assertThat(found.size()).isPositive();
    assertThat(wider(statements(50, 0, statement), statements(50, 0, statement))).isEmpty();
  }

  @Test
  void what_is_too_entangled_is_given_as_not_settled() {
    IntFunction<String> statement = i -> {
      String letters = Integer.toBinaryString(1000 + i * 37).replace('0', 'a').replace('1', '*');
      return allow("s3:*b" + letters + "b*", "arn:aws:s3:::*b" + letters + "ab*");
    };
    List<Wider> found = wider(statements(50, 0, statement), statements(50, 51, statement));
    assertThat(found.stream().filter(Wider::cut).count()).isPositive();
    assertThat(wider(statements(50, 0, statement), statements(50, 0, statement))).isEmpty();
  }

  @Test
  void a_wider_wildcard_is_found_with_an_example() {
    List<Wider> found = wider(document(allow("s3:GetObject", "arn:aws:s3:::b/*")),
        document(allow("s3:Get*", "arn:aws:s3:::b/*")));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().example().orElseThrow().action()).startsWith("s3:Get").isNotEqualTo("s3:GetObject");
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

  @Test
  void a_lifted_boundary_is_wider() {
    String all = document(allow("s3:*", "*"));
    Side narrow = bounded(all, document(allow("s3:GetObject", "*")));
    List<Wider> found = PolicyDiff.wider(narrow, Side.ofIdentity(policies(all)), CATALOGUE);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().example().orElseThrow().action()).startsWith("s3:").isNotEqualTo("s3:GetObject");
    assertThat(PolicyDiff.wider(Side.ofIdentity(policies(all)), narrow, CATALOGUE)).isEmpty();
  }

  @Test
  void a_limit_alone_is_compared_by_what_it_lets_pass() {
    Side open = Side.ofLimit(Documents.policy(document(allow("*", "*")), PolicyType.SCP));
    Side closed = Side.ofLimit(Documents.policy(
        document(allow("*", "*"), "{\"Effect\":\"Deny\",\"Action\":\"iam:*\",\"Resource\":\"*\"}"), PolicyType.SCP));
    assertThat(PolicyDiff.wider(closed, open, CATALOGUE).getFirst().example().orElseThrow().action())
        .isEqualTo("iam:CreateUser");
    assertThat(PolicyDiff.wider(open, closed, CATALOGUE)).isEmpty();
  }

  private static String let(String principal, String action) {
    return "{\"Effect\":\"Allow\",\"Principal\":" + principal + ",\"Action\":\"" + action
        + "\",\"Resource\":\"arn:aws:s3:::b/*\"}";
  }

  @Test
  void a_new_principal_is_wider_and_a_narrower_one_is_not() {
    String account = document(let("{\"AWS\":\"222222222222\"}", "s3:GetObject"));
    String role = document(let("{\"AWS\":\"arn:aws:iam::222222222222:role/app\"}", "s3:GetObject"));
    String everyone = document(let("\"*\"", "s3:GetObject"));
    assertThat(widerOfResource(account, role)).isEmpty();
    assertThat(widerOfResource(everyone, account)).isEmpty();
    assertThat(widerOfResource(role, account).getFirst().example().orElseThrow().principal())
        .isEqualTo("arn:aws:iam::222222222222:user/example");
    assertThat(widerOfResource(account, everyone).getFirst().example().orElseThrow().principal())
        .isEqualTo("anonymous");
  }

  @Test
  void a_lifted_deny_on_one_role_is_wider() {
    String deny = "{\"Effect\":\"Deny\",\"Principal\":{\"AWS\":\"arn:aws:iam::222222222222:role/app\"},"
        + "\"Action\":\"s3:*\",\"Resource\":\"*\"}";
    List<Wider> found = widerOfResource(document(let("\"*\"", "s3:GetObject"), deny),
        document(let("\"*\"", "s3:GetObject")));
    assertThat(found.getFirst().example().orElseThrow().principal()).isEqualTo("arn:aws:iam::222222222222:role/app");
  }

  @Test
  void a_canonical_user_is_compared_by_its_words() {
    String before = document(let("{\"CanonicalUser\":\"79a5\"}", "s3:GetObject"));
    assertThat(widerOfResource(before, before)).isEmpty();
    assertThat(widerOfResource(before, document(let("{\"CanonicalUser\":\"79a5\"}", "s3:Get*")))).hasSize(1);
    assertThat(widerOfResource(before, document(let("{\"CanonicalUser\":\"80b6\"}", "s3:GetObject")))).hasSize(1);
  }

  @Provide
  Arbitrary<String> resourceDocuments() {
    Arbitrary<String> principal = Arbitraries.of("\"*\"", "{\"AWS\":\"222222222222\"}",
        "{\"AWS\":\"arn:aws:iam::222222222222:role/app\"}", "{\"AWS\":\"arn:aws:iam::333333333333:user/ann\"}",
        "{\"Service\":\"events.amazonaws.com\"}");
    Arbitrary<String> action = Arbitraries.of("s3:a", "s3:ab", "s3:a*", "s3:*");
    Arbitrary<String> condition = Arbitraries.of("", "",
        ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}");
    Arbitrary<String> statement = Combinators
        .combine(principal, action, condition, Arbitraries.integers().between(0, 9))
        .as((p, a, c, kind) -> "{\"Effect\":\"" + (kind < 7 ? "Allow" : "Deny") + "\",\""
            + (kind == 2 ? "NotPrincipal" : "Principal") + "\":" + p + ",\"Action\":\"" + a
            + "\",\"Resource\":\"arn:aws:s3:::b/*\"" + c + "}");
    return statement.list().ofMinSize(1).ofMaxSize(3).map(list -> document(list.toArray(String[]::new)));
  }

  private static String resourceDecision(String document, Wider.Example example) {
    String request = new Gson().toJson(Map.of("action", example.action(), "resource", example.resource(),
        "resourceAccount", "000000000000", "principal", example.principal(), "context", example.context()));
    String all = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    String line = "{\"id\":1,\"request\":" + request + ",\"identityPolicies\":[" + all + "],\"resourcePolicy\":"
        + document + "}";
    return JsonParser.parseString(new Simulator().answer(line, "x", 1)).getAsJsonObject().get("decision").getAsString();
  }

  @Property(tries = 2_000)
  void examples_on_resources_are_confirmed_and_nothing_is_missed(@ForAll("resourceDocuments") String before,
      @ForAll("resourceDocuments") String now) {
    List<Wider> found = widerOfResource(before, now);
    for (Wider one : found) {
      one.example().ifPresent(example -> {
        assertThat(resourceDecision(now, example)).isEqualTo("Allowed");
        assertThat(resourceDecision(before, example)).isNotEqualTo("Allowed");
      });
    }
    for (String principal : found.isEmpty()
        ? List.of("anonymous", "arn:aws:iam::222222222222:role/app", "arn:aws:iam::222222222222:user/bob",
            "arn:aws:iam::333333333333:user/ann", "arn:aws:iam::444444444444:user/x", "events.amazonaws.com",
            "sns.amazonaws.com")
        : List.<String>of()) {
      for (String action : List.of("s3:a", "s3:ab", "s3:abc", "s3:b")) {
        for (Map<String, List<String>> keys : List.of(Map.<String, List<String>>of(),
            Map.of("aws:SecureTransport", List.of("true")))) {
          var example = new Wider.Example(principal, action, "arn:aws:s3:::b/k", keys);
          boolean wider = resourceDecision(now, example).equals("Allowed")
              && !resourceDecision(before, example).equals("Allowed");
          assertThat(wider).as("%s does %s with %s", principal, action, keys).isFalse();
        }
      }
    }
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
    String request = new Gson().toJson(Map.of("action", example.action(), "resource", example.resource(),
        "resourceAccount", "111111111111", "principal", example.principal(), "context", example.context()));
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
            var example = new Wider.Example("arn:aws:iam::111111111111:user/example", action, resource, keys);
            boolean wider = decision(now, example).equals("Allowed") && !decision(before, example).equals("Allowed");
            assertThat(wider).as("%s on %s with %s", action, resource, keys).isFalse();
          }
        }
      }
    }
  }
}
