package dev.slguard.iam.risk;

import static dev.slguard.iam.Documents.allow;
import static dev.slguard.iam.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.risk.Risk.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RisksTest {
  private final Catalogue catalogue = new Catalogue();
  private final Risks risks = new Risks(catalogue);

  private List<Kind> kinds(String... statements) {
    var identity = IdentityReader.ofDocuments("p", List.of(Documents.policy(document(statements), PolicyType.IDENTITY)),
        Optional.empty(), Documents.AT);
    return risks.of(new EffectivePermissions(identity, catalogue)).values().stream().flatMap(List::stream)
        .map(Risk::kind).toList();
  }

  @Test
  void one_statement_has_all_its_reasons() {
    assertThat(kinds(allow("s3:GetObject sts:AssumeRole s3:PutBucketPolicy iam:PassRole dynamodb:DeleteTable", "*")))
        .containsExactly(Kind.PASS_ROLE, Kind.CREDENTIALS, Kind.DATA, Kind.SHARING, Kind.WRITES);
  }

  @Test
  void what_cannot_be_narrowed_or_is_narrow_is_no_risk() {
    assertThat(
        kinds(allow("ec2:DescribeInstances s3:ListAllMyBuckets", "*"), allow("s3:GetObject", "arn:aws:s3:::b/*")))
        .isEmpty();
  }

  @Test
  void administration_is_one_reason_not_eleven() {
    assertThat(kinds(allow("*", "*"))).containsExactly(Kind.ADMINISTRATOR);
    assertThat(kinds("{\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}"))
        .containsExactly(Kind.NOT_ACTION);
    assertThat(kinds(allow("*", "*"), allow("*", "*").replace("Allow", "Deny"))).isEmpty();
  }

  @Test
  void a_deny_takes_the_risk_away() {
    assertThat(
        kinds(allow("secretsmanager:GetSecretValue", "*"), allow("secretsmanager:*", "*").replace("Allow", "Deny")))
        .isEmpty();
  }

  @Test
  void what_gives_credentials_or_access_away_counts_though_nothing_narrower_can_be_written() {
    assertThat(kinds(allow("lightsail:DownloadDefaultKeyPair events:PutPermission ram:CreateResourceShare", "*")))
        .contains(Kind.CREDENTIALS, Kind.SHARING);
  }

  @Test
  void the_tag_of_a_resource_ties_whatever_its_value() {
    String tagged = allow("secretsmanager:GetSecretValue", "*").replaceFirst("}$",
        ",\"Condition\":{\"StringLike\":{\"secretsmanager:ResourceTag/app\":\"*\"}}}");
    assertThat(kinds(tagged)).isEmpty();
  }

  @Test
  void every_action_less_all_but_one_is_that_one() {
    assertThat(kinds(allow("*", "*"), "{\"Effect\":\"Deny\",\"NotAction\":\"s3:GetObject\",\"Resource\":\"*\"}"))
        .containsExactly(Kind.DATA);
  }
}
