package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slguard.template.serverless.service.Shape;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ServerlessFormatTest {

  @Test
  void other_providers_are_skipped_with_one_notice() {
    Expanded expanded = Expanded.of("service: s\nprovider: {name: google}\nfunctions: {f: {handler: x}}\n");
    assertThat(expanded.expansions).isEmpty();
    assertThat(expanded.messages)
        .containsExactly("serverless.yml:2:1 the service deploys to 'google', not to AWS; it is skipped");
  }

  @Test
  void functions_and_resources_may_be_lists_and_resources_overlay_what_is_generated() {
    Expanded expanded = Expanded.shop("""
      functions:
        - one: {handler: a.b}
        - two-b_c: {handler: a.b, environment: {A: x}}
      resources:
        - Resources:
            Table: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: t}}
        - Resources:
            IamRoleLambdaExecution: {Properties: {ManagedPolicyArns: [arn:x]}}
          extensions:
            TwoDashbUnderscorecLambdaFunction: {Properties: {Environment: {Variables: {B: y}}}}
            Missing: {Properties: {}}
      """);
    assertThat(expanded.ids()).contains("OneLambdaFunction", "TwoDashbUnderscorecLambdaFunction", "Table");
    assertThat(expanded.json("IamRoleLambdaExecution", "ManagedPolicyArns")).hasToString("[\"arn:x\"]");
    assertThat(expanded.json("TwoDashbUnderscorecLambdaFunction", "Environment"))
        .hasToString("{\"Variables\":{\"B\":\"y\"}}");
    assertThat(expanded.messages).anyMatch(m -> m.contains("the extension 'Missing' finds no resource"));
  }

  @Test
  void environment_goes_by_key_and_null_removes_while_layers_replace() {
    Expanded expanded = Expanded.shop("""
        environment: {A: p, B: p}
        layers: [p]
      functions:
        f: {handler: a.b, environment: {B: ~, C: f}, layers: [f]}
        g: {handler: a.b}
      """);
    assertThat(expanded.json("FLambdaFunction", "Environment", "Variables")).hasToString("{\"A\":\"p\",\"C\":\"f\"}");
    assertThat(expanded.json("FLambdaFunction", "Layers")).hasToString("[\"f\"]");
    assertThat(expanded.json("GLambdaFunction", "Layers")).hasToString("[\"p\"]");
  }

  @Test
  void source_folders_are_the_service_or_the_python_module() {
    Expanded expanded = Expanded.shop("""
      plugins: [serverless-python-requirements]
      functions:
        f: {handler: a.b}
        g: {handler: a.b, module: services/g}
      """);
    assertThat(expanded.only().sourceFolders()).containsEntry("FLambdaFunction", "").containsEntry("GLambdaFunction",
        "services/g");
  }

  @Test
  void the_application_behind_the_wsgi_shim_is_the_source() {
    Expanded expanded = Expanded.shop("""
      plugins: [serverless-wsgi]
      custom: {wsgi: {app: api.main.app}}
      functions:
        f: {handler: wsgi_handler.handler}
      """);
    assertThat(expanded.only().sourceFolders()).containsEntry("FLambdaFunction", "api/main.py:app");
  }

  @Test
  void provisioned_functions_are_invoked_through_their_alias() {
    Expanded expanded = Expanded.shop("""
      functions:
        f: {handler: a.b, provisionedConcurrency: 2, events: [{sns: t}]}
      """);
    assertThat(expanded.json("FLambdaPermissionTSNS", "FunctionName"))
        .hasToString("{\"Fn::Join\":[\":\",[{\"Fn::GetAtt\":[\"FLambdaFunction\",\"Arn\"]},\"provisioned\"]]}");
    assertThat(expanded.json("FProvConcLambdaAlias", "Name")).hasToString("\"provisioned\"");
  }

  @Test
  void s3_permissions_name_bucket_and_account() {
    Expanded expanded = Expanded.shop("""
      functions:
        f:
          handler: a.b
          events:
            - s3: photos
            - s3: {bucket: photos, event: 's3:ObjectRemoved:*', rules: [{prefix: a/}]}
      """);
    assertThat(expanded.json("FLambdaPermissionPhotosS3", "SourceAccount")).hasToString("{\"Ref\":\"AWS::AccountId\"}");
    assertThat(expanded.json("S3BucketPhotos", "NotificationConfiguration", "LambdaConfigurations").getAsJsonArray())
        .hasSize(2);
  }

  @Test
  void layers_know_their_folder_and_who_may_use_them() {
    Expanded expanded = Expanded.shop("""
      layers:
        common: {path: layer, allowedAccounts: ['*']}
      functions:
        f: {handler: a.b, layers: [{Ref: CommonLambdaLayer}]}
      """);
    assertThat(expanded.json("CommonWildLambdaLayerPermission", "Principal")).hasToString("\"*\"");
    assertThat(expanded.only().sourceFolders()).containsEntry("CommonLambdaLayer", "layer");
  }

  @Test
  void a_bare_alexaSkill_makes_no_permission_and_one_without_id_is_open() {
    Expanded expanded = Expanded.shop("""
      functions:
        f: {handler: a.b, events: [alexaSkill]}
        g: {handler: a.b, events: [{alexaSkill: {enabled: true}}]}
      """);
    assertThat(expanded.ids()).doesNotContain("FLambdaPermissionAlexaSkill1");
    assertThat(expanded.messages)
        .anyMatch(m -> m.contains("'alexaSkill' without an application id makes no permission"));
    assertThat(expanded.tree("GLambdaPermissionAlexaSkill1").toString()).doesNotContain("EventSourceToken");
  }

  @Test
  void unknown_event_kinds_are_named() {
    Expanded expanded = Expanded.shop("functions:\n  f:\n    handler: a.b\n    events:\n      - magic: x\n");
    assertThat(expanded.messages).containsExactly("serverless.yml:9:9 the event kind 'magic' is not known (a plugin may"
        + " define it); what it starts is not analysed");
  }

  @Test
  void expansion_is_deterministic() {
    String service = "functions:\n  f: {handler: a.b, events: [{sqs: 'arn:aws:sqs:a:1:q'}, {http: GET a}]}\n";
    assertThat(Shape.of(Expanded.shop(service).only().body()))
        .isEqualTo(Shape.of(Expanded.shop(service).only().body()));
  }

  /** Every setting of every event replaced by something of a wrong type. */
  @Property(tries = 400)
  void no_value_anywhere_makes_it_throw(@ForAll("values") String value, @ForAll("keys") String key) {
    String text = "functions:\n  auth: {handler: a.b}\n  f:\n    handler: a.b\n    " + key + "\n";
    assertThatCode(() -> Expanded.shop(text.replace("VALUE", value))).doesNotThrowAnyException();
    assertThatCode(() -> Expanded.shop("  " + key.replace("VALUE", value) + "\nfunctions: {f: {handler: a.b}}\n"))
        .doesNotThrowAnyException();
  }

  /** The same for sections beside provider and functions. */
  @Property(tries = 200)
  void no_value_of_any_section_makes_it_throw(@ForAll("values") String value, @ForAll("sections") String section) {
    assertThatCode(() -> Expanded.shop("functions: {f: {handler: a.b}}\n" + section.replace("VALUE", value) + "\n"))
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> sections() {
    return Arbitraries.of("plugins: VALUE", "custom: VALUE", "custom: {serverless-iam-roles-per-function: VALUE}",
        "params: VALUE", "params: {default: VALUE}", "stages: VALUE", "stages: {dev: {params: VALUE}}",
        "resources: VALUE", "resources: [VALUE]", "resources: {Resources: VALUE}",
        "resources: {Resources: {FLambdaFunction: VALUE}}", "resources: {extensions: VALUE}",
        "resources: {extensions: {FLambdaFunction: VALUE}}",
        "resources: {extensions: {FLambdaFunction: {Properties: VALUE, DependsOn: VALUE}}}", "layers: VALUE",
        "layers: {l: {path: VALUE, allowedAccounts: VALUE}}", "package: VALUE", "frameworkVersion: VALUE",
        "stepFunctions: VALUE", "stepFunctions: {stateMachines: {m: VALUE}, activities: VALUE}",
        "stepFunctions: {stateMachines: {m: {definition: VALUE, role: VALUE, events: VALUE}}}",
        "stepFunctions: {stateMachines: {m: {events: [{http: VALUE}, {schedule: VALUE}, {eventBridge: VALUE}]}}}",
        "stepFunctions: {stateMachines: {m: {definition: {States: {a: {Type: Task, Resource: VALUE, Parameters: VALUE}}}}}}",
        "stepFunctions: {stateMachines: {m: {definition: {States: {a: {Type: Task, Resource: "
            + "'arn:aws:states:::dynamodb:putItem', Parameters: {TableName: VALUE, IndexName: VALUE}}}}}}}",
        "stepFunctions: {stateMachines: {m: {definition: {States: {a: {Type: Map, Iterator: VALUE, Branches: VALUE}}}}}}");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of("~", "''", "[]", "{}", "text", "5", "[[]]", "[~]", "{a: ~}", "{Ref: X}", "!GetAtt A.B",
        "'${env:X}'", "'${self:functions.f}'", "[{a: {b: [c]}}]", "!Sub '${A}:b'", "true", "false", "'arn:aws:x'",
        "'*'", "{'Fn::Join': [x]}", "{'Fn::GetAtt': [x]}");
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of("events: VALUE", "events: [VALUE]", "events: [{http: VALUE}]",
        "events: [{http: {path: VALUE, method: get}}]", "events: [{http: {path: a, method: VALUE}}]",
        "events: [{http: {path: a, method: get, authorizer: VALUE}}]",
        "events: [{http: {path: a, method: get, authorizer: {arn: VALUE}}}]",
        "events: [{http: {path: a, method: get, cors: VALUE}}]",
        "events: [{http: {path: a, method: get, request: VALUE}}]",
        "events: [{http: {path: a, method: get, request: {parameters: {paths: VALUE}}}}]", "events: [{httpApi: VALUE}]",
        "events: [{httpApi: {method: get, path: /a, authorizer: VALUE}}]", "events: [{s3: VALUE}]",
        "events: [{s3: {bucket: VALUE}}]", "events: [{s3: {bucket: b, rules: VALUE}}]", "events: [{sns: VALUE}]",
        "events: [{sns: {arn: VALUE}}]", "events: [{sns: {topicName: t, redrivePolicy: VALUE}}]",
        "events: [{sqs: VALUE}]", "events: [{sqs: {arn: VALUE, filterPatterns: VALUE}}]", "events: [{stream: VALUE}]",
        "events: [{stream: {arn: VALUE, type: VALUE, consumer: VALUE, destinations: {onFailure: VALUE}}}]",
        "events: [{websocket: VALUE}]", "events: [{websocket: {route: VALUE, authorizer: VALUE}}]",
        "events: [{websocket: {route: r, authorizer: {arn: VALUE}}}]", "events: [{alb: VALUE}]",
        "events: [{alb: {listenerArn: VALUE, priority: VALUE, conditions: VALUE, healthCheck: VALUE}}]",
        "events: [{alb: {listenerArn: x, priority: 1, conditions: {path: VALUE, header: VALUE, query: VALUE}, authorizer: VALUE}}]",
        "events: [{kafka: VALUE}]",
        "events: [{kafka: {topic: VALUE, accessConfigurations: VALUE, bootstrapServers: VALUE}}]",
        "events: [{msk: VALUE}]", "events: [{msk: {arn: VALUE, topic: VALUE}}]", "events: [{activemq: VALUE}]",
        "events: [{rabbitmq: {queue: VALUE, arn: VALUE, basicAuthArn: VALUE}}]", "events: [{cloudwatchEvent: VALUE}]",
        "events: [{cloudwatchEvent: {event: VALUE, input: VALUE, inputTransformer: VALUE}}]",
        "events: [{cloudwatchLog: VALUE}]", "events: [{cloudwatchLog: {logGroup: VALUE}}, {cloudwatchLog: VALUE}]",
        "events: [{iot: VALUE}]", "events: [{iotFleetProvisioning: VALUE}]",
        "events: [{alexaSkill: VALUE}, {alexaSmartHome: VALUE}]", "events: [{cognitoUserPool: VALUE}]",
        "events: [{cognitoUserPool: {pool: VALUE, trigger: VALUE}}]",
        "events: [{cognitoUserPool: {pool: VALUE, trigger: VALUE, existing: true}}]", "events: [{eventBridge: VALUE}]",
        "events: [{eventBridge: {eventBus: VALUE, pattern: VALUE, name: VALUE, input: VALUE, retryPolicy: VALUE}}]",
        "events: [{cloudFront: VALUE}]",
        "events: [{cloudFront: {eventType: VALUE, origin: VALUE, behavior: VALUE, cachePolicy: VALUE}}]",
        "events: [{s3: {bucket: VALUE, existing: true, rules: VALUE}}]", "events: [{schedule: VALUE}]",
        "events: [{schedule: {rate: VALUE, method: scheduler, input: VALUE}}]", "url: VALUE", "role: VALUE",
        "vpc: VALUE", "environment: VALUE", "destinations: {onSuccess: VALUE}", "image: VALUE", "layers: VALUE",
        "tags: VALUE", "onError: VALUE", "tracing: VALUE", "name: VALUE", "iam: VALUE", "apiGateway: VALUE",
        "apiGateway: {restApiId: VALUE, apiKeys: VALUE, usagePlan: VALUE}", "httpApi: VALUE",
        "httpApi: {authorizers: VALUE}", "iamRoleStatements: VALUE", "deploymentBucket: VALUE", "stage: VALUE",
        "runtimeManagement: VALUE", "fileSystemConfig: VALUE");
  }

  @Test
  void parts_that_are_not_known_are_named_and_are_no_functions() {
    Expanded expanded = Expanded.shop("""
      functions: [{f: {handler: a.b}}, '${file(more.yml)}', '${cf:other.Functions}']
      resources: '${file(resources.yml)}'
      plugins: [serverless-offline, serverless-lift]
      """);
    assertThat(expanded.ids()).noneMatch(id -> id.contains("Unresolved"));
    assertThat(expanded.messages).anyMatch(message -> message.contains("'file(more.yml)' adds to 'functions'"))
        .anyMatch(message -> message.contains("'cf:other.Functions' adds to 'functions'"))
        .anyMatch(message -> message.contains("'file(resources.yml)' adds to 'resources'"))
        .anyMatch(message -> message.contains("plugin 'serverless-lift' deploys resources"))
        .noneMatch(message -> message.contains("serverless-offline"));
  }
}
