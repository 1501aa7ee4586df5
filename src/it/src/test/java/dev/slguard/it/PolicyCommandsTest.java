package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain policies, and the cases of rules, from the command line. */
class PolicyCommandsTest {
  private static final String WIDE = """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iam:CreatePolicyVersion", "Resource": "*"}]}
    """;

  @TempDir
  Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void the_cases_of_all_built_in_rules_pass() {
    Slguard.Result result = Slguard.run("rules", "test");
    assertThat(result.exit()).as(result.out()).isZero();
    assertThat(result.out()).containsPattern("[1-9][0-9]+ passed, 0 failed");
  }

  @Test
  void a_way_up_is_found_unless_another_document_of_the_folder_denies_it() throws IOException {
    write("deployer/allow.json", WIDE);
    Slguard.Result open = Slguard.run(folder, "policy", "check", "deployer");
    assertThat(open.exit()).isEqualTo(1);
    assertThat(open.out()).contains("iam-privilege-escalation", "deployer/allow.json:1:");
    write("deployer/deny.yaml", """
      Version: "2012-10-17"
      Statement: {Effect: Deny, Action: "iam:*", Resource: "*"}
      """);
    Slguard.Result denied = Slguard.run(folder, "policy", "check", "deployer");
    assertThat(denied.out()).doesNotContain("iam-privilege-escalation");
    assertThat(denied.exit()).isZero();
  }

  @Test
  void a_boundary_grants_nothing() throws IOException {
    write("limit.json", WIDE);
    assertThat(Slguard.run(folder, "policy", "check", "--as", "boundary", "limit.json").out())
        .doesNotContain("iam-privilege-escalation");
  }

  @Test
  void a_broken_document_ends_with_3_and_does_not_lose_the_others() throws IOException {
    write("one/good.json", WIDE);
    write("two/broken.json", "{\"Version\": \"2012-10-17\", \"Statement\": [");
    Slguard.Result result = Slguard.run(folder, "policy", "check", "--exit-zero", "one", "two");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).contains("iam-privilege-escalation").doesNotContain("Exception");
  }

  @Test
  void a_broader_version_is_told_with_an_example_and_exit_code_1() throws IOException {
    write("old.json", "{\"Version\": \"2012-10-17\", \"Statement\": "
        + "[{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"arn:aws:s3:::bills/*\"}]}");
    write("new.json", "{\"Version\": \"2012-10-17\", \"Statement\": "
        + "[{\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"arn:aws:s3:::bills/*\"}]}");
    Slguard.Result broader = Slguard.run(folder, "policy", "diff", "old.json", "new.json");
    assertThat(broader.exit()).isEqualTo(1);
    assertThat(broader.out()).contains("NEW is broader", "for example s3:Get");
    assertThat(Slguard.run(folder, "policy", "diff", "new.json", "old.json").exit()).as("narrower").isZero();
    assertThat(Slguard.run(folder, "policy", "diff", "old.json", "old.json").exit()).as("the same").isZero();
    assertThat(Slguard.run(folder, "policy", "diff", "--fail-on", "none", "old.json", "new.json").exit()).isZero();
  }
}
