package dev.slguard.iam.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.model.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class BecomingTest {
  private static final String TRUST = """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":%s}]}""";
  private static final String LAMBDA = TRUST.formatted("{\"Service\":\"lambda.amazonaws.com\"}");
  private static final String ACCOUNT = TRUST
      .formatted("{\"AWS\":{\"Join\":[\"arn:aws:iam::\",{\"Ref\":\"AWS::AccountId\"},\":root\"]}}");

  private static String role(String id, String trust, String statement) {
    return "\"%s\":{\"Type\":\"AWS::IAM::Role\",\"AssumeRolePolicyDocument\":%s,\"Policies\":[%s]}".formatted(id, trust,
        Documents.document(statement));
  }

  private static List<String> chains(String from, String... resources) {
    Deployment deployment = Documents.deployment("{" + String.join(",", resources) + "}");
    var catalogue = new Catalogue();
    var principals = new IdentityReader(catalogue).identities(deployment).stream()
        .map(identity -> new EffectivePermissions(identity, catalogue)).toList();
    return new Becoming(deployment, principals, new Escalations()).chains(from).stream()
        .map(chain -> String.join(" > ",
            chain.steps().stream().map(step -> step.to().id() + " by " + step.method()).toList()) + ": " + chain.end())
        .toList();
  }

  @Test
  void a_function_whose_code_another_may_replace_gives_its_role_away() {
    String admin = role("Admin", LAMBDA, Documents.allow("*", "*"));
    String function = "\"F\":{\"Type\":\"AWS::Lambda::Function\",\"Role\":{\"Ref\":\"Admin.Arn\"}}";
    assertThat(chains("Small",
        role("Small", LAMBDA, Documents.allow("lambda:UpdateFunctionCode", "{\"Ref\":\"F.Arn\"}")), admin, function))
        .containsExactly("Admin by lambda-003: is an administrator");
    assertThat(chains("Small", role("Small", LAMBDA, Documents.allow("lambda:GetFunction", "{\"Ref\":\"F.Arn\"}")),
        admin, function)).isEmpty();
  }

  @Test
  void three_principals_make_a_chain() {
    assertThat(chains("A", role("A", LAMBDA, Documents.allow("sts:AssumeRole", "{\"Ref\":\"B.Arn\"}")),
        role("B", ACCOUNT,
            Documents.allow("iam:PassRole", "{\"Ref\":\"C.Arn\"}") + ","
                + Documents.allow("lambda:CreateFunction lambda:InvokeFunction", "*")),
        role("C", LAMBDA, Documents.allow("iam:PutRolePolicy", "*"))))
        .containsExactly("B by assume-role > C by lambda-001: can write a policy into a role");
  }

  @Test
  void a_trust_that_names_the_role_suffices_and_one_that_names_another_does_not() {
    String admin = role("Admin", TRUST.formatted("{\"AWS\":{\"Ref\":\"A.Arn\"}}"), Documents.allow("*", "*"));
    assertThat(chains("A", role("A", LAMBDA, Documents.allow("s3:GetObject", "*")), admin))
        .containsExactly("Admin by assume-role: is an administrator");
    assertThat(chains("B", role("B", LAMBDA, Documents.allow("sts:AssumeRole", "{\"Ref\":\"Admin.Arn\"}")), admin,
        role("A", LAMBDA, Documents.allow("s3:GetObject", "*")))).isEmpty();
  }

  @Test
  void a_role_that_its_service_does_not_trust_cannot_be_passed_to_it() {
    String ec2 = TRUST.formatted("{\"Service\":\"ec2.amazonaws.com\"}");
    assertThat(chains("A",
        role("A", LAMBDA,
            Documents.allow("iam:PassRole", "{\"Ref\":\"C.Arn\"}") + ","
                + Documents.allow("lambda:CreateFunction lambda:InvokeFunction", "*")),
        role("C", ec2, Documents.allow("*", "*")))).isEmpty();
  }

  @Test
  void rewriting_trust_and_machines_of_other_roles_count() {
    assertThat(chains("A", role("A", LAMBDA, Documents.allow("iam:UpdateAssumeRolePolicy", "{\"Ref\":\"C.Arn\"}")),
        role("C", LAMBDA, Documents.allow("*", "*")))).containsExactly("C by iam-012: is an administrator");
    assertThat(chains("A", role("A", LAMBDA, Documents.allow("states:UpdateStateMachine", "{\"Ref\":\"M\"}")),
        role("C", TRUST.formatted("{\"Service\":\"states.amazonaws.com\"}"), Documents.allow("*", "*")),
        "\"M\":{\"Type\":\"AWS::StepFunctions::StateMachine\",\"RoleArn\":{\"Ref\":\"C.Arn\"}}"))
        .containsExactly("C by states:UpdateStateMachine: is an administrator");
  }

  @Test
  void a_name_that_is_written_out_is_as_good_as_a_reference() {
    String admin = role("Admin", ACCOUNT, Documents.allow("*", "*")).replaceFirst("\"AssumeRole",
        "\"RoleName\":\"boss\",\"Path\":\"/ops/\",\"AssumeRole");
    assertThat(chains("A",
        role("A", LAMBDA, Documents.allow("sts:AssumeRole", "arn:aws:iam::111111111111:role/ops/boss")), admin))
        .containsExactly("Admin by assume-role: is an administrator");
    assertThat(
        chains("A", role("A", LAMBDA, Documents.allow("sts:AssumeRole", "arn:aws:iam::111111111111:role/boss")), admin))
        .isEmpty();
  }
}
