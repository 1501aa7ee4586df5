package dev.slguard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.library.LibraryReader;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Glob;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationReaderTest {
  @TempDir
  Path folder;

  private Application read() throws IOException {
    return ApplicationReader.read(new Root(folder, Limits.DEFAULT), ReadOptions.DEFAULT,
        _ -> new LibraryReader().libraries(), Progress.NONE);
  }

  private void template(String handler) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {CodeUri: ., Handler: %s, Runtime: python3.13}
      """.formatted(handler));
  }

  @Test
  void a_handler_that_its_file_does_not_have_is_reported() throws IOException {
    template("app.missing");
    Files.writeString(folder.resolve("app.py"), "def handler(event, context):\n    return 1\n");
    assertThat(read().diagnostics()).extracting(Diagnostic::message)
        .anyMatch(message -> message.contains("handler 'missing' of function 'F' is not found"));
  }

  @Test
  void a_handler_that_is_there_is_no_trouble() throws IOException {
    template("app.handler");
    Files.writeString(folder.resolve("app.py"), "def handler(event, context):\n    return 1\n");
    Application application = read();
    assertThat(application.diagnostics()).isEmpty();
    assertThat(application.analysed()).containsExactly("app.py", "template.yaml");
  }

  @Test
  void code_that_is_not_read_is_named_as_a_note_at_the_line_of_the_code() throws IOException {
    template("lost.handler");
    Application application = read();
    assertThat(application.diagnostics()).singleElement().satisfies(note -> {
      assertThat(note.level()).isEqualTo(Diagnostic.Level.NOTE);
      assertThat(note.at()).hasToString("template.yaml:5:27");
      assertThat(note.message()).startsWith("the code of function 'F' is not read: no file of ");
    });
    assertThat(application.failed()).isEmpty();
  }

  private void handler(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "def lambda_handler(event, context):\n    return event\n");
  }

  @Test
  void code_that_no_template_deploys_is_read_where_it_is_neither_ignored_nor_excluded_nor_installed()
      throws IOException {
    handler("src/app.py");
    handler("generated/app.py");
    handler("legacy/old/app.py");
    handler("tests/test_app.py");
    handler("package/lib/app.py");
    Files.createDirectories(folder.resolve("package/lib-1.0.dist-info"));
    Files.writeString(folder.resolve(".gitignore"), "generated/\n");
    Application application = ApplicationReader.read(new Root(folder, Limits.DEFAULT),
        new ReadOptions(List.of(""), TemplateOptions.NONE, 1, true, List.of(new Glob("legacy")), Optional.empty()),
        _ -> new LibraryReader().libraries(), Progress.NONE);
    assertThat(application.analysed()).containsExactly("src/app.py");
  }

  @Test
  void code_beside_what_a_template_deploys_is_read_if_it_holds_a_handler() throws IOException {
    Files.writeString(folder.resolve("template.yaml"), """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {CodeUri: deployed, Handler: app.lambda_handler, Runtime: python3.13}
        G:
          Type: AWS::Serverless::Function
          Properties: {CodeUri: deployed, Handler: app.missing, Runtime: python3.13}
      """);
    handler("deployed/app.py");
    Files.createDirectories(folder.resolve("loose"));
    Files.writeString(folder.resolve("loose/names.py"), "def wrap():\n    return 'lambda_handler(event, context)'\n");
    assertThat(read().analysed()).containsExactly("deployed/app.py", "template.yaml");
    handler("loose/app.py");
    Application application = read();
    assertThat(application.analysed()).containsExactly("deployed/app.py", "loose/app.py", "template.yaml");
    assertThat(application.diagnostics()).extracting(Diagnostic::message).singleElement().asString()
        .contains("handler 'missing' of function 'G' is not found");
  }

  @Test
  void a_source_that_is_named_is_read_wherever_it_stands() throws IOException {
    handler("tests/app.py");
    Application application = ApplicationReader.read(new Root(folder, Limits.DEFAULT),
        new ReadOptions(List.of("tests/app.py"), TemplateOptions.NONE, 1, true, List.of(), Optional.empty()),
        _ -> new LibraryReader().libraries(), Progress.NONE);
    assertThat(application.analysed()).containsExactly("tests/app.py");
  }

  @Test
  void an_export_reaches_the_stack_that_imports_it() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources: {Q: {Type: "AWS::SQS::Queue"}}
      Outputs: {Name: {Value: jobs, Export: {Name: shared-name}}}
      """);
    Files.writeString(folder.resolve("b.yaml"), """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Q: {Type: "AWS::SQS::Queue", Properties: {QueueName: !ImportValue shared-name}}
      """);
    assertThat(read().deployments().getLast().resources().get("Q"))
        .satisfies(queue -> assertThat(queue.property("QueueName").toString()).contains("jobs"));
  }

  @Test
  void resources_of_siblings_beyond_the_bound_are_named_as_left_out() throws IOException {
    var queues = new StringBuilder("Resources:\n");
    var exports = new StringBuilder("Outputs:\n");
    var imports = new StringBuilder();
    for (int i = 0; i <= 300; i++) {
      queues.append("  Q%d: {Type: 'AWS::SQS::Queue'}\n".formatted(i));
      exports.append("  O%d: {Value: !GetAtt Q%d.Arn, Export: {Name: q%d}}\n".formatted(i, i, i));
      imports.append("        - !ImportValue q%d\n".formatted(i));
    }
    Files.writeString(folder.resolve("a.yaml"), "" + queues + exports);
    Files.writeString(folder.resolve("b.yaml"),
        "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      Tags:\n" + imports);
    Application application = read();
    assertThat(application.deployments().getLast().borrowed()).hasSize(300);
    assertThat(application.diagnostics()).anySatisfy(said -> {
      assertThat(said.at().file()).isEqualTo("b.yaml");
      assertThat(said.message())
          .isEqualTo("more than 300 resources of other templates are named; the rest is left out");
    });
  }

  @Test
  void files_that_a_service_takes_parts_of_itself_from_are_no_templates_of_their_own() throws IOException {
    Files.writeString(folder.resolve("serverless.yml"), """
      service: s
      provider: {name: aws, runtime: python3.13}
      resources:
        - ${file(roles.yml)}
        - ${file(secrets.yml)}
      """);
    Files.writeString(folder.resolve("secrets.yml"), """
      Resources:
        Key: {Type: "AWS::SecretsManager::Secret"}
      """);
    // Alone, its reference would lead nowhere.
    Files.writeString(folder.resolve("roles.yml"), """
      # slguard:ignore iam-wildcard-action -- only a mark
      Resources:
        Policy:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Statement: [{Effect: Allow, Action: "secretsmanager:GetSecretValue", Resource: !Ref Key}]
      """);
    Application application = read();
    assertThat(application.diagnostics()).isEmpty();
    assertThat(application.deployments()).hasSize(1);
    assertThat(application.analysed()).containsExactly("roles.yml", "serverless.yml");
    assertThat(application.marked()).extracting(file -> file.path()).containsExactly("roles.yml");
  }

  @Test
  void of_several_documents_the_first_with_resources_is_read_and_further_ones_are_named() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), """
      AWSTemplateFormatVersion: "2010-09-09"
      ---
      Resources: {Q: {Type: "AWS::SQS::Queue"}}
      ---
      Resources: {R: {Type: "AWS::SQS::Queue"}}
      """);
    Application application = read();
    assertThat(application.deployments()).singleElement()
        .satisfies(deployment -> assertThat(deployment.resources()).containsOnlyKeys("Q"));
    assertThat(application.diagnostics()).singleElement().asString().contains("at=a.yaml:5:1");
  }

  @Test
  void a_service_that_a_program_computes_is_named() throws IOException {
    Files.writeString(folder.resolve("serverless.js"), "module.exports = build(process.env);\n");
    assertThat(read().diagnostics()).singleElement().asString().contains("serverless.js:1:1", "computed by a program");
  }
}
