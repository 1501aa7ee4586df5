package dev.slguard.iam.hygiene;

import static dev.slguard.iam.Documents.allow;
import static dev.slguard.iam.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyProblem.Kind;
import dev.slguard.iam.policy.PolicyType;
import java.util.List;
import org.junit.jupiter.api.Test;

class HygieneTest {
  private static final Hygiene HYGIENE = new Hygiene(new Catalogue());

  private static List<PolicyProblem> problems(String... statements) {
    return HYGIENE.check(Documents.policy(document(statements), PolicyType.IDENTITY));
  }

  private static List<Kind> kinds(String... statements) {
    return problems(statements).stream().map(PolicyProblem::kind).toList();
  }

  private static String under(String condition) {
    return "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\",\"Condition\":" + condition + "}";
  }

  @Test
  void a_sound_policy_has_no_problem() {
    assertThat(problems(allow("s3:GetObject", "arn:aws:s3:::b/*"), allow("s3:ListBucket", "arn:aws:s3:::b"),
        under("{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"},\"Bool\":{\"aws:SecureTransport\":\"true\"}}")))
        .isEmpty();
  }

  @Test
  void unknown_names_come_with_the_date_and_a_hint() {
    assertThat(problems(allow("s3:GetObjects", "*"))).extracting(PolicyProblem::message)
        .containsExactly("AWS listed no action 's3:GetObjects' on 2026-09-26; did you mean 's3:GetObject'?");
    assertThat(kinds(allow("dynamobd:GetItem", "*"))).containsExactly(Kind.UNKNOWN_SERVICE);
    assertThat(kinds(allow("s3:Gett*", "*"))).containsExactly(Kind.UNKNOWN_ACTION);
  }

  @Test
  void actions_and_resources_must_fit() {
    assertThat(kinds(allow("s3:GetObject", "arn:aws:s3:::b"))).containsExactly(Kind.S3_ARN_LEVEL);
    assertThat(kinds(allow("s3:ListBucket", "arn:aws:s3:::b/*"))).containsExactly(Kind.S3_ARN_LEVEL);
    assertThat(kinds(allow("s3:*", "arn:aws:s3:::b/*"))).isEmpty();
    assertThat(kinds(allow("dynamodb:GetItem", "arn:aws:sqs:eu-west-1:111111111111:q")))
        .containsExactly(Kind.RESOURCE_MISMATCH);
    assertThat(kinds(allow("ec2:DescribeInstances", "arn:aws:ec2:*:*:instance/*")))
        .containsExactly(Kind.RESOURCE_MISMATCH);
  }

  @Test
  void condition_keys_operators_and_values_must_fit() {
    assertThat(kinds(under("{\"StringEquals\":{\"s3:NoSuchKey\":\"x\"}}"))).containsExactly(Kind.UNKNOWN_KEY);
    assertThat(kinds(under("{\"StringEquals\":{\"dynamodb:LeadingKeys\":\"x\"}}"))).contains(Kind.UNSUPPORTED_KEY);
    assertThat(kinds(under("{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/33\"}}")))
        .containsExactly(Kind.MALFORMED_VALUE);
    assertThat(kinds(under("{\"Bool\":{\"aws:SecureTransport\":\"yes\"}}"))).containsExactly(Kind.MALFORMED_VALUE);
    assertThat(kinds(under("{\"DateLessThan\":{\"aws:CurrentTime\":\"soon\"}}"))).containsExactly(Kind.MALFORMED_VALUE);
    assertThat(kinds(under("{\"NumericEquals\":{\"aws:SourceIp\":\"1\"}}"))).containsExactly(Kind.KEY_TYPE_MISMATCH);
    assertThat(kinds(under("{\"StringEquals\":{\"aws:UserAgent\":\"x*\"}}"))).containsExactly(Kind.WILDCARD_IN_EQUALS);
    assertThat(kinds(under("{\"StringLike\":{\"aws:UserAgent\":\"x\"}}"))).containsExactly(Kind.LIKE_WITHOUT_WILDCARD);
    assertThat(kinds(under("{\"StringLike\":{\"aws:UserAgent\":\"*\"}}"))).containsExactly(Kind.VACUOUS_CONDITION);
  }

  @Test
  void keys_of_several_values_need_set_operators() {
    assertThat(kinds(under("{\"StringEquals\":{\"aws:TagKeys\":\"a\"}}"))).contains(Kind.MISSING_SET_OPERATOR);
    assertThat(kinds(under("{\"ForAnyValue:StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}")))
        .containsExactly(Kind.NEEDLESS_SET_OPERATOR);
    assertThat(kinds(under("{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}}")))
        .contains(Kind.FOR_ALL_VALUES_WITHOUT_NULL);
  }

  @Test
  void idle_entries_and_statements_are_named() {
    assertThat(kinds(allow("s3:GetObject s3:Get*", "*"))).containsExactly(Kind.REDUNDANT_ACTION);
    assertThat(kinds(allow("s3:GetObject", "arn:aws:s3:::b/x arn:aws:s3:::b/*")))
        .containsExactly(Kind.REDUNDANT_RESOURCE);
    assertThat(kinds(allow("s3:GetObject", "arn:aws:s3:::b/*"), allow("s3:*", "*")))
        .containsExactly(Kind.REDUNDANT_STATEMENT);
    assertThat(kinds(allow("s3:GetObject", "*"), allow("s3:*", "*").replace("Allow", "Deny")))
        .containsExactly(Kind.SHADOWED_STATEMENT);
    assertThat(kinds(allow("s3:GetObject", "*"), allow("s3:GetObject", "*"))).containsExactly(Kind.REDUNDANT_STATEMENT);
  }

  @Test
  void passing_roles_and_making_linked_roles_needs_a_condition() {
    assertThat(kinds(allow("iam:PassRole", "arn:aws:iam::111111111111:role/app")))
        .containsExactly(Kind.PASS_ROLE_UNCONFINED);
    assertThat(kinds(allow("iam:CreateServiceLinkedRole", "*"))).containsExactly(Kind.SERVICE_LINKED_ROLE_UNCONFINED);
  }

  @Test
  void size_counts_without_white_space() {
    assertThat(kinds(allow("s3:GetObject", "arn:aws:s3:::" + "x".repeat(10_300)))).contains(Kind.TOO_LARGE);
  }
}
