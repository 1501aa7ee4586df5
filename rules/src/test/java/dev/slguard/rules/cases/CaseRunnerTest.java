package dev.slguard.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.library.LibraryReader;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.rules.scan.Scanner;
import dev.slguard.rules.scan.TemporaryProject;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseRunnerTest {
  private static final String RULE = """
    slguard: 1
    rules:
      - id: open-url
        title: Open URL
        kind: template
        severity: high
        match: {resource: "AWS::Lambda::Url", as: url, path: AuthType, equals: NONE}
        report: url.AuthType
        message: "'${url.id}' is open."
        why: Anyone can call it.
        tests:
    """;

  private static RuleSet rules(String test) {
    String text = RULE + test.indent(6);
    RuleSet.Loaded loaded = RuleSet.load(List.of(),
        Documents.read(SourceFile.of("r.yaml", text), Limits.DEFAULT, new Diagnostics()));
    assertThat(loaded.problems()).isEmpty();
    return loaded.rules();
  }

  private static List<RuleCase> cases(RuleSet rules, Diagnostics problems) {
    Tree tests = Optional.ofNullable(rules.cases().get("open-url")).orElseThrow();
    return CaseReader.read("open-url", tests, problems);
  }

  private static List<String> differences(String test) {
    RuleSet rules = rules(test);
    var problems = new Diagnostics();
    List<RuleCase> cases = cases(rules, problems);
    assertThat(problems.toList()).isEmpty();
    var runner = new CaseRunner(rules, Scanner.evaluators(),
        new TemporaryProject(_ -> new LibraryReader().libraries()));
    return runner.run(cases.getFirst()).differences();
  }

  private static List<String> problems(String test) {
    var problems = new Diagnostics();
    cases(rules(test), problems);
    return problems.toList().stream().map(Diagnostic::message).toList();
  }

  @Test
  void a_case_passes_if_the_rule_says_exactly_what_is_expected() {
    assertThat(differences("""
      - name: x
        template: |
          Resources:
            A: {Type: "AWS::Lambda::Url", Properties: {AuthType: NONE}}     # fail
            B: {Type: "AWS::Lambda::Url", Properties: {AuthType: AWS_IAM}}  # ok
      """)).isEmpty();
  }

  @Test
  void what_does_not_come_is_named_with_the_condition_that_fails() {
    assertThat(differences("""
      - name: x
        template: |
          Resources:
            A: {Type: "AWS::Lambda::Url", Properties: {AuthType: AWS_IAM}}     # fail
      """)).containsExactly("expected fail at template.yaml:2, got nothing there",
        "why: 'A': AuthType equals is false; 'AWS_IAM' is written there");
  }

  @Test
  void what_comes_unexpected_is_named() {
    assertThat(differences("""
      - name: x
        template: |
          Resources:
            A: {Type: "AWS::Lambda::Url", Properties: {AuthType: NONE}}
        expect: []
      """)).singleElement().satisfies(difference -> assertThat(difference).startsWith("got fail A at template.yaml:2:")
        .endsWith("saying ''A' is open.', which is not expected"));
  }

  @Test
  void expectations_name_resource_line_and_message() {
    String template = """
      - name: x
        template: |
          Resources:
            A: {Type: "AWS::Lambda::Url", Properties: {AuthType: NONE}}
        expect: [%s]
      """;
    assertThat(differences(template.formatted("{fail: A, line: 2, contains: open}"))).isEmpty();
    assertThat(differences(template.formatted("{fail: A, at: 'template.yaml:2'}"))).isEmpty();
    assertThat(differences(template.formatted("{fail: B}"))).hasSize(2);
  }

  @Test
  void a_case_that_expects_nothing_says_nothing() {
    assertThat(problems("""
      - name: x
        template: |
          Resources: {}
      """)).containsExactly("case 'x' expects nothing; mark lines with # fail, # ok or # unknown, or write 'expect'");
  }

  @Test
  void a_misspelt_key_is_reported() {
    assertThat(problems("- {name: x, tempalte: 'Resources: {}', template: 'a: b # ok'}\n"))
        .containsExactly("'tempalte' is no key of a case; did you mean 'template'?");
  }
}
