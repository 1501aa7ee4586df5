package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.serverless.service.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What version 4 of the framework does otherwise than 3; it has no oracle that runs offline. */
class Version4Test {
  private static final String STATEMENT = "{Effect: Allow, Action: 's3:*', Resource: '*'}";

  private static Expanded version4(String rest) {
    return Expanded.of("frameworkVersion: '4'\nservice: shop\nprovider:\n  name: aws\n  runtime: nodejs22.x\n" + rest);
  }

  private static Expanded at(String stage, String rest, Map<String, String> parameters, Map<String, String> files) {
    return Expanded.of("frameworkVersion: '4'\nservice: shop\nprovider:\n  name: aws\n" + rest,
        new TemplateOptions(parameters, Optional.of(stage), Optional.empty(), Optional.empty()), files);
  }

  private static String variable(Expanded expanded) {
    return expanded.json("FLambdaFunction", "Environment", "Variables", "X").toString();
  }

  private static String function(String value) {
    return "functions:\n  f: {handler: a.b, environment: {X: '" + value + "'}}\n";
  }

  @Test
  void in_the_mode_per_function_there_is_no_shared_role() {
    Expanded expanded = version4("""
        iam: {role: {mode: perFunction}}
      functions:
        f: {handler: a.b}
        g: {handler: a.c, role: 'arn:aws:iam::123456789012:role/own'}
      """);
    assertThat(expanded.ids()).contains("FIamRoleLambdaExecution").doesNotContain("IamRoleLambdaExecution",
        "GIamRoleLambdaExecution");
    assertThat(expanded.json("FLambdaFunction", "Role"))
        .hasToString("{\"Fn::GetAtt\":[\"FIamRoleLambdaExecution\",\"Arn\"]}");
    assertThat(expanded.statements("FIamRoleLambdaExecution")).singleElement().asString()
        .contains("log-group:/aws/lambda/shop-dev-f:*:*");
  }

  private static final String LOGS = """
      logs: {lambda: {logGroup: /shared, logFormat: JSON}}
    functions:
      f: {handler: a.b, logs: {logGroup: /own, applicationLogLevel: WARN}}
      g: {handler: a.c}
    """;

  @Test
  void a_log_group_of_the_author_takes_the_place_of_the_framework_s() {
    Expanded expanded = version4(LOGS);
    assertThat(expanded.ids()).doesNotContain("FLogGroup", "GLogGroup");
    assertThat(expanded.json("FLambdaFunction", "LoggingConfig"))
        .hasToString("{\"LogFormat\":\"JSON\",\"ApplicationLogLevel\":\"WARN\",\"LogGroup\":\"/own\"}");
    assertThat(expanded.json("GLambdaFunction", "LoggingConfig", "LogGroup")).hasToString("\"/shared\"");
    assertThat(expanded.statements("IamRoleLambdaExecution"))
        .anyMatch(text -> text.contains("log-group:/own:*") && text.contains("log-group:/aws/lambda/shop-dev*:*"));
  }

  @Test
  void a_role_of_its_own_lets_a_function_write_to_the_log_group_that_counts() {
    Expanded expanded = version4("  iam: {role: {mode: perFunction}}\n" + LOGS);
    assertThat(expanded.statements("FIamRoleLambdaExecution")).singleElement().asString()
        .contains("log-group:/own:*:*");
    assertThat(expanded.statements("GIamRoleLambdaExecution")).singleElement().asString()
        .contains("log-group:/shared:*:*");
  }

  @Test
  void version_3_knows_no_log_group_of_the_author() {
    Expanded expanded = Expanded.shop(LOGS);
    assertThat(expanded.ids()).contains("FLogGroup", "GLogGroup");
    assertThat(expanded.resource("FLambdaFunction").mapping("Properties").orElseThrow().has("LoggingConfig")).isFalse();
  }

