package dev.slguard.iam.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.evaluate.Caller;
import dev.slguard.iam.evaluate.Context;
import dev.slguard.iam.evaluate.Decision.Outcome;
import dev.slguard.iam.evaluate.Evaluator;
import dev.slguard.iam.evaluate.Request;
import dev.slguard.iam.policy.PolicyType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two versions of a policy and whether the second allows more, or less; {@code pairs.jsonl} has them, judged by hand. */
class PolicyPairsTest {
  private final Catalogue catalogue = new Catalogue();

  @TestFactory
  Stream<DynamicTest> pairs_are_told_apart_and_their_examples_hold() throws IOException {
    try (InputStream in = Objects.requireNonNull(PolicyPairsTest.class.getResourceAsStream("pairs.jsonl"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .map(one -> DynamicTest.dynamicTest(one.get("says").getAsString(), () -> compare(one)));
    }
  }

  private void compare(JsonObject one) {
    boolean ofResource = one.get("kind").getAsString().equals("resource");
    Side before = side(one, "before", ofResource);
    Side now = side(one, "now", ofResource);
    List<Wider> broader = PolicyDiff.wider(before, now, catalogue);
    List<Wider> narrower = PolicyDiff.wider(now, before, catalogue);
    assertThat(!broader.isEmpty()).as("broader: " + broader).isEqualTo(one.get("broader").getAsBoolean());
    assertThat(!narrower.isEmpty()).as("narrower: " + narrower).isEqualTo(one.get("narrower").getAsBoolean());
    broader.forEach(wider -> confirm(wider, before, now));
    narrower.forEach(wider -> confirm(wider, now, before));
  }

  private static Side side(JsonObject one, String version, boolean ofResource) {
    var policy = Documents.policy(one.get(version).toString(), ofResource ? PolicyType.RESOURCE : PolicyType.IDENTITY);
    return ofResource ? Side.ofResource(List.of(policy)) : Side.ofIdentity(List.of(policy));
  }

  /** An example is there unless nobody can be asked for, and both versions decide it as told. */
  private static void confirm(Wider wider, Side without, Side with) {
    boolean nobody = wider.principal().filter(item -> item.toString().contains("Canonical")).isPresent();
    assertThat(wider.cut()).isFalse();
    assertThat(wider.example().isPresent()).as(wider.toString()).isNotEqualTo(nobody);
    wider.example().ifPresent(example -> {
      Request request = Request
          .of(Caller.parse(example.principal()), example.action(), example.resource(), Context.of(example.context()))
          .inAccount(
              with.ofResource() && !example.principal().contains("-provider/") ? "000000000000" : "111111111111");
      assertThat(new Evaluator(with.policies()).decide(request).outcome()).as(example.toString())
          .isEqualTo(Outcome.ALLOWED);
      assertThat(new Evaluator(without.policies()).decide(request).outcome()).as(example.toString())
          .isIn(Outcome.IMPLICITLY_DENIED, Outcome.EXPLICITLY_DENIED);
    });
  }
}
