package dev.slguard.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import dev.slguard.graph.Application;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Deployment;
import dev.slguard.model.Role;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {
  private static final String READ = """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}""";
  private static final String DENY = """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}""";
  private static final String TRUST = """
    {"Version": "2012-10-17", "Statement":
      [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""";
  private static final String BUCKET = """
    {"Version": "2012-10-17", "Statement":
      [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}]}""";

  @TempDir
  Path folder;

  private Application read(Map<String, String> files, PolicyAssignment assignment, String... paths) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return PolicyFiles.read(new Root(folder, Limits.DEFAULT), paths.length == 0 ? List.of("") : List.of(paths),
        assignment);
  }

  private static EffectivePermissions permissions(Application application, String principal) {
    var catalogue = new Catalogue();
    return application.deployments().stream().flatMap(one -> new IdentityReader(catalogue).identities(one).stream())
        .filter(identity -> identity.name().equals(principal)).findFirst()
        .map(identity -> new EffectivePermissions(identity, catalogue)).orElseThrow();
  }

  private static Role role(Application application, String name) {
    return application.deployments().stream().flatMap(one -> one.roles().stream()).filter(one -> one.id().equals(name))
        .findFirst().orElseThrow();
  }

  @Test
  void documents_of_one_folder_belong_to_one_principal() throws IOException {
    Application application = read(Map.of("app/read.json", READ, "app/deny.yaml", DENY, "other/read.json", READ),
        PolicyAssignment.NONE);
    assertThat(permissions(application, "app").of("s3:GetObject")).isEmpty();
    assertThat(permissions(application, "read").of("s3:GetObject")).hasSize(1);
  }

  @Test
  void a_named_principal_has_the_documents_of_all_folders() throws IOException {
    Application application = read(Map.of("a/read.json", READ, "b/deny.json", DENY),
        new PolicyAssignment(Optional.of("worker"), Optional.empty(), Map.of()));
    assertThat(application.deployments()).hasSize(1);
    assertThat(permissions(application, "worker").of("s3:GetObject")).isEmpty();
    assertThat(role(application, "worker").resource().type()).isEqualTo("AWS::IAM::Role");
  }

  @Test
  void a_boundary_limits_and_grants_nothing() throws IOException {
    Application application = read(
        Map.of("app/read.json", READ, "app/permissions-boundary.json", READ.replace("s3:GetObject", "s3:ListBucket")),
        PolicyAssignment.NONE);
    EffectivePermissions permissions = permissions(application, "app");
    assertThat(permissions.of("s3:GetObject")).isEmpty();
    assertThat(permissions.of("s3:ListBucket")).isEmpty();
  }

  @Test
  void the_user_says_what_content_does_not_tell() throws IOException {
    Application application = read(Map.of("read.json", READ, "limit.json", READ.replace("GetObject", "PutObject")),
        new PolicyAssignment(Optional.of("x"), Optional.empty(), Map.of("limit.json", PolicyType.BOUNDARY)));
    assertThat(permissions(application, "x").of("s3:GetObject")).isEmpty();
    assertThat(permissions(application, "x").of("s3:PutObject")).isEmpty();
  }

  @Test
  void control_policies_grant_nobody_anything() throws IOException {
    Application application = read(Map.of("scp.json", READ),
        new PolicyAssignment(Optional.empty(), Optional.of(PolicyType.SCP), Map.of()), "scp.json");
    assertThat(permissions(application, "scp").of("s3:GetObject")).isEmpty();
    assertThat(read(Map.of("rcp.json", BUCKET), PolicyAssignment.NONE, "rcp.json").deployments().getFirst().policies())
        .isEmpty();
  }

  @Test
  void a_service_control_policy_limits_the_principal_of_its_folder() throws IOException {
    Application application = read(Map.of("app/read.json", READ, "app/scp.json", DENY), PolicyAssignment.NONE);
    assertThat(permissions(application, "app").of("s3:GetObject")).isEmpty();
  }

  @Test
  void trust_and_resource_policies_are_told_by_their_content() throws IOException {
    Application application = read(Map.of("app/read.json", READ, "app/trust.json", TRUST, "app/bucket.json", BUCKET),
        PolicyAssignment.NONE);
    assertThat(role(application, "app").resource().type()).isEqualTo("AWS::IAM::Role");
    assertThat(
        application.deployments().stream().flatMap(one -> one.policies().stream()).map(document -> document.carrier()))
        .containsExactly("bucket");
  }

  @Test
  void what_commands_print_is_read_as_what_it_is() throws IOException {
    String encoded = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C"
        + "%22Action%22%3A%22s3%3AGetObject%22%2C%22Resource%22%3A%22arn%3Aaws%3As3%3A%3A%3Ab%2Bc%2F%2A%22%7D%5D%7D";
    Application application = read(
        Map.of("version/v.json", "{\"PolicyVersion\": {\"Document\": " + READ + ", \"VersionId\": \"v1\"}}",
            "inline/p.json",
            "{\"RoleName\": \"worker\", \"PolicyName\": \"own\", \"PolicyDocument\": \"" + encoded + "\"}",
            "bucket/b.json", "{\"Policy\": \"" + BUCKET.replace("\n", "").replace("\"", "\\\"") + "\"}",
            "organization/o.json",
            "{\"Policy\": {\"PolicySummary\": {\"Name\": \"guard\", \"Type\": "
                + "\"SERVICE_CONTROL_POLICY\"}, \"Content\": \"" + DENY.replace("\"", "\\\"") + "\"}}"),
        PolicyAssignment.NONE);
    assertThat(application.diagnostics()).isEmpty();
    assertThat(permissions(application, "v").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "worker").of("s3:GetObject").getFirst().resource().text())
        .isEqualTo("arn:aws:s3:::b+c/*");
    assertThat(permissions(application, "guard").identity().guards()).hasSize(1);
    assertThat(application.deployments().stream().flatMap(one -> one.policies().stream())).hasSize(1);
  }

  @Test
  void an_account_is_many_principals() throws IOException {
    Application application = read(Map.of("account.json", """
      {"UserDetailList": [{"UserName": "ann", "GroupList": ["devs"], "AttachedManagedPolicies": []}],
       "GroupDetailList": [{"GroupName": "devs",
         "AttachedManagedPolicies": [{"PolicyArn": "arn:aws:iam::111122223333:policy/read"}]}],
       "RoleDetailList": [{"RoleName": "app", "AssumeRolePolicyDocument": %s,
         "RolePolicyList": [{"PolicyName": "all", "PolicyDocument":
           {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}],
         "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/read"}}],
       "Policies": [{"PolicyName": "read", "Arn": "arn:aws:iam::111122223333:policy/read", "DefaultVersionId": "v2",
         "PolicyVersionList": [{"VersionId": "v1", "Document": %s}, {"VersionId": "v2", "Document": %s}]}]}
      """.formatted(TRUST, DENY, READ)), PolicyAssignment.NONE);
    assertThat(application.diagnostics()).isEmpty();
    assertThat(permissions(application, "ann").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "app").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "app").of("s3:PutObject")).isEmpty();
  }

  @Test
  void what_is_no_policy_is_reported() throws IOException {
    Application application = read(
        Map.of("broken.json", "{\"Version\": ", "empty.json", "", "other.json", "{\"a\": 1}"), PolicyAssignment.NONE,
        "broken.json", "empty.json", "other.json");
    assertThat(application.failed()).containsExactly("broken.json", "empty.json", "other.json");
    assertThat(application.diagnostics()).extracting(Diagnostic::level).containsOnly(Diagnostic.Level.ERROR);
    assertThat(application.deployments()).isEmpty();
  }

  @Test
  void a_second_trust_policy_is_not_dropped_in_silence() throws IOException {
    Application application = read(Map.of("app/a.json", TRUST, "app/b.json", TRUST), PolicyAssignment.NONE);
    assertThat(application.failed()).containsExactly("app/b.json");
    assertThat(application.diagnostics().getFirst().message()).contains("another trust policy");
  }

  @Property(tries = 300)
  void no_text_makes_it_throw(@ForAll String text) throws IOException {
    Path own = Files.createTempDirectory("slguard-policies");
    try {
      Files.writeString(own.resolve("p.json"), text.codePoints().filter(c -> !Character.isSurrogate((char) c))
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
      Application application = PolicyFiles.read(new Root(own, Limits.DEFAULT), List.of("p.json"),
          PolicyAssignment.NONE);
      assertThat(application.analysed().size() + application.failed().size()).isEqualTo(1);
      application.deployments().stream().map(Deployment::roles).forEach(roles -> assertThat(roles).isNotNull());
    } finally {
      Files.delete(own.resolve("p.json"));
      Files.delete(own);
    }
  }

  @Test
  void statements_without_a_document_around_them_are_read() throws IOException {
    String statement = "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}";
    Application application = read(Map.of("one/one.json", statement, "list/list.json", "[" + statement + "]",
        "documents/documents.json", "[" + READ + "," + DENY + "]"), PolicyAssignment.NONE);
    assertThat(permissions(application, "one").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "list").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "documents").of("s3:GetObject")).isEmpty();
    assertThat(application.diagnostics()).isEmpty();
  }

  @Test
  void versions_of_a_policy_and_permission_sets_are_read() throws IOException {
    Application application = read(Map.of("versions/p.json", """
      {"PolicyName": "p", "PolicyVersionList": [{"VersionId": "v2", "IsDefaultVersion": true, "Document": %s},
        {"VersionId": "v1", "IsDefaultVersion": false, "Document": %s}]}""".formatted(READ, DENY), "set/set.json",
        "{\"InlinePolicy\": \"" + READ.replace("\"", "\\\"") + "\"}"), PolicyAssignment.NONE);
    assertThat(permissions(application, "p").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "set").of("s3:GetObject")).hasSize(1);
  }

  @Test
  void a_name_that_ends_with_boundary_is_one() throws IOException {
    Application application = read(Map.of("app/read.json", READ, "app/PermissionsBoundary.json", DENY),
        PolicyAssignment.NONE);
    assertThat(role(application, "app").documents()).hasSize(1);
    assertThat(permissions(application, "app").of("s3:GetObject")).isEmpty();
  }

  private static List<String> messages(Application application, Diagnostic.Level level) {
    return application.diagnostics().stream().filter(one -> one.level() == level).map(Diagnostic::message).toList();
  }

  @Test
  void a_folder_without_any_policy_is_an_error() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Application application = read(Map.of("app/read.json", READ, "other/package.json", "{\"name\": \"x\"}"),
        PolicyAssignment.NONE, "app", "empty", "other");
    assertThat(messages(application, Diagnostic.Level.ERROR)).hasSize(2)
        .allMatch(message -> message.startsWith("no policy document was found in this folder"));
    assertThat(application.failed()).containsExactly("empty", "other");
  }

  @Test
  void an_empty_folder_is_a_version_without_policies_where_two_are_compared() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertThat(
        PolicyFiles.version(new Root(folder, Limits.DEFAULT), List.of("empty"), PolicyAssignment.NONE).diagnostics())
        .isEmpty();
  }

  @Test
  void a_policy_inside_other_json_is_read() throws IOException {
    String wrapped = "{\"name\": \"worker\", \"policy\": " + READ + "}";
    Application application = read(Map.of("service.json", wrapped), PolicyAssignment.NONE, "service.json");
    assertThat(permissions(application, "worker").of("s3:GetObject")).hasSize(1);
    assertThat(application.diagnostics()).isEmpty();
  }

  @Test
  void a_policy_is_found_however_deep_it_stands() throws IOException {
    String wrapped = "{\"in\": ".repeat(80) + "{\"name\": \"worker\", \"policy\": " + READ + "}" + "}".repeat(80);
    Application application = read(Map.of("service.json", wrapped), PolicyAssignment.NONE, "service.json");
    assertThat(permissions(application, "worker").of("s3:GetObject")).hasSize(1);
  }

  @Test
  void several_policies_inside_one_file_do_not_touch_each_other() throws IOException {
    String list = "{\"inline\": [{\"name\": \"a\", \"policy\": " + READ + "}, {\"name\": \"b\", \"policy\": " + DENY
        + "}], \"assume_role_policy\": " + TRUST + "}";
    Application application = read(Map.of("service.json", list), PolicyAssignment.NONE, "service.json");
    assertThat(permissions(application, "a").of("s3:GetObject")).hasSize(1);
    assertThat(permissions(application, "b").of("s3:GetObject")).isEmpty();
    assertThat(role(application, "service").trust()).isNotNull();
  }

  @Test
  void a_plan_of_terraform_is_read_once() throws IOException {
    String policy = "\"policy\": " + new JsonPrimitive(READ);
    String plan = "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\":"
        + " [{\"address\": \"aws_iam_policy.read\", \"values\": {\"name\": \"r\", " + policy + "}}]}},"
        + " \"resource_changes\": [{\"address\": \"aws_iam_policy.read\", \"change\": {\"after\": {" + policy + "}}}]}";
    Application application = read(Map.of("plan.json", plan), PolicyAssignment.NONE, "plan.json");
    assertThat(application.deployments()).hasSize(1);
    assertThat(permissions(application, "aws_iam_policy.read").of("s3:GetObject")).hasSize(1);
  }

  @Test
  void what_terraform_works_out_only_later_is_named_and_not_guessed() throws IOException {
    String configuration = "{\"resource\": {\"aws_iam_policy\": {\"own\": {\"policy\": "
        + new JsonPrimitive(READ.replace("\"*\"", "\"arn:aws:s3:::$${aws:username}\"")) + "},"
        + " \"other\": {\"policy\": \"${data.aws_iam_policy_document.d.json}\"}}},"
        + " \"data\": {\"aws_iam_policy_document\": {\"d\": {\"statement\": [{\"actions\": [\"s3:*\"]}]}}}}";
    Application application = read(Map.of("main.tf.json", configuration, "more.tf", "resource {}"),
        PolicyAssignment.NONE, "main.tf.json", "more.tf");
    assertThat(permissions(application, "aws_iam_policy.own").of("s3:GetObject")).hasSize(1);
    assertThat(messages(application, Diagnostic.Level.ERROR)).satisfiesExactlyInAnyOrder(
        message -> assertThat(message).contains("'aws_iam_policy.other' holds Terraform expressions"),
        message -> assertThat(message).contains("'data.aws_iam_policy_document.d' is written in Terraform's own form"),
        message -> assertThat(message).contains("Terraform's language is not read"));
  }

  @Test
  void a_template_is_left_to_the_scan() throws IOException {
    Application application = read(
        Map.of("template.json", "{\"Resources\": {\"P\": {\"Type\": \"AWS::IAM::ManagedPolicy\","
            + " \"Properties\": {\"PolicyDocument\": " + READ + "}}}}"),
        PolicyAssignment.NONE, "template.json");
    assertThat(messages(application, Diagnostic.Level.ERROR)).singleElement().asString().contains("this is a template");
  }

  @Test
  void a_policy_for_devices_is_no_policy_of_an_identity() throws IOException {
    String device = READ.replace("s3:GetObject", "iot:Connect");
    String printed = "{\"policyName\": \"d\", \"policyArn\": \"arn:aws:iot:eu-west-1:111122223333:policy/d\","
        + " \"policyDocument\": " + new JsonPrimitive(READ.replace("s3:GetObject", "iot:Publish")) + "}";
    Application application = read(Map.of("one.json", device, "two.json", printed), PolicyAssignment.NONE, "one.json",
        "two.json");
    assertThat(application.deployments().stream().flatMap(one -> one.resources().values().stream())).hasSize(2)
        .allMatch(resource -> resource.type().equals("AWS::IoT::Policy"));
  }
}
