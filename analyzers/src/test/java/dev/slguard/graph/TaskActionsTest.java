package dev.slguard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.model.Task;
import dev.slguard.model.Value;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks of state machines, from the template to the actions that their role needs. */
class TaskActionsTest {
  @TempDir
  Path folder;

  private List<Task> tasks(String template) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), template);
    return ApplicationReader.readTemplates(new Root(folder, Limits.DEFAULT), ReadOptions.DEFAULT, Progress.NONE)
        .deployments().getFirst().tasks();
  }

  private static List<String> needs(List<Task> tasks) {
    var catalogue = new Catalogue();
    return tasks.stream().map(task -> task.state() + ' ' + String.join(",", TaskActions.of(task, catalogue))).toList();
  }

  @Test
  void a_resource_that_names_no_operation_is_told_and_needs_nothing() throws IOException {
    Files.writeString(folder.resolve("template.yaml"), """
      Resources:
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            Definition:
              StartAt: Odd
              States:
                Odd: {Type: Task, Resource: 'arn:aws:states:::sqs:', Next: Bare}
                Bare: {Type: Task, Resource: 'arn:aws:states:::sqs', Next: Sdk}
                Sdk: {Type: Task, Resource: 'arn:aws:states:::aws-sdk', Next: Half}
                Half: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:s3', Next: Done}
                Done: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', End: true}
      """);
    Application application = ApplicationReader.readTemplates(new Root(folder, Limits.DEFAULT), ReadOptions.DEFAULT,
        Progress.NONE);
    assertThat(needs(application.deployments().getFirst().tasks())).containsExactly("Done sqs:SendMessage");
    assertThat(application.diagnostics()).extracting(diagnostic -> diagnostic.at() + " " + diagnostic.message())
        .anyMatch(said -> said.contains("template.yaml:8") && said.contains("'Odd' names no operation of 'sqs'"))
        .anyMatch(said -> said.contains("template.yaml:9") && said.contains("'Bare' names no operation of 'sqs'"))
        .anyMatch(said -> said.contains("template.yaml:10") && said.contains("'Sdk' names no operation of 'aws-sdk'"))
        .anyMatch(said -> said.contains("template.yaml:11") && said.contains("'Half' names no operation of 's3'"));
  }

  @Test
  void integrations_sdk_calls_and_functions_need_their_actions() throws IOException {
    Files.writeString(folder.resolve("machine.asl.yaml"),
        """
          StartAt: Call
          States:
            Call: {Type: Task, Resource: "${Fn}", Next: Invoke}
            Invoke: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: '${Fn}'}, Next: Put}
            Put: {Type: Task, Resource: 'arn:${AWS::Partition}:states:::dynamodb:putItem', Arguments: {TableName: '${Tbl}'}, Next: All}
            All:
              Type: Parallel
              Branches:
                - StartAt: Get
                  States:
                    Get: {Type: Task, Resource: 'arn:aws:states:::aws-sdk:s3:getObject', Parameters: {Bucket: b, Key.$: $.k}, End: true}
                - StartAt: Each
                  States:
                    Each:
                      Type: Map
                      ItemProcessor:
                        StartAt: Send
                        States:
                          Send: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', Parameters: {QueueUrl.$: $.q}, End: true}
                      End: true
              Next: Wait
            Wait: {Type: Task, Resource: 'arn:aws:states:::states:startExecution.sync:2', Parameters: {StateMachineArn: x}, Next: Ask}
            Ask: {Type: Task, Resource: 'arn:aws:states:::http:invoke', Parameters: {ApiEndpoint: https://x}, Next: Hand}
            Hand: {Type: Task, Resource: 'arn:aws:states:eu-west-1:123456789012:activity:a', Next: Odd}
            Odd: {Type: Task, Resource: 'arn:aws:states:::new:doThing', End: true}
          """);
    List<Task> tasks = tasks(
        """
          Transform: AWS::Serverless-2016-10-31
          Resources:
            Fn: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: a.h, InlineCode: "def h(e, c): pass"}}
            Tbl: {Type: AWS::Serverless::SimpleTable}
            Machine:
              Type: AWS::Serverless::StateMachine
              Properties:
                DefinitionUri: machine.asl.yaml
                DefinitionSubstitutions: {Fn: !GetAtt Fn.Arn, Tbl: !Ref Tbl}
          """);
    assertThat(needs(tasks)).containsExactly("Call lambda:InvokeFunction", "Invoke lambda:InvokeFunction",
        "Put dynamodb:PutItem", "Get s3:GetObject", "Send sqs:SendMessage", "Wait states:StartExecution",
        "Ask states:InvokeHTTPEndpoint,events:RetrieveConnectionCredentials", "Odd new:DoThing");
    assertThat(tasks).extracting(task -> task.at().file() + ':' + task.at().line()).startsWith("machine.asl.yaml:3",
        "machine.asl.yaml:4", "machine.asl.yaml:5");
    assertThat(tasks.get(1).target()).isInstanceOfSatisfying(Value.Reference.class,
        target -> assertThat(target.logicalId()).isEqualTo("Fn"));
    assertThat(tasks.get(4).target()).isInstanceOf(Value.Absent.class);
    assertThat(tasks.getFirst().machine()).isEqualTo("Machine");
  }
}
