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
        "events: [{schedule: VALUE}]", "events: [{schedule: {rate: VALUE, method: scheduler, input: VALUE}}]",
        "url: VALUE", "role: VALUE", "vpc: VALUE", "environment: VALUE", "destinations: {onSuccess: VALUE}",
        "image: VALUE", "layers: VALUE", "tags: VALUE", "onError: VALUE", "tracing: VALUE", "name: VALUE", "iam: VALUE",
        "apiGateway: VALUE", "apiGateway: {restApiId: VALUE, apiKeys: VALUE, usagePlan: VALUE}", "httpApi: VALUE",
        "httpApi: {authorizers: VALUE}", "iamRoleStatements: VALUE", "deploymentBucket: VALUE", "stage: VALUE",
        "runtimeManagement: VALUE", "fileSystemConfig: VALUE");
  }
}
