package dev.slguard.iam.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.evaluate.Decision.Outcome;
import dev.slguard.iam.policy.PolicyType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions on requests of which an analyzer of files knows nothing but that they are made after its data. */
class AnyRequestTest {
  private static final long AS_OF = 1_790_000_000;

  private static Outcome decide(String effect, String condition) {
    String statements = Documents.document(Documents.allow("s3:*", "*"),
        "{\"Effect\":\"" + effect + "\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":" + condition + "}");
    String alone = Documents.document(
        "{\"Effect\":\"" + effect + "\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":" + condition + "}");
    var policy = Documents.policy(effect.equals("Deny") ? statements : alone, PolicyType.IDENTITY);
    Request request = Request.of(Caller.parse("arn:aws:iam::111111111111:user/ann"), "s3:GetObject",
        "arn:aws:s3:::data/a", Context.anyRequestSince(AS_OF));
    return new Evaluator(PolicySet.ofIdentity(List.of(policy))).decide(request).outcome();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"Bool\":{\"aws:SecureTransport\":\"true\"}}",
      "{\"StringEquals\":{\"aws:PrincipalTag/team\":\"a\"}}", "{\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"a\"}}",
      "{\"Null\":{\"aws:SourceVpce\":\"true\"}}", "{\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}}",
      "{\"DateLessThan\":{\"aws:CurrentTime\":\"2099-01-01T00:00:00Z\"}}"})
  void a_condition_that_only_the_request_decides_leaves_the_decision_unknown(String condition) {
    assertThat(decide("Allow", condition)).isEqualTo(Outcome.UNKNOWN);
    assertThat(decide("Deny", condition)).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{\"NotAnOperator\":{\"aws:SecureTransport\":\"true\"}}",
      "{\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::111111111111:user/eve\"}}",
      "{\"Bool\":{\"aws:SecureTransport\":\"true\"},\"StringEquals\":{\"aws:username\":\"eve\"}}",
      "{\"Null\":{\"aws:username\":\"true\"}}"})
  void a_condition_that_no_request_meets_denies(String condition) {
    assertThat(decide("Allow", condition)).isEqualTo(Outcome.IMPLICITLY_DENIED);
    assertThat(decide("Deny", condition)).isEqualTo(Outcome.ALLOWED);
  }

  @Test
  void a_condition_that_every_request_meets_allows() {
    assertThat(decide("Allow", "{\"StringEquals\":{\"aws:PrincipalAccount\":\"111111111111\"}}"))
        .isEqualTo(Outcome.ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({"DateLessThan, aws:TokenIssueTime, 2020-01-01T00:00:00Z, IMPLICITLY_DENIED",
      "DateGreaterThan, aws:TokenIssueTime, 2020-01-01T00:00:00Z, ALLOWED",
      "DateLessThanEquals, aws:CurrentTime, 2026-01-01T00:00:00Z, IMPLICITLY_DENIED",
      "DateEquals, aws:CurrentTime, 2026-01-01T00:00:00Z, IMPLICITLY_DENIED",
      "DateNotEquals, aws:CurrentTime, 2026-01-01T00:00:00Z, ALLOWED",
      "NumericGreaterThan, aws:EpochTime, 1500000000, ALLOWED",
      "DateGreaterThan, aws:CurrentTime, 2030-01-01, UNKNOWN"})
  void dates_are_compared_with_the_as_of_date(String operator, String key, String date, Outcome expected) {
    assertThat(decide("Allow", "{\"" + operator + "\":{\"" + key + "\":\"" + date + "\"}}")).isEqualTo(expected);
  }
}
