package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.slguard.it.IamProxy.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * {@code policy pull} and {@code scan --account} against moto, a server that speaks IAM's protocol. moto has no service last
 * accessed reports: those the proxy in front of it answers, in the form that the IAM API Reference documents.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyPullTest {
  private static final int ROLES = 110;
  private static final String TRUST = """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

  private final List<AutoCloseable> open = new ArrayList<>();
  private Optional<IamProxy> proxy = Optional.empty();

  @BeforeAll
  void start() throws IOException, InterruptedException {
    Optional<Path> program = Moto.program();
    if (program.isEmpty()) {
      return;
    }
    Moto moto = Moto.start(program.get());
    open.add(moto);
    fill(moto.address());
    var started = new IamProxy(moto.address());
    open.addFirst(started);
    proxy = Optional.of(started);
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @BeforeEach
  void reports_are_answered() {
    Assumptions.assumeTrue(proxy.isPresent(),
        "skipped: moto is not installed; .ci/run installs it where there is Python, SLGUARD_MOTO names another one");
    proxy().reset();
    var asked = new AtomicInteger();
    proxy().answer(call -> switch (call.get("Action")) {
      case "GenerateServiceLastAccessedDetails" -> Optional.of(Answer.result("GenerateServiceLastAccessedDetails",
          "<JobId>" + "0".repeat(20) + call.get("Arn").replaceAll(".*/", "") + "</JobId>"));
      case "GetServiceLastAccessedDetails" -> Optional.of(report(call, asked.getAndIncrement() == 0));
      default -> Optional.empty();
    });
  }

  private IamProxy proxy() {
    return proxy.orElseThrow();
  }

  /** Not ready at the first time of asking; then two pages. */
  private static Answer report(Map<String, String> call, boolean first) {
    String dates = "<JobCreationDate>2026-11-25T07:00:00Z</JobCreationDate><JobCompletionDate>2026-11-25T07:00:01Z</JobCompletionDate>";
    String services;
    String rest = "<IsTruncated>false</IsTruncated>";
    if (first) {
      return Answer.result("GetServiceLastAccessedDetails",
          "<JobStatus>IN_PROGRESS</JobStatus><JobType>ACTION_LEVEL</JobType>" + dates);
    } else if (call.containsKey("Marker")) {
      services = """
        <member><ServiceName>Amazon SQS</ServiceName><ServiceNamespace>sqs</ServiceNamespace>\
        <TotalAuthenticatedEntities>0</TotalAuthenticatedEntities></member>""";
    } else {
      services = """
        <member><ServiceName>Amazon S3</ServiceName><ServiceNamespace>s3</ServiceNamespace>\
        <LastAuthenticated>2026-11-20T10:11:12Z</LastAuthenticated><TotalAuthenticatedEntities>1</TotalAuthenticatedEntities>\
        <TrackedActionsLastAccessed><member><ActionName>ListAllMyBuckets</ActionName></member>\
        <member><ActionName>CreateBucket</ActionName><LastAccessedTime>2026-10-09T08:07:06Z</LastAccessedTime></member>\
        </TrackedActionsLastAccessed></member>""";
      rest = "<IsTruncated>true</IsTruncated><Marker>second</Marker>";
    }
    return Answer.result("GetServiceLastAccessedDetails",
        "<JobStatus>COMPLETED</JobStatus><JobType>ACTION_LEVEL</JobType>" + dates + "<ServicesLastAccessed>" + services
            + "</ServicesLastAccessed>" + rest);
  }

  private static String document(String action, String resource) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"" + action
        + "\",\"Resource\":\"" + resource + "\"}]}";
  }

  private static void fill(URI address) {
    try (IamClient iam = IamClient.builder().endpointOverride(address).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build()) {
      for (int i = 0; i < ROLES; i++) {
        String name = "role-%03d".formatted(i);
        iam.createRole(role -> role.roleName(name).assumeRolePolicyDocument(TRUST));
      }
      iam.createRole(role -> role.roleName("nightly").path("/batch/").assumeRolePolicyDocument(TRUST));
      iam.createRole(role -> role.roleName("shop-ExportRole-1A2B3C4D5E6F").assumeRolePolicyDocument(TRUST));
      iam.createServiceLinkedRole(role -> role.awsServiceName("lex.amazonaws.com"));
      String shared = iam.createPolicy(policy -> policy.policyName("shared").path("/teams/")
          .policyDocument(document("s3:GetObject", "arn:aws:s3:::old/*"))).policy().arn();
      iam.createPolicyVersion(policy -> policy.policyArn(shared)
          .policyDocument(document("s3:PutObject", "arn:aws:s3:::a+b%20c/*")).setAsDefault(true));
      iam.createPolicyVersion(
          policy -> policy.policyArn(shared).policyDocument(document("s3:*", "*")).setAsDefault(false));
      String edge = iam
          .createPolicy(policy -> policy.policyName("edge").policyDocument(document("s3:*", "arn:aws:s3:::*"))).policy()
          .arn();
      String admins = iam
          .createPolicy(policy -> policy.policyName("admins").policyDocument(document("iam:PutRolePolicy", "*")))
          .policy().arn();
      iam.attachRolePolicy(role -> role.roleName("role-001").policyArn(shared));
      iam.attachRolePolicy(role -> role.roleName("role-001")
          .policyArn("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"));
      iam.attachRolePolicy(role -> role.roleName("nightly").policyArn(admins));
      iam.putRolePermissionsBoundary(role -> role.roleName("role-002").permissionsBoundary(edge));
      for (int i = 0; i < 9; i++) {
        String policy = "p" + i;
        iam.putRolePolicy(role -> role.roleName("role-003").policyName(policy)
            .policyDocument(document("sqs:SendMessage", "arn:aws:sqs:*:*:" + policy)));
      }
      iam.putRolePolicy(role -> role.roleName("shop-ExportRole-1A2B3C4D5E6F").policyName("main")
          .policyDocument(document("s3:GetObject", "*")));
      iam.createUser(user -> user.userName("ada"));
      iam.createGroup(group -> group.groupName("staff"));
      iam.addUserToGroup(user -> user.userName("ada").groupName("staff"));
      iam.putGroupPolicy(
          group -> group.groupName("staff").policyName("main").policyDocument(document("s3:List*", "*")));
    }
  }

  /** An environment in which only what the test gives counts. */
  private static void isolated(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    environment.put("AWS_CONFIG_FILE", "/nonexistent");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
  }

  private static Slguard.Result run(Path folder, String... arguments) {
    return Slguard.run(folder, environment -> {
      isolated(environment);
      environment.put("AWS_ACCESS_KEY_ID", "test");
      environment.put("AWS_SECRET_ACCESS_KEY", "test");
    }, arguments);
  }

  private Slguard.Result pull(Path folder, String... more) {
    var arguments = new ArrayList<>(List.of("policy", "pull", "--endpoint-url", proxy().address()));
    arguments.addAll(List.of(more));
    return run(folder, arguments.toArray(new String[0]));
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private static SortedMap<String, String> texts(Path folder) throws IOException {
    var texts = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void a_whole_account_is_written_page_by_page(@TempDir Path folder) throws IOException {
    proxy().answer(throttled("GetRole", "role-007", 2));
    Slguard.Result result = pull(folder, "--users");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
    assertThat(result.out()).isEqualTo(
        "113 roles, 1 user, 1 group and 3 policies of account 123456789012 written to " + ".slguard/account\n");
    Path account = folder.resolve(".slguard/account");
    assertThat(proxy().calls("ListRoles")).hasSize(17);
    assertThat(proxy().calls("GetRole")).hasSize(112 + 2);
    assertThat(texts(account)).hasSize(113 + 1 + 1 + 3 + 1);
    assertThat(json(account.resolve("index.json")).get("account").getAsString()).isEqualTo("123456789012");
    JsonObject managed = json(account.resolve("roles/role-001.json"));
    assertThat(managed.get("managed")).hasToString("[\"arn:aws:iam::123456789012:policy/teams/shared\","
        + "\"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\"]");
    assertThat(managed.get("trust")).isEqualTo(JsonParser.parseString(TRUST));
    assertThat(managed.get("lastAccessed").getAsJsonObject().get("services")).hasToString(
        "{\"s3\":{\"last\":\"2026-11-20\",\"actions\":{\"CreateBucket\":\"2026-10-09\",\"ListAllMyBuckets\":null}},\"sqs\":{}}");
    assertThat(json(account.resolve("roles/role-002.json")).get("boundary").getAsString())
        .isEqualTo("arn:aws:iam::123456789012:policy/edge");
    assertThat(json(account.resolve("roles/role-003.json")).getAsJsonObject("inline").keySet()).hasSize(9);
    JsonObject shared = json(account.resolve("policies/shared.json"));
    assertThat(shared.get("version").getAsString()).isEqualTo("v2");
    assertThat(shared.get("document"))
        .isEqualTo(JsonParser.parseString(document("s3:PutObject", "arn:aws:s3:::a+b%20c/*")));
    JsonObject linked = json(account.resolve("roles/AWSServiceRoleForlex.json"));
    assertThat(linked.get("editable").getAsBoolean()).isFalse();
    assertThat(linked.has("lastAccessed")).isFalse();
    assertThat(json(account.resolve("users/ada.json")).get("groups")).hasToString("[\"staff\"]");
    assertThat(json(account.resolve("groups/staff.json")).getAsJsonObject("inline").keySet()).containsExactly("main");
  }

  private static Function<Map<String, String>, Optional<Answer>> throttled(String action, String role, int times) {
    var left = new AtomicInteger(times);
    return call -> action.equals(call.get("Action")) && role.equals(call.get("RoleName")) && left.getAndDecrement() > 0
        ? Optional.of(Answer.error(400, "Throttling"))
        : Optional.empty();
  }

  @Test
  void what_is_denied_is_named_and_the_rest_is_written(@TempDir Path folder) throws IOException {
    proxy().answer(call -> "GetRole".equals(call.get("Action")) && "role-002".equals(call.get("RoleName"))
        || "GetRolePolicy".equals(call.get("Action")) && "p4".equals(call.get("PolicyName"))
        || "ListUsers".equals(call.get("Action")) ? Optional.of(Answer.error(403, "AccessDenied")) : Optional.empty());
    Slguard.Result result = pull(folder, "--users", "--no-last-accessed", "--output-dir", "out");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.err().lines()).containsExactly("slguard: warning: role 'role-002': iam:GetRole is denied",
        "slguard: warning: role 'role-003', policy 'p4': iam:GetRolePolicy is denied",
        "slguard: warning: users: iam:ListUsers is denied");
    assertThat(result.out()).contains("113 roles", "3 things could not be read");
    assertThat(json(folder.resolve("out/roles/role-002.json")).get("missing")).hasToString("[\"boundary\"]");
    assertThat(json(folder.resolve("out/roles/role-003.json")).getAsJsonObject("inline").keySet()).hasSize(8);
    assertThat(json(folder.resolve("out/index.json")).getAsJsonArray("problems")).hasSize(3);
    assertThat(proxy().calls("GenerateServiceLastAccessedDetails")).isEmpty();
  }

  @Test
  void a_call_that_is_never_answered_is_given_up_after_six_attempts(@TempDir Path folder) throws IOException {
    proxy().answer(call -> "ListAttachedRolePolicies".equals(call.get("Action"))
        ? Optional.of(Answer.error(503, "ServiceUnavailable"))
        : Optional.empty());
    Slguard.Result result = pull(folder, "--role", "role-001", "--role", "nobody", "--no-last-accessed");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(proxy().calls("ListAttachedRolePolicies")).hasSize(6);
    assertThat(result.err().lines()).containsExactly("slguard: warning: role 'nobody' does not exist (iam:GetRole)",
        "slguard: warning: role 'role-001': iam:ListAttachedRolePolicies got no answer in 6 attempts (ServiceUnavailable)");
    assertThat(json(folder.resolve(".slguard/account/roles/role-001.json")).get("missing"))
        .hasToString("[\"managed\"]");
  }

  @Test
  void named_roles_and_a_path_narrow_the_pull_and_the_bytes_stay_the_same(@TempDir Path folder) throws IOException {
    assertThat(pull(folder, "--role", "role-002", "--role", "role-001").exit()).isZero();
    Path account = folder.resolve(".slguard/account");
    SortedMap<String, String> first = texts(account);
    assertThat(first.keySet()).containsExactly("index.json", "policies/edge.json", "policies/shared.json",
        "roles/role-001.json", "roles/role-002.json");
    assertThat(pull(folder, "--role", "role-001", "--role", "role-002").exit()).isZero();
    assertThat(texts(account)).isEqualTo(first);
    assertThat(pull(folder, "--path-prefix", "/batch/", "--no-last-accessed").exit()).isZero();
    assertThat(texts(account).keySet()).containsExactly("index.json", "policies/admins.json", "roles/nightly.json");
  }

  @Test
  void trouble_ends_in_one_line(@TempDir Path folder) throws IOException {
    Slguard.Result keyless = Slguard.run(folder, PolicyPullTest::isolated, "policy", "pull", "--endpoint-url",
        proxy().address());
    assertThat(keyless.exit()).isEqualTo(2);
    assertThat(keyless.err()).isEqualTo(
        "slguard: no AWS credentials were found: set AWS_PROFILE or AWS_ACCESS_KEY_ID, or give --aws-profile\n");
    Slguard.Result unreachable = run(folder, "policy", "pull", "--endpoint-url", "http://127.0.0.1:1");
    assertThat(unreachable.exit()).isEqualTo(2);
    assertThat(unreachable.err()).isEqualTo("slguard: IAM cannot be reached: Connection refused\n");
    proxy().answer(_ -> Optional.of(Answer.error(403, "InvalidClientTokenId")));
    Slguard.Result refused = pull(folder);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).isEqualTo("slguard: AWS refuses the credentials (InvalidClientTokenId)\n");
    assertThat(folder).isEmptyDirectory();
    Files.writeString(folder.resolve("mine.txt"), "");
    assertThat(pull(folder, "--output-dir", ".").err()).contains("holds something else than an earlier pull");
  }

  @Test
  void a_scan_uses_the_account_only_when_told_to(@TempDir Path folder) throws IOException {
    assertThat(pull(folder, "--role", "nightly", "--role", "shop-ExportRole-1A2B3C4D5E6F").exit()).isZero();
    Files.writeString(folder.resolve("template.yaml"),
        """
          Resources:
            Photos: {Type: "AWS::S3::Bucket"}
            ExportRole:
              Type: AWS::IAM::Role
              Properties:
                AssumeRolePolicyDocument: {Version: "2012-10-17", Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: "sts:AssumeRole"}]}
                Policies:
                  - PolicyName: main
                    PolicyDocument:
                      Version: "2012-10-17"
                      Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: !Sub "${Photos.Arn}/*"}]
            Nightly:
              Type: AWS::Lambda::Function
              Properties:
                Runtime: python3.13
                Handler: index.main
                Code: {ZipFile: "def main(event, context): return 1"}
                Role: !Sub "arn:aws:iam::${AWS::AccountId}:role/batch/nightly"
          """);
    Slguard.Result without = run(folder, "scan", "-f", "json");
    assertThat(without.out()).doesNotContain("iam-drift", "iam-privilege-escalation", "slguard/account");
    Slguard.Result with = run(folder, "scan", "-f", "json", "--account", ".slguard/account");
    assertThat(with.exit()).isEqualTo(1);
    assertThat(with.out()).contains("iam-drift-beyond-template", "iam-privilege-escalation", "iam:PutRolePolicy",
        "shop-ExportRole-1A2B3C4D5E6F");
    Slguard.Result wrong = run(folder, "scan", "--account", "nowhere");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).isEqualTo("slguard: cannot read 'nowhere'\n");
  }
}
