package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTriggersTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private List<String> triggers(String resources) {
    return TriggerLines.of(folder, resources);
  }

  private static String api(String protocol, String integration) {
    return """
      Api: {Type: "AWS::ApiGatewayV2::Api", Properties: {ProtocolType: %s}}
      Calls: {Type: "AWS::ApiGatewayV2::Integration", Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, %s IntegrationUri: !GetAtt F.Arn}}
      """
        .formatted(protocol, integration);
  }

  private static String route(String id, String key, String authorization) {
    return """
      %s: {Type: "AWS::ApiGatewayV2::Route", Properties: {ApiId: !Ref Api, RouteKey: "%s", %s Target: !Sub "integrations/${Calls}"}}
      """
        .formatted(id, key, authorization);
  }

  @Test
  void route_with_its_payload_version() {
    assertThat(triggers(api("HTTP", "PayloadFormatVersion: '2.0',") + route("R", "GET /a/{b}", "")))
        .containsExactly("F HTTP_API_V2 GET /a/{b} NONE INTERNET <- Api");
    assertThat(triggers(api("HTTP", "PayloadFormatVersion: '1.0',") + route("R", "$default", "")))
        .containsExactly("F HTTP_API_V1 ANY $default NONE INTERNET <- Api");
  }

  @Test
  void authorization_of_routes() {
    String v2 = api("HTTP", "PayloadFormatVersion: '2.0',");
    assertThat(triggers(v2 + route("R", "GET /a", "AuthorizationType: AWS_IAM,")))
        .containsExactly("F HTTP_API_V2 GET /a IAM ACCOUNT <- Api");
    assertThat(triggers(v2 + route("R", "GET /a", "AuthorizationType: JWT, AuthorizerId: !Ref Auth,")
        + "Auth: {Type: \"AWS::ApiGatewayV2::Authorizer\", Properties: {ApiId: !Ref Api, AuthorizerType: JWT}}\n"))
        .containsExactly("F HTTP_API_V2 GET /a JWT(Auth) INTERNET <- Api");
    assertThat(triggers(v2 + route("R", "GET /a", "AuthorizationType: CUSTOM, AuthorizerId: !Ref Auth,")
        + """
          Auth:
            Type: AWS::ApiGatewayV2::Authorizer
            Properties: {ApiId: !Ref Api, AuthorizerType: REQUEST, AuthorizerPayloadFormatVersion: '2.0', AuthorizerUri: !GetAtt G.Arn}
          """))
        .containsExactly("F HTTP_API_V2 GET /a LAMBDA(Auth) INTERNET <- Api",
            "G AUTHORIZER_REQUEST_V2 NONE INTERNET <- Auth");
    assertThat(triggers(v2 + route("R", "GET /a", "AuthorizationType: !Ref Given,")))
        .containsExactly("F HTTP_API_V2 GET /a UNKNOWN INTERNET <- Api");
  }

  @Test
  void quick_api_is_an_open_catch_all() {
    assertThat(
        triggers("Api: {Type: \"AWS::ApiGatewayV2::Api\", Properties: {ProtocolType: HTTP, Target: !GetAtt F.Arn}}\n"))
        .containsExactly("F HTTP_API_V2 ANY $default NONE INTERNET <- Api");
  }

  @Test
  void web_socket_asks_on_connect_for_all_its_routes() {
    String socket = api("WEBSOCKET", "");
    assertThat(triggers(socket + route("C", "$connect", "AuthorizationType: AWS_IAM,") + route("S", "send", "")))
        .containsExactly("F WEBSOCKET ANY $connect IAM ACCOUNT <- Api", "F WEBSOCKET ANY send IAM ACCOUNT <- Api");
    assertThat(triggers(socket + route("S", "send", ""))).containsExactly("F WEBSOCKET ANY send NONE INTERNET <- Api");
  }

  @Test
  void route_of_an_api_that_stands_elsewhere() {
    assertThat(triggers(
        """
          Calls: {Type: "AWS::ApiGatewayV2::Integration", Properties: {ApiId: !Ref Given, IntegrationType: AWS_PROXY, PayloadFormatVersion: '2.0', IntegrationUri: !Ref F}}
          R: {Type: "AWS::ApiGatewayV2::Route", Properties: {ApiId: !Ref Given, RouteKey: "GET /", Target: !Join [/, [integrations, !Ref Calls]]}}
          """))
        .containsExactly("F HTTP_API_V2 GET / NONE INTERNET <- ${Given}");
  }

  @Test
  void direct_integration_starts_a_state_machine() {
    assertThat(triggers(
        """
          M: {Type: "AWS::StepFunctions::StateMachine", Properties: {}}
          Api: {Type: "AWS::ApiGatewayV2::Api", Properties: {ProtocolType: HTTP}}
          Calls: {Type: "AWS::ApiGatewayV2::Integration", Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationSubtype: StepFunctions-StartExecution, RequestParameters: {StateMachineArn: !Ref M}}}
          R: {Type: "AWS::ApiGatewayV2::Route", Properties: {ApiId: !Ref Api, RouteKey: "POST /run", Target: !Sub "integrations/${Calls}"}}
          """))
        .containsExactly("M UNKNOWN POST /run NONE INTERNET <- Api");
  }

  @Test
  void body_of_an_http_api() {
    assertThat(triggers("""
      Api:
        Type: AWS::ApiGatewayV2::Api
        Properties:
          Body:
            openapi: 3.0.1
            paths:
              /$default:
                x-amazon-apigateway-any-method:
                  x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/calls"}
              /in:
                get:
                  security: [{tokens: [read]}]
                  x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/calls"}
            components:
              securitySchemes:
                tokens: {type: oauth2, x-amazon-apigateway-authorizer: {type: jwt}}
              x-amazon-apigateway-integrations:
                calls: {type: aws_proxy, payloadFormatVersion: "2.0", uri: !GetAtt F.Arn}
      """)).containsExactly("F HTTP_API_V2 ANY $default NONE INTERNET <- Api",
        "F HTTP_API_V2 GET /in JWT(tokens) INTERNET <- Api");
  }
}
