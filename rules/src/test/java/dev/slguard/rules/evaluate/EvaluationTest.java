package dev.slguard.rules.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slguard.graph.AccountFacts;
import dev.slguard.graph.Application;
import dev.slguard.graph.CodeFacts;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.Parameter;
import dev.slguard.model.Provenance;
import dev.slguard.model.Resource;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static Tree.Mapping tree(String file, String yaml) {
    var problems = new Diagnostics();
    Tree tree = Documents.read(SourceFile.of(file, yaml), Limits.DEFAULT, problems).getFirst();
    assertThat(problems.toList()).isEmpty();
    return (Tree.Mapping) tree;
  }

  private static Rule rule(String match, String more) {
    RuleSet.Loaded loaded = RuleSet.load(List.of(), List.of(tree("r.yaml", """
      slguard: 1
      rules:
        - id: r
          title: t
          kind: template
          severity: medium
          why: w
          message: "'${thing.id}'."
          match: {resource: "A::B::C", as: thing, %s}
          %s
      """.formatted(match, more))));
    assertThat(loaded.problems()).isEmpty();
    return loaded.rules().find("r").orElseThrow();
  }

  /** Every top-level key of {@code yaml} is a resource A::B::C with these properties, without intrinsic functions. */
  private static Deployment deployment(String yaml) {
    var resources = new LinkedHashMap<String, Resource>();
    tree("t.yaml", yaml).entries().forEach((id, entry) -> {
      var properties = (Value.Mapping) Values.of(entry.value());
      resources.put(id, new Resource(id, "A::B::C", properties, Walk.mapping(new LinkedHashMap<>(), entry.keyAt()),
          ConditionSet.ALWAYS, Provenance.authored(entry.keyAt(), id, "A::B::C")));
    });
    return deployment(resources, List.of());
  }

  private static Deployment deployment(SequencedMap<String, Resource> resources, List<Parameter> parameters) {
    return new Deployment("t.yaml", "t.yaml", Deployment.Format.CLOUDFORMATION, resources, parameters, List.of(),
        List.of(), List.of(), List.of(), List.of());
  }

  private static List<Verdict> verdicts(Rule rule, Deployment deployment) {
    return new TemplateEvaluator().evaluate(List.of(rule), new Scenes(new Application(List.of(deployment), List.of(),
        List.of(), List.of(), List.of(), CodeFacts.NONE, AccountFacts.NONE, 0)));
  }

  private static Truth truth(String match, String properties) {
    List<Verdict> verdicts = verdicts(rule(match, ""), deployment("R: " + properties + "\n"));
    return verdicts.isEmpty() ? Truth.FALSE : verdicts.getFirst().truth();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // A missing list has nothing to complain about, whatever is asked of its items.
      "path: L, any: {equals: x}     | {}            | FALSE", //
      "path: L, all: {equals: x}     | {}            | FALSE", //
      "path: L, none: {equals: x}    | {}            | TRUE", //
      "path: L, all: {equals: x}     | {L: []}       | FALSE", //
      "path: L, all: {equals: x}     | {L: [x, x]}   | TRUE", //
      "path: L, all: {equals: x}     | {L: [x, y]}   | FALSE", //
      "path: L, any: {equals: x}     | {L: x}        | TRUE", //
      "path: L, count: {at-least: 2, where: {equals: x}} | {L: [x, y, x]} | TRUE", //
      "path: L, count: {at-most: 1, where: {equals: x}}  | {L: [x, y, x]} | FALSE", //
      "path: P, not-equals: true     | {}            | TRUE", //
      "path: P, not-in: [a, b]       | {}            | TRUE", //
      "path: P, equals: true         | {P: 'True'}   | TRUE", //
      "path: P, equals: 'true'       | {P: 'True'}   | FALSE", //
      "path: P, equals: 3            | {P: '3.0'}    | TRUE", //
      "path: P, absent: true         | {P: ~}        | TRUE", //
      "path: P.Q, absent: true       | {P: text}     | TRUE", //
      "path: P, empty: true          | {P: ''}       | TRUE", //
      "path: P, empty: true          | {}            | TRUE", //
      "path: P, truthy: false        | {P: 'no'}     | TRUE", //
      "path: P, gt: 5                | {P: 7}        | TRUE", //
      "path: P, lte: 5               | {P: 7}        | FALSE", //
      "path: P, gt: 5                | {P: seven}    | FALSE", //
      "path: P, length: 2            | {P: [a, b]}   | TRUE", //
      "path: P, cidr-public: true    | {P: 0.0.0.0/0} | TRUE", //
      "path: P, cidr-public: true    | {P: 128.0.0.0/1} | TRUE", //
      "path: P, cidr-public: true    | {P: 10.0.0.0/8} | FALSE", //
      "path: P, cidr-public: true    | {P: '::/0'}   | TRUE", //
      "path: P, arn-matches: 'arn:*:s3:::*' | {P: 'arn:aws:s3:::b'} | TRUE", //
      "path: P, action-matches: 's3:GetObject' | {P: 'S3:Get*'} | TRUE", //
      "path: P, action-matches: 's3:GetObject' | {P: 'sqs:*'} | FALSE", //
      "path: P, starts-with: [a, b]  | {P: bcd}      | TRUE", //
      "path: P, contains: c          | {P: bcd}      | TRUE", //
      "path: P, ends-with: c         | {P: bcd}      | FALSE", //
      "path: P, matches: '^b.d$'     | {P: bcd}      | TRUE", //
      "path: '*', any: {path: '@key', equals: K} | {K: 1} | TRUE", //
      "path: '@id', equals: R        | {}            | TRUE", //
      "not: {path: P, exists: true}  | {}            | TRUE", //
      "any-of: [{path: P, equals: x}, {path: Q, equals: y}] | {Q: y} | TRUE"})
  void conditions_mean_what_their_page_says(String match, String properties, Truth expected) {
    assertThat(truth(match, properties)).isEqualTo(expected);
  }

  @Test
  void a_named_item_is_a_verdict_of_its_own_at_its_place() {
    List<Verdict> verdicts = verdicts(rule("path: L, any: {as: item, equals: x}", "report: item"),
        deployment("R:\n  L:\n    - x\n    - y\n    - x\n"));
    assertThat(verdicts).extracting(verdict -> verdict.finding().at().line()).containsExactly(3, 5);
  }

  @Test
  void what_is_missing_is_reported_at_the_nearest_line_that_was_written() {
    Rule rule = rule("path: A.B, not-equals: true", "report: thing.A.B");
    assertThat(verdicts(rule, deployment("R:\n  A:\n    C: 1\n"))).extracting(verdict -> verdict.finding().at().line())
        .containsExactly(2);
    assertThat(verdicts(rule, deployment("S: {}\nR:\n  X: 1\n"))).extracting(verdict -> verdict.finding().at().line())
        .containsExactly(1, 2);
  }

  @Test
  void the_first_adjustment_that_holds_counts() {
    Rule rule = rule("path: P, exists: true", """
      adjust:
            - {if: {path: P, equals: low}, severity: low}
            - {if: {path: P, exists: true}, severity: critical, confidence: low}
      """.strip());
    assertThat(verdicts(rule, deployment("R: {P: low}\n"))).extracting(verdict -> verdict.finding().severity())
        .containsExactly(Severity.LOW);
    assertThat(verdicts(rule, deployment("R: {P: other}\n")))
        .extracting(verdict -> verdict.finding().severity(), verdict -> verdict.finding().confidence())
        .containsExactly(tuple(Severity.CRITICAL, Confidence.LOW));
  }

  @Test
  void a_rule_looks_at_its_paths_only() {
    assertThat(verdicts(rule("path: P, exists: true", "paths: ['src/**']"), deployment("R: {P: 1}\n"))).isEmpty();
    assertThat(verdicts(rule("path: P, exists: true", "paths: ['*.yaml']"), deployment("R: {P: 1}\n"))).hasSize(1);
  }

  @Test
  void allowed_values_decide_what_a_parameter_can_be() {
    Span at = Span.startOf("t.yaml");
    var entries = new LinkedHashMap<String, Value>();
    entries.put("P", new Value.Unknown(Value.Origin.PARAMETER, "Mode", at));
    var resources = new LinkedHashMap<String, Resource>();
    resources.put("R", new Resource("R", "A::B::C", Walk.mapping(entries, at), Walk.mapping(new LinkedHashMap<>(), at),
        ConditionSet.ALWAYS, Provenance.authored(at, "R", "A::B::C")));
    var parameter = new Parameter("Mode", "String", Optional.empty(), false, List.of("open", "ajar"), at);
    Deployment deployment = deployment(resources, List.of(parameter));
    assertThat(verdicts(rule("path: P, in: [open, ajar]", ""), deployment)).extracting(Verdict::truth)
        .containsExactly(Truth.TRUE);
    assertThat(verdicts(rule("path: P, equals: shut", ""), deployment)).isEmpty();
    assertThat(verdicts(rule("path: P, equals: open", ""), deployment)).extracting(Verdict::truth)
        .containsExactly(Truth.UNKNOWN);
  }

  @Test
  void the_unknown_is_reported_only_where_the_rule_wants_it() {
    Span at = Span.startOf("t.yaml");
    var entries = new LinkedHashMap<String, Value>();
    entries.put("P", new Value.Unknown(Value.Origin.IMPORT, "x", at));
    var resources = new LinkedHashMap<String, Resource>();
    resources.put("R", new Resource("R", "A::B::C", Walk.mapping(entries, at), Walk.mapping(new LinkedHashMap<>(), at),
        ConditionSet.ALWAYS, Provenance.authored(at, "R", "A::B::C")));
    Deployment deployment = deployment(resources, List.of());
    assertThat(Findings.of(verdicts(rule("path: P, equals: x", ""), deployment))).isEmpty();
    assertThat(Findings.of(verdicts(rule("path: P, equals: x", "unknown: report"), deployment))).singleElement()
        .satisfies(finding -> assertThat(finding.confidence()).isEqualTo(Confidence.LOW));
  }

  @Test
  void one_cause_is_one_finding() {
    var deployment = deployment("R: {P: 1}\n");
    List<Verdict> twice = verdicts(rule("path: P, exists: true", ""), deployment);
    var both = new ArrayList<>(twice);
    both.addAll(twice);
    assertThat(Findings.of(both)).hasSize(1);
  }

  @Test
  void fingerprints_survive_lines_that_move() {
    Rule rule = rule("path: L, any: {as: item, equals: x}", "report: item");
    List<String> before = fingerprints(rule, "R:\n  L:\n    - x\n    - x\n");
    List<String> after = fingerprints(rule, "S: {Q: 1}\nR:\n  M: 2\n  L:\n    - y\n    - x\n    - x\n");
    assertThat(after).isEqualTo(before).doesNotHaveDuplicates().hasSize(2)
        .allSatisfy(fingerprint -> assertThat(fingerprint).matches("[0-9a-f]{32}"));
  }

  private static List<String> fingerprints(Rule rule, String yaml) {
    return Findings.of(verdicts(rule, deployment(yaml))).stream().map(Finding::fingerprint).toList();
  }
}
