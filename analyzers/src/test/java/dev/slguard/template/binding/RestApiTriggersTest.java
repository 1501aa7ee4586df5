package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestApiTriggersTest {
  private static final String URI = "!Sub \"arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${F.Arn}/invocations\"";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private List<String> triggers(String resources) {
    return TriggerLines.of(folder, resources);
  }

  private static String methods(String api, String authorization) {
    return """
      Api: {Type: "AWS::ApiGateway::RestApi", Properties: {%s}}
      Orders: {Type: "AWS::ApiGateway::Resource", Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders}}
      Order: {Type: "AWS::ApiGateway::Resource", Properties: {RestApiId: !Ref Api, ParentId: !Ref Orders, PathPart: "{id}"}}
      Get:
        Type: AWS::ApiGateway::Method
        Properties:
          RestApiId: !Ref Api
          ResourceId: !Ref Order
          HttpMethod: GET
          %s
          Integration: {Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: %s}
      """
        .formatted(api, authorization, URI);
  }

  private static String body(String security, String extra) {
    return """
      Api:
        Type: AWS::ApiGateway::RestApi
        Properties:
          Body:
            openapi: 3.0.1
            %s
            paths:
              /orders/{id}:
                x-amazon-apigateway-any-method:
                  %s
                  x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: %s}
      """.formatted(extra, security, URI);
  }

  @Test
  void method_without_authorization_is_open_to_the_internet() {
    assertThat(triggers(methods("", "AuthorizationType: NONE")))
        .containsExactly("F REST_API GET /orders/{id} NONE INTERNET <- Api");
  }

  @Test
  void an_api_key_is_a_key_only() {
    assertThat(triggers(methods("", "ApiKeyRequired: true")))
        .containsExactly("F REST_API GET /orders/{id} KEY_ONLY INTERNET <- Api");
  }

  @Test
  void signed_requests_come_from_the_account_unless_a_policy_lets_others_in() {
    assertThat(triggers(methods("", "AuthorizationType: AWS_IAM")))
        .containsExactly("F REST_API GET /orders/{id} IAM ACCOUNT <- Api");
    assertThat(triggers(methods(
        "Policy: {Statement: [{Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*'}]}",
        "AuthorizationType: AWS_IAM"))).containsExactly("F REST_API GET /orders/{id} IAM OTHER_ACCOUNTS <- Api");
  }

  @Test
  void authorizer_is_named_and_its_function_is_open() {
    assertThat(triggers(methods("", "AuthorizationType: CUSTOM\n    AuthorizerId: !Ref Auth") + """
      Auth:
        Type: AWS::ApiGateway::Authorizer
        Properties: {RestApiId: !Ref Api, Type: REQUEST, AuthorizerUri: %s}
      """.formatted(URI.replace("F.Arn", "G.Arn")))).containsExactly(
        "F REST_API GET /orders/{id} LAMBDA(Auth) INTERNET <- Api", "G AUTHORIZER_REQUEST_V1 NONE INTERNET <- Auth");
  }

  @Test
  void private_api_is_reached_from_the_account_network() {
    assertThat(triggers(methods("EndpointConfiguration: {Types: [PRIVATE]}", "AuthorizationType: NONE")))
        .containsExactly("F REST_API GET /orders/{id} NONE ACCOUNT <- Api");
    assertThat(triggers(methods("EndpointConfiguration: {Types: [!Ref Given]}", "AuthorizationType: NONE")))
        .containsExactly("F REST_API GET /orders/{id} NONE UNKNOWN <- Api");
  }

  @Test
  void addresses_in_the_resource_policy_narrow_the_reach() {
    assertThat(triggers(methods(
        """
          Policy: {Statement: [{Effect: Allow, Principal: '*', Resource: 'execute-api:/*'},
            {Effect: Deny, Principal: '*', Resource: 'execute-api:/*', Condition: {NotIpAddress: {'aws:SourceIp': 10.0.0.0/8}}}]}"""
            .replace("\n", " "),
        "AuthorizationType: NONE"))).containsExactly("F REST_API GET /orders/{id} NONE ACCOUNT <- Api");
    assertThat(triggers(methods(
        "Policy: {Statement: [{Effect: Allow, Principal: '*', Resource: 'execute-api:/*', Condition: {IpAddress: {'aws:SourceIp': 0.0.0.0/0}}}]}",
        "AuthorizationType: NONE"))).containsExactly("F REST_API GET /orders/{id} NONE INTERNET <- Api");
  }

  @Test
  void route_that_the_policy_does_not_name_is_closed_to_the_internet() {
    assertThat(
        triggers(methods("Policy: {Statement: [{Effect: Allow, Principal: '*', Resource: 'execute-api:/*/GET/open'}]}",
            "AuthorizationType: NONE")))
        .containsExactly("F REST_API GET /orders/{id} NONE ACCOUNT <- Api");
  }

  @Test
  void disabled_default_endpoint_leaves_the_custom_domain_and_its_certificates() {
    String api = "DisableExecuteApiEndpoint: true";
    assertThat(triggers(methods(api, "AuthorizationType: NONE")))
        .containsExactly("F REST_API GET /orders/{id} NONE UNKNOWN <- Api");
    assertThat(triggers(methods(api, "AuthorizationType: NONE")
        + """
          Domain: {Type: "AWS::ApiGateway::DomainName", Properties: {DomainName: a.example, MutualTlsAuthentication: {TruststoreUri: "s3://b/c"}}}
          Mapping: {Type: "AWS::ApiGateway::BasePathMapping", Properties: {RestApiId: !Ref Api, DomainName: !Ref Domain}}
          """))
        .containsExactly("F REST_API GET /orders/{id} MUTUAL_TLS(Domain) INTERNET <- Api");
  }

  @Test
  void default_endpoint_disabled_inside_the_document_counts() {
    assertThat(
        triggers(body("summary: x", "x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}")))
        .containsExactly("F REST_API ANY /orders/{id} NONE UNKNOWN <- Api");
  }

  @Test
  void empty_policy_text_is_no_policy() {
    assertThat(triggers(methods("Policy: ''", "AuthorizationType: NONE")))
        .containsExactly("F REST_API GET /orders/{id} NONE INTERNET <- Api");
  }

  @Test
  void operations_of_a_body_are_routes() {
    assertThat(triggers(body("summary: x", "info: {title: x}")))
        .containsExactly("F REST_API ANY /orders/{id} NONE INTERNET <- Api");
  }

  @Test
  void security_of_the_operation_beats_that_of_the_document() {
    String schemes = "security: [{Pool: []}]\n      components: {securitySchemes: {Pool: {type: apiKey, name: Authorization, in: header, "
        + "x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools}}, "
        + "key: {type: apiKey, name: x-api-key, in: header}, Doc: {type: http, scheme: bearer}}}";
    assertThat(triggers(body("summary: x", schemes)))
        .containsExactly("F REST_API ANY /orders/{id} COGNITO(Pool) INTERNET <- Api");
    assertThat(triggers(body("security: []", schemes)))
        .containsExactly("F REST_API ANY /orders/{id} NONE INTERNET <- Api");
    assertThat(triggers(body("security: [{Pool: [], key: []}]", schemes)))
        .containsExactly("F REST_API ANY /orders/{id} COGNITO(Pool) INTERNET <- Api");
    assertThat(triggers(body("security: [{key: []}]", schemes)))
        .containsExactly("F REST_API ANY /orders/{id} KEY_ONLY INTERNET <- Api");
    assertThat(triggers(body("security: [{Doc: []}]", schemes))).as("a scheme without authorizer is only documentation")
        .containsExactly("F REST_API ANY /orders/{id} NONE INTERNET <- Api");
    assertThat(triggers(body("x-amazon-apigateway-auth: {type: AWS_IAM}", schemes)))
        .containsExactly("F REST_API ANY /orders/{id} IAM ACCOUNT <- Api");
  }

  @Test
  void security_under_a_condition_makes_a_route_for_each_arm() {
    String schemes = "components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}}";
    assertThat(triggers(body("security: !If [IsProd, [{key: []}], !Ref 'AWS::NoValue']", schemes))).containsExactly(
        "F REST_API ANY /orders/{id} KEY_ONLY INTERNET <- Api [Stage = 'prod']",
        "F REST_API ANY /orders/{id} NONE INTERNET <- Api [not Stage = 'prod']");
  }

  @Test
  void function_named_by_a_stage_variable_is_found() {
    assertThat(triggers(
        """
          Api:
            Type: AWS::ApiGateway::RestApi
            Properties:
              Body:
                paths:
                  /:
                    get:
                      x-amazon-apigateway-integration:
                        type: aws_proxy
                        uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${!stageVariables.fn}/invocations"
          Stage:
            Type: AWS::ApiGateway::Stage
            Properties: {RestApiId: !Ref Api, StageName: v1, Variables: {fn: worker}}
          """))
        .containsExactly("F REST_API GET / NONE INTERNET <- Api");
  }

  @Test
  void integration_that_hands_the_request_to_a_queue_is_a_trigger_of_the_queue() {
    assertThat(triggers("""
      Queue: {Type: "AWS::SQS::Queue", Properties: {}}
      Api:
        Type: AWS::ApiGateway::RestApi
        Properties:
          Body:
            paths:
              /in:
                post:
                  x-amazon-apigateway-integration:
                    type: aws
                    uri: !Sub "arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/${Queue.QueueName}"
      """)).containsExactly("Queue UNKNOWN POST /in NONE INTERNET <- Api");
  }

  @Test
  void permission_alone_gives_method_and_path() {
    assertThat(triggers("""
      Api: {Type: "AWS::ApiGateway::RestApi", Properties: {BodyS3Location: {Bucket: b, Key: k}}}
      P:
        Type: AWS::Lambda::Permission
        Properties:
          Action: lambda:InvokeFunction
          FunctionName: !Ref F
          Principal: apigateway.amazonaws.com
          SourceArn: !Sub "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/orders/*"
      """)).containsExactly("F REST_API GET /orders/* UNKNOWN INTERNET <- Api");
  }

  @Test
  void permission_of_a_known_route_is_its_evidence() {
    var deployment = new Bound(folder).bind(TriggerLines.template(methods("", "AuthorizationType: NONE") + """
      P:
        Type: AWS::Lambda::Permission
        Properties:
          Action: lambda:InvokeFunction
          FunctionName: !Ref F
          Principal: apigateway.amazonaws.com
          SourceArn: !Sub "arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/orders/*"
      """));
    assertThat(deployment.triggers()).hasSize(1);
    assertThat(deployment.triggers().getFirst().evidence()).extracting(Span::line).contains(20);
  }

  @Test
  void permission_for_any_api_is_open_to_whoever_makes_one() {
    assertThat(triggers(methods("", "AuthorizationType: AWS_IAM")
        + """
          P: {Type: "AWS::Lambda::Permission", Properties: {Action: "lambda:InvokeFunction", FunctionName: !Ref F, Principal: apigateway.amazonaws.com}}
          """))
        .containsExactly("F REST_API GET /orders/{id} IAM ACCOUNT <- Api", "F UNKNOWN SERVICE ANY_SERVICE_USER");
  }

  @Test
  void body_in_a_local_file_is_read() {
    var bound = new Bound(folder).file("api.yaml",
        """
          openapi: 3.0.1
          paths:
            /x:
              get:
                x-amazon-apigateway-integration: {type: aws_proxy, uri: "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:worker/invocations"}
          """);
    assertThat(TriggerLines.of(bound.bind(TriggerLines
        .template("Api: {Type: \"AWS::ApiGateway::RestApi\", Properties: {BodyS3Location: ./api.yaml}}\n"))))
        .containsExactly("F REST_API GET /x NONE INTERNET <- Api");
  }
}
