package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A template with a resource of nearly every kind that is bound, damaged at random. */
class BinderProperties {
  private static final Span AT = Span.startOf("template.yaml");
  private static final String TEMPLATE = """
    Conditions: {C: !Equals [!Ref P, x]}
    Parameters: {P: {Type: String}}
    Resources:
      F:
        Type: AWS::Lambda::Function
        Metadata: {DockerContext: ., BuildProperties: {EntryPoints: [a.ts]}}
        Properties:
          Runtime: nodejs22.x
          Handler: dist/app.handler
          Code: {ZipFile: !Sub "a ${P}", ImageUri: x, S3Key: k}
          Role: !If [C, !GetAtt R.Arn, !Ref P]
          Layers: [!Ref V]
          Environment: {Variables: {A: !Ref P}}
      V: {Type: "AWS::Lambda::LayerVersion", Properties: {Content: src}}
      A: {Type: "AWS::Lambda::Alias", Properties: {FunctionName: !Ref A}}
      R:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument: {Statement: [{Principal: "*"}]}
          Policies: [{PolicyName: x, PolicyDocument: {Statement: []}}]
          ManagedPolicyArns: [!Ref M, !If [C, x, !Ref "AWS::NoValue"]]
      M: {Type: "AWS::IAM::ManagedPolicy", Properties: {Roles: [!Ref R], PolicyDocument: '{"Statement": [{"Effect": "Allow"}]}'}}
      Pe: {Type: "AWS::Lambda::Permission", Properties: {Action: "lambda:*", FunctionName: !GetAtt F.Arn, Principal: apigateway.amazonaws.com, SourceArn: !Sub "arn:aws:execute-api:a:b:${Api}/*/GET/x"}}
      Api:
        Type: AWS::ApiGateway::RestApi
        Properties:
          EndpointConfiguration: {Types: [!Ref P]}
          DisableExecuteApiEndpoint: true
          Policy: {Statement: [{Effect: Deny, Principal: {AWS: "*"}, Resource: "execute-api:/*", Condition: {NotIpAddress: {"aws:SourceIp": [10.0.0.0/8]}}}]}
          Body:
            security: [{k: []}]
            securityDefinitions: {k: {type: apiKey, name: x-api-key, x-amazon-apigateway-authorizer: {type: token, authorizerUri: !GetAtt F.Arn}}}
            paths:
              /x: !If [C, {get: {security: [{k: []}], x-amazon-apigateway-integration: {type: aws_proxy, uri: !GetAtt F.Arn}}}, !Ref "AWS::NoValue"]
              /y: {$ref: "#/paths/~1y"}
      Re: {Type: "AWS::ApiGateway::Resource", Properties: {ParentId: !Ref Re, PathPart: x}}
      Me: {Type: "AWS::ApiGateway::Method", Properties: {RestApiId: !Ref Api, ResourceId: !Ref Re, HttpMethod: GET, Integration: {Type: AWS, Uri: !Sub "x:${F.Arn}:y"}}}
      H: {Type: "AWS::ApiGatewayV2::Api", Properties: {ProtocolType: WEBSOCKET, Target: !Ref F}}
      Ro: {Type: "AWS::ApiGatewayV2::Route", Properties: {ApiId: !Ref H, RouteKey: $connect, Target: !Sub "integrations/${In}"}}
      In: {Type: "AWS::ApiGatewayV2::Integration", Properties: {ApiId: !Ref H, IntegrationUri: !GetAtt F.Arn}}
      U: {Type: "AWS::Lambda::Url", Properties: {TargetFunctionArn: !Ref F, AuthType: NONE}}
      B: {Type: "AWS::S3::Bucket", Properties: {NotificationConfiguration: {LambdaConfigurations: [{Function: !Ref F}]}}}
      E: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !Ref F, EventSourceArn: !Ref P, Topics: [x]}}
      Ru: {Type: "AWS::Events::Rule", Properties: {EventPattern: {}, Targets: [{Arn: !GetAtt F.Arn}]}}
      Bu: {Type: "AWS::Events::EventBusPolicy", Properties: {Principal: "*", Action: x, Condition: {Key: k, Value: v}}}
      G: {Type: "AWS::AppSync::GraphQLApi", Properties: {AuthenticationType: API_KEY}}
      Gs: {Type: "AWS::AppSync::GraphQLSchema", Properties: {ApiId: !Ref G, Definition: "type Query { a(b: C): D @aws_iam"}}
      Ds: {Type: "AWS::AppSync::DataSource", Properties: {Name: d, LambdaConfig: {LambdaFunctionArn: !Ref F}}}
      Rs: {Type: "AWS::AppSync::Resolver", Properties: {ApiId: !Ref G, TypeName: Query, FieldName: a, DataSourceName: d}}
      T: {Type: "AWS::ElasticLoadBalancingV2::TargetGroup", Properties: {Targets: [{Id: !Ref F}]}}
      L: {Type: "AWS::ElasticLoadBalancingV2::Listener", Properties: {DefaultActions: [{Type: forward, TargetGroupArn: !Ref T}]}}
      Up: {Type: "AWS::Cognito::UserPool", Properties: {LambdaConfig: {PreSignUp: !Ref F, CustomSMSSender: {LambdaArn: !Ref F}}}}
      S:
        Type: AWS::StepFunctions::StateMachine
        Properties:
          DefinitionSubstitutions: {X: !Ref F}
          DefinitionString: !Sub '{"States": {"A": {"Resource": "${!X}"}, "B": {"Branches": [{"States": {"C": {"Resource": "${F.Arn}"}}}]}}}'
      Cu: {Type: "Custom::X", Properties: {ServiceToken: !GetAtt F.Arn}}
    """;

