package dev.slguard.iam.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountPolicy;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final String ACCOUNT = "111122223333";
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":shop-Jobs-1A2B";
  private static final String TABLE = "arn:aws:dynamodb:eu-west-1:" + ACCOUNT + ":table/shop-Orders-1A2B";

  private static AccountIdentity role(Optional<String> boundary, String... statements) {
    var inline = new TreeMap<String, String>();
    inline.put("main", Documents.document(statements));
    return new AccountIdentity(AccountIdentity.Kind.ROLE, "r", "arn:aws:iam::" + ACCOUNT + ":role/r", Optional.empty(),
        true, Optional.empty(), inline, new TreeSet<>(), boundary, new TreeSet<>(), Optional.empty(), Optional.empty(),
        Set.of());
  }

  private static Drift drift(List<String> template, List<String> deployed) {
    return drift(template, deployed, Optional.empty(), Optional.empty());
  }

  /** Boundaries are documents of the account; the template names its own by ARN. */
  private static Drift drift(List<String> template, List<String> deployed, Optional<String> edge,
      Optional<String> deployedEdge) {
    String arn = "arn:aws:iam::" + ACCOUNT + ":policy/";
    var policies = new TreeMap<String, AccountPolicy>();
    edge.ifPresent(document -> policies.put(arn + "a", new AccountPolicy("a", arn + "a", "v1", document)));
    deployedEdge.ifPresent(document -> policies.put(arn + "b", new AccountPolicy("b", arn + "b", "v1", document)));
    Deployment deployment = Documents.deployment(
        "{\"R\":{\"Type\":\"AWS::IAM::Role\",\"Policies\":[" + Documents.document(template.toArray(new String[0])) + "]"
            + (edge.isPresent() ? ",\"PermissionsBoundary\":\"" + arn + "a\"" : "") + "}}");
    AccountIdentity role = role(deployedEdge.map(_ -> arn + "b"), deployed.toArray(new String[0]));
    var roles = new TreeMap<String, AccountIdentity>();
    roles.put("r", role);
    var account = new Account(Optional.of(ACCOUNT), LocalDate.of(2026, 11, 20), roles, new TreeMap<>(), new TreeMap<>(),
        policies, "all roles", List.of());
    var reader = new IdentityReader(CATALOGUE, account);
    Identity written = reader.identity(deployment, deployment.roles().getFirst());
    return Drift.between(written, reader.inAccount(role, "R", Documents.AT), ConditionSet.ALWAYS, account, CATALOGUE,
        List::of);
  }

  @Test
  void one_hole_stands_for_one_thing_in_all_statements() {
    Drift drift = drift(
        List.of(Documents.allow("sqs:SendMessage", "{\"Ref\":\"Jobs.Arn\"}"),
            Documents.allow("sqs:ReceiveMessage", "{\"Ref\":\"Jobs.Arn\"}")),
        List.of(Documents.allow("sqs:SendMessage", QUEUE),
            Documents.allow("sqs:ReceiveMessage", QUEUE.replace("Jobs", "Payments"))));
    assertThat(drift.beyond()).extracting(one -> one.resource().text())
        .containsExactly(QUEUE.replace("Jobs", "Payments"));
    assertThat(drift.behind()).extracting(one -> one.action().text()).containsExactly("sqs:ReceiveMessage");
  }

  @Test
  void a_wildcard_is_never_what_a_hole_stands_for() {
    Drift drift = drift(List.of(Documents.allow("dynamodb:GetItem", "{\"Ref\":\"Orders.Arn\"}")),
        List.of(Documents.allow("dynamodb:GetItem", TABLE.replace("shop-Orders-1A2B", "*"))));
    assertThat(drift.beyond()).hasSize(1);
    assertThat(drift.beyond().getFirst().example()).isPresent();
  }

  @Test
  void a_condition_dropped_in_the_account_is_a_difference() {
    String confined = Documents.allow("s3:GetObject", "arn:aws:s3:::a/*").replace("\"Resource\"",
        "\"Condition\":{\"StringEquals\":{\"aws:SourceVpc\":{\"Ref\":\"Vpc\"}}},\"Resource\"");
    String deployed = confined.replace("{\"Ref\":\"Vpc\"}", "\"vpc-1\"");
    assertThat(drift(List.of(confined), List.of(deployed))).isEqualTo(Drift.NONE);
    assertThat(drift(List.of(confined), List.of(Documents.allow("s3:GetObject", "arn:aws:s3:::a/*"))).beyond())
        .hasSize(1);
  }

  @Test
  void a_deny_dropped_in_the_account_is_a_difference() {
    String allow = Documents.allow("s3:*", "*");
    String deny = Documents.allow("s3:DeleteBucket", "*").replace("Allow", "Deny");
    assertThat(drift(List.of(allow, deny), List.of(allow)).beyond()).isNotEmpty();
    assertThat(drift(List.of(allow, deny), List.of(deny, allow))).isEqualTo(Drift.NONE);
  }

  @Test
  void a_boundary_taken_away_in_the_account_is_a_difference() {
    String statement = Documents.allow("s3:*", "*");
    String boundary = Documents.document(Documents.allow("s3:Get*", "*"));
    assertThat(drift(List.of(statement), List.of(statement), Optional.of(boundary), Optional.empty()).beyond())
        .hasSize(1);
    assertThat(drift(List.of(statement), List.of(statement), Optional.of(boundary), Optional.of(boundary)))
        .isEqualTo(Drift.NONE);
    Drift narrower = drift(List.of(statement), List.of(statement), Optional.empty(), Optional.of(boundary));
    assertThat(narrower.beyond()).isEmpty();
    assertThat(narrower.behind()).hasSize(1);
  }

  @Test
  void an_action_that_deployment_decides_leaves_the_template_open() {
    assertThat(
        drift(List.of(Documents.allow("{\"Ref\":\"Action\"}", "*")), List.of(Documents.allow("s3:*", "*"))).beyond())
        .isEmpty();
  }

  /** A statement, as the template writes it and as it is deployed. */
  record Pair(String written, String deployed) {}

  @Provide
  Arbitrary<List<Pair>> pairs() {
    Arbitrary<String> actions = Arbitraries.of("sqs:SendMessage", "sqs:*", "dynamodb:GetItem dynamodb:Query",
        "s3:Get*");
    Arbitrary<Pair> resources = Arbitraries.of(new Pair("{\"Ref\":\"Jobs.Arn\"}", "[\"" + QUEUE + "\"]"),
        new Pair("{\"Ref\":\"Orders.Arn\"}", "[\"" + TABLE + "\"]"),
        new Pair("[{\"Join\":[{\"Ref\":\"Orders.Arn\"},\"/index/*\"]}]", "[\"" + TABLE + "/index/*\"]"),
        new Pair(
            "[{\"Join\":[\"arn:aws:sqs:\",{\"Ref\":\"AWS::Region\"},\":\",{\"Ref\":\"AWS::AccountId\"},\":fixed\"]}]",
            "[\"arn:aws:sqs:eu-west-1:" + ACCOUNT + ":fixed\"]"),
        new Pair("[\"*\"]", "[\"*\"]"));
    Arbitrary<String> effects = Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just("Allow")),
        Tuple.of(1, Arbitraries.just("Deny")));
    return Combinators.combine(actions, resources, effects)
        .as((action, resource, effect) -> new Pair(Documents.allow(action, resource.written).replace("Allow", effect),
            Documents.allow(action, resource.deployed).replace("Allow", effect)))
        .list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 400)
  void what_is_deployed_as_written_differs_in_nothing(@ForAll("pairs") List<Pair> pairs) {
    assertThat(drift(pairs.stream().map(Pair::written).toList(), pairs.stream().map(Pair::deployed).toList()))
        .isEqualTo(Drift.NONE);
  }

  @Property(tries = 200)
  void what_is_added_by_hand_is_found(@ForAll("pairs") List<Pair> pairs) {
    var deployed = new ArrayList<>(pairs.stream().map(Pair::deployed).toList());
    deployed.add(Documents.allow("kms:Decrypt", "*"));
    assertThat(drift(pairs.stream().map(Pair::written).toList(), deployed).beyond())
        .extracting(one -> one.action().text()).contains("kms:Decrypt");
  }
}