  @Test
  void provider_statements_are_inherited_unless_the_function_refuses() {
    Expanded expanded = version4("""
        iam: {role: {mode: perFunction, managedPolicies: ['arn:aws:iam::aws:policy/X'], statements: [%s]}}
      functions:
        f: {handler: a.b}
        g: {handler: a.b, iam: {inheritStatements: false}}
      """.formatted(STATEMENT));
    assertThat(expanded.statements("FIamRoleLambdaExecution")).anyMatch(text -> text.contains("s3:*"));
    assertThat(expanded.statements("GIamRoleLambdaExecution")).noneMatch(text -> text.contains("s3:*"));
    assertThat(expanded.json("GIamRoleLambdaExecution", "ManagedPolicyArns"))
        .hasToString("[\"arn:aws:iam::aws:policy/X\"]");
  }

  @Test
  void a_role_of_its_own_holds_what_its_own_events_need_and_no_other_does() {
    Expanded expanded = version4("""
        tracing: {lambda: true}
        iam: {role: {mode: perFunction}}
      functions:
        queue: {handler: a.b, events: [{sqs: 'arn:aws:sqs:eu-west-1:1:orders'}]}
        socket: {handler: a.b, events: [{websocket: $connect}]}
        timer: {handler: a.b, events: [{schedule: {rate: [rate(1 hour)], method: scheduler}}]}
        next: {handler: a.b, destinations: {onSuccess: queue}, onError: 'arn:aws:sns:eu-west-1:1:dead'}
      """);
    assertThat(actions(expanded, "Queue")).contains("sqs:ReceiveMessage", "xray:PutTraceSegments")
        .doesNotContain("execute-api", "lambda:InvokeFunction");
    assertThat(actions(expanded, "Socket")).contains("execute-api:ManageConnections").doesNotContain("sqs:");
    assertThat(actions(expanded, "Timer")).contains("lambda:InvokeFunction").doesNotContain("sqs:");
    assertThat(Shape.of(expanded.tree("TimerIamRoleLambdaExecution", "AssumeRolePolicyDocument")))
        .contains("scheduler.amazonaws.com");
    assertThat(Shape.of(expanded.tree("QueueIamRoleLambdaExecution", "AssumeRolePolicyDocument")))
        .doesNotContain("scheduler.amazonaws.com");
    assertThat(actions(expanded, "Next")).contains("lambda:InvokeFunction", "sns:Publish").doesNotContain("sqs:");
    assertThat(Shape.of(expanded.resource("QueueEventSourceMappingSQSOrders").get("DependsOn").orElseThrow()))
        .contains("QueueIamRoleLambdaExecution");
  }

  private static String actions(Expanded expanded, String function) {
    return String.join("\n", expanded.statements(function + "IamRoleLambdaExecution"));
  }

  @Test
  void without_the_mode_a_function_that_asks_for_statements_has_its_own_role_and_inherits_nothing() {
    Expanded expanded = version4(
        """
            iam: {role: {statements: [%s]}}
          functions:
            f: {handler: a.b, iam: {role: {statements: [{Effect: Allow, Action: 'sns:Publish', Resource: '*'}]}}, events: [{sqs: 'arn:aws:sqs:eu-west-1:1:orders'}]}
            g: {handler: a.b, iamRoleStatements: [{Effect: Allow, Action: 'sqs:SendMessage', Resource: '*'}], iamRoleStatementsInherit: true}
            h: {handler: a.b}
            i: {handler: a.b, iam: {role: {managedPolicies: ['arn:aws:iam::aws:policy/Y'], name: mine, path: /a/}}}
          """
            .formatted(STATEMENT));
    assertThat(actions(expanded, "F")).contains("sns:Publish", "sqs:ReceiveMessage").doesNotContain("s3:*");
    assertThat(actions(expanded, "G")).contains("sqs:SendMessage", "s3:*");
    assertThat(actions(expanded, "")).contains("s3:*").doesNotContain("sqs:ReceiveMessage");
    assertThat(expanded.json("IIamRoleLambdaExecution", "ManagedPolicyArns"))
        .hasToString("[\"arn:aws:iam::aws:policy/Y\"]");
    assertThat(expanded.json("IIamRoleLambdaExecution", "RoleName")).hasToString("\"mine\"");
    assertThat(expanded.json("IIamRoleLambdaExecution", "Path")).hasToString("\"/a/\"");
    assertThat(expanded.ids()).doesNotContain("HIamRoleLambdaExecution");
    assertThat(expanded.messages).noneMatch(message -> message.contains("no effect"));
  }

