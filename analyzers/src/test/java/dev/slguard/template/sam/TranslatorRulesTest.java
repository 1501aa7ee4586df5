package dev.slguard.template.sam;

import static dev.slguard.template.sam.Translated.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Tree;
import dev.slguard.template.cloudformation.TreeJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of SAM's translator that one would not guess, each seen in what it makes of a bred template. */
class TranslatorRulesTest {
  @TempDir
  Path folder;

  private List<Diagnostic> said = List.of();

  private Tree.Mapping expand(String template) {
    Translated translated = Translated.of(folder, template);
    said = translated.diagnostics();
    return translated.expansion().body();
  }

  private List<String> messages(Diagnostic.Level level) {
    return said.stream().filter(each -> each.level() == level).map(Diagnostic::message).toList();
  }

  private static final String SOCKET = """
    Conditions: {Live: !Equals [!Ref AWS::Region, x]}
    Resources:
      Chat:
        Type: AWS::Serverless::WebSocketApi
        Condition: Live
        DeletionPolicy: Retain
        Properties:
          RouteSelectionExpression: $request.body.action
          StageName: !Ref AWS::StackName
          Auth: {AuthType: %s, AuthArn: arn:auth}
          Routes:
            $connect: {FunctionArn: arn:fn}
    """;

  @Test
  void a_WebSocket_API_hands_none_of_its_attributes_on() {
    Tree.Mapping made = expand(SOCKET.formatted("CUSTOM"));
    for (String id : List.of("Chat", "ChatConnectRoute", "ChatConnectIntegration", "ChatConnectPermission")) {
      assertThat(at(made, id)).isNotEmpty();
      assertThat(at(made, id, "Condition") + at(made, id, "DeletionPolicy")).isEmpty();
    }
    assertThat(messages(Diagnostic.Level.WARNING)).anyMatch(text -> text.contains("'Live'"));
  }

  @Test
  void a_WebSocket_API_allows_each_route_of_its_stage_and_its_authorizer() {
    Tree.Mapping made = expand(SOCKET.formatted("CUSTOM"));
    assertThat(at(made, "ChatConnectPermission", "Properties", "SourceArn"))
        .contains("${Chat.ApiId}/${__StageName__}/$connect");
    assertThat(at(made, "ChatAuthorizerPermission", "Properties", "SourceArn"))
        .contains("${__ApiId__}/authorizers/*\",{\"__ApiId__\":{\"Ref\":\"Chat\"}}");
    assertThat(at(made, "ChatConnectRoute", "Properties", "AuthorizationType")).isEqualTo("\"CUSTOM\"");
  }

  @Test
  void an_AuthType_in_other_letters_leaves_a_WebSocket_API_open() {
    Tree.Mapping made = expand(SOCKET.formatted("custom"));
    assertThat(at(made, "ChatConnectRoute", "Properties", "AuthorizationType")).isEqualTo("\"NONE\"");
    assertThat(at(made, "ChatConnectAuthorizer")).isEmpty();
  }

  @Test
  void a_GraphQL_API_hands_all_of_its_attributes_on_but_not_to_connectors() {
    Tree.Mapping made = expand("""
      Conditions: {Live: !Equals [!Ref AWS::Region, x]}
      Resources:
        Graph:
          Type: AWS::Serverless::GraphQLApi
          Condition: Live
          DependsOn: Other
          Metadata: {a: b}
          Properties:
            SchemaInline: 'type Query { a: Int }'
            Auth: {Type: AWS_LAMBDA, LambdaAuthorizer: {AuthorizerUri: arn:fn}}
        Other: {Type: AWS::SNS::Topic}
      """);
    for (String id : List.of("Graph", "GraphSchema", "GraphCloudWatchRole")) {
      assertThat(at(made, id, "Condition")).isEqualTo("\"Live\"");
      assertThat(at(made, id, "DependsOn")).isEqualTo("\"Other\"");
      assertThat(at(made, id, "Metadata")).isEqualTo("{\"a\":\"b\"}");
    }
    assertThat(at(made, "GraphToLambdaAuthConnector1WriteLambdaPermission")).contains("AWS::Lambda::Permission")
        .doesNotContain("Live");
  }

