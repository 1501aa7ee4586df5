package dev.slguard.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedStacksTest {
  @TempDir
  Path folder;

  private final Diagnostics diagnostics = new Diagnostics();

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private Evaluated evaluate(String path, Map<String, Value> exports) throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    var format = new CloudFormationFormat();
    Tree document = Documents
        .read(SourceFile.of(path, Files.readString(folder.resolve(path))), Limits.DEFAULT, diagnostics).getFirst();
    var expansion = format.expand(path, (Tree.Mapping) document, root, TemplateOptions.NONE, diagnostics).getFirst();
    return Evaluator.evaluate(expansion, root, TemplateOptions.NONE, List.of(format), exports, diagnostics);
  }

  private static Resource resource(Evaluated evaluated, String id) {
    return Optional.ofNullable(evaluated.resources().get(id)).orElseThrow();
  }

  private static String spelled(Evaluated evaluated, String id, String property) {
    return Canonical.spelling(resource(evaluated, id).property(property));
  }

  private long errors() {
    return diagnostics.toList().stream().filter(each -> each.level() == Diagnostic.Level.ERROR).count();
  }

  @Test
  void parameters_are_bound_outputs_exposed_and_conditions_correlated() throws IOException {
    write("app/main.yaml", """
      Parameters: {Stage: {Type: String}}
      Conditions: {IsProd: !Equals [!Ref Stage, prod]}
      Resources:
        Topic: {Type: AWS::SNS::Topic}
        Child:
          Type: AWS::CloudFormation::Stack
          Condition: IsProd
          Properties:
            TemplateURL: ./nested/child.yaml
            Parameters: {Env: !If [IsProd, prod, dev], Target: !Ref Topic}
        User:
          Type: A::B::C
          Properties: {Queue: !GetAtt Child.Outputs.QueueArn, Missing: !GetAtt Child.Outputs.Nothing}
      """);
    write("app/nested/child.yaml", """
      Parameters: {Env: {Type: String}, Target: {Type: String}}
      Conditions: {Prod: !Equals [!Ref Env, prod]}
      Resources:
        Queue:
          Type: AWS::SQS::Queue
          Properties: {QueueName: !If [Prod, big, small], Tag: !Ref Target}
      Outputs:
        QueueArn: {Value: !GetAtt Queue.Arn}
      """);
    Evaluated evaluated = evaluate("app/main.yaml", Map.of());
    assertThat(evaluated.resources().keySet()).containsExactly("Topic", "Child", "Child/Queue", "User");
    assertThat(spelled(evaluated, "Child/Queue", "QueueName")).isEqualTo("big");
    assertThat(spelled(evaluated, "Child/Queue", "Tag")).isEqualTo("Topic");
    assertThat(resource(evaluated, "Child/Queue").conditions()).isEqualTo(evaluated.condition("IsProd"));
    assertThat(resource(evaluated, "Child/Queue").provenance().at().file()).isEqualTo("app/nested/child.yaml");
    assertThat(spelled(evaluated, "User", "Queue")).isEqualTo("Child/Queue.Arn");
    assertThat(errors()).isEqualTo(1);
  }

  @Test
  void an_address_that_ends_like_a_file_of_the_root_is_that_file() throws IOException {
    write("templates/net.yaml", "Resources: {Vpc: {Type: AWS::EC2::VPC}}\n");
    write("main.yaml", """
      Resources:
        Net:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: !Sub 'https://${Bucket}.s3.amazonaws.com/v1/templates/net.yaml'}
        Bucket: {Type: AWS::S3::Bucket}
        Gone:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: https://example.com/other.yaml}
      """);
    assertThat(evaluate("main.yaml", Map.of()).resources()).containsKeys("Net/Vpc", "Gone");
    assertThat(errors()).isZero();
  }

  @Test
  void circles_of_templates_and_of_outputs_end() throws IOException {
    write("main.yaml", """
      Resources:
        Self: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: main.yaml}}
        A:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {P: !GetAtt B.Outputs.O}}
        B:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {P: !GetAtt A.Outputs.O}}
      """);
    write("child.yaml", """
      Parameters: {P: {Type: String}}
      Resources: {R: {Type: A::B::C, Properties: {P: !Ref P}}}
      Outputs: {O: {Value: !Ref P}}
      """);
    assertThat(evaluate("main.yaml", Map.of()).resources()).containsKeys("Self", "A/R", "B/R");
    assertThat(errors()).isPositive();
  }

  @Test
  void an_import_takes_what_a_sibling_exports() throws IOException {
    write("net.yaml", """
      Parameters: {Env: {Type: String, Default: dev}}
      Resources:
        Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
        Topic: {Type: AWS::SNS::Topic}
      Outputs:
        A: {Value: 10.0.0.0/16, Export: {Name: !Sub '${Env}-cidr'}}
        B: {Value: !GetAtt Queue.Arn, Export: {Name: queue-arn}}
        C: {Value: !GetAtt Topic.TopicName, Export: {Name: topic-name}}
        D: {Value: own, Export: {Name: !Sub '${AWS::StackName}-x'}}
      """);
    write("app.yaml", """
      Parameters: {Env: {Type: String, Default: dev}}
      Resources:
        R:
          Type: A::B::C
          Properties:
            Cidr: !ImportValue
              Fn::Sub: '${Env}-cidr'
            Queue: !ImportValue queue-arn
            Topic: !ImportValue topic-name
            Own: !ImportValue {'Fn::Sub': '${AWS::StackName}-x'}
      """);
    Map<String, Value> exports = Exports.of(List.of(evaluate("net.yaml", Map.of())));
    Evaluated app = evaluate("app.yaml", exports);
    assertThat(spelled(app, "R", "Cidr")).isEqualTo("10.0.0.0/16");
    assertThat(spelled(app, "R", "Queue")).isEqualTo("arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs");
    assertThat(spelled(app, "R", "Topic")).isEqualTo("import topic-name");
    assertThat(spelled(app, "R", "Own")).isEqualTo("import ${AWS::StackName}-x");
  }

  @Test
  void parts_of_an_ARN_are_known() throws IOException {
    write("main.yaml", """
      Resources:
        Role: {Type: AWS::IAM::Role, Properties: {RoleName: r, Path: /team/}}
        Topic: {Type: AWS::SNS::Topic}
        Circle: {Type: AWS::SNS::Topic, Properties: {TopicName: !Select [5, !Split [':', !Ref Circle]]}}
        R:
          Type: A::B::C
          Properties:
            Name: !Select [5, !Split [':', !GetAtt Role.Arn]]
            Topic: !Select [2, !Split [':', !Ref Topic]]
      """);
    Evaluated evaluated = evaluate("main.yaml", Map.of());
    assertThat(spelled(evaluated, "R", "Name")).isEqualTo("role/team/r");
    assertThat(spelled(evaluated, "R", "Topic")).isEqualTo("sns");
    assertThat(errors()).isZero();
  }

  @Test
  void samconfig_gives_parameters_and_the_caller_wins() throws IOException {
    write("app/samconfig.toml", """
      version = 0.1
      [default.deploy.parameters]
      region = "eu-west-1"
      parameter_overrides = "Stage=\\"prod\\" Size=3 Name=\\"two words\\""
      [prod.deploy.parameters]
      parameter_overrides = "Stage=other"
      """);
    write("list/samconfig.toml", """
      [default.deploy.parameters]
      parameter_overrides = [
        "A=1",
        "B=2",
      ]
      """);
    var root = new Root(folder, Limits.DEFAULT);
    var options = new TemplateOptions(Map.of("Size", "9"), Optional.empty(), Optional.empty(), Optional.empty());
    TemplateOptions applied = SamConfig.applied(options, "app/template.yaml", root, diagnostics);
    assertThat(applied.parameters()).containsOnly(Map.entry("Stage", "prod"), Map.entry("Size", "9"),
        Map.entry("Name", "two words"));
    assertThat(applied.region()).contains("eu-west-1");
    assertThat(SamConfig.applied(TemplateOptions.NONE, "list/template.yaml", root, diagnostics).parameters())
        .containsOnly(Map.entry("A", "1"), Map.entry("B", "2"));
  }

  @Test
  void values_that_a_child_allows_its_own_parameter_say_nothing_of_one_of_the_parent() throws IOException {
    write("main.yaml", """
      Parameters: {Stage: {Type: String, AllowedValues: [dev, prod]}}
      Resources:
        Child:
          Type: AWS::CloudFormation::Stack
          Properties: {TemplateURL: child.yaml, Parameters: {Env: !Ref Stage, Stage: blue}}
      """);
    write("child.yaml", """
      Parameters: {Env: {Type: String}, Stage: {Type: String, AllowedValues: [blue, green]}}
      Conditions: {Prod: !Equals [!Ref Env, prod]}
      Resources: {Queue: {Type: AWS::SQS::Queue, Condition: Prod}}
      """);
    assertThat(resource(evaluate("main.yaml", Map.of()), "Child/Queue").conditions().describe())
        .isEqualTo("Stage = 'prod'");
  }
}
