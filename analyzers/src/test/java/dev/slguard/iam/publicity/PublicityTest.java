package dev.slguard.iam.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.policy.PolicyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicityTest {
  private static Reach reach(String principal, String condition) {
    String statement = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Principal\":" + principal
        + (condition.isEmpty() ? "" : ",\"Condition\":" + condition) + "}";
    return Publicity.of(Documents.policy(Documents.document(statement), PolicyType.RESOURCE).statements().getFirst())
        .widest().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"StringEquals|aws:PrincipalOrgID|o-1|CONFINED",
      "StringLike|aws:PrincipalOrgID|o-*|ANYONE", "StringEqualsIfExists|aws:PrincipalOrgID|o-1|ANYONE",
      "StringNotEquals|aws:PrincipalOrgID|o-1|ANYONE",
      "ForAllValues:StringEquals|aws:PrincipalOrgPaths|o-1/r-1/|ANYONE",
      "ForAnyValue:StringLike|aws:PrincipalOrgPaths|o-1/*|CONFINED", "StringEquals|aws:SourceVpce|vpce-1|CONFINED",
      "StringEquals|aws:SourceVpc|vpc-1|CONFINED", "IpAddress|aws:SourceIp|203.0.113.0/24|CONFINED",
      "IpAddress|aws:SourceIp|0.0.0.0/0|ANYONE", "IpAddress|aws:SourceIp|0.0.0.0/1|ANYONE",
      "IpAddress|aws:SourceIp|::/0|ANYONE", "NotIpAddress|aws:SourceIp|203.0.113.0/24|ANYONE",
      "ArnLike|aws:PrincipalArn|arn:aws:iam::111111111111:role/*|CONFINED",
      "ArnLike|aws:PrincipalArn|arn:aws:iam::*:role/app|ANYONE", "ArnLike|aws:SourceArn|arn:aws:s3:::bucket|CONFINED",
      "ArnLike|aws:SourceArn|arn:aws:s3:::*|ANYONE", "StringEquals|aws:SourceAccount|111111111111|CONFINED",
      "StringEquals|kms:CallerAccount|111111111111|CONFINED", "StringEquals|aws:Referer|https://x|ANYONE",
      "StringEquals|aws:UserAgent|x|ANYONE", "Bool|aws:SecureTransport|true|ANYONE",
      "StringEquals|aws:PrincipalTag/team|a|ANYONE", "StringEquals|lambda:FunctionUrlAuthType|AWS_IAM|ANY_ACCOUNT",
      "StringEquals|lambda:FunctionUrlAuthType|NONE|ANYONE",
      "StringEquals|s3:DataAccessPointAccount|111111111111|CONFINED"})
  void conditions_confine_everybody_or_not(String operator, String key, String value, Reach expected) {
    assertThat(reach("\"*\"", "{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}}")).isEqualTo(expected);
  }

  @Test
  void principals_reach_as_far_as_their_kind() {
    assertThat(reach("\"*\"", "")).isEqualTo(Reach.ANYONE);
    assertThat(reach("{\"AWS\":[\"arn:aws:iam::111111111111:root\",\"*\"]}", "")).isEqualTo(Reach.ANYONE);
    assertThat(reach("{\"AWS\":\"111111111111\"}", "")).isEqualTo(Reach.FOREIGN_ACCOUNT);
    assertThat(reach("{\"AWS\":{\"Join\":[\"arn:aws:iam::\",{\"Ref\":\"AWS::AccountId\"},\":root\"]}}", ""))
        .isEqualTo(Reach.OWN_ACCOUNT);
    assertThat(reach("{\"AWS\":{\"Ref\":\"Role.Arn\"}}", "")).isEqualTo(Reach.OWN_ACCOUNT);
    assertThat(reach("{\"Service\":\"s3.amazonaws.com\"}", "")).isEqualTo(Reach.ANY_SERVICE_USER);
    assertThat(
        reach("{\"Service\":\"s3.amazonaws.com\"}", "{\"StringEquals\":{\"aws:SourceAccount\":\"111111111111\"}}"))
        .isEqualTo(Reach.SERVICE);
    assertThat(reach("{\"Service\":\"alexa-appkit.amazon.com\"}", "")).isEqualTo(Reach.SERVICE);
  }

  @Test
  void tokens_need_audience_or_subject() {
    String github = "{\"Federated\":\"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com\"}";
    assertThat(reach(github, "")).isEqualTo(Reach.ANY_TOKEN);
    assertThat(reach(github, "{\"StringLike\":{\"token.actions.githubusercontent.com:sub\":\"repo:acme/*\"}}"))
        .isEqualTo(Reach.FEDERATED);
    assertThat(reach(github, "{\"StringLike\":{\"token.actions.githubusercontent.com:sub\":\"repo:*\"}}"))
        .isEqualTo(Reach.ANY_TOKEN);
  }

  @Test
  void everybody_but_somebody_is_everybody() {
    var statement = Documents.policy(Documents.document("""
      {"Effect":"Allow","Action":"s3:*","Resource":"*","NotPrincipal":{"AWS":"111111111111"}}"""), PolicyType.RESOURCE)
        .statements().getFirst();
    assertThat(Publicity.of(statement).isPublic()).isTrue();
  }

  @Test
  void a_deny_beside_it_confines_what_is_allowed_to_everybody() {
    String allow = "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"}";
    assertThat(isConfined(allow, deny("StringNotEquals", "aws:PrincipalOrgID", "o-1", "arn:aws:s3:::b/*"))).isTrue();
    assertThat(isConfined(allow, deny("StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-1", "*"))).isTrue();
    assertThat(isConfined(allow, deny("NotIpAddress", "aws:SourceIp", "203.0.113.0/24", "*"))).isTrue();
    assertThat(isConfined(allow, deny("NotIpAddress", "aws:SourceIp", "0.0.0.0/1", "*"))).isFalse();
    assertThat(isConfined(allow, deny("StringNotEquals", "aws:PrincipalOrgID", "o-1", "arn:aws:s3:::b/private/*")))
        .isFalse();
    assertThat(isConfined(allow, deny("ForAnyValue:StringNotEquals", "aws:PrincipalOrgPaths", "o-1/", "*"))).isFalse();
    assertThat(isConfined(allow, deny("StringNotLike", "aws:PrincipalOrgID", "o-*", "*"))).isFalse();
    assertThat(isConfined(allow, deny("Bool", "aws:SecureTransport", "false", "*"))).isFalse();
  }

  private static String deny(String operator, String key, String value, String resource) {
    return "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"" + resource
        + "\",\"Condition\":{\"" + operator + "\":{\"" + key + "\":\"" + value + "\"}}}";
  }

  private static boolean isConfined(String... statements) {
    var policy = Documents.policy(Documents.document(statements), PolicyType.RESOURCE);
    return Confinement.byDenial(policy.statements().getFirst(), policy.statements());
  }
}
