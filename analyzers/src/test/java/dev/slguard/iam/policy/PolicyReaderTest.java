package dev.slguard.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
  private static final Span AT = Span.startOf("policy.json");

  private static Policy read(String json, PolicyType type) {
    return PolicyReader.read(Value.Scalar.text(json, AT), type, "policy");
  }

  private static List<Kind> problems(String json, PolicyType type) {
    return read(json, type).problems().stream().map(PolicyProblem::kind).toList();
  }

  private static Value mapping(Map<String, Value> entries) {
    return new Value.Mapping(new LinkedHashMap<>(entries), new LinkedHashMap<>(), AT);
  }

  @Test
  void a_single_statement_needs_no_list() {
    Policy policy = read("""
      {"Version": "2012-10-17", "Statement": {"Sid": "A", "Effect": "Allow", "Action": "s3:GetObject",
        "Resource": ["arn:aws:s3:::b/${aws:username}/*"],
        "Condition": {"ForAnyValue:StringLikeIfExists": {"aws:TagKeys": "a*"}, "Bool": {"aws:SecureTransport": true}}}}
      """, PolicyType.IDENTITY);
    assertThat(policy.problems()).isEmpty();
    Statement statement = policy.statements().getFirst();
    assertThat(statement.effect()).isEqualTo(Effect.ALLOW);
    assertThat(statement.resources().orElseThrow().items().getFirst().hasVariable()).isTrue();
    Condition condition = statement.conditions().getFirst();
    assertThat(condition.operator()).contains(ConditionOperator.STRING_LIKE);
    assertThat(condition.quantifier()).isEqualTo(Condition.Quantifier.ANY);
    assertThat(condition.ifExists()).isTrue();
    assertThat(statement.conditions().get(1).values().getFirst().text()).isEqualTo("true");
  }

  @Test
  void grammar_errors_are_named() {
    assertThat(problems("{\"Statement\": []}", PolicyType.IDENTITY)).containsExactly(Kind.MISSING_VERSION,
        Kind.EMPTY_LIST);
    assertThat(problems("""
      {"Version": "2012-10-17", "Statement": [{"effect": "Allow", "Action": "s3", "NotAction": "a:b", "Resource": "b"}]}
      """, PolicyType.IDENTITY)).containsExactly(Kind.UNKNOWN_ELEMENT, Kind.BAD_EFFECT, Kind.BOTH_FORMS,
        Kind.MALFORMED_ACTION, Kind.MALFORMED_RESOURCE);
    assertThat(problems("""
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": "x",
        "Condition": {"DateGreaterEqualsThan": {"aws:CurrentTime": "1"}}}]}
      """, PolicyType.IDENTITY)).containsExactly(Kind.UNEXPECTED_PRINCIPAL, Kind.MALFORMED_PRINCIPAL,
        Kind.UNKNOWN_OPERATOR);
    assertThat(problems("[]", PolicyType.IDENTITY)).containsExactly(Kind.DOCUMENT_SHAPE);
  }

  @Test
  void variables_are_text_in_the_old_language() {
    Policy policy = read(
        """
          {"Version": "2008-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${aws:username}"}}
          """,
        PolicyType.IDENTITY);
    assertThat(policy.statements().getFirst().resources().orElseThrow().items().getFirst().hasVariable()).isFalse();
  }

  @Test
  void each_form_of_a_choice_is_a_statement_of_its_own() {
    Value action = new Value.Choice("IsProd", Value.Scalar.text("s3:GetObject", AT),
        new Value.Listing(List.of(Value.Scalar.text("s3:*", AT)), AT), AT);
    Value statement = mapping(Map.of("Effect", Value.Scalar.text("Allow", AT), "Action", action, "Resource",
        new Value.Choice("IsProd", Value.Scalar.text("arn:aws:s3:::p", AT), Value.Scalar.text("*", AT), AT)));
    Policy policy = PolicyReader.read(mapping(
        Map.of("Version", Value.Scalar.text("2012-10-17", AT), "Statement", new Value.Listing(List.of(statement), AT))),
        PolicyType.IDENTITY, "policy");
    assertThat(policy.statements())
        .extracting(s -> s.when().describe() + ' ' + s.actions().items().getFirst().text() + ' '
            + s.resources().orElseThrow().items().getFirst().text())
        .containsExactly("IsProd s3:GetObject arn:aws:s3:::p", "not IsProd s3:* *");
  }

  @Test
  void a_statement_under_a_condition_without_else_is_left_out() {
    Value statement = mapping(Map.of("Effect", Value.Scalar.text("Allow", AT), "Action", Value.Scalar.text("s3:*", AT),
        "Resource", Value.Scalar.text("*", AT)));
    Value choice = new Value.Choice("C", statement, new Value.Absent(AT), AT);
    Policy policy = PolicyReader.read(mapping(
        Map.of("Version", Value.Scalar.text("2012-10-17", AT), "Statement", new Value.Listing(List.of(choice), AT))),
        PolicyType.IDENTITY, "policy");
    assertThat(policy.statements()).hasSize(1);
    assertThat(policy.statements().getFirst().when().describe()).isEqualTo("C");
  }

  @Test
  void an_unknown_document_is_one_statement_of_unknown_effect() {
    Policy policy = PolicyReader.read(new Value.Unknown(Value.Origin.PARAMETER, "Doc", AT), PolicyType.RESOURCE,
        "policy");
    assertThat(policy.statements()).extracting(Statement::effect).containsExactly(Effect.UNKNOWN);
  }

  @Test
  void json_text_with_holes_is_read() {
    Value text = new Value.Text(List.of(Value.Scalar.text(
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"logs:*\",\"Resource\":\"",
        AT), new Value.Reference("Group", "Arn", AT), Value.Scalar.text(":*\"}]}", AT)), AT);
    Policy policy = PolicyReader.read(text, PolicyType.RESOURCE, "policy");
    assertThat(policy.problems()).isEmpty();
    TextPattern resource = policy.statements().getFirst().resources().orElseThrow().items().getFirst();
    assertThat(resource.parts()).containsExactly(new Part.Hole("Group.Arn", Optional.of("Group"), false),
        new Part.Literal(":"), new Part.AnyRun());
  }

  @Test
  void scalars_that_are_no_text_are_problems_not_exceptions() {
    Value document = mapping(Map.of("Version", Value.Scalar.text("2012-10-17", AT), "Statement",
        mapping(Map.of("Effect", new Value.Scalar("true", Tree.Kind.BOOLEAN, AT), "Action",
            new Value.Scalar("", Tree.Kind.NULL, AT), "Resource", new Value.Listing(List.of(), AT), "Condition",
            Value.Scalar.text("x", AT)))));
    assertThat(PolicyReader.read(document, PolicyType.IDENTITY, "p").problems()).extracting(PolicyProblem::kind)
        .containsExactlyInAnyOrder(Kind.BAD_EFFECT, Kind.ELEMENT_SHAPE, Kind.EMPTY_LIST, Kind.ELEMENT_SHAPE);
  }
}
