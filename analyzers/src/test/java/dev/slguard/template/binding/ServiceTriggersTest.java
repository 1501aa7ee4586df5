package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTriggersTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private List<String> triggers(String resources) {
    return TriggerLines.of(folder, resources);
  }

  private static String permission(String properties) {
    return "P: {Type: \"AWS::Lambda::Permission\", Properties: {Action: \"lambda:InvokeFunction\", FunctionName: !Ref F, "
        + properties + "}}\n";
  }

  private static final String BUCKET = "B: {Type: \"AWS::S3::Bucket\", Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: !GetAtt F.Arn}]}}}\n";

  @Test
  void bucket_notification_is_as_narrow_as_its_permission() {
    assertThat(triggers(BUCKET)).containsExactly("F S3 SERVICE SERVICE <- B");
    assertThat(triggers(BUCKET + permission("Principal: s3.amazonaws.com, SourceAccount: !Ref 'AWS::AccountId'")))
        .containsExactly("F S3 SERVICE SERVICE <- B");
    assertThat(triggers(BUCKET + permission("Principal: s3.amazonaws.com, SourceArn: !GetAtt B.Arn")))
        .containsExactly("F S3 SERVICE SERVICE <- B");
    assertThat(triggers(BUCKET + permission("Principal: s3.amazonaws.com")))
        .containsExactly("F S3 SERVICE ANY_SERVICE_USER <- B");
    assertThat(triggers(BUCKET + permission("Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::*'")))
        .containsExactly("F S3 SERVICE ANY_SERVICE_USER <- B");
  }

  @Test
  void notification_that_a_program_of_cdk_sets_is_one_of_the_bucket() {
    assertThat(triggers(
        """
          B: {Type: "AWS::S3::Bucket", Properties: {}}
          N:
            Type: Custom::S3BucketNotifications
            Properties:
              ServiceToken: !GetAtt G.Arn
              BucketName: !Ref B
              NotificationConfiguration: {LambdaFunctionConfigurations: [{Events: ["s3:ObjectCreated:*"], LambdaFunctionArn: !GetAtt F.Arn}]}
          """))
        .containsExactly("F S3 SERVICE SERVICE <- B", "G CUSTOM_RESOURCE SERVICE SERVICE <- N");
  }

  @Test
  void permission_without_a_known_sender_is_a_trigger_of_its_own() {
    assertThat(triggers(permission("Principal: s3.amazonaws.com, SourceArn: 'arn:aws:s3:::elsewhere'")))
        .containsExactly("F S3 SERVICE SERVICE <- arn:aws:s3:::elsewhere");
    assertThat(triggers(permission("Principal: alexa-appkit.amazon.com")))
        .containsExactly("F ALEXA SERVICE ANY_SERVICE_USER");
    assertThat(triggers(permission("Principal: alexa-appkit.amazon.com, EventSourceToken: amzn1.ask.skill.x")))
        .containsExactly("F ALEXA SERVICE SERVICE");
    assertThat(triggers(permission("Principal: events.amazonaws.com, SourceArn: 'arn:aws:events:*:*:rule/*'")))
        .containsExactly("F EVENTBRIDGE SERVICE ANY_SERVICE_USER <- arn:aws:events:*:*:rule/*");
  }

  @Test
  void principals_that_are_no_service_call_directly() {
    assertThat(triggers(permission("Principal: '*'"))).containsExactly("F DIRECT_INVOKE IAM OTHER_ACCOUNTS <- *");
    assertThat(triggers(permission("Principal: '123456789012'")))
        .containsExactly("F DIRECT_INVOKE IAM OTHER_ACCOUNTS <- 123456789012");
    assertThat(triggers(permission("Principal: !Ref 'AWS::AccountId'")))
        .containsExactly("F DIRECT_INVOKE IAM ACCOUNT <- ${AWS::AccountId}");
    assertThat(triggers(permission("Principal: !Ref Given")))
        .containsExactly("F DIRECT_INVOKE IAM UNKNOWN <- ${Given}");
  }

  @Test
  void permission_of_another_condition_does_not_widen_a_trigger() {
    assertThat(triggers("""
      B:
        Type: AWS::S3::Bucket
        Condition: IsProd
        Properties: {NotificationConfiguration: {LambdaConfigurations: [{Function: !GetAtt F.Arn}]}}
      P:
        Type: AWS::Lambda::Permission
        Properties:
          Action: lambda:InvokeFunction
          FunctionName: !If [IsProd, !Ref G, !Ref F]
          Principal: s3.amazonaws.com
      """)).containsExactly("F S3 SERVICE SERVICE <- B [Stage = 'prod']",
        "G S3 SERVICE ANY_SERVICE_USER [Stage = 'prod']", "F S3 SERVICE ANY_SERVICE_USER [not Stage = 'prod']");
  }

  @Test
  void topics_queues_streams_and_brokers() {
    assertThat(triggers(
        """
          T: {Type: "AWS::SNS::Topic", Properties: {Subscription: [{Protocol: lambda, Endpoint: !GetAtt G.Arn}]}}
          S: {Type: "AWS::SNS::Subscription", Properties: {Protocol: lambda, TopicArn: !Ref T, Endpoint: !GetAtt F.Arn}}
          Q: {Type: "AWS::SQS::Queue", Properties: {}}
          D: {Type: "AWS::DynamoDB::Table", Properties: {}}
          K: {Type: "AWS::Kinesis::Stream", Properties: {}}
          M: {Type: "AWS::AmazonMQ::Broker", Properties: {EngineType: RABBITMQ}}
          E1: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt Q.Arn}}
          E2: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !GetAtt F.Arn, EventSourceArn: !GetAtt D.StreamArn}}
          E3: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: worker, EventSourceArn: !GetAtt K.Arn}}
          E4: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt M.Arn}}
          E5: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !Ref F, EventSourceArn: !Ref Given, Topics: [x]}}
          E6: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt Q.Arn, Enabled: false}}
          """))
        .containsExactly("F SNS SERVICE SERVICE <- T", "G SNS SERVICE SERVICE <- T", "F SQS SERVICE SERVICE <- Q",
            "F DYNAMODB_STREAM SERVICE SERVICE <- D", "F KINESIS SERVICE SERVICE <- K",
            "F RABBITMQ SERVICE SERVICE <- M", "F KAFKA SERVICE SERVICE <- ${Given}");
  }

  @Test
  void rules_schedules_and_pipes() {
    assertThat(triggers(
        """
          R: {Type: "AWS::Events::Rule", Properties: {EventPattern: {source: [x]}, Targets: [{Id: a, Arn: !GetAtt F.Arn}]}}
          S: {Type: "AWS::Events::Rule", Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !GetAtt F.Arn}]}}
          Off: {Type: "AWS::Events::Rule", Properties: {State: DISABLED, ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !GetAtt F.Arn}]}}
          T: {Type: "AWS::Scheduler::Schedule", Properties: {Target: {Arn: !GetAtt G.Arn}}}
          U: {Type: "AWS::Scheduler::Schedule", Properties: {Target: {Arn: "arn:aws:scheduler:::aws-sdk:lambda:invoke", Input: !Sub '{"FunctionName": "${G}"}'}}}
          M: {Type: "AWS::StepFunctions::StateMachine", Properties: {}}
          P: {Type: "AWS::Pipes::Pipe", Properties: {Source: "arn:aws:sqs:eu-west-1:123456789012:q", Enrichment: !GetAtt F.Arn, Target: !Ref M}}
          """))
        .containsExactly("F EVENTBRIDGE SERVICE SERVICE <- R", "F SCHEDULE SERVICE SERVICE <- S",
            "G SCHEDULE SERVICE SERVICE <- T", "G SCHEDULE SERVICE SERVICE <- U",
            "M PIPE SERVICE SERVICE <- arn:aws:sqs:eu-west-1:123456789012:q",
            "F PIPE SERVICE SERVICE <- arn:aws:sqs:eu-west-1:123456789012:q");
  }

  @Test
  void aliases_and_versions_lead_to_the_function() {
    assertThat(triggers(
        """
          V: {Type: "AWS::Lambda::Version", Properties: {FunctionName: !Ref F}}
          A: {Type: "AWS::Lambda::Alias", Properties: {Name: live, FunctionName: !Ref F, FunctionVersion: !GetAtt V.Version}}
          E: {Type: "AWS::Lambda::EventSourceMapping", Properties: {FunctionName: !Ref A, EventSourceArn: "arn:aws:sqs:r:1:q"}}
          C: {Type: "AWS::CloudFront::Distribution", Properties: {DistributionConfig: {DefaultCacheBehavior: {LambdaFunctionAssociations: [{EventType: viewer-request, LambdaFunctionARN: !Ref V}]}}}}
          """))
        .containsExactly("F CLOUDFRONT ANY /* NONE INTERNET <- C", "F SQS SERVICE SERVICE <- arn:aws:sqs:r:1:q");
  }

  @Test
  void user_pool_is_open_to_whoever_signs_up() {
    String pool = "U: {Type: \"AWS::Cognito::UserPool\", Properties: {%s LambdaConfig: {PreSignUp: !GetAtt F.Arn, PostConfirmation: !GetAtt G.Arn}}}\n";
    assertThat(triggers(pool.formatted(""))).containsExactly("F COGNITO NONE INTERNET <- U",
        "G COGNITO COGNITO(U) INTERNET <- U");
    assertThat(triggers(pool.formatted("AdminCreateUserConfig: {AllowAdminCreateUserOnly: true},")))
        .containsExactly("F COGNITO SERVICE SERVICE <- U", "G COGNITO SERVICE SERVICE <- U");
  }

  @Test
  void load_balancer_with_listener_rule() {
    String balancer = """
      L: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: {%s}}
      H: {Type: "AWS::ElasticLoadBalancingV2::Listener", Properties: {LoadBalancerArn: !Ref L, DefaultActions: [{Type: fixed-response}]}}
      R: {Type: "AWS::ElasticLoadBalancingV2::ListenerRule", Properties: {ListenerArn: !Ref H, Conditions: [{Field: path-pattern, Values: ["/api/*"]}], Actions: [%s{Type: forward, TargetGroupArn: !Ref T}]}}
      T: {Type: "AWS::ElasticLoadBalancingV2::TargetGroup", Properties: {TargetType: lambda, Targets: [{Id: !GetAtt F.Arn}]}}
      """;
    assertThat(triggers(balancer.formatted("", ""))).containsExactly("F ALB ANY /api/* NONE INTERNET <- L");
    assertThat(triggers(balancer.formatted("Scheme: internal", "{Type: authenticate-oidc}, ")))
        .containsExactly("F ALB ANY /api/* JWT ACCOUNT <- L");
  }

  @Test
  void a_load_balancer_s_rule_has_all_its_paths_and_asks_only_where_its_conditions_say() {
    assertThat(triggers(
        """
          L: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: {Scheme: !If [IsProd, internet-facing, internal]}}
          H: {Type: "AWS::ElasticLoadBalancingV2::Listener", Properties: {LoadBalancerArn: !Ref L, DefaultActions: [{Type: fixed-response}]}}
          R:
            Type: AWS::ElasticLoadBalancingV2::ListenerRule
            Properties:
              ListenerArn: !Ref H
              Conditions: [{Field: path-pattern, PathPatternConfig: {Values: [/a, /b]}}, {Field: http-request-method, HttpRequestMethodConfig: {Values: [post]}}]
              Actions:
                - !If [IsProd, {Type: authenticate-cognito, Order: 1}, !Ref "AWS::NoValue"]
                - {Type: forward, Order: 2, TargetGroupArn: !Ref T}
          T: {Type: "AWS::ElasticLoadBalancingV2::TargetGroup", Properties: {TargetType: lambda, Targets: [{Id: !GetAtt F.Arn}]}}
          """))
        .containsExactly("F ALB POST /a COGNITO INTERNET <- L [Stage = 'prod']",
            "F ALB POST /b COGNITO INTERNET <- L [Stage = 'prod']",
            "F ALB POST /a NONE ACCOUNT <- L [not Stage = 'prod']",
            "F ALB POST /b NONE ACCOUNT <- L [not Stage = 'prod']");
  }

  @Test
  void state_machine_starts_what_its_states_name() {
    assertThat(triggers(
        """
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionSubstitutions: {Second: !GetAtt G.Arn}
              DefinitionString: !Sub |
                {"StartAt": "A", "States": {
                  "A": {"Type": "Task", "Resource": "${F.Arn}", "Next": "B"},
                  "B": {"Type": "Map", "ItemProcessor": {"States": {
                    "C": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "${!Second}"}}}}}}}
          """))
        .containsExactly("F STEP_FUNCTIONS SERVICE SERVICE <- M", "G STEP_FUNCTIONS SERVICE SERVICE <- M");
  }

  @Test
  void state_machine_in_a_local_file() {
    var bound = new Bound(folder).file("flow.asl.json",
        """
          {"States": {"A": {"Type": "Parallel", "Branches": [{"States": {"B": {"Type": "Task", "Resource": "${Fn}"}}}]}}}""");
    var deployment = bound.bind(TriggerLines.template(
        """
          M: {Type: "AWS::StepFunctions::StateMachine", Properties: {DefinitionS3Location: flow.asl.json, DefinitionSubstitutions: {Fn: !GetAtt F.Arn}}}
          """));
    assertThat(TriggerLines.of(deployment)).containsExactly("F STEP_FUNCTIONS SERVICE SERVICE <- M");
    assertThat(deployment.triggers().getFirst().at().file()).isEqualTo("flow.asl.json");
  }

  @Test
  void substitutions_stand_for_a_definition_that_is_not_there() {
    assertThat(triggers(
        """
          M: {Type: "AWS::StepFunctions::StateMachine", Properties: {DefinitionS3Location: {Bucket: b, Key: k}, DefinitionSubstitutions: {Fn: !GetAtt F.Arn, Name: x}}}
          """))
        .containsExactly("F STEP_FUNCTIONS SERVICE SERVICE <- M");
  }

  @Test
  void existing_bucket_of_a_serverless_service() {
    assertThat(triggers("""
      X: {Type: "Custom::S3", Properties: {ServiceToken: !GetAtt G.Arn, FunctionName: worker, BucketName: photos}}
      """)).containsExactlyInAnyOrder("G CUSTOM_RESOURCE SERVICE SERVICE <- X", "F S3 SERVICE SERVICE <- photos");
  }

  @Test
  void graphql_fields_take_the_weakest_authorization_of_their_directives() {
    String api = """
      A: {Type: "AWS::AppSync::GraphQLApi", Properties: {AuthenticationType: AWS_IAM, AdditionalAuthenticationProviders: [{AuthenticationType: API_KEY}]}}
      S:
        Type: AWS::AppSync::GraphQLSchema
        Properties:
          ApiId: !GetAtt A.ApiId
          Definition: |
            # type Query { hidden: ID @aws_api_key }
            type Query {
              "open {"
              open(id: ID!): Order @aws_api_key @aws_iam
              closed: [Order!]
            }
            type Order @aws_iam { id: ID }
      D: {Type: "AWS::AppSync::DataSource", Properties: {ApiId: !GetAtt A.ApiId, Name: src, Type: AWS_LAMBDA, LambdaConfig: {LambdaFunctionArn: !GetAtt F.Arn}}}
      N: {Type: "AWS::AppSync::FunctionConfiguration", Properties: {ApiId: !GetAtt A.ApiId, DataSourceName: src}}
      R1: {Type: "AWS::AppSync::Resolver", Properties: {ApiId: !GetAtt A.ApiId, TypeName: Query, FieldName: open, DataSourceName: !GetAtt D.Name}}
      R2: {Type: "AWS::AppSync::Resolver", Properties: {ApiId: !GetAtt A.ApiId, TypeName: Query, FieldName: closed, Kind: PIPELINE, PipelineConfig: {Functions: [!GetAtt N.FunctionId]}}}
      """;
    assertThat(triggers(api)).containsExactly("F APPSYNC Query open KEY_ONLY INTERNET <- A",
        "F APPSYNC Query closed IAM ACCOUNT <- A");
  }

  @Test
  void one_property_services() {
    assertThat(triggers(
        """
          I: {Type: "AWS::IoT::TopicRule", Properties: {TopicRulePayload: {Actions: [{Lambda: {FunctionArn: !GetAtt F.Arn}}]}}}
          L: {Type: "AWS::Logs::SubscriptionFilter", Properties: {LogGroupName: /x, DestinationArn: !GetAtt F.Arn}}
          E: {Type: "AWS::SES::ReceiptRule", Properties: {Rule: {Actions: [{LambdaAction: {FunctionArn: !GetAtt F.Arn}}]}}}
          S: {Type: "AWS::SecretsManager::Secret", Properties: {}}
          R: {Type: "AWS::SecretsManager::RotationSchedule", Properties: {SecretId: !Ref S, RotationLambdaARN: !GetAtt F.Arn}}
          O: {Type: "AWS::S3ObjectLambda::AccessPoint", Properties: {ObjectLambdaConfiguration: {TransformationConfigurations: [{ContentTransformation: {AwsLambda: {FunctionArn: !GetAtt F.Arn}}}]}}}
          H: {Type: "AWS::KinesisFirehose::DeliveryStream", Properties: {ExtendedS3DestinationConfiguration: {ProcessingConfiguration: {Processors: [{Type: Lambda, Parameters: [{ParameterName: LambdaArn, ParameterValue: !GetAtt F.Arn}]}]}}}}
          C: {Type: "Custom::Thing", Properties: {ServiceToken: !GetAtt G.Arn}}
          B: {Type: "AWS::Bedrock::Agent", Properties: {ActionGroups: [{ActionGroupExecutor: {Lambda: !GetAtt G.Arn}}]}}
          """))
        .containsExactlyInAnyOrder("F IOT SERVICE SERVICE <- I", "F CLOUDWATCH_LOGS SERVICE SERVICE <- /x",
            "F SES NONE INTERNET <- E", "F SECRET_ROTATION SERVICE SERVICE <- S", "F S3_OBJECT_LAMBDA IAM ACCOUNT <- O",
            "F FIREHOSE SERVICE SERVICE <- H", "G CUSTOM_RESOURCE SERVICE SERVICE <- C",
            "G BEDROCK_AGENT SERVICE SERVICE <- B");
  }
}
