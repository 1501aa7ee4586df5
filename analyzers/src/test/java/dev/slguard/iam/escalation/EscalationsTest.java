package dev.slguard.iam.escalation;

import static dev.slguard.iam.Documents.AT;
import static dev.slguard.iam.Documents.allow;
import static dev.slguard.iam.Documents.document;
import static dev.slguard.iam.Documents.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EscalationsTest {
  private final Catalogue catalogue = new Catalogue();
  private final Escalations escalations = new Escalations();

  private List<String> found(Optional<String> boundary, String... statements) {
    Identity identity = IdentityReader.ofDocuments("policy",
        List.of(Documents.policy(document(statements), PolicyType.IDENTITY)),
        boundary.map(json -> Documents.policy(json, PolicyType.BOUNDARY)), AT);
    return escalations.of(new EffectivePermissions(identity, catalogue)).stream().map(one -> one.method().id())
        .toList();
  }

  private static String actions(Method method) {
    return String.join(" ", method.needs().stream().map(List::getFirst).toList());
  }

  private static String deny(String action) {
    return "{\"Effect\":\"Deny\",\"Action\":" + list(action) + ",\"Resource\":\"*\"}";
  }

  private static String conditioned(Method method) {
    String statement = allow(actions(method), "*");
    return statement.substring(0, statement.length() - 1)
        + ",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"blue\",\"iam:PassedToService\":\"none.amazonaws.com\"}}}";
  }

  private static Optional<String> boundary(Method method) {
    return method.precondition() == Method.Precondition.BOUNDARY
        ? Optional.of(document(allow("*", "*")))
        : Optional.empty();
  }

  private static String[] with(Method method, String... statements) {
    var all = Stream.of(statements);
    return switch (method.precondition()) {
      case DENY -> Stream.concat(all, Stream.of(deny("s3:DeleteBucket"))).toArray(String[]::new);
      case MFA -> Stream
          .concat(all,
              Stream
                  .of("""
                    {"Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}
                    """))
          .toArray(String[]::new);
      case NONE, BOUNDARY -> statements;
    };
  }

  @TestFactory
  Stream<DynamicTest> every_method_is_found_and_its_repaired_twins_are_silent() {
    return escalations.methods().stream().map(method -> DynamicTest.dynamicTest(method.id(), () -> {
      String held = allow(actions(method), "*");
      assertThat(found(boundary(method), with(method, held))).as("held").contains(method.id());
      assertThat(found(boundary(method), with(method, held, deny(method.needs().getFirst().getFirst())))).as("denied")
          .doesNotContain(method.id());
      assertThat(found(Optional.of(document(allow("s3:GetObject", "*"))), with(method, held))).as("bounded")
          .doesNotContain(method.id());
      assertThat(found(boundary(method), with(method, conditioned(method)))).as("conditioned")
          .doesNotContain(method.id());
      if (!catalogue.action(method.needs().getFirst().getFirst()).map(one -> one.isNarrowable()).orElse(false)) {
        return;
      }
      String first = allow(method.needs().getFirst().getFirst(), "arn:aws:service:eu-west-1:111111111111:one/thing");
      String[] rest = method.needs().stream().skip(1).map(need -> allow(need.getFirst(), "*")).toArray(String[]::new);
      assertThat(found(boundary(method),
          with(method, Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new)))).as("scoped")
          .doesNotContain(method.id());
    }));
  }

  @Test
  void documents_of_one_principal_are_judged_together() {
    Identity identity = IdentityReader.ofDocuments("policy",
        Stream.of("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction")
            .map(action -> Documents.policy(document(allow(action, "*")), PolicyType.IDENTITY)).toList(),
        Optional.empty(), AT);
    assertThat(escalations.of(new EffectivePermissions(identity, catalogue))).extracting(one -> one.method().id())
        .contains("lambda-001");
  }

  @Test
  void a_pattern_that_covers_an_attached_policy_counts() {
    Policy policy = Documents.policy(document(allow("iam:CreatePolicyVersion", "arn:aws:iam::*:policy/pol*")),
        PolicyType.IDENTITY);
    Identity identity = IdentityReader.ofDocuments("me", List.of(policy), Optional.empty(), AT);
    assertThat(escalations.of(new EffectivePermissions(identity, catalogue))).extracting(one -> one.method().id())
        .containsExactly("iam-001");
    assertThat(found(Optional.empty(), allow("iam:CreatePolicyVersion", "arn:aws:iam::*:policy/other-*"))).isEmpty();
  }

  @Test
  void policies_of_aws_cannot_be_rewritten() {
    assertThat(found(Optional.empty(),
        allow("iam:CreatePolicyVersion iam:SetDefaultPolicyVersion", "arn:aws:iam::aws:policy/*"))).isEmpty();
  }

  @Test
  void pass_role_to_the_right_service_is_no_repair() {
    assertThat(found(Optional.empty(),
        """
          {"Effect":"Allow","Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}}}
          """,
        allow("lambda:CreateFunction lambda:InvokeFunction ec2:RunInstances", "*"))).contains("lambda-001")
        .doesNotContain("ec2-001");
  }

  @Test
  void a_condition_that_is_always_met_is_no_repair() {
    for (String condition : List.of("{\"DateGreaterThan\":{\"aws:CurrentTime\":\"2020-01-01T00:00:00Z\"}}",
        "{\"Bool\":{\"aws:SecureTransport\":\"true\"}}", "{\"StringLike\":{\"aws:PrincipalTag/x\":\"*\"}}",
        "{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}}")) {
      assertThat(found(Optional.empty(),
          "{\"Effect\":\"Allow\",\"Action\":\"iam:CreatePolicyVersion\",\"Resource\":\"*\",\"Condition\":" + condition
              + "}"))
          .as(condition).contains("iam-001");
    }
    assertThat(found(Optional.empty(),
        """
          {"Effect":"Allow","Action":"iam:*","Resource":"*","Condition":{"DateLessThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}}
          """))
        .isEmpty();
  }

  @Test
  void an_administrator_has_no_more_to_become() {
    assertThat(found(Optional.empty(), allow("*", "*"))).isEmpty();
    assertThat(found(Optional.of(document(allow("iam:CreateAccessKey", "*"))), allow("*", "*"))).contains("iam-002");
  }

  @Test
  void not_action_is_read_as_all_the_rest() {
    assertThat(found(Optional.empty(), "{\"Effect\":\"Allow\",\"NotAction\":\"s3:*\",\"Resource\":\"*\"}"))
        .contains("iam-001", "lambda-001");
    assertThat(found(Optional.empty(),
        "{\"Effect\":\"Allow\",\"NotAction\":[\"iam:*\",\"sts:*\",\"lambda:*\"],\"Resource\":\"*\"}"))
        .doesNotContain("iam-001", "lambda-001");
  }

  @Test
  void every_service_that_a_method_starts_from_is_known() {
    assertThat(escalations.methods().stream().flatMap(method -> method.needs().getFirst().stream())
        .map(ActionPattern::service)).isNotEmpty().isSubsetOf(Escalations.STARTING);
  }

  @Test
  void a_condition_on_the_policy_confines_only_where_it_leaves_administration_out() {
    assertThat(found(Optional.empty(), attaching("arn:aws:iam::aws:policy/*"))).contains("iam-008");
    assertThat(found(Optional.empty(), attaching("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))).isEmpty();
  }

  private static String attaching(String policies) {
    return allow("iam:AttachUserPolicy", "*").replaceFirst("}$",
        ",\"Condition\":{\"ArnLike\":{\"iam:PolicyARN\":\"" + policies + "\"}}}");
  }

  @Test
  void a_condition_on_the_own_account_confines_nothing() {
    assertThat(found(Optional.empty(), allow("iam:CreatePolicyVersion", "*").replaceFirst("}$",
        ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\",\"aws:ResourceAccount\":\"111111111111\"}}}")))
        .contains("iam-001");
  }

  @Test
  void a_document_that_runs_what_it_is_given_is_a_command_of_ones_own() {
    assertThat(found(Optional.empty(), sending("AWS-RunShellScript"))).contains("ssm-002");
    assertThat(found(Optional.empty(), sending("AWS-UpdateSSMAgent"))).isEmpty();
  }

  private static String sending(String document) {
    return allow("ssm:SendCommand", "arn:aws:ec2:*:*:instance/* arn:aws:ssm:*:*:document/" + document);
  }
}