  @Test
  void boundary_and_vpc_reach_the_roles_of_functions() {
    Expanded expanded = version4("""
        vpc: {securityGroupIds: [a], subnetIds: [b]}
        iam: {role: {mode: perFunction, permissionsBoundary: 'arn:aws:iam::1:policy/all'}}
      functions:
        f: {handler: a.b}
        g: {handler: a.b, iam: {role: {permissionsBoundary: 'arn:aws:iam::1:policy/own'}}}
      """);
    assertThat(expanded.json("FIamRoleLambdaExecution", "PermissionsBoundary"))
        .hasToString("\"arn:aws:iam::1:policy/all\"");
    assertThat(expanded.json("GIamRoleLambdaExecution", "PermissionsBoundary"))
        .hasToString("\"arn:aws:iam::1:policy/own\"");
    assertThat(Shape.of(expanded.tree("FIamRoleLambdaExecution", "ManagedPolicyArns")))
        .contains("AWSLambdaVPCAccessExecutionRole");
  }

  @Test
  void version_3_has_neither_the_mode_nor_statements_of_functions() {
    Expanded expanded = Expanded.of("""
      frameworkVersion: '3'
      service: shop
      provider:
        name: aws
        iam: {role: {mode: perFunction}}
      functions: {f: {handler: a.b, iam: {role: {statements: [{Effect: Allow, Action: 'sns:Publish', Resource: '*'}]}}}}
      """);
    assertThat(expanded.ids()).contains("IamRoleLambdaExecution").doesNotContain("FIamRoleLambdaExecution");
  }

  @Test
  void an_open_url_has_two_permissions() {
    Expanded expanded = version4("functions: {f: {handler: a.b, url: true}}\n");
    assertThat(expanded.json("FLambdaPermissionFnUrl", "Action")).hasToString("\"lambda:InvokeFunctionUrl\"");
    assertThat(expanded.json("FLambdaPermissionFnUrlInvoke", "Action")).hasToString("\"lambda:InvokeFunction\"");
    assertThat(expanded.json("FLambdaPermissionFnUrlInvoke", "InvokedViaFunctionUrl")).hasToString("true");
    assertThat(expanded.json("FLambdaPermissionFnUrlInvoke", "Principal")).hasToString("\"*\"");
  }

  @Test
  void a_signed_url_has_none() {
    assertThat(version4("functions: {f: {handler: a.b, url: {authorizer: aws_iam}}}\n").ids())
        .contains("FLambdaFunctionUrl").noneMatch(id -> id.startsWith("FLambdaPermission"));
  }

  @Test
  void every_stage_that_stages_declares_is_expanded_with_its_parameters() {
    Expanded expanded = version4(function("${param:host}") + """
      stages:
        default: {params: {host: none}}
        prod: {params: {host: prod.local}, observability: true}
        test: {}
      """);
    assertThat(expanded.expansions).extracting(Expansion::name).containsExactly("serverless.yml (dev)",
        "serverless.yml (prod)", "serverless.yml (test)");
    assertThat(expanded.expansions.stream().map(one -> Shape.of(one.body()).contains("prod.local")).toList())
        .containsExactly(false, true, false);
  }

