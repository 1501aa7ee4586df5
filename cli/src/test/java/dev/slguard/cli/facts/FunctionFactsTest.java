package dev.slguard.cli.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import dev.slguard.graph.ReadOptions;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionFactsTest {
  private static final String TEMPLATE = """
    Parameters: {Env: {Type: String}}
    Conditions: {Prod: !Equals [!Ref Env, prod], Other: !Not [!Condition Prod]}
    Resources:
      Fn:
        Type: AWS::Lambda::Function
        Properties: {Runtime: python3.13, Handler: a.b, Code: {ZipFile: x}, Role: !If [Prod, !GetAtt One.Arn, !GetAtt Two.Arn]}
      Url: {Type: "AWS::Lambda::Url", Condition: Prod, Properties: {TargetFunctionArn: !Ref Fn, AuthType: NONE}}
      One: {Type: "AWS::IAM::Role", Properties: {AssumeRolePolicyDocument: {}}}
      Two: {Type: "AWS::IAM::Role", Properties: {AssumeRolePolicyDocument: {}}}
      Read: {Type: "AWS::IAM::Policy", Condition: Prod, Properties: {PolicyName: r, Roles: [!Ref One, !Ref Two], PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}}}
      Write: {Type: "AWS::IAM::Policy", Condition: Other, Properties: {PolicyName: w, Roles: [!Ref One, !Ref Two], PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:PutObject", Resource: "*"}]}}}
    """;

  @TempDir
  Path folder;

  private List<FunctionFacts> facts() throws IOException {
    return facts(TEMPLATE);
  }

  private List<FunctionFacts> facts(String template) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), template);
    Application application = ApplicationReader.readTemplates(new Root(folder, Limits.DEFAULT), ReadOptions.DEFAULT,
        Progress.NONE);
    return FunctionFacts.of(application, Optional.empty());
  }

  @Test
  void the_text_shows_every_role_with_what_it_allows_while_the_function_runs_under_it() throws IOException {
    var bytes = new ByteArrayOutputStream();
    new FactsText(new PrintStream(bytes, true, StandardCharsets.UTF_8), "").print(facts(), List.of());
    assertThat(bytes.toString(StandardCharsets.UTF_8)).containsSubsequence("without authentication if Env = 'prod'",
        "role     One if Env = 'prod'", "s3:GetObject", "role     Two if not Env = 'prod'", "s3:PutObject");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).containsOnlyOnce("s3:GetObject")
        .containsOnlyOnce("s3:PutObject");
  }

  @Test
  void the_JSON_has_the_other_roles_beside_the_first() throws IOException {
    var out = new StringWriter();
    new FactsJson(out, "").print(facts(), List.of());
    assertThat(out.toString().replaceAll("\\s*\n\\s*", "")).containsSubsequence(
        "\"role\": {\"id\": \"One\",\"when\": \"Env = 'prod'\"", "s3:GetObject",
        "\"otherRoles\": [{\"id\": \"Two\",\"when\": \"not Env = 'prod'\"", "s3:PutObject");
  }

  @Test
  void each_arm_of_a_condition_inside_a_policy_says_when_it_holds() throws IOException {
    String template = """
      Parameters: {Env: {Type: String}}
      Conditions: {Prod: !Equals [!Ref Env, prod]}
      Resources:
        Fn:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.13, Handler: a.b, Code: {ZipFile: x}, Role: !GetAtt One.Arn}
        Only:
          Type: AWS::Lambda::Function
          Condition: Prod
          Properties: {Runtime: python3.13, Handler: a.b, Code: {ZipFile: x}, Role: !GetAtt One.Arn}
        One:
          Type: AWS::IAM::Role
          Properties:
            Policies:
              - PolicyName: p
                PolicyDocument:
                  Statement:
                    - Fn::If: [Prod, {Effect: Allow, Action: "s3:GetObject", Resource: a}, {Effect: Allow, Action: "s3:*", Resource: "*"}]
                    - {Effect: Allow, Action: !If [Prod, "sqs:SendMessage", "sqs:*"], Resource: q}
                    - {Effect: Allow, Action: "sns:Publish", Resource: t}
      """;
    List<FunctionFacts> facts = facts(template);
    var bytes = new ByteArrayOutputStream();
    new FactsText(new PrintStream(bytes, true, StandardCharsets.UTF_8), "").print(facts.subList(0, 1), List.of());
    assertThat(bytes.toString(StandardCharsets.UTF_8)).containsSubsequence("s3:GetObject  on a if Env = 'prod'",
        "s3:*  on * if not Env = 'prod'", "sqs:SendMessage  on q if Env = 'prod'", "sqs:*  on q if not Env = 'prod'",
        "sns:Publish  on t  template.yaml");
    assertThat(facts.get(1).rights().getFirst().statements()).hasSize(3);
    var out = new StringWriter();
    new FactsJson(out, "").print(facts, List.of());
    assertThat(out.toString()).contains("\"when\": \"not Env = 'prod'\"");
  }
}