  @Property(tries = 300)
  void binding_never_throws_and_is_deterministic(@ForAll long seed) throws IOException {
    var damaged = (Tree.Mapping) damage(
        Documents.read(SourceFile.of("template.yaml", TEMPLATE), Limits.DEFAULT, new Diagnostics()).getFirst(),
        new Random(seed), 0);
    var root = new Root(Path.of("src/test"), Limits.DEFAULT);
    Evaluated evaluated = Bound.evaluated("template.yaml", damaged, root, Map.of(), new Diagnostics());
    Deployment first = new Binder().bind(evaluated, root, new Diagnostics());
    Deployment second = new Binder().bind(evaluated, root, new Diagnostics());
    assertThat(first.triggers()).isEqualTo(second.triggers());
    assertThat(first.roles()).isEqualTo(second.roles());
  }

  /** {@code tree} with about one node in thirty replaced; sections and ids stay, or nothing would be left to bind. */
  private static Tree damage(Tree tree, Random random, int depth) {
    if (depth > 2 && random.nextInt(30) == 0) {
      return replacement(random);
    }
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, Span at) ->
        new Tree.Sequence(items.stream().map(item -> damage(item, random, depth + 1)).toList(), at);
      case Tree.Mapping(var entries, Span at) -> {
        var damaged = new LinkedHashMap<String, Tree.Entry>();
        entries.forEach((key, entry) -> {
          if (depth < 3 || random.nextInt(40) > 0) {
            damaged.put(key, new Tree.Entry(entry.keyAt(), damage(entry.value(), random, depth + 1)));
          }
        });
        yield new Tree.Mapping(damaged, at);
      }
    };
  }

  private static Tree replacement(Random random) {
    List<String> texts = List.of("", "*", "x", "../..", "A.B", "arn:aws:lambda:a:b:function:", "$ref", "#/paths", "${",
        "{{");
    Tree text = Tree.Scalar.text(texts.get(random.nextInt(texts.size())), AT);
    return switch (random.nextInt(6)) {
      case 0 -> text;
      case 1 -> new Tree.Scalar("", Tree.Kind.NULL, AT);
      case 2 -> new Tree.Sequence(new ArrayList<>(List.of(text, text)), AT);
      case 3 -> Tree.emptyMapping(AT);
      case 4 -> call("Ref", Tree.Scalar.text(List.of("F", "A", "Re", "P", "R").get(random.nextInt(5)), AT));
      default -> call("Fn::If", new Tree.Sequence(
          List.of(Tree.Scalar.text("C", AT), text, call("Ref", Tree.Scalar.text("AWS::NoValue", AT))), AT));
    };
  }

  private static Tree call(String function, Tree argument) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    entries.put(function, new Tree.Entry(AT, argument));
    return new Tree.Mapping(entries, AT);
  }
}
