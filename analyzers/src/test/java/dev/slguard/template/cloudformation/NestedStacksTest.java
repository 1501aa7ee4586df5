package dev.slguard.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Resource;
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
import java.util.ArrayList;
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

  private Evaluated evaluate(String path, Siblings siblings) throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    var format = new CloudFormationFormat();
    Tree document = Documents
        .read(SourceFile.of(path, Files.readString(folder.resolve(path))), Limits.DEFAULT, diagnostics).getFirst();
    var expansion = format.expand(path, (Tree.Mapping) document, root, TemplateOptions.NONE, diagnostics).getFirst();
    return Evaluator.evaluate(expansion, root, TemplateOptions.NONE, List.of(format), siblings, diagnostics);
  }

  private Siblings siblings(String... paths) throws IOException {
    var members = new ArrayList<Siblings.Member>();
    for (String path : paths) {
      members.add(new Siblings.Member(evaluate(path, Siblings.NONE), TemplateOptions.NONE));
    }
    return Siblings.of(members);
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
    Evaluated evaluated = evaluate("app/main.yaml", Siblings.NONE);
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
    assertThat(evaluate("main.yaml", Siblings.NONE).resources()).containsKeys("Net/Vpc", "Gone");
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
    assertThat(evaluate("main.yaml", Siblings.NONE).resources()).containsKeys("Self", "A/R", "B/R");
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
    Evaluated app = evaluate("app.yaml", siblings("net.yaml"));
    assertThat(spelled(app, "R", "Cidr")).isEqualTo("10.0.0.0/16");
    assertThat(spelled(app, "R", "Queue")).isEqualTo("net.yaml#Queue.Arn");
    assertThat(spelled(app, "R", "Topic")).isEqualTo("net.yaml#Topic.TopicName");
    assertThat(app.borrowed()).containsOnlyKeys("net.yaml#Queue", "net.yaml#Topic");
    assertThat(app.resources()).containsKeys("net.yaml#Queue", "net.yaml#Topic");
    assertThat(spelled(app, "R", "Own")).isEqualTo("import ${AWS::StackName}-x");
  }

  @Test
  void a_resource_comes_with_what_it_names_and_the_policies_attached_to_it() throws IOException {
    write("roles.yaml", """
      Parameters: {Stage: {Type: String}}
      Conditions: {IsProd: !Equals [!Ref Stage, prod]}
      Resources:
        Worker: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Shared]}}
        Shared: {Type: AWS::IAM::ManagedPolicy, Condition: IsProd, Properties: {PolicyDocument: {}}}
        More: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref Worker]}}
        Other: {Type: AWS::IAM::Role}
        Others: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref Other]}}
      Outputs:
        Role: {Value: !GetAtt Worker.Arn, Export: {Name: !Sub '${AWS::StackName}-worker-role'}}
      """);
    write("app.yaml", """
      Parameters: {Roles: {Type: String, Default: roles}, Any: {Type: String}}
      Resources:
        R:
          Type: A::B::C
          Properties:
            Given: !ImportValue {'Fn::Sub': '${Roles}-worker-role'}
            Open: !ImportValue {'Fn::Sub': '${Any}-worker-role'}
            Name: !Select [0, !Split [':', !ImportValue {'Fn::Sub': '${Any}-worker-role'}]]
            Longer: !ImportValue {'Fn::Sub': '${Any}-x-worker-role'}
      """);
    Evaluated app = evaluate("app.yaml", siblings("roles.yaml"));
    assertThat(spelled(app, "R", "Given")).isEqualTo("roles.yaml#Worker.Arn");
    assertThat(spelled(app, "R", "Open")).isEqualTo("roles.yaml#Worker.Arn");
    assertThat(spelled(app, "R", "Name")).isEqualTo("arn");
    assertThat(spelled(app, "R", "Longer")).isEqualTo("import ${Any}-x-worker-role");
    assertThat(app.borrowed()).containsOnlyKeys("roles.yaml#Worker", "roles.yaml#Shared", "roles.yaml#More");
    assertThat(resource(app, "roles.yaml#Shared").conditions().describe()).contains("prod");
    assertThat(app.conditions()).containsKey("roles.yaml#IsProd");
  }

  @Test
  void a_stored_parameter_of_a_sibling_is_read_where_it_names_a_resource() throws IOException {
    write("roles.yaml", """
      Resources:
        Worker: {Type: AWS::IAM::Role}
        Stored: {Type: AWS::SSM::Parameter, Properties: {Name: /app/role, Type: String, Value: !GetAtt Worker.Arn}}
        Colour: {Type: AWS::SSM::Parameter, Properties: {Name: /app/colour, Type: String, Value: red}}
      """);
    write("app.yaml", """
      Parameters:
        Role: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /app/role}
        App: {Type: String, Default: app}
      Resources:
        R:
          Type: A::B::C
          Properties:
            Typed: !Ref Role
            Plain: '{{resolve:ssm:/app/role}}'
            Version: !Sub '{{resolve:ssm:/${App}/role:3}}'
            Inside: !Join ['', [!Ref Role, '*']]
            Colour: '{{resolve:ssm:/app/colour}}'
            Secret: '{{resolve:ssm-secure:/app/role}}'
      """);
    Evaluated app = evaluate("app.yaml", siblings("roles.yaml"));
    assertThat(spelled(app, "R", "Typed")).isEqualTo("roles.yaml#Worker.Arn");
    assertThat(spelled(app, "R", "Plain")).isEqualTo("roles.yaml#Worker.Arn");
    assertThat(spelled(app, "R", "Version")).isEqualTo("roles.yaml#Worker.Arn");
    assertThat(spelled(app, "R", "Inside")).isEqualTo("${roles.yaml#Worker.Arn}*");
    assertThat(spelled(app, "R", "Colour")).isEqualTo("{{resolve:ssm:/app/colour}}");
    assertThat(spelled(app, "R", "Secret")).isEqualTo("{{resolve:ssm-secure:/app/role}}");
  }

  @Test
  void what_two_stacks_export_means_nothing_unless_one_is_a_part() throws IOException {
    String text = """
      Resources: {Queue: {Type: AWS::SQS::Queue}}
      Outputs: {Q: {Value: !GetAtt Queue.Arn, Export: {Name: q}}}
      """;
    write("one.yaml", text);
    write("two.yaml", text);
    write("app.yaml", "Resources: {R: {Type: A::B::C, Properties: {Q: !ImportValue q}}}");
    var one = List.of(new Siblings.Member(evaluate("one.yaml", Siblings.NONE), TemplateOptions.NONE));
    var two = List.of(new Siblings.Member(evaluate("two.yaml", Siblings.NONE), TemplateOptions.NONE));
    assertThat(spelled(evaluate("app.yaml", siblings("one.yaml", "two.yaml")), "R", "Q")).isEqualTo("import q");
    assertThat(spelled(evaluate("app.yaml", Siblings.of(one, two)), "R", "Q")).isEqualTo("one.yaml#Queue.Arn");
    assertThat(spelled(evaluate("app.yaml", Siblings.of(List.of(), two)), "R", "Q")).isEqualTo("two.yaml#Queue.Arn");
  }

  @Test
  void stacks_that_ask_each_other_in_a_circle_end() throws IOException {
    write("a.yaml", """
      Resources: {A: {Type: A::B::C, Properties: {P: !ImportValue b}}}
      Outputs: {A: {Value: !ImportValue b, Export: {Name: a}}}
      """);
    write("b.yaml", """
      Resources: {B: {Type: A::B::C, Properties: {P: !ImportValue a}}}
      Outputs: {B: {Value: !ImportValue a, Export: {Name: b}}}
      """);
    Evaluated app = evaluate("a.yaml", siblings("a.yaml", "b.yaml"));
    assertThat(spelled(app, "A", "P")).isEqualTo("import b");
    assertThat(app.borrowed()).isEmpty();
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
    Evaluated evaluated = evaluate("main.yaml", Siblings.NONE);
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
    assertThat(resource(evaluate("main.yaml", Siblings.NONE), "Child/Queue").conditions().describe())
        .isEqualTo("Stage = 'prod'");
  }
}