  @Test
  void a_shared_usage_plan_exists_under_a_condition_of_its_own() {
    Tree.Mapping made = expand("""
      Conditions: {Live: !Equals [!Ref AWS::Region, x]}
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Condition: Live
          Properties: {StageName: p, Auth: {UsagePlan: {CreateUsagePlan: SHARED}}}
      """);
    assertThat(at(made, "ServerlessUsagePlan", "Condition")).isEqualTo("\"SharedUsagePlanCondition\"");
    assertThat(made.mapping("Conditions").flatMap(all -> all.get("SharedUsagePlanCondition")).map(TreeJson::compact))
        .contains("{\"Condition\":\"Live\"}");
  }

  private static final String HTTP = """
    Resources:
      Http: {Type: AWS::Serverless::HttpApi, Properties: {FailOnWarnings: %s}}
      Fn:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.13
          Handler: a.b
          InlineCode: x
          Events: {All: {Type: HttpApi, Properties: {ApiId: !Ref Http}}}
    """;

  @Test
  void the_catch_all_route_of_an_API_that_fails_on_warnings_begins_with_a_slash() {
    assertThat(at(expand(HTTP.formatted("true")), "Http", "Properties", "Body", "paths")).startsWith("{\"/$default\"");
    assertThat(at(expand(HTTP.formatted("false")), "Http", "Properties", "Body", "paths")).startsWith("{\"$default\"");
  }

  @Test
  void a_Swagger_document_of_the_author_stays_one_whatever_OpenApiVersion_says() {
    Tree.Mapping made = expand("""
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: p
            OpenApiVersion: 3.0.1
            Auth: {DefaultAuthorizer: Pool, Authorizers: {Pool: {UserPoolArn: arn:pool}}}
            DefinitionBody: {swagger: '2.0', paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}}
      """);
    assertThat(at(made, "Api", "Properties", "Body", "swagger")).isEqualTo("\"2.0\"");
    assertThat(at(made, "Api", "Properties", "Body", "securityDefinitions", "Pool")).contains("cognito_user_pools");
    assertThat(at(made, "Api", "Properties", "Body", "components")).isEmpty();
  }

  @Test
  void of_two_APIs_with_one_domain_the_last_counts() {
    Tree.Mapping made = expand("""
      Resources:
        One: {Type: AWS::Serverless::Api, Properties: {StageName: p, Domain: {DomainName: d, CertificateArn: first}}}
        Two: {Type: AWS::Serverless::Api, Properties: {StageName: p, Domain: {DomainName: d, CertificateArn: last}}}
      """);
    List<String> domains = made.mapping("Resources").orElseThrow().entries().keySet().stream()
        .filter(id -> id.startsWith("ApiGatewayDomainName")).toList();
    assertThat(domains).hasSize(1);
    assertThat(at(made, domains.getFirst())).contains("\"RegionalCertificateArn\":\"last\"");
  }

  @Test
  void a_resource_policy_covers_all_methods_of_any_and_an_empty_one_is_kept() {
    Tree.Mapping made = expand("""
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: p
            Auth: {ResourcePolicy: {AwsAccountBlacklist: ['1']}}
            DefinitionBody: {openapi: '3.0', paths: {/a: {any: {x-amazon-apigateway-integration: {type: mock}}}}}
        Empty:
          Type: AWS::Serverless::Api
          Properties:
            StageName: p
            Auth: {ResourcePolicy: {}}
            DefinitionBody: {openapi: '3.0', paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}}
      """);
    assertThat(at(made, "Api", "Properties", "Body", "x-amazon-apigateway-policy")).contains("/*/a")
        .doesNotContain("/ANY/a");
    assertThat(at(made, "Empty", "Properties", "Body", "x-amazon-apigateway-policy")).isEqualTo("{}");
  }

