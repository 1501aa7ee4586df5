package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RolesTest {

  @Test
  void the_shared_role_holds_logs_and_the_modern_statements() {
    Expanded expanded = Expanded.shop("""
        iam:
          role:
            statements:
              - Effect: Allow
                Action: s3:*
                Resource: '*'
            managedPolicies: [arn:aws:iam::aws:policy/AmazonS3FullAccess]
        iamRoleStatements:
          - {Effect: Allow, Action: 'sns:*', Resource: '*'}
      functions:
        f: {handler: a.b}
      """.replaceAll("(?m)^  ", "  "));
    assertThat(expanded.statements("IamRoleLambdaExecution")).containsExactly(
        "{\"Effect\":\"Allow\",\"Action\":[\"logs:CreateLogStream\",\"logs:CreateLogGroup\",\"logs:TagResource\"],"
            + "\"Resource\":[{\"Fn::Sub\":\"arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:"
            + "log-group:/aws/lambda/shop-dev*:*\"}]}",
        "{\"Effect\":\"Allow\",\"Action\":[\"logs:PutLogEvents\"],\"Resource\":[{\"Fn::Sub\":"
            + "\"arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/shop-dev*:*:*\"}]}",
        "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}");
    assertThat(expanded.line("IamRoleLambdaExecution", "Policies", "0", "PolicyDocument", "Statement", "2", "Action"))
        .isEqualTo(9);
    assertThat(expanded.json("IamRoleLambdaExecution", "ManagedPolicyArns"))
        .hasToString("[\"arn:aws:iam::aws:policy/AmazonS3FullAccess\"]");
    assertThat(expanded.json("FLambdaFunction", "Role"))
        .hasToString("{\"Fn::GetAtt\":[\"IamRoleLambdaExecution\",\"Arn\"]}");
  }

  @Test
  void the_legacy_statements_count_without_the_modern_key() {
    Expanded expanded = Expanded.shop("""
        iamRoleStatements:
          - {Effect: Allow, Action: 'sns:*', Resource: '*'}
      functions:
        f: {handler: a.b}
      """);
    assertThat(expanded.statements("IamRoleLambdaExecution")).hasSize(3)
        .contains("{\"Effect\":\"Allow\",\"Action\":\"sns:*\",\"Resource\":\"*\"}");
  }

  @Test
  void no_shared_role_where_every_function_has_one_or_the_provider_names_one() {
    assertThat(Expanded.shop("functions:\n  f: {handler: a.b, role: OwnRole}\n").ids())
        .doesNotContain("IamRoleLambdaExecution");
    Expanded named = Expanded.shop("  iam: {role: 'arn:aws:iam::1:role/x'}\nfunctions:\n  f: {handler: a.b}\n");
    assertThat(named.ids()).doesNotContain("IamRoleLambdaExecution");
    assertThat(named.json("FLambdaFunction", "Role")).hasToString("\"arn:aws:iam::1:role/x\"");
    Expanded old = Expanded
        .shop("  role: R\n  iamRoleStatements: [{Effect: Allow}]\nfunctions:\n  f: {handler: a.b}\n");
    assertThat(old.json("FLambdaFunction", "Role")).hasToString("{\"Fn::GetAtt\":[\"R\",\"Arn\"]}");
  }

  @Test
  void a_vpc_of_any_function_brings_the_managed_policy() {
    Expanded expanded = Expanded.shop("""
      functions:
        f: {handler: a.b}
        g: {handler: a.b, role: Own, vpc: {securityGroupIds: [sg], subnetIds: [sn]}}
      """);
    assertThat(expanded.json("IamRoleLambdaExecution", "ManagedPolicyArns").toString())
        .contains("AWSLambdaVPCAccessExecutionRole");
    assertThat(expanded.json("GLambdaFunction", "VpcConfig"))
        .hasToString("{\"SecurityGroupIds\":[\"sg\"],\"SubnetIds\":[\"sn\"]}");
  }

  @Test
  void the_plugin_gives_a_role_to_functions_with_statements_and_inherits_only_on_demand() {
    Expanded expanded = Expanded.shop("""
        iam: {role: {statements: [{Effect: Allow, Action: 's3:*', Resource: '*'}]}}
      plugins: [serverless-iam-roles-per-function]
      functions:
        plain: {handler: a.b}
        none:
          handler: a.b
          iamRoleStatements: []
          events: [{sqs: 'arn:aws:sqs:us-east-1:1:q'}]
        more:
          handler: a.b
          iamRoleStatementsInherit: true
          iamRoleStatements:
            - {Effect: Allow, Action: 'sqs:SendMessage', Resource: '*'}
      """);
    assertThat(expanded.json("PlainLambdaFunction", "Role").toString()).contains("\"IamRoleLambdaExecution\"");
    assertThat(expanded.json("NoneLambdaFunction", "Role").toString()).contains("\"NoneIamRoleLambdaExecution\"");
    assertThat(expanded.statements("NoneIamRoleLambdaExecution")).hasSize(2)
        .anyMatch(s -> s.contains("sqs:ReceiveMessage")).noneMatch(s -> s.contains("s3:*"));
    assertThat(expanded.statements("MoreIamRoleLambdaExecution")).hasSize(3).anyMatch(s -> s.contains("s3:*"))
        .anyMatch(s -> s.contains("sqs:SendMessage"));
  }

  @Test
  void without_the_plugin_statements_of_a_function_are_without_effect() {
    Expanded expanded = Expanded.shop("functions:\n  f:\n    handler: a.b\n    iamRoleStatements: [{Effect: Allow}]\n");
    assertThat(expanded.ids()).doesNotContain("FIamRoleLambdaExecution");
    assertThat(expanded.messages).anyMatch(m -> m.contains("has no effect without the plugin"));
  }

  @Test
  void version_4_gives_each_function_a_role_that_inherits_unless_refused() {
    Expanded expanded = Expanded.shop("""
        iam: {role: {mode: perFunction, statements: [{Effect: Allow, Action: 's3:*', Resource: '*'}]}}
      functions:
        f: {handler: a.b}
        g:
          handler: a.b
          iam: {inheritStatements: false, role: {statements: [{Effect: Allow, Action: 'sns:Publish', Resource: '*'}]}}
      """);
    assertThat(expanded.statements("FIamRoleLambdaExecution")).anyMatch(s -> s.contains("s3:*"));
    assertThat(expanded.statements("GIamRoleLambdaExecution")).noneMatch(s -> s.contains("s3:*"))
        .anyMatch(s -> s.contains("sns:Publish"));
  }
}
