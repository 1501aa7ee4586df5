package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Deployment;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityBinderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Deployment bind(String template) {
    return new Bound(folder).bind(template);
  }

  @Test
  void policies_reach_a_role_in_either_direction() {
    Deployment deployment = bind(
        """
          Resources:
            R:
              Type: AWS::IAM::Role
              Properties:
                RoleName: worker
                AssumeRolePolicyDocument: {Statement: []}
                PermissionsBoundary: arn:aws:iam::aws:policy/ReadOnlyAccess
                ManagedPolicyArns: [!Ref Listed, arn:aws:iam::aws:policy/AdministratorAccess]
                Policies: [{PolicyName: inline, PolicyDocument: {Statement: [{Effect: Allow}]}}]
            Listed: {Type: "AWS::IAM::ManagedPolicy", Properties: {PolicyDocument: {Statement: []}}}
            Attached: {Type: "AWS::IAM::Policy", Properties: {PolicyName: p, Roles: [!Ref R], PolicyDocument: {Statement: []}}}
            ByName: {Type: "AWS::IAM::RolePolicy", Properties: {RoleName: worker, PolicyName: n, PolicyDocument: {Statement: []}}}
          """);
    var role = Bound.role(deployment, "R");
    assertThat(role.documents()).extracting(PolicyDocument::carrier).containsExactlyInAnyOrder("R", "Attached",
        "ByName", "Listed");
    assertThat(role.managed()).hasSize(2);
    assertThat(role.trust()).isInstanceOf(Value.Mapping.class);
    assertThat(role.boundary()).isInstanceOf(Value.Scalar.class);
    assertThat(deployment.roles()).hasSize(1);
  }

  @Test
  void conditions_of_arms_and_of_the_policy_travel_with_the_document() {
    var role = Bound.role(
        bind(
            """
              Resources:
                R: {Type: "AWS::IAM::Role", Properties: {}}
                P:
                  Type: AWS::IAM::Policy
                  Condition: Extra
                  Properties: {PolicyName: p, Roles: [!If [IsProd, !Ref R, !Ref "AWS::NoValue"]], PolicyDocument: {Statement: []}}
              """),
        "R");
    assertThat(role.documents().getFirst().conditions().describe()).isEqualTo("Extra and IsProd");
  }

  @Test
  void policy_of_a_role_that_stands_elsewhere_is_an_identity_of_its_own() {
    var deployment = bind("""
      Resources:
        P: {Type: "AWS::IAM::Policy", Properties: {PolicyName: p, Roles: [!Ref Given], PolicyDocument: {Statement: []}}}
      """);
    assertThat(Bound.role(deployment, "P").documents()).hasSize(1);
  }

  @Test
  void user_has_the_policies_of_its_groups() {
    var user = Bound.role(bind("""
      Resources:
        U: {Type: "AWS::IAM::User", Properties: {Groups: [!Ref G]}}
        G:
          Type: AWS::IAM::Group
          Properties: {Policies: [{PolicyName: g, PolicyDocument: {Statement: []}}], ManagedPolicyArns: [x]}
      """), "U");
    assertThat(user.documents()).hasSize(1);
    assertThat(user.managed()).hasSize(1);
  }

  @Test
  void policy_written_as_text_is_read() {
    var deployment = bind(
        """
          Resources:
            L:
              Type: AWS::Logs::ResourcePolicy
              Properties:
                PolicyName: p
                PolicyDocument: !Sub '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "arn:aws:logs:${AWS::AccountId}:x"}]}'
          """);
    var document = (Value.Mapping) deployment.policies().getFirst().document();
    var statement = (Value.Mapping) ((Value.Listing) document.get("Statement")).items().getFirst();
    assertThat(statement.get("Effect")).isInstanceOfSatisfying(Value.Scalar.class,
        scalar -> assertThat(scalar.text()).isEqualTo("Allow"));
    assertThat(statement.get("Resource")).isInstanceOfSatisfying(Value.Text.class,
        text -> assertThat(text.parts()).hasSize(3));
  }

  @Test
  void permission_becomes_the_statement_that_the_service_makes_of_it() {
    var policy = bind("""
      Resources:
        F: {Type: "AWS::Lambda::Function", Properties: {}}
        P:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref F
            Principal: s3.amazonaws.com
            SourceArn: arn:aws:s3:::b
            SourceAccount: !Ref AWS::AccountId
      """).policies().getFirst();
    assertThat(policy.subjects()).containsExactly("F");
    var statement = (Value.Mapping) ((Value.Listing) ((Value.Mapping) policy.document()).get("Statement")).items()
        .getFirst();
    assertThat(((Value.Mapping) statement.get("Principal")).entries()).containsKey("Service");
    var condition = (Value.Mapping) statement.get("Condition");
    assertThat(((Value.Mapping) condition.get("ArnLike")).entries()).containsOnlyKeys("aws:SourceArn");
    assertThat(((Value.Mapping) condition.get("StringEquals")).entries()).containsOnlyKeys("aws:SourceAccount");
    assertThat(statement.keyAt("Principal").line()).isEqualTo(8);
  }

  @Test
  void queue_policy_names_its_queues() {
    var policy = bind(
        """
          Resources:
            Q: {Type: "AWS::SQS::Queue", Properties: {}}
            P: {Type: "AWS::SQS::QueuePolicy", Properties: {Queues: [!Ref Q, "https://elsewhere"], PolicyDocument: {Statement: []}}}
          """)
        .policies().getFirst();
    assertThat(policy.subjects()).containsExactly("Q", "https://elsewhere");
  }
}