  @Test
  void a_function_in_Enabled_counts_as_true() {
    Tree.Mapping made = expand("""
      Conditions: {Live: !Equals [!Ref AWS::Region, x]}
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.13
            Handler: a.b
            InlineCode: x
            Events: {S: {Type: Schedule, Properties: {Schedule: rate(1 day), Enabled: !If [Live, true, false]}}}
      """);
    assertThat(at(made, "FnS", "Properties", "State")).isEqualTo("\"ENABLED\"");
  }

  @Test
  void the_role_of_CodeDeploy_exists_under_the_conditions_of_all_deployments() {
    Tree.Mapping made = expand("""
      Conditions: {Live: !Equals [!Ref AWS::Region, x]}
      Globals: {Function: {Runtime: python3.13, Handler: a.b, InlineCode: x, AutoPublishAlias: live}}
      Resources:
        One:
          Type: AWS::Serverless::Function
          Condition: Live
          Properties: {InlineCode: x, DeploymentPreference: {Type: AllAtOnce, PassthroughCondition: true}}
        Two:
          Type: AWS::Serverless::Function
          Properties: {InlineCode: x, DeploymentPreference: {Type: AllAtOnce, Role: arn:role}}
      """);
    assertThat(at(made, "CodeDeployServiceRole")).contains("codedeploy.amazonaws.com").doesNotContain("Condition");
  }

  @Test
  void an_HttpApi_event_may_name_a_REST_API_of_OpenAPI_3() {
    Tree.Mapping made = expand("""
      Resources:
        Api: {Type: AWS::Serverless::Api, Properties: {StageName: p, OpenApiVersion: 3.0.1}}
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.13
            Handler: a.b
            InlineCode: x
            Events: {All: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /a, Method: get}}}
      """);
    assertThat(at(made, "Api", "Properties", "Body", "paths", "/a", "get")).contains("aws_proxy");
    assertThat(messages(Diagnostic.Level.ERROR)).isEmpty();
  }

  @Test
  void ids_of_WebSocket_routes_have_one_capital_and_the_stage_waits_for_routes_that_it_sets() {
    Tree.Mapping made = expand("""
      Resources:
        Chat:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            RouteSelectionExpression: $request.body.action
            Tags: {a: b}
            RouteSettings: {sendMessage: {ThrottlingBurstLimit: 1}}
            Routes: {sendMessage: {FunctionArn: arn:fn}}
      """);
    assertThat(at(made, "ChatSendmessageRoute", "Properties", "RouteKey")).isEqualTo("\"sendMessage\"");
    assertThat(at(made, "ChatSendmessagePermission", "Properties", "SourceArn")).contains("/default/sendMessage");
    assertThat(at(made, "ChatDefaultStage", "DependsOn")).isEqualTo("[\"ChatSendmessageRoute\"]");
    assertThat(at(made, "ChatDefaultStage", "Properties", "Tags")).doesNotContain("\"a\"");
  }

  @Test
  void functions_share_the_queue_that_SAM_makes_for_a_destination_in_Globals() {
    Tree.Mapping made = expand("""
      Globals:
        Function:
          Runtime: python3.13
          Handler: a.b
          EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}
      Resources:
        One: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
        Two: {Type: AWS::Serverless::Function, Properties: {InlineCode: x}}
      """);
    assertThat(at(made, "OneEventInvokeConfigOnFailureQueue")).contains("AWS::SQS::Queue");
    assertThat(at(made, "TwoEventInvokeConfigOnFailureQueue")).isEmpty();
    assertThat(at(made, "TwoRole", "Properties", "Policies")).contains("OneEventInvokeConfigOnFailureQueue");
    assertThat(at(made, "TwoEventInvokeConfig")).contains("OneEventInvokeConfigOnFailureQueue");
  }

