package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Provenance;
import org.junit.jupiter.api.Test;

class ApiEventsTest {

  @Test
  void http_is_open_by_default_in_both_spellings() {
    Expanded expanded = Expanded.shop("""
      functions:
        get:
          handler: a.b
          events:
            - http: GET orders/{id}
            - http: {path: /orders, method: post, private: true, cors: true}
      """);
    assertThat(expanded.json("ApiGatewayMethodOrdersIdVarGet", "AuthorizationType")).hasToString("\"NONE\"");
    assertThat(expanded.json("ApiGatewayMethodOrdersIdVarGet", "ApiKeyRequired")).hasToString("false");
    assertThat(expanded.json("ApiGatewayMethodOrdersPost", "ApiKeyRequired")).hasToString("true");
    assertThat(expanded.json("ApiGatewayMethodOrdersOptions", "AuthorizationType")).hasToString("\"NONE\"");
    assertThat(expanded.json("ApiGatewayMethodOrdersIdVarGet", "ResourceId"))
        .hasToString("{\"Ref\":\"ApiGatewayResourceOrdersIdVar\"}");
    assertThat(expanded.json("ApiGatewayResourceOrdersIdVar", "ParentId"))
        .hasToString("{\"Ref\":\"ApiGatewayResourceOrders\"}");
    assertThat(expanded.json("GetLambdaPermissionApiGateway", "SourceArn").toString()).contains("ApiGatewayRestApi")
        .contains("/*/*");
    assertThat(expanded.line("ApiGatewayMethodOrdersIdVarGet", "AuthorizationType")).isEqualTo(9);
    assertThat(expanded.only().provenance().get("ApiGatewayMethodOrdersPost")).extracting(Provenance::authoredId)
        .isEqualTo("get");
  }

  @Test
  void authorizers_of_http_by_name_arn_and_type() {
    Expanded expanded = Expanded.shop("""
      functions:
        auth: {handler: a.b}
        f:
          handler: a.b
          events:
            - http: {path: a, method: get, authorizer: auth}
            - http: {path: b, method: get, authorizer: aws_iam}
            - http: {path: c, method: get, authorizer: {name: pool, arn: !GetAtt Pool.Arn}}
            - http: {path: d, method: get, authorizer: {name: typed, arn: !GetAtt Pool.Arn, type: COGNITO_USER_POOLS}}
            - http: {path: e, method: get, authorizer: 'arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_x'}
      """);
    assertThat(expanded.json("ApiGatewayMethodAGet", "AuthorizationType")).hasToString("\"CUSTOM\"");
    assertThat(expanded.json("AuthApiGatewayAuthorizer", "Type")).hasToString("\"TOKEN\"");
    assertThat(expanded.json("AuthLambdaPermissionApiGateway", "Principal"))
        .hasToString("\"apigateway.amazonaws.com\"");
    assertThat(expanded.json("ApiGatewayMethodBGet", "AuthorizationType")).hasToString("\"AWS_IAM\"");
    assertThat(expanded.json("PoolApiGatewayAuthorizer", "Type")).hasToString("\"TOKEN\"");
    assertThat(expanded.json("TypedApiGatewayAuthorizer", "Type")).hasToString("\"COGNITO_USER_POOLS\"");
    assertThat(expanded.json("ApiGatewayMethodEGet", "AuthorizationType")).hasToString("\"COGNITO_USER_POOLS\"");
  }

  @Test
  void httpApi_routes_and_their_authorizers() {
    Expanded expanded = Expanded.shop("""
        httpApi:
          cors: true
          authorizers:
            jwt: {identitySource: $request.header.Authorization, issuerUrl: https://x, audience: [a]}
            custom: {type: request, functionName: auth}
      functions:
        auth: {handler: a.b}
        f:
          handler: a.b
          events:
            - httpApi: '*'
            - httpApi: GET /open
            - httpApi: {method: get, path: /jwt, authorizer: {name: jwt, scopes: [read]}}
            - httpApi: {method: get, path: /custom, authorizer: custom}
            - httpApi: {method: get, path: /iam, authorizer: {type: aws_iam}}
      """);
    assertThat(expanded.json("HttpApiRouteDefault", "RouteKey")).hasToString("\"$default\"");
    assertThat(expanded.tree("HttpApiRouteGetOpen").toString()).doesNotContain("AuthorizationType");
    assertThat(expanded.json("HttpApiRouteGetJwt", "AuthorizationType")).hasToString("\"JWT\"");
    assertThat(expanded.json("HttpApiRouteGetJwt", "AuthorizationScopes")).hasToString("[\"read\"]");
    assertThat(expanded.json("HttpApiRouteGetCustom", "AuthorizationType")).hasToString("\"CUSTOM\"");
    assertThat(expanded.json("HttpApiRouteGetIam", "AuthorizationType")).hasToString("\"AWS_IAM\"");
    assertThat(expanded.json("HttpApiAuthorizerCustom", "AuthorizerType")).hasToString("\"REQUEST\"");
    assertThat(expanded.ids()).contains("CustomLambdaAuthorizerPermissionHttpApi", "FLambdaPermissionHttpApi");
    assertThat(expanded.json("HttpApi", "CorsConfiguration", "AllowOrigins")).hasToString("[\"*\"]");
  }

  @Test
  void a_url_is_open_unless_signed() {
    Expanded expanded = Expanded.shop("""
      functions:
        open: {handler: a.b, url: true}
        signed:
          handler: a.b
          url: {authorizer: aws_iam}
      """);
    assertThat(expanded.json("OpenLambdaFunctionUrl", "AuthType")).hasToString("\"NONE\"");
    assertThat(expanded.json("OpenLambdaPermissionFnUrl", "Principal")).hasToString("\"*\"");
    assertThat(expanded.json("SignedLambdaFunctionUrl", "AuthType")).hasToString("\"AWS_IAM\"");
    assertThat(expanded.ids()).doesNotContain("SignedLambdaPermissionFnUrl", "OpenLambdaPermissionFnUrlInvoke");
    assertThat(expanded.line("SignedLambdaFunctionUrl", "AuthType")).isEqualTo(9);
  }
}
