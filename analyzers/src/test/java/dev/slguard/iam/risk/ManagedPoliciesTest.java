package dev.slguard.iam.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.ManagedPolicy;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.escalation.Escalation;
import dev.slguard.iam.escalation.Escalations;
import dev.slguard.iam.hygiene.Hygiene;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All AWS managed policies in one run: the largest body of policies there is, and one that others drown in. */
class ManagedPoliciesTest {
  private final Catalogue catalogue = new Catalogue();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final StringBuilder lines = new StringBuilder();

  private void count(String policy, String kind, String what) {
    counts.merge(kind, 1, Integer::sum);
    lines.append(policy).append('\t').append(kind).append('\t').append(what).append('\n');
  }

  @Test
  void every_managed_policy_is_judged() throws Exception {
    var hygiene = new Hygiene(catalogue);
    var risks = new Risks(catalogue);
    var escalations = new Escalations();
    long start = System.nanoTime();
    for (ManagedPolicy managed : catalogue.managedPolicies()) {
      Policy policy = PolicyReader.read(Value.Scalar.text(managed.document(), Span.startOf(managed.name())),
          PolicyType.IDENTITY, managed.name());
      for (PolicyProblem problem : hygiene.check(policy)) {
        count(managed.name(), "h:" + problem.kind().id(), problem.message());
      }
      Identity identity = IdentityReader.ofDocuments(managed.name(), List.of(policy), Optional.empty(),
          Span.startOf(managed.name()));
      var permissions = new EffectivePermissions(identity, catalogue);
      risks.of(permissions).forEach((statement, found) -> found
          .forEach(risk -> count(managed.name(), "r:" + risk.kind().rule(), statement.label() + ' ' + risk.actions())));
      for (Escalation escalation : escalations.of(permissions)) {
        count(managed.name(), "e:" + escalation.method().id(), escalation.evidence().getFirst().resource().text());
      }
    }
    java.nio.file.Files.writeString(java.nio.file.Path.of("target/managed-policies.tsv"), lines);
    System.out.println("managed policies " + (System.nanoTime() - start) / 1_000_000 + " ms " + counts);
    assertThat(counts.getOrDefault("h:unknown-action", 0)).isLessThan(400);
  }
}