  private static final String EVENT_POLICY = """
    Parameters: {Net: {Type: String, Default: 1.2.3.4}}
    Resources:
      Api:
        Type: AWS::Serverless::Api
        Properties: {StageName: !Ref AWS::StackName%s}
      Fn:
        Type: AWS::Serverless::Function
        Properties:
          Runtime: python3.13
          Handler: a.b
          InlineCode: x
          Events:
            Get:
              Type: Api
              Properties:
                RestApiId: !Ref Api
                Path: /a
                Method: get
                Auth: {ResourcePolicy: {IpRangeBlacklist: [!Ref Net]}}
    """;

  @Test
  void the_policy_of_an_event_names_a_wrong_stage_and_is_lost_when_definitions_are_merged() {
    String key = "x-amazon-apigateway-policy";
    assertThat(at(expand(EVENT_POLICY.formatted("")), "Api", "Properties", "Body", key))
        .contains("{\"__Stage__\":\"Stage\"}").contains("\"aws:SourceIp\":[{\"Ref\":\"Net\"}]");
    String merged = EVENT_POLICY.formatted(", MergeDefinitions: true, DefinitionBody: {openapi: '3.0.1', paths: {}}");
    assertThat(at(expand(merged), "Api", "Properties", "Body", key)).isEmpty();
  }

  @Test
  void a_conditional_state_machine_is_started_by_a_conditional_integration() {
    Tree.Mapping made = expand("""
      Conditions: {Live: !Equals [!Ref AWS::Region, x]}
      Resources:
        Machine:
          Type: AWS::Serverless::StateMachine
          Condition: Live
          Properties:
            Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}
            Events: {Go: {Type: Api, Properties: {Path: /go, Method: post}}}
      """);
    assertThat(at(made, "ServerlessRestApi", "Properties", "Body", "paths")).contains("\"uri\":{\"Fn::If\":[\"Live\"");
  }

  @Test
  void only_RESPONSE_STREAM_lets_a_REST_API_stream() {
    String template = """
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: a.b
            InlineCode: x
            Events: {Get: {Type: Api, Properties: {Path: /a, Method: get, ResponseTransferMode: %s}}}
      """;
    String[] body = {"ServerlessRestApi", "Properties", "Body"};
    assertThat(at(expand(template.formatted("RESPONSE_STREAM")), body)).contains("response-streaming-invocations");
    assertThat(at(expand(template.formatted("BUFFERED")), body)).doesNotContain("streaming", "responseTransferMode");
  }

  @Test
  void scopes_beside_the_authorizer_NONE_of_an_HTTP_API_count_for_nothing() {
    Tree.Mapping made = expand(
        """
          Resources:
            Http:
              Type: AWS::Serverless::HttpApi
              Properties:
                Name: shop
                Auth:
                  DefaultAuthorizer: J
                  Authorizers: {J: {JwtConfiguration: {issuer: i, audience: [a]}, IdentitySource: $request.header.A}}
            Fn:
              Type: AWS::Serverless::Function
              Properties:
                Runtime: python3.13
                Handler: a.b
                InlineCode: x
                Events:
                  Get:
                    Type: HttpApi
                    Properties: {ApiId: !Ref Http, Path: /a, Method: get, Auth: {Authorizer: NONE, AuthorizationScopes: [s]}}
          """);
    assertThat(at(made, "Http", "Properties", "Body", "paths", "/a", "get", "security")).isEqualTo("[{\"NONE\":[]}]");
    assertThat(at(made, "Http", "Properties", "Body", "info", "title")).isEqualTo("\"shop\"");
    assertThat(at(made, "Http", "Properties", "Name")).isEmpty();
  }

  @Test
  void tags_that_a_function_propagates_reach_what_CodeDeploy_needs() {
    Tree.Mapping made = expand("""
      Resources:
        Fn:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: python3.13
            Handler: a.b
            InlineCode: x
            Tags: {team: shop}
            PropagateTags: true
            AutoPublishAlias: live
            DeploymentPreference: {Type: AllAtOnce}
      """);
    for (String id : List.of("ServerlessDeploymentApplication", "CodeDeployServiceRole", "FnDeploymentGroup")) {
      assertThat(at(made, id, "Properties", "Tags")).contains("\"Key\":\"team\"");
    }
  }
}
