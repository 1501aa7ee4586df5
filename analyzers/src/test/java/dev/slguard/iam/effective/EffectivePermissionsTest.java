package dev.slguard.iam.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Truth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectivePermissionsTest {
  private final Catalogue catalogue = new Catalogue();

  private EffectivePermissions of(String rest, String... statements) {
    return first(
        "{\"R\":{\"Type\":\"AWS::IAM::Role\",\"Policies\":[" + Documents.document(statements) + "]" + rest + "}}");
  }

  private EffectivePermissions first(String deployment) {
    List<Identity> identities = new IdentityReader(catalogue).identities(Documents.deployment(deployment));
    return new EffectivePermissions(identities.getFirst(), catalogue);
  }

  private static String deny(String actions, String resource) {
    return Documents.allow(actions, resource).replace("Allow", "Deny");
  }

  @Test
  void breadth_depends_on_what_the_action_supports() {
    EffectivePermissions permissions = of("", Documents.allow("s3:GetObject ec2:DescribeInstances", "*"),
        Documents.allow("dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/*"),
        Documents.allow("dynamodb:PutItem", "arn:aws:dynamodb:*:*:table/orders-*"),
        Documents.allow("dynamodb:Query", "{\"Join\":[{\"Ref\":\"Table.Arn\"},\"/*\"]}"),
        Documents.allow("s3:PutObject", "arn:aws:s3:::*/*"), Documents.allow("s3:DeleteObject", "arn:aws:s3:::b/*"));
    assertThat(permissions.of("s3:GetObject").getFirst().breadth()).isEqualTo(Breadth.EVERYTHING);
    assertThat(permissions.of("ec2:describeinstances").getFirst().breadth()).isEqualTo(Breadth.UNNARROWABLE);
    assertThat(permissions.of("dynamodb:GetItem").getFirst().breadth()).isEqualTo(Breadth.ALL_OF_TYPE);
    assertThat(permissions.of("dynamodb:PutItem").getFirst().breadth()).isEqualTo(Breadth.PATTERN);
    assertThat(permissions.of("dynamodb:Query").getFirst().breadth()).isEqualTo(Breadth.ONE);
    assertThat(permissions.of("s3:PutObject").getFirst().breadth()).isEqualTo(Breadth.ALL_OF_TYPE);
    assertThat(permissions.of("s3:DeleteObject").getFirst().breadth()).isEqualTo(Breadth.PATTERN);
  }

  @Test
  void a_deny_takes_away_what_it_covers_and_is_named_where_it_does_not() {
    EffectivePermissions permissions = of("", Documents.allow("s3:*", "arn:aws:s3:::a/* arn:aws:s3:::b/*"),
        deny("s3:Get*", "arn:aws:s3:::a/*"), deny("s3:Get*", "arn:aws:s3:::b/secret/*"));
    List<Permission> left = permissions.of("s3:GetObject");
    assertThat(left).hasSize(1);
    assertThat(left.getFirst().resource().text()).isEqualTo("arn:aws:s3:::b/*");
    assertThat(left.getFirst().limits()).hasSize(1);
    assertThat(permissions.of("s3:PutObject")).hasSize(2);
  }

  @Test
  void two_denies_together_take_all() {
    EffectivePermissions permissions = of("", Documents.allow("s3:GetObject", "arn:aws:s3:::a/*"),
        deny("s3:*", "arn:aws:s3:::a/x*"),
        "{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"NotResource\":\"arn:aws:s3:::a/x*\"}");
    assertThat(permissions.of("s3:GetObject")).isEmpty();
  }

  @Test
  void a_conditional_deny_takes_nothing_for_certain() {
    EffectivePermissions permissions = of("", Documents.allow("s3:GetObject", "*"), """
      {"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""");
    assertThat(permissions.of("s3:GetObject").getFirst().limits()).hasSize(1);
  }

  @Test
  void aws_managed_policies_are_read_and_stand_where_they_are_named() {
    EffectivePermissions permissions = of(
        ",\"ManagedPolicyArns\":[{\"Join\":[\"arn:\",{\"Ref\":\"AWS::Partition\"},\":iam::aws:policy/AmazonS3ReadOnlyAccess\"]},"
            + "\"arn:aws:iam::123456789012:policy/mine\"]");
    assertThat(permissions.of("s3:GetObject").getFirst().by().source().name())
        .isEqualTo("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
    assertThat(permissions.of("s3:PutObject")).isEmpty();
    assertThat(permissions.identity().unknown()).extracting(Identity.Unread::name)
        .containsExactly("arn:aws:iam::123456789012:policy/mine");
  }

  @Test
  void a_boundary_limits_and_an_unknown_one_leaves_everything_uncertain() {
    String boundary = ",\"B\":{\"Type\":\"AWS::IAM::ManagedPolicy\",\"PolicyDocument\":"
        + Documents.document(Documents.allow("s3:Get*", "*")) + "}}";
    String role = "{\"R\":{\"Type\":\"AWS::IAM::Role\",\"PermissionsBoundary\":%s,\"Policies\":["
        + Documents.document(Documents.allow("s3:*", "*")) + "]}";
    EffectivePermissions bounded = first(role.formatted("{\"Ref\":\"B\"}") + boundary);
    assertThat(bounded.of("s3:GetObject").getFirst().certainty()).isEqualTo(Truth.TRUE);
    assertThat(bounded.of("s3:PutObject")).isEmpty();
    EffectivePermissions unknown = first(role.formatted("\"arn:aws:iam::1:policy/x\"") + "}");
    assertThat(unknown.of("s3:PutObject").getFirst().certainty()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void a_boundary_on_patterns_may_cover_an_own_resource() {
    String role = "{\"R\":{\"Type\":\"AWS::IAM::Role\",\"PermissionsBoundary\":{\"Ref\":\"B\"},\"Policies\":["
        + Documents.document(Documents.allow("dynamodb:GetItem", "{\"Ref\":\"Table.Arn\"}")) + "]},"
        + "\"B\":{\"Type\":\"AWS::IAM::ManagedPolicy\",\"PolicyDocument\":"
        + Documents.document(Documents.allow("dynamodb:*", "arn:aws:dynamodb:*:*:table/*")) + "}}";
    assertThat(first(role).of("dynamodb:GetItem").getFirst().certainty()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void a_resource_policy_that_names_the_role_grants_too() {
    EffectivePermissions permissions = first(
        "{\"R\":{\"Type\":\"AWS::IAM::Role\"},\"P\":{\"Type\":\"AWS::S3::BucketPolicy\"," + "\"PolicyDocument\":"
            + Documents.document(
                """
                  {"Effect":"Allow","Action":"s3:GetObject","Principal":{"AWS":{"Ref":"R.Arn"}},"Resource":"arn:aws:s3:::b/*"}""")
            + "}}");
    assertThat(permissions.of("s3:GetObject")).hasSize(1);
  }

  @Test
  void administrators_are_told_apart() {
    assertThat(of("", Documents.allow("*", "*")).administrator()).isPresent();
    assertThat(of("", Documents.allow("*", "*"), deny("*", "*")).administrator()).isEmpty();
    assertThat(of("", Documents.allow("s3:*", "*")).administrator()).isEmpty();
    assertThat(of(",\"ManagedPolicyArns\":[\"arn:aws:iam::aws:policy/AdministratorAccess\"]").administrator())
        .isPresent();
  }

  @Test
  void a_deny_conditioned_on_the_own_arn_counts() {
    String deny = """
      {"Effect":"Deny","NotAction":"s3:*","Resource":"*","Condition":{"%s":{"aws:PrincipalArn":%s}}}""";
    String byReference = "{\"Ref\":\"R.Arn\"}";
    String byName = "{\"Join\":[\"arn:aws:iam::\",{\"Ref\":\"AWS::AccountId\"},\":role/app\"]}";
    String named = ",\"RoleName\":\"app\"";
    String all = Documents.allow("*", "*");
    assertThat(of("", all, deny.formatted("ArnEquals", byReference)).administrator()).isEmpty();
    assertThat(of(named, all, deny.formatted("ArnLike", byReference)).administrator()).isEmpty();
    assertThat(of(named, all, deny.formatted("StringEquals", byName)).administrator()).isEmpty();
    assertThat(of(named, all, deny.formatted("ArnLike", "\"arn:*:iam::*:role/a*\"")).administrator()).isEmpty();
    assertThat(of(named, all, deny.formatted("ArnNotEquals", byName)).administrator()).isPresent();
    assertThat(of(named, all, deny.formatted("ArnNotLike", "\"arn:aws:iam::*:role/other\"")).administrator()).isEmpty();
    assertThat(of("", all, deny.formatted("ArnLike", "\"arn:aws:iam::*:role/a*\"")).administrator()).isPresent();
  }

  @Test
  void a_deny_unless_leaves_its_test_to_what_it_spares() {
    EffectivePermissions permissions = of("", Documents.allow("iam:PutRolePolicy", "*"), """
      {"Effect":"Deny","Action":"iam:PutRolePolicy","Resource":"*",
       "Condition":{"StringNotEquals":{"iam:PermissionsBoundary":"arn:aws:iam::111111111111:policy/b"}}}""");
    assertThat(permissions.of("iam:PutRolePolicy").getFirst().conditions()).extracting(one -> one.text())
        .containsExactly("StringEquals iam:PermissionsBoundary [arn:aws:iam::111111111111:policy/b]");
  }

  @Test
  void a_deny_unless_on_the_region_narrows_nothing() {
    EffectivePermissions permissions = of("", Documents.allow("*", "*"),
        """
          {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":"eu-west-1"}}}""");
    assertThat(permissions.administrator()).isPresent();
  }

  @Test
  void a_deny_on_all_of_a_kind_leaves_nothing_of_it() {
    EffectivePermissions permissions = of("", Documents.allow("iam:CreatePolicyVersion s3:GetObject", "*"),
        deny("iam:*", "arn:aws:iam::*:policy/*"), deny("s3:*", "arn:aws:s3:::secret/*"));
    assertThat(permissions.of("iam:CreatePolicyVersion")).isEmpty();
    assertThat(permissions.of("s3:GetObject")).hasSize(1);
  }

  @Test
  void a_boundary_narrows_how_far_an_action_reaches() {
    Identity identity = IdentityReader.ofDocuments("p",
        List.of(Documents.policy(Documents.document(Documents.allow("s3:GetObject", "*")), PolicyType.IDENTITY)),
        Optional
            .of(Documents.policy(Documents.document(Documents.allow("s3:*", "arn:aws:s3:::b/*")), PolicyType.BOUNDARY)),
        Documents.AT);
    assertThat(new EffectivePermissions(identity, new Catalogue()).of("s3:GetObject").getFirst().breadth())
        .isEqualTo(Breadth.PATTERN);
  }
}
