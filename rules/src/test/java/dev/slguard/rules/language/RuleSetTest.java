package dev.slguard.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static final String RULE = """
    slguard: 1
    rules:
      - id: open-url
        title: Open URL
        kind: template
        severity: high
        options: {types: {type: list, default: [NONE]}}
        match: {resource: "AWS::Lambda::Url", as: url, path: AuthType, in: "${option:types}"}
        report: url.AuthType
        message: "'${url.id}' is open."
        why: Anyone can call it.
    """;

  private static List<Tree> documents(String text) {
    return Documents.read(SourceFile.of("r.yaml", text), Limits.DEFAULT, new Diagnostics());
  }

  private static RuleSet.Loaded load(String text) {
    return RuleSet.load(List.of(), documents(text));
  }

  private static List<String> problems(String text) {
    return load(text).problems().stream().map(one -> one.at() + " " + one.message()).toList();
  }

  @Test
  void a_rule_is_read_with_its_words() {
    RuleSet.Loaded loaded = load(RULE);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.rules().find("open-url")).get().satisfies(rule -> {
      assertThat(rule.info().severity()).isEqualTo(Severity.HIGH);
      assertThat(rule.profile()).isEqualTo(Profile.DEFAULT);
      assertThat(rule.reportUnknown()).isFalse();
    });
  }

  @Test
  void an_unknown_key_is_reported_with_the_one_meant() {
    assertThat(problems(RULE.replace("severity:", "severty:")))
        .contains("r.yaml:6:5 'severty' is no key of a rule; did you mean 'severity'?");
  }

  @Test
  void an_unknown_operator_is_reported_with_the_one_meant() {
    assertThat(problems(RULE.replace("in: \"${option:types}\"", "equal: NONE"))).containsExactly(
        "r.yaml:8:68 'equal' is no key of a condition; did you mean 'equals'?",
        "r.yaml:8:52 'path' stands without a test");
  }

  @Test
  void a_name_that_nothing_has_is_reported() {
    assertThat(problems(RULE.replace("url.AuthType", "ulr.AuthType")))
        .containsExactly("r.yaml:9:13 nothing is named 'ulr' in this rule; did you mean 'url'?");
  }

  @Test
  void an_option_that_is_not_declared_is_reported() {
    assertThat(problems(RULE.replace("${option:types}", "${option:type}")))
        .containsExactly("r.yaml:8:72 nothing is named 'option:type'; did you mean 'option:types'?");
  }

  @Test
  void a_bad_regular_expression_is_reported() {
    assertThat(problems(RULE.replace("in: \"${option:types}\"", "matches: '(NONE'")))
        .containsExactly("r.yaml:8:77 '(NONE' is no regular expression: missing closing )");
  }

  @Test
  void several_values_need_a_quantifier() {
    assertThat(problems(RULE.replace("path: AuthType,", "path: \"Tags[].Key\",")))
        .containsExactly("r.yaml:8:52 'Tags[].Key' gives several values; write any, all, none or count");
  }

  @Test
  void an_unknown_version_is_refused() {
    assertThat(problems(RULE.replace("slguard: 1", "slguard: 2")))
        .containsExactly("r.yaml:1:1 version '2' of the rule language is not known; this program reads version 1");
  }

  @Test
  void an_id_stands_for_one_rule() {
    RuleSet.Loaded loaded = RuleSet.load(documents(RULE), documents(RULE));
    assertThat(loaded.problems()).extracting(Diagnostic::message)
        .containsExactly("the id 'open-url' is taken by the rule at r.yaml:3:5; to change that rule write 'extends'");
  }

  @Test
  void a_user_extends_a_rule() {
    RuleSet.Loaded loaded = RuleSet
        .load(documents(RULE.replace("severity: high", "severity: high\n    profile: audit")), documents("""
          slguard: 1
          rules:
            - {extends: open-url, severity: low, enabled: true, options: {types: [NONE, MAYBE]}, paths: ["src/**"]}
          """));
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.rules().find("open-url")).get().satisfies(rule -> {
      assertThat(rule.info().severity()).isEqualTo(Severity.LOW);
      assertThat(rule.isOnIn(Profile.DEFAULT)).isTrue();
      assertThat(rule.paths()).containsExactly("src/**");
      assertThat(rule.match().toString()).contains("MAYBE");
    });
  }

  @Test
  void an_extension_must_not_touch_the_match() {
    RuleSet.Loaded loaded = RuleSet.load(documents(RULE), documents("""
      slguard: 1
      rules:
        - {extends: open-url, match: {resource: "*"}}
        - {extends: opn-url, severity: low}
      """));
    assertThat(loaded.problems()).extracting(Diagnostic::message).containsExactly(
        "'match' is no key of a rule that extends another",
        "there is no rule 'opn-url' to extend; did you mean 'open-url'?");
  }

  @Test
  void profiles_hold_the_ones_before_them() {
    RuleSet rules = load(RULE.replace("severity: high", "severity: high\n    profile: strict")).rules();
    assertThat(rules.on(Profile.DEFAULT).all()).isEmpty();
    assertThat(rules.on(Profile.STRICT).all()).hasSize(1);
    assertThat(rules.on(Profile.AUDIT).all()).hasSize(1);
  }

  @Test
  void rules_are_chosen_by_id_alias_or_tag() {
    RuleSet rules = load(RULE.replace("severity: high", "severity: high\n    tags: [lambda]\n    aliases: [old-name]"))
        .rules();
    assertThat(rules.only(List.of("old-name")).all()).hasSize(1);
    assertThat(rules.only(List.of("lambda")).all()).hasSize(1);
    assertThat(rules.only(List.of("s3")).all()).isEmpty();
    assertThat(rules.without(List.of("lambda")).all()).isEmpty();
  }

  /** Whatever is cut out of a rule file, loading it ends with rules or problems. */
  @Property(tries = 300)
  void damaged_files_never_throw(@ForAll @IntRange(min = 0, max = 500) int start,
      @ForAll @IntRange(min = 0, max = 60) int length) {
    int from = Math.min(start, RULE.length());
    String damaged = RULE.substring(0, from) + RULE.substring(Math.min(from + length, RULE.length()));
    assertThat(load(damaged)).isNotNull();
  }

  @Test
  void wrong_shapes_are_reported_and_never_throw() {
    for (String key : RuleReader.KEYS) {
      for (String shape : List.of("[]", "{}", "~", "[{a: b}]", "{a: [b]}", "3.5", "'${'")) {
        String text = "slguard: 1\nrules:\n  - " + key + ": " + shape + "\n";
        assertThat(load(text).problems()).as(text).isNotEmpty();
      }
    }
  }
}
