package dev.slguard.iam.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.policy.Condition;
import dev.slguard.iam.policy.PolicyType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImplicationTest {

  private static List<Condition> conditions(String operator, String values) {
    String list = "[\"" + String.join("\",\"", values.split(" ")) + "\"]";
    return Documents.policy("""
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*",
        "Condition":{"%s":{"aws:key":%s}}}]}""".formatted(operator, list), PolicyType.IDENTITY).statements().getFirst()
        .conditions();
  }

  @ParameterizedTest
  @CsvSource({
      // given, its values, wanted, its values, whether it follows
      "StringLike, repo:a/b:*, StringLike, repo:a/*, true", "StringLike, repo:a/*, StringLike, repo:a/b:*, false",
      "StringEquals, a, StringEquals, a b, true", "StringEquals, a b, StringEquals, a, false",
      "StringEquals, a, StringLike, a*, true", "StringLike, a*, StringEquals, a*, false",
      "StringEqualsIgnoreCase, a, StringEquals, a, false", "StringEquals, A, StringEqualsIgnoreCase, a, true",
      "StringNotEquals, a b, StringNotEquals, a, true", "StringNotEquals, a, StringNotEquals, a b, false",
      "StringNotLike, a*, StringNotEquals, ab, true", "StringEquals, a, StringNotEquals, b, false",
      "StringEquals, a, StringEqualsIfExists, a, true", "StringEqualsIfExists, a, StringEquals, a, false",
      "StringNotEqualsIfExists, a, StringNotEquals, a, true",
      "ForAnyValue:StringEquals, a, ForAnyValue:StringEquals, a b, true",
      "ForAllValues:StringEquals, a, ForAnyValue:StringEquals, a, false",
      "IpAddress, 10.1.0.0/16, IpAddress, 10.0.0.0/8, true", "IpAddress, 10.0.0.0/8, IpAddress, 10.1.0.0/16, false",
      "NotIpAddress, 10.0.0.0/8, NotIpAddress, 10.1.0.0/16, true", "NumericLessThan, 5, NumericLessThan, 7, true",
      "NumericLessThanEquals, 5, NumericLessThan, 5, false", "NumericLessThan, 5, NumericLessThanEquals, 5, true",
      "NumericGreaterThan, 5, NumericGreaterThan, 7, false", "NumericEquals, 5, NumericEquals, 5.0, true",
      "DateLessThan, 2026-01-01T00:00:00Z, DateLessThan, 2027-01-01T00:00:00Z, true", "Bool, true, Bool, TRUE, true",
      "ArnLike, arn:aws:s3:::a*, ArnLike, arn:aws:s3:::*, true", "ArnLike, arn:aws:*, ArnLike, arn:aws:s3:::*, false",
      "Null, true, Null, false, false"})
  void one_condition_follows_from_another(String given, String values, String wanted, String others, boolean follows) {
    assertThat(Implication.holds(conditions(wanted, others).getFirst(), conditions(given, values))).isEqualTo(follows);
  }
}
