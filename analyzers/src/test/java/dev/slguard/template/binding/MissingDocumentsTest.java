package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that a resource names and that are not in the scanned folder: what they would start is not known. */
class MissingDocumentsTest {
  @TempDir
  Path folder;

  private List<String> messages(String template) throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    var diagnostics = new Diagnostics();
    Tree.Mapping body = (Tree.Mapping) Documents
        .read(SourceFile.of("template.yaml", template), Limits.DEFAULT, diagnostics).getFirst();
    new Binder().bind(Bound.evaluated("template.yaml", body, root, Map.of(), diagnostics), root, diagnostics);
    return diagnostics.toList().stream().map(each -> each.at() + " " + each.message()).toList();
  }

  @Test
  void definitions_of_state_machines_and_apis_and_schemas_are_named_at_their_line() throws IOException {
    assertThat(messages("""
      Resources:
        M: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionS3Location: {Bucket: b, Key: k}}}
        N: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: '{"States": {}}'}}
        A:
          Type: AWS::ApiGateway::RestApi
          Properties:
            BodyS3Location: {Bucket: b, Key: k}
        H: {Type: AWS::ApiGatewayV2::Api, Properties: {BodyS3Location: {Bucket: b, Key: k}}}
        S: {Type: AWS::AppSync::GraphQLSchema, Properties: {ApiId: a, DefinitionS3Location: s3://b/k}}
      """)).containsExactlyInAnyOrder(
        "template.yaml:2:60 the definition of 'M' is not in the scanned folder; it is not analysed",
        "template.yaml:7:7 the OpenAPI document of 'A' is not in the scanned folder; it is not analysed",
        "template.yaml:8:50 the OpenAPI document of 'H' is not in the scanned folder; it is not analysed",
        "template.yaml:9:65 the schema of 'S' is not in the scanned folder; it is not analysed");
  }
}