  @Test
  void parameters_go_option_stages_params_default_stages_default_params() {
    String all = function("${param:x}") + """
      stages: {prod: {params: {x: a}}, default: {params: {x: c}}}
      params: {prod: {x: b}, default: {x: d}}
      """;
    assertThat(variable(at("prod", all, Map.of("x", "given"), Map.of()))).isEqualTo("\"given\"");
    assertThat(variable(at("prod", all, Map.of(), Map.of()))).isEqualTo("\"a\"");
    assertThat(variable(at("prod", all.replace("x: a", "x: null"), Map.of(), Map.of()))).isEqualTo("\"b\"");
    assertThat(variable(at("test", all, Map.of(), Map.of()))).isEqualTo("\"c\"");
    assertThat(variable(at("test", all.replace("x: c", "y: c"), Map.of(), Map.of()))).isEqualTo("\"d\"");
  }

  @Test
  void parameters_of_a_composition_come_last_and_its_outputs_stay_unknown() {
    var files = new HashMap<String, String>();
    files.put("serverless-compose.yml", """
      services:
        shop:
          path: .
          params: {table: orders, queue: '${other.QueueUrl}'}
        other: {path: other}
      """);
    assertThat(variable(at("dev", function("${param:table}"), Map.of(), files))).isEqualTo("\"orders\"");
    assertThat(variable(at("dev", function("${param:table}") + "params: {default: {table: mine}}\n", Map.of(), files)))
        .isEqualTo("\"mine\"");
    assertThat(variable(at("dev", function("${param:queue}"), Map.of(), files))).contains("Fn::Unresolved");
  }

  @Test
  void resolvers_that_stages_name_stay_unknown_and_are_listed() {
    Expanded expanded = version4(function("${keys:path/to/key}") + """
      stages: {default: {resolvers: {keys: {type: vault, address: x}}}}
      """);
    assertThat(variable(expanded)).contains("Fn::Unresolved");
    assertThat(expanded.messages).anyMatch(message -> message.contains("keys:path/to/key"));
  }

  @Test
  void sources_that_only_deployment_knows_stay_unknown_and_are_listed() {
    for (String source : List.of("output:other.Url", "terraform:outputs:url", "vault:secret/a.b", "doppler:KEY",
        "git:sha1")) {
      Expanded expanded = version4(function("${" + source + "}"));
      assertThat(variable(expanded)).as(source).contains("Fn::Unresolved");
      assertThat(expanded.messages).as(source).anyMatch(message -> message.contains(source));
    }
  }

  @Test
  void a_source_that_only_deployment_knows_takes_no_fallback() {
    assertThat(variable(version4(function("${vault:secret/a, \"local\"}")))).contains("Fn::Unresolved");
  }

  @Test
  void the_built_in_bundler_keeps_handlers_and_finds_their_source() {
    Expanded expanded = version4("""
      build: {esbuild: {bundle: true, minify: true}}
      functions: {f: {handler: src/orders.list}}
      """);
    assertThat(expanded.json("FLambdaFunction", "Handler")).hasToString("\"src/orders.list\"");
    assertThat(expanded.only().sourceFolders()).containsEntry("FLambdaFunction", "");
    assertThat(expanded.messages).isEmpty();
  }

  @Test
  void a_key_that_only_version_4_knows_makes_it_version_4() {
    for (String key : List.of("licenseKey: x", "build: {esbuild: false}", "stages: {default: {params: {}}}")) {
      assertThat(Expanded.shop(key + "\nfunctions: {f: {handler: a.b, url: true}}\n").ids()).as(key)
          .contains("FLambdaPermissionFnUrlInvoke");
    }
    assertThat(Expanded.shop("functions: {f: {handler: a.b, url: true}}\n").ids())
        .doesNotContain("FLambdaPermissionFnUrlInvoke");
  }

  @Test
  void the_license_key_is_not_looked_for() {
    Expanded expanded = Expanded.of("""
      licenseKey: ${ssm:/serverless/key}
      service: shop
      provider: {name: aws}
      functions: {f: {handler: a.b}}
      """);
    assertThat(expanded.ids()).contains("FLambdaFunction");
  }
}
