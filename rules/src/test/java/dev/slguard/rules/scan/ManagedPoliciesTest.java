package dev.slguard.rules.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.graph.policy.PolicyAssignment;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.ManagedPolicy;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Profile;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks every AWS managed policy, each as the policy of one principal, as {@code policy check} does. Writes all findings to
 * {@code target/managed-policies.tsv} and thirty drawn at random ({@code -Dslguard.seed=N}) to
 * {@code target/managed-policies-sample.txt}, to be judged by a reader.
 */
class ManagedPoliciesTest {
  private static final int DRAWN = 30;

  @Test
  void every_managed_policy_is_checked(@TempDir Path folder) throws IOException {
    List<ManagedPolicy> policies = new Catalogue().managedPolicies();
    for (ManagedPolicy policy : policies) {
      Files.createDirectories(folder.resolve(policy.name()));
      Files.writeString(folder.resolve(policy.name()).resolve(policy.name() + ".json"), policy.document());
    }
    RuleSet all = RuleSet.load(Library.documents(), List.of()).rules();
    long start = System.nanoTime();
    Report report = PolicyCheck.check(new Root(folder, Limits.DEFAULT), List.of(""), PolicyAssignment.NONE,
        Severity.INFO, LocalDate.of(2026, 11, 25), RuleChoice.of(all.on(Profile.DEFAULT), all));
    long millis = (System.nanoTime() - start) / 1_000_000;
    Map<String, Integer> counts = new TreeMap<>();
    report.findings().forEach(finding -> counts.merge(finding.ruleId(), 1, Integer::sum));
    write(report.findings(), millis, counts);
    assertThat(report.notifications()).isEmpty();
    assertThat(report.summary().analysed()).hasSameSizeAs(policies).hasSizeGreaterThan(1_500);
    assertThat(counts).doesNotContainKey("iam-policy-invalid");
  }

  private static void write(List<Finding> findings, long millis, Map<String, Integer> counts) throws IOException {
    var lines = new ArrayList<String>();
    for (Finding finding : findings) {
      lines.add(finding.at().file().replaceFirst("/.*", "") + '\t' + finding.ruleId() + '\t' + finding.severity() + '\t'
          + finding.message());
    }
    Path target = Files.createDirectories(Path.of("target"));
    Files.write(target.resolve("managed-policies.tsv"), lines);
    var drawn = new ArrayList<>(lines);
    Collections.shuffle(drawn, new Random(Long.getLong("slguard.seed", 1)));
    var sample = new ArrayList<>(drawn.subList(0, Math.min(DRAWN, drawn.size())));
    sample.addFirst(findings.size() + " findings in " + millis + " ms: " + counts);
    Files.write(target.resolve("managed-policies-sample.txt"), sample);
  }
}
