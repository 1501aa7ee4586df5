package dev.slguard.iam.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.policy.PolicyType;
import java.util.List;
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
      "StringEquals|s3:DataAccessPointAccount|111111111111|CONFINED",
      "StringEquals|aws:PrincipalAccount|111111111111|CONFINED", "StringLike|aws:PrincipalAccount|1111*|ANYONE",
      "StringEquals|aws:SourceOrgID|o-1|CONFINED", "ForAnyValue:StringLike|aws:SourceOrgPaths|o-1/r-1/*|CONFINED",
      "ArnEquals|aws:SourceVpcArn|arn:aws:ec2:eu-west-1:111111111111:vpc/vpc-1|CONFINED",
      "StringEquals|aws:VpceAccount|111111111111|CONFINED", "StringEquals|aws:VpceOrgID|o-1|CONFINED",
      "ForAnyValue:StringLike|aws:VpceOrgPaths|o-1/r-1/*|CONFINED", "ForAnyValue:StringLike|aws:VpceOrgPaths|*|ANYONE",
      "ArnEquals|lambda:SourceFunctionArn|arn:aws:lambda:eu-west-1:111111111111:function:f|CONFINED",
      "IpAddress|aws:VpcSourceIp|10.0.0.0/16|ANYONE", "StringEquals|aws:PrincipalType|User|ANY_ACCOUNT",
      "StringNotEquals|aws:PrincipalType|Anonymous|ANYONE", "StringLike|aws:SourceVpce|vpce-*|ANYONE",
      "StringLike|aws:SourceVpce|*|ANYONE", "IpAddress|aws:SourceIp|128.0.0.0/1|ANYONE",
      "IpAddress|aws:SourceIp|2000::/3|ANYONE", "IpAddress|aws:SourceIp|2001:db8::/32|CONFINED",
      "StringLike|aws:PrincipalOrgID|${aws:PrincipalOrgID}|ANYONE", "Null|aws:PrincipalOrgID|false|ANYONE",
      "StringEquals|aws:RequestTag/a|b|ANYONE", "DateLessThan|aws:CurrentTime|2030-01-01T00:00:00Z|ANYONE"})
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
    assertThat(
        reach(github, "{\"StringLikeIfExists\":{\"token.actions.githubusercontent.com:sub\":\"repo:acme/x:*\"}}"))
        .as("every token has a subject").isEqualTo(Reach.FEDERATED);
    String saml = "{\"Federated\":\"arn:aws:iam::111111111111:saml-provider/corp\"}";
    assertThat(reach(saml, "")).isEqualTo(Reach.ANY_TOKEN);
    assertThat(reach(saml, "{\"StringEquals\":{\"SAML:aud\":\"https://signin.aws.amazon.com/saml\"}}"))
        .isEqualTo(Reach.FEDERATED);
    assertThat(reach(saml, "{\"StringEquals\":{\"SAML:namequalifier\":\"x\"}}")).isEqualTo(Reach.ANY_TOKEN);
  }

  @Test
  void a_test_of_the_subject_counts_where_every_token_has_one() {
    assertThat(tests("StringLike", "repo:acme/*")).isTrue();
    assertThat(tests("StringLikeIfExists", "repo:acme/*")).isTrue();
    assertThat(tests("StringLikeIfExists", "repo:*")).isFalse();
    assertThat(tests("StringNotLike", "repo:acme/*")).isFalse();
    assertThat(tests("ForAllValues:StringLike", "repo:acme/*")).isFalse();
  }

  private static boolean tests(String operator, String value) {
    String key = "token.actions.githubusercontent.com:sub";
    String statement = "{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Principal\":\"*\",\"Condition\":{\""
        + operator + "\":{\"" + key + "\":\"" + value + "\"}}}";
    var conditions = Documents.policy(Documents.document(statement), PolicyType.TRUST).statements().getFirst()
        .conditions();
    return Confinement.tests(conditions, List.of(key)).isTrue();
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
    String outside = deny("StringNotEquals", "aws:PrincipalOrgID", "o-1", "arn:aws:s3:::b/x*");
    String rest = outside.replace("Resource", "NotResource");
    assertThat(isConfined(allow, outside, rest)).as("two that cover it together").isTrue();
    assertThat(isConfined(allow, outside, rest.replace("o-1", "*").replace("NotEquals", "NotLike"))).isFalse();
    String denied = "{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\",";
    assertThat(isConfined(allow, denied + "\"Principal\":\"*\"}")).as("nothing is left").isTrue();
    assertThat(isConfined(allow, denied + "\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::111111111111:root\"}}")).isTrue();
    assertThat(isConfined(allow, denied + "\"NotPrincipal\":{\"AWS\":\"*\"}}")).isFalse();
    assertThat(isConfined(allow, denied + "\"Principal\":{\"AWS\":\"arn:aws:iam::111111111111:root\"}}")).isFalse();
    assertThat(isConfined(allow, deny("NotIpAddress", "aws:VpcSourceIp", "10.0.0.0/16", "*")))
        .as("private addresses are everybody's").isFalse();
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
