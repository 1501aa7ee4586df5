package dev.slguard.template.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.cloudformation.TreeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamExpansionTest {
  @TempDir
  Path folder;

  private List<Diagnostic> said = List.of();

  private Expansion expand(String template) {
    Translated translated = Translated.of(folder, template);
    said = translated.diagnostics();
    return translated.expansion();
  }

  private static Tree.Mapping resource(Expansion expansion, String id) {
    return expansion.body().mapping("Resources").flatMap(section -> section.mapping(id)).orElseThrow();
  }

  /** The JSON of what stands at {@code path} under the properties of {@code id}; empty if nothing. */
  private static String property(Expansion expansion, String id, String... path) {
    var whole = new ArrayList<>(List.of(id, "Properties"));
    whole.addAll(List.of(path));
    return Translated.at(expansion.body(), whole.toArray(String[]::new));
  }

  private List<String> errors() {
    return said.stream().filter(each -> each.level() == Diagnostic.Level.ERROR).map(Diagnostic::message).toList();
  }

  private static final String FUNCTION = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Api:
        Type: AWS::Serverless::Api
        Properties:
          StageName: prod
          Auth:
            DefaultAuthorizer: Pool
            ApiKeyRequired: true
            Authorizers: {Pool: {UserPoolArn: arn:pool}}
      Fn:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: ./src
          Handler: app.handler
          Runtime: python3.13
          Policies: [{DynamoDBReadPolicy: {TableName: !Ref Table}}, AmazonS3ReadOnlyAccess]
          Events:
            Guarded: {Type: Api, Properties: {RestApiId: !Ref Api, Path: '/a/{id}', Method: get}}
            Open: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /b, Method: post, Auth: {Authorizer: NONE, ApiKeyRequired: false}}}
      Table: {Type: AWS::Serverless::SimpleTable}
    """;

  @Test
  void the_authorizer_of_an_event_wins_over_the_default() {
    Expansion expansion = expand(FUNCTION);
    assertThat(property(expansion, "Api", "Body", "paths", "/a/{id}", "get", "security"))
        .isEqualTo("[{\"Pool\":[]},{\"api_key\":[]}]");
    assertThat(property(expansion, "Api", "Body", "paths", "/b", "post", "security")).isEqualTo("[]");
    assertThat(property(expansion, "FnGuardedPermissionprod", "SourceArn")).contains("/GET/a/*");
    assertThat(errors()).isEmpty();
  }

  @Test
  void a_generated_role_holds_what_Policies_ask_for_at_their_lines() {
    Expansion expansion = expand(FUNCTION);
    assertThat(property(expansion, "FnRole", "ManagedPolicyArns")).isEqualTo(
        "[\"arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole\",\"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess\"]");
    assertThat(property(expansion, "FnRole", "Policies")).contains("\"PolicyName\":\"FnRolePolicy0\"")
        .contains("dynamodb:GetItem").contains("{\"tableName\":{\"Ref\":\"Table\"}}");
    Tree policies = resource(expansion, "FnRole").mapping("Properties").flatMap(each -> each.get("Policies"))
        .map(Intrinsics::items).orElseThrow().getFirst();
    assertThat(policies.at().line()).isEqualTo(17);
    assertThat(Optional.ofNullable(expansion.provenance().get("FnGuardedPermissionprod")).orElseThrow().at().line())
        .isEqualTo(19);
    assertThat(Optional.ofNullable(expansion.provenance().get("FnRole")).orElseThrow().authoredId()).isEqualTo("Fn");
  }

  @Test
  void a_default_authorizer_without_authorizers_protects_nothing_and_is_reported() {
    Expansion expansion = expand("""
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties: {StageName: prod, Auth: {DefaultAuthorizer: Pool}}
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            InlineCode: x
            Events: {E: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /, Method: any}}}
      """);
    assertThat(property(expansion, "Api", "Body", "paths", "/", "x-amazon-apigateway-any-method"))
        .doesNotContain("security");
    assertThat(said).extracting(Diagnostic::message).anyMatch(text -> text.contains("its routes are open"))
        .anyMatch(text -> text.contains("no line 'Transform"));
  }

  @Test
  void Policies_beside_a_Role_make_no_role() {
    Expansion expansion = expand(
        """
          Resources:
            Fn:
              Type: AWS::Serverless::Function
              Properties: {InlineCode: x, Role: arn:role, Policies: [AdministratorAccess], Events: {Q: {Type: SQS, Properties: {Queue: arn:q}}}}
          """);
    assertThat(expansion.body().mapping("Resources").orElseThrow().entries().keySet()).containsExactly("Fn", "FnQ");
    assertThat(said).map(each -> each.message())
        .contains("resource 'Fn': Policies is ignored, since the resource has a Role of its own");
  }

  @Test
  void Globals_merge_and_are_ignored_where_asked() {
    Expansion expansion = expand("""
      Globals:
        Function: {Timeout: 5, Layers: [global], Environment: {Variables: {A: '1', B: '1'}}}
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties: {InlineCode: x, Layers: [local], Environment: {Variables: {B: '2'}}}
        Other:
          Type: AWS::Serverless::Function
          IgnoreGlobals: [Timeout]
          Properties: {InlineCode: x}
      """);
    assertThat(property(expansion, "Fn", "Layers")).isEqualTo("[\"global\",\"local\"]");
    assertThat(property(expansion, "Fn", "Environment")).isEqualTo("{\"Variables\":{\"A\":\"1\",\"B\":\"2\"}}");
    assertThat(property(expansion, "Fn", "Timeout")).isEqualTo("5");
    assertThat(property(expansion, "Other", "Timeout")).isEmpty();
  }

  @Test
  void an_open_URL_is_two_public_permissions_at_the_line_of_AuthType() {
    Expansion expansion = expand("""
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            InlineCode: x
            AutoPublishAlias: live
            FunctionUrlConfig:
              AuthType: NONE
      """);
    assertThat(property(expansion, "FnUrlPublicPermissions", "FunctionName")).isEqualTo("{\"Ref\":\"FnAliaslive\"}");
    assertThat(property(expansion, "FnURLInvokeAllowPublicAccess", "InvokedViaFunctionUrl")).isEqualTo("true");
    assertThat(Optional.ofNullable(expansion.provenance().get("FnUrlPublicPermissions")).orElseThrow().at().line())
        .isEqualTo(8);
  }

  @Test
  void a_local_document_is_read_and_keeps_its_own_lines() throws IOException {
    Files.writeString(folder.resolve("api.yaml"), """
      openapi: 3.0.1
      paths:
        /x:
          get: {x-amazon-apigateway-integration: {type: aws_proxy, uri: u}}
      """);
    Expansion expansion = expand("""
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            DefinitionUri: ./api.yaml
            Auth: {EnableIamAuthorizer: true, DefaultAuthorizer: AWS_IAM}
      """);
    assertThat(property(expansion, "Api", "Body", "paths", "/x", "get", "security")).isEqualTo("[{\"AWS_IAM\":[]}]");
    Tree get = resource(expansion, "Api").mapping("Properties").flatMap(each -> each.mapping("Body"))
        .flatMap(each -> each.mapping("paths")).flatMap(each -> each.mapping("/x")).flatMap(each -> each.get("get"))
        .orElseThrow();
    assertThat(get.at().file()).isEqualTo("api.yaml");
  }

  @Test
  void references_to_what_is_renamed_follow() {
    Expansion expansion = expand("""
      Resources:
        Layer: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: s3://b/k}}
        Fn:
          Type: AWS::Serverless::Function
          DependsOn: Layer
          Properties: {InlineCode: x, AutoPublishAlias: live, Layers: [!Ref Layer]}
      Outputs:
        Alias: {Value: !Sub '${Fn.Alias}/${Layer}'}
      """);
    String layer = property(expansion, "Fn", "Layers");
    assertThat(layer).matches("\\[\\{\"Ref\":\"Layer[0-9a-f]{10}\"}]");
    String id = layer.substring(9, layer.length() - 3);
    assertThat(TreeJson.compact(resource(expansion, "Fn").get("DependsOn").orElseThrow())).contains(id);
    assertThat(TreeJson.compact(expansion.body().get("Outputs").orElseThrow())).contains("${FnAliaslive}/${" + id);
  }

  @Test
  void ordinary_gaps_are_no_trouble() {
    expand("""
      Parameters:
      Globals:
      Resources:
        NoProperties: {Type: AWS::Serverless::Function}
        Empty: {Type: AWS::Serverless::Function, Properties: }
        NoEvents: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Events: , Policies: }}
      """);
    assertThat(errors()).isEmpty();
  }

  @Test
  void two_events_with_the_same_destination_give_the_role_one_policy() {
    Expansion expansion = expand(
        """
          Transform: AWS::Serverless-2016-10-31
          Resources:
            Fn:
              Type: AWS::Serverless::Function
              Properties:
                InlineCode: x
                Handler: index.handler
                Runtime: python3.13
                Events:
                  A: {Type: Kinesis, Properties: {Stream: "arn:a", StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: SQS, Destination: "arn:dead"}}}}
                  B: {Type: Kinesis, Properties: {Stream: "arn:b", StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: SQS, Destination: "arn:dead"}}}}
                  C: {Type: Kinesis, Properties: {Stream: "arn:c", StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: SQS, Destination: "arn:other"}}}}
          """);
    assertThat(property(expansion, "FnRole", "Policies")).containsOnlyOnce("arn:dead").containsOnlyOnce("arn:other")
        .contains("FnASQSPolicy", "FnCSQSPolicy");
  }

  /** As aws-sam-translator 1.115.0 writes it. */
  @Test
  void a_web_function_has_a_revision_and_an_endpoint() {
    Expansion expansion = expand(
        """
          Resources:
            Web:
              Type: AWS::Serverless::WebFunction
              Properties: {Runtime: nodejs24.x, CodeUri: web/, EntryPoint: server.js, AuthType: ApplicationManaged, EnvironmentVariables: {A: x}, Timeout: 5}
            Given:
              Type: AWS::Serverless::WebFunction
              Properties: {FunctionName: g, Runtime: python3.13, CodeUri: s3://b/k, AuthType: IamAuth, ExecutionRoleArn: !GetAtt R.Arn, RevisionWeights: {r1: 60, r2: 40}, AutoDeploymentMode: Disabled}
            R: {Type: AWS::IAM::Role}
          """);
    assertThat(property(expansion, "Web", "FunctionName")).startsWith("{\"Fn::Sub\":[\"Web-${StackIdSuffix}\"");
    assertThat(property(expansion, "WebRevision", "BuildConfig"))
        .isEqualTo("{\"CodeConfig\":{\"S3Object\":\"web/\"},\"RuntimeConfig\":{\"Runtime\":\"nodejs24.x\"}}");
    assertThat(property(expansion, "WebRevision", "ServiceConfig")).isEqualTo(
        "{\"ExecutionRoleArn\":{\"Fn::GetAtt\":[\"WebRole\",\"Arn\"]},\"EnvironmentVariables\":{\"A\":\"x\",\"AWS_LAMBDA_NODEJS_ENTRYPOINT\":\"server.js\"},\"TimeoutSeconds\":5}");
    assertThat(property(expansion, "WebEndpoint", "RevisionWeights"))
        .isEqualTo("[{\"RevisionId\":{\"Fn::GetAtt\":[\"WebRevision\",\"RevisionId\"]},\"Weight\":100}]");
    assertThat(property(expansion, "WebEndpoint", "AuthType")).isEqualTo("\"ApplicationManaged\"");
    assertThat(property(expansion, "GivenRevision", "BuildConfig", "CodeConfig", "S3Object"))
        .isEqualTo("{\"Bucket\":\"b\",\"Key\":\"k\"}");
    assertThat(property(expansion, "GivenEndpoint", "RevisionWeights"))
        .isEqualTo("[{\"RevisionId\":\"r1\",\"Weight\":60},{\"RevisionId\":\"r2\",\"Weight\":40}]");
    assertThat(expansion.body().mapping("Resources").orElseThrow().has("GivenRole")).isFalse();
    assertThat(errors()).isEmpty();
  }

  /** As aws-sam-translator 1.115.0 writes it. */
  @Test
  void connectors_and_images_of_micro_machines_have_roles() {
    Expansion expansion = expand(
        """
          Resources:
            Conn:
              Type: AWS::Serverless::NetworkConnector
              Properties: {VpcConfig: {SubnetIds: [s], SecurityGroupIds: [g], NetworkProtocol: IPv4}, ComputeTypes: [WebFunction]}
            Img:
              Type: AWS::Serverless::MicrovmImage
              Properties: {Name: n, CodeUri: s3://b/k, BaseImageArn: x, BaseImageVersion: '1', EnvironmentVariables: {A: b}}
          """);
    assertThat(property(expansion, "Conn", "Configuration", "VpcEgressConfiguration")).isEqualTo(
        "{\"SubnetIds\":[\"s\"],\"SecurityGroupIds\":[\"g\"],\"NetworkProtocol\":\"IPv4\",\"AssociatedComputeResourceTypes\":[\"WebFunction\"]}");
    assertThat(property(expansion, "ConnOperatorRole", "ManagedPolicyArns"))
        .isEqualTo("[\"arn:aws:iam::aws:policy/AWSLambdaNetworkConnectorOperatorPolicy\"]");
    assertThat(property(expansion, "Img", "CodeArtifact")).isEqualTo("{\"Uri\":\"s3://b/k\"}");
    assertThat(property(expansion, "Img", "EnvironmentVariables")).isEqualTo("[{\"Key\":\"A\",\"Value\":\"b\"}]");
    assertThat(property(expansion, "ImgBuildRole", "Policies"))
        .contains("\"Resource\":{\"Fn::Sub\":\"arn:${AWS::Partition}:s3:::b/*\"}");
  }
}
