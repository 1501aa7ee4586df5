package dev.slguard.iam.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyProblem;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  private static TextPattern pattern(String text) {
    return TextPattern.of(text, TextPattern.Syntax.WILDCARDS, Span.startOf("policy.json"));
  }

  @Test
  void actions_have_levels_resources_and_keys() {
    Action get = catalogue.action("S3:getobject").orElseThrow();
    assertThat(get.id()).isEqualTo("s3:GetObject");
    assertThat(get.levels()).containsExactly(AccessLevel.READ);
    assertThat(get.resources()).extracting(ResourceType::name).contains("object");
    assertThat(get.keys()).contains("s3:ExistingObjectTag/<key>");
    assertThat(catalogue.action("ec2:DescribeInstances").orElseThrow().isNarrowable()).isFalse();
    assertThat(catalogue.action("lambda:CreateFunction").orElseThrow().companions()).contains("iam:PassRole");
  }

  @Test
  void the_whole_catalogue_is_there() {
    assertThat(catalogue.services()).hasSize(456);
    assertThat(catalogue.matching(ActionPattern.glob(pattern("*")))).hasSize(22_091);
    assertThat(catalogue.managedPolicies()).hasSize(1_594);
    assertThat(catalogue.asOf()).matches("20\\d\\d-\\d\\d-\\d\\d");
  }

  @Test
  void a_small_application_reads_little() {
    catalogue.matching(ActionPattern.glob(pattern("dynamodb:*")));
    catalogue.action("s3:GetObject");
    catalogue.action("sqs:SendMessage");
    catalogue.managedPolicy("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole");
    catalogue.operation("dynamodb", "get_item");
    assertThat(catalogue.bytesLoaded()).isLessThan(200_000);
  }

  @Test
  void unknown_names_are_unknown_and_get_a_hint() {
    assertThat(catalogue.action("s3:GetObjects")).isEmpty();
    assertThat(catalogue.near("s3:GetObjects")).first().isEqualTo("s3:GetObject");
    assertThat(catalogue.near("dynamobd:GetItem")).contains("dynamodb");
    assertThat(catalogue.service("../managed/1")).isEmpty();
  }

  @Test
  void managed_policies_are_found_by_arn_and_name() {
    assertThat(catalogue.managedPolicy("AdministratorAccess").orElseThrow().document()).contains("\"Action\":\"*\"");
    assertThat(catalogue.managedPolicy("arn:aws-cn:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"))
        .isPresent();
    assertThat(catalogue.managedPolicy("arn:aws:iam::aws:policy/AWSLambdaVPCAccessExecutionRole")).isEmpty();
    assertThat(catalogue.managedPolicy("arn:aws:iam::123456789012:policy/mine")).isEmpty();
  }

  @Test
  void every_managed_policy_is_read_without_a_problem() {
    for (ManagedPolicy managed : catalogue.managedPolicies()) {
      Policy policy = PolicyReader.read(Value.Scalar.text(managed.document(), Span.startOf(managed.name())),
          PolicyType.IDENTITY, managed.name());
      assertThat(policy.statements()).as(managed.name()).isNotEmpty();
      assertThat(policy.problems().stream().filter(problem -> problem.kind().isError())
          .filter(problem -> problem.kind() != PolicyProblem.Kind.MALFORMED_SID)).as(managed.name()).isEmpty();
      assertThat(policy.statements()).as(managed.name()).extracting(Statement::source).isNotEmpty();
    }
  }

  private List<String> needed(String service, String operation) {
    return catalogue.operation(service, operation).orElseThrow().needed();
  }

  @Test
  void operations_map_to_actions() {
    assertThat(needed("s3", "list_objects_v2")).containsExactly("s3:ListBucket");
    assertThat(needed("S3", "CopyObject")).containsExactly("s3:GetObject", "s3:PutObject");
    assertThat(needed("sfn", "startExecution")).containsExactly("states:StartExecution");
    assertThat(needed("stepfunctions", "start_execution")).containsExactly("states:StartExecution");
    assertThat(needed("DynamoDB", "BatchWriteItem")).containsExactly("dynamodb:BatchWriteItem");
    assertThat(needed("apigatewaymanagementapi", "post_to_connection"))
        .containsExactly("execute-api:ManageConnections");
    assertThat(needed("sesv2", "send_email")).containsExactly("ses:SendEmail");
    assertThat(needed("iot-data", "publish")).containsExactly("iot:Publish");
    assertThat(needed("bedrock-runtime", "converse")).containsExactly("bedrock:InvokeModel");
    assertThat(needed("sts", "GetCallerIdentity")).isEmpty();
    assertThat(catalogue.operation("lambda", "CreateFunction").orElseThrow().sometimes()).contains("iam:PassRole");
    assertThat(catalogue.operation("s3", "load")).isEmpty();
    assertThat(catalogue.operation("json", "load")).isEmpty();
  }

  @Test
  void every_exception_names_actions_that_exist() {
    for (String line : DataFile.lines(DataFile.text("sdk-exceptions.tsv").orElseThrow())) {
      for (String action : line.split("\t", -1)[2].split(",")) {
        if (!action.isEmpty()) {
          assertThat(catalogue.action(action.replace("?", ""))).as(line).isPresent();
        }
      }
    }
  }
}
