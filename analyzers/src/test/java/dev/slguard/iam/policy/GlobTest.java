package dev.slguard.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.policy.TextPattern.Syntax;
import dev.slguard.model.Truth;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GlobTest {
  private static final Span AT = Span.startOf("policy.json");

  private static Truth resource(String pattern, String resource) {
    return ResourcePattern.glob(TextPattern.of(pattern, Syntax.FULL, AT), true)
        .matches(ResourcePattern.resource(resource));
  }

  private static Truth action(String pattern, String action) {
    return ActionPattern.glob(TextPattern.of(pattern, Syntax.WILDCARDS, AT)).matches(ActionPattern.action(action));
  }

  @Test
  void a_star_at_the_end_of_a_field_runs_past_colons() {
    assertThat(resource("arn:aws:sqs:*", "arn:aws:sqs:eu-west-1:1:q")).isEqualTo(Truth.TRUE);
    assertThat(resource("arn:aws:sqs:*:q", "arn:aws:sqs:eu-west-1:1:q")).isEqualTo(Truth.FALSE);
  }

  @Test
  void a_star_inside_a_field_stays_in_it() {
    assertThat(resource("arn:aws:sqs:eu-*-1:1:q", "arn:aws:sqs:eu-west-1:1:q")).isEqualTo(Truth.TRUE);
    assertThat(resource("arn:aws:sqs:eu*1:q:z", "arn:aws:sqs:eu-west:1:q:z")).isEqualTo(Truth.FALSE);
  }

  @Test
  void a_star_in_the_last_field_spans_everything() {
    assertThat(resource("arn:aws:s3:::*log*", "arn:aws:s3:::b/x/catalog.txt")).isEqualTo(Truth.TRUE);
    assertThat(resource("arn:aws:states:eu:1:*:x", "arn:aws:states:eu:1:a:b:x")).isEqualTo(Truth.TRUE);
  }

  @Test
  void a_wildcard_in_the_service_matches_nothing() {
    assertThat(resource("arn:aws:s*:::b", "arn:aws:s3:::b")).isEqualTo(Truth.FALSE);
    assertThat(action("s*:GetObject", "s3:GetObject")).isEqualTo(Truth.FALSE);
  }

  @Test
  void short_arns_are_completed_in_identity_policies_only() {
    assertThat(resource("arn:aws:sqs", "arn:aws:sqs:eu-west-1:1:q")).isEqualTo(Truth.TRUE);
    Glob bare = ResourcePattern.glob(TextPattern.of("arn:aws:sqs", Syntax.FULL, AT), false);
    assertThat(bare.matches(ResourcePattern.resource("arn:aws:sqs:eu-west-1:1:q"))).isEqualTo(Truth.FALSE);
  }

  @Test
  void actions_ignore_case_and_resources_do_not() {
    assertThat(action("S3:getobject", "s3:GetObject")).isEqualTo(Truth.TRUE);
    assertThat(resource("arn:aws:s3:::B", "arn:aws:s3:::b")).isEqualTo(Truth.FALSE);
  }

  @Test
  void malformed_actions_match_nothing() {
    assertThat(action("s3:Get Object", "s3:GetObject")).isEqualTo(Truth.FALSE);
    assertThat(action("s3", "s3:GetObject")).isEqualTo(Truth.FALSE);
    assertThat(action("s3:Get*,s3:Put*", "s3:GetObject")).isEqualTo(Truth.FALSE);
  }

  @Test
  void a_hole_is_one_value_and_no_wildcard() {
    var table = new Value.Reference("Table", "Arn", AT);
    Glob items = ResourcePattern
        .glob(TextPattern.of(new Value.Text(List.of(table, Value.Scalar.text("/*", AT)), AT), Syntax.FULL), true);
    Glob index = ResourcePattern
        .glob(TextPattern.of(new Value.Text(List.of(table, Value.Scalar.text("/index/a", AT)), AT), Syntax.FULL), true);
    assertThat(items.matches(index)).isEqualTo(Truth.TRUE);
    assertThat(items.matches(ResourcePattern.resource("arn:aws:dynamodb:eu:1:table/t/index/a")))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(items.matches(ResourcePattern.resource("arn:aws:dynamodb:eu:1:table"))).isEqualTo(Truth.FALSE);
  }

  @Test
  void an_account_hole_holds_no_colon() {
    var account = new Value.Unknown(Value.Origin.PSEUDO, "AWS::AccountId", AT);
    Glob queue = ResourcePattern.glob(TextPattern.of(
        new Value.Text(List.of(Value.Scalar.text("arn:aws:sqs:eu:", AT), account, Value.Scalar.text(":q", AT)), AT),
        Syntax.FULL), true);
    assertThat(queue.matches(ResourcePattern.resource("arn:aws:sqs:eu:1:q"))).isEqualTo(Truth.UNKNOWN);
    assertThat(queue.matches(ResourcePattern.resource("arn:aws:sqs:eu:1:2:q"))).isEqualTo(Truth.FALSE);
  }

  @Property(tries = 20_000)
  void matching_agrees_with_regular_expressions(
      @ForAll @Chars({'*', '?'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 7) String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 7) String text) {
    boolean expected = Pattern.matches(pattern.replace("*", ".*").replace("?", "."), text);
    Glob glob = Glob.of(TextPattern.of(pattern, Syntax.WILDCARDS, AT), false);
    assertThat(glob.matches(Glob.text(text))).isEqualTo(Truth.of(expected));
    assertThat(glob.meets(Glob.text(text))).isEqualTo(expected);
  }

  @Test
  void long_patterns_cost_bounded_time() {
    Glob glob = Glob.of(TextPattern.of("*a".repeat(900), Syntax.WILDCARDS, AT), false);
    assertThat(glob.matches(Glob.text("a".repeat(1800) + 'b'))).isEqualTo(Truth.FALSE);
    Glob longer = Glob.of(TextPattern.of("*a".repeat(9000), Syntax.WILDCARDS, AT), false);
    assertThat(longer.matches(Glob.text("a".repeat(18000) + 'b'))).isEqualTo(Truth.UNKNOWN);
  }
}
