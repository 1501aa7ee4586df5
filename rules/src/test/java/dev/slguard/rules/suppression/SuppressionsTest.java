package dev.slguard.rules.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Set<String> RULES = Set.of("open-url", "old-runtime");

  private static Finding finding(String rule, int line, String resource) {
    return new Finding(rule, Severity.HIGH, Confidence.HIGH, "m", new Span("t.yaml", line, 5, line, 9),
        Optional.of(resource), Optional.empty(), new LinkedHashMap<>(), List.of(), Optional.empty());
  }

  private static Suppressions.Outcome comment(String text, Finding... findings) {
    return Suppressions.find(List.of(SourceFile.of("t.yaml", text)), List.of(), RULES).apply(List.of(findings), TODAY,
        RULES);
  }

  @Test
  void a_comment_behind_a_value_covers_its_line() {
    var outcome = comment("a: 1\nAuthType: NONE # slguard:ignore open-url health check, answers 'ok'\n",
        finding("open-url", 2, "F"), finding("open-url", 1, "F"), finding("old-runtime", 2, "F"));
    assertThat(outcome.suppressed()).singleElement()
        .satisfies(one -> assertThat(one.reason()).isEqualTo("health check, answers 'ok'"));
    assertThat(outcome.findings()).hasSize(2);
    assertThat(outcome.notifications()).isEmpty();
  }

  @Test
  void a_comment_on_its_own_line_covers_the_next_line_that_is_none() {
    var outcome = comment("""
      # slguard:ignore open-url first
      # slguard:ignore old-runtime until=2027-01-31 -- second

      AuthType: NONE
      """, finding("open-url", 4, "F"), finding("old-runtime", 4, "F"));
    assertThat(outcome.suppressed()).extracting(one -> one.reason() + one.until().orElse("")).containsExactly("first",
        "second2027-01-31");
  }

  @Test
  void comments_of_programs_count_too() {
    var outcome = comment(
        "run(x); // slguard:ignore open-url reviewed\n/* slguard:ignore old-runtime fine */\nrun(y);\n",
        finding("open-url", 1, "F"), finding("old-runtime", 3, "F"));
    assertThat(outcome.suppressed()).extracting(one -> one.reason()).containsExactly("reviewed", "fine");
  }

  @Test
  void the_word_outside_a_comment_is_text() {
    var outcome = comment("name: slguard:ignore open-url because\n", finding("open-url", 1, "F"));
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notifications()).isEmpty();
  }

  @Test
  void without_a_reason_the_finding_stays() {
    var outcome = comment("AuthType: NONE # slguard:ignore open-url\n", finding("open-url", 1, "F"));
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notifications()).extracting(Diagnostic::message)
        .containsExactly("ignoring 'open-url' needs a reason; the finding stays");
  }

  @Test
  void a_misspelt_rule_is_reported_with_the_one_meant() {
    var outcome = comment("AuthType: NONE # slguard:ignore opne-url reviewed\n", finding("open-url", 1, "F"));
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notifications()).extracting(Diagnostic::message)
        .containsExactly("there is no rule 'opne-url' to ignore; did you mean 'open-url'?");
  }

  @Test
  void after_its_last_day_the_finding_counts_again() {
    var expired = comment("x # slguard:ignore open-url until=2026-11-24 reviewed\n", finding("open-url", 1, "F"));
    assertThat(expired.findings()).hasSize(1);
    assertThat(expired.notifications()).extracting(Diagnostic::message)
        .containsExactly("the suppression of 'open-url' ended on 2026-11-24; the finding counts again");
    var lastDay = comment("x # slguard:ignore open-url until=2026-11-25 reviewed\n", finding("open-url", 1, "F"));
    assertThat(lastDay.findings()).isEmpty();
  }

  @Test
  void a_day_that_is_none_suppresses_nothing() {
    var outcome = comment("x # slguard:ignore open-url until=soon reviewed\n", finding("open-url", 1, "F"));
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notifications()).singleElement()
        .satisfies(one -> assertThat(one.message()).startsWith("'soon' is no day"));
  }

  @Test
  void an_unused_one_is_reported_if_its_rule_ran() {
    String text = "x # slguard:ignore open-url reviewed\n";
    var suppressions = Suppressions.find(List.of(SourceFile.of("t.yaml", text)), List.of(), RULES);
    assertThat(suppressions.apply(List.of(), TODAY, RULES).notifications()).extracting(Diagnostic::at)
        .containsExactly(new Span("t.yaml", 1, 5, 1, 37));
    assertThat(suppressions.apply(List.of(), TODAY, Set.of("old-runtime")).notifications()).isEmpty();
  }

  private static Value.Mapping value(String yaml) {
    var tree = Documents.read(SourceFile.of("t.yaml", yaml), Limits.DEFAULT, new Diagnostics()).getFirst();
    return (Value.Mapping) Values.of(tree);
  }

  private static Deployment deployment(String attributes) {
    Span at = Span.startOf("t.yaml");
    var empty = new Value.Mapping(new LinkedHashMap<>(), new LinkedHashMap<>(), at);
    var resource = new Resource("FnUrl", "AWS::Lambda::Url", empty, value(attributes), ConditionSet.ALWAYS,
        new Provenance(at, "Fn", "AWS::Serverless::Function", Optional.empty(), Optional.empty()));
    var copy = new Resource("FnRole", "AWS::IAM::Role", empty, value(attributes), ConditionSet.ALWAYS,
        resource.provenance());
    var resources = new LinkedHashMap<String, Resource>();
    resources.put(resource.id(), resource);
    resources.put(copy.id(), copy);
    return new Deployment("t.yaml", "t.yaml", Deployment.Format.SAM, resources, List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of());
  }

  @Test
  void metadata_reaches_what_lowering_makes_of_a_resource() {
    var deployment = deployment("Metadata: {slguard: {ignore: [{rule: open-url, reason: health check}]}}");
    var outcome = Suppressions.find(List.of(), List.of(deployment), RULES)
        .apply(List.of(finding("open-url", 7, "Fn"), finding("open-url", 8, "Other")), TODAY, RULES);
    assertThat(outcome.suppressed()).singleElement()
        .satisfies(one -> assertThat(one.finding().at().line()).isEqualTo(7));
    assertThat(outcome.notifications()).isEmpty();
  }

  @Test
  void a_misspelt_key_in_metadata_is_reported() {
    var deployment = deployment("Metadata: {slguard: {ignore: [{rule: open-url, reson: health check}]}}");
    var outcome = Suppressions.find(List.of(), List.of(deployment), RULES).apply(List.of(finding("open-url", 7, "Fn")),
        TODAY, RULES);
    assertThat(outcome.findings()).hasSize(1);
    assertThat(outcome.notifications()).extracting(Diagnostic::message).containsExactlyInAnyOrder(
        "an item of 'ignore' has no key 'reson'; did you mean 'reason'?",
        "ignoring 'open-url' needs a reason; the finding stays");
  }

  @Test
  void a_service_lists_them_under_custom() {
    String service = """
      service: orders
      custom:
        slguard:
          ignore:
            - {rule: open-url, resource: create, reason: health check}
      """;
    var outcome = Suppressions.find(List.of(SourceFile.of("t.yaml", service)), List.of(), RULES)
        .apply(List.of(finding("open-url", 9, "create"), finding("open-url", 12, "list")), TODAY, RULES);
    assertThat(outcome.suppressed()).hasSize(1);
    assertThat(outcome.findings()).hasSize(1);
  }
}
