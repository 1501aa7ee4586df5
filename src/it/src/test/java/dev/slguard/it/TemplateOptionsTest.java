package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a deployment on the command line, and the forms in which it is shown. */
class TemplateOptionsTest {
  @TempDir
  Path folder;

  @BeforeEach
  void write_a_template_whose_url_is_open_by_a_parameter() throws IOException {
    Files.writeString(folder.resolve("template.yaml"), """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: AWS::Serverless-2016-10-31
      Description: "yes"
      Parameters:
        Open: {Type: String, Default: "no"}
      Conditions:
        IsOpen: !Equals [!Ref Open, "yes"]
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            Handler: index.handler
            Runtime: python3.13
            InlineCode: |
              # a comment
              def handler(event, context):
                  return "2012-10-17"
            FunctionUrlConfig: {AuthType: !If [IsOpen, NONE, AWS_IAM]}
      """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"ParameterKey\": \"Open\", \"ParameterValue\": \"yes\"}]", "[\"Open=yes\"]",
      "{\"Open\": \"yes\"}", "{\"Parameters\": {\"Open\": \"yes\"}, \"Tags\": {}}", "Open: \"yes\""})
  void parameter_files_of_all_aws_tools_are_read(String text) throws IOException {
    Files.writeString(folder.resolve("values.txt"), text);
    assertThat(Slguard.run(folder, "scan", "template.yaml").out()).doesNotContain("lambda-url-no-auth");
    assertThat(Slguard.run(folder, "scan", "--param-file", "values.txt", "template.yaml").out())
        .contains("lambda-url-no-auth");
    assertThat(Slguard.run(folder, "scan", "--param-file", "values.txt", "--param", "Open=no", "template.yaml").out())
        .as("--param wins").doesNotContain("lambda-url-no-auth");
  }

  @Test
  void a_parameter_file_of_another_form_is_named_with_its_place() throws IOException {
    Files.writeString(folder.resolve("values.json"), "[\n  {\"Name\": \"Open\"}\n]");
    Slguard.Result result = Slguard.run(folder, "scan", "--param-file", "values.json", "template.yaml");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("values.json:2:3: expected parameters");
  }

  @Test
  void expand_writes_the_same_as_yaml_and_as_json() throws IOException {
    Slguard.Result json = Slguard.run(folder, "expand", "template.yaml");
    Slguard.Result yaml = Slguard.run(folder, "expand", "-f", "yaml", "template.yaml");
    assertThat(yaml.exit()).isZero();
    assertThat(yaml.out()).startsWith("AWSTemplateFormatVersion: '2010-09-09'\n")
        .contains("Description: 'yes'", "ZipFile: |\n").doesNotContain("!!");
    Files.writeString(folder.resolve("lowered.yaml"), yaml.out());
    assertThat(Slguard.run(folder, "expand", "lowered.yaml").out()).isEqualTo(json.out());
  }
}
