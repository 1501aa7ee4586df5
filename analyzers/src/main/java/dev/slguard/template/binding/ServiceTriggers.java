package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Services whose resources name the function that they call in one property: a row each. */
record ServiceTriggers() implements TriggerFamily {
  /** The carrier itself is the source. */
  private static final String SELF = "";

  /** Who can set the service to it. */
  private enum Open {
    /** The service, for the named resource. */
    NO,
    /** Anyone on the internet, unasked. */
    ANYONE,
    /** Principals of the account, by their permissions. */
    ACCOUNT
  }

  /**
   * One property that names a function.
   *
   * @param function path of the property
   * @param source path of what sends the event; {@link #SELF} for the resource itself
   */
  private record Row(String type, String function, EventShape shape, String source, Open open) {
    Row(String type, String function, EventShape shape, String source) {
      this(type, function, shape, source, Open.NO);
    }
  }

  private static final List<Row> ROWS = List.of(
      new Row("AWS::IoT::TopicRule", "TopicRulePayload.Actions[].Lambda.FunctionArn", EventShape.IOT, SELF),
      new Row("AWS::IoT::TopicRule", "TopicRulePayload.ErrorAction.Lambda.FunctionArn", EventShape.IOT, SELF),
      new Row("AWS::IoT::ProvisioningTemplate", "PreProvisioningHook.TargetArn", EventShape.IOT, SELF),
      new Row("AWS::IoT::Authorizer", "AuthorizerFunctionArn", EventShape.AUTHORIZER_TOKEN, SELF, Open.ANYONE),
      new Row("AWS::Transfer::Server", "IdentityProviderDetails.Function", EventShape.UNKNOWN, SELF, Open.ANYONE),
      new Row("AWS::Logs::SubscriptionFilter", "DestinationArn", EventShape.CLOUDWATCH_LOGS, "LogGroupName"),
      new Row("AWS::CloudWatch::Alarm", "AlarmActions[]", EventShape.CLOUDWATCH_ALARM, SELF),
      new Row("AWS::CloudWatch::Alarm", "OKActions[]", EventShape.CLOUDWATCH_ALARM, SELF),
      new Row("AWS::CloudWatch::Alarm", "InsufficientDataActions[]", EventShape.CLOUDWATCH_ALARM, SELF),
      new Row("AWS::CloudWatch::CompositeAlarm", "AlarmActions[]", EventShape.CLOUDWATCH_ALARM, SELF),
      new Row("AWS::Config::ConfigRule", "Source.SourceIdentifier", EventShape.CONFIG, SELF),
      new Row("AWS::Config::OrganizationConfigRule", "OrganizationCustomRuleMetadata.LambdaFunctionArn",
          EventShape.CONFIG, SELF),
      new Row("AWS::Lex::BotAlias",
          "BotAliasLocaleSettings[].BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.LambdaArn",
          EventShape.LEX, "BotId"),
      new Row("AWS::Lex::Bot",
          "TestBotAliasSettings.BotAliasLocaleSettings[].BotAliasLocaleSetting.CodeHookSpecification.LambdaCodeHook.LambdaArn",
          EventShape.LEX, SELF),
      new Row("AWS::Connect::IntegrationAssociation", "IntegrationArn", EventShape.CONNECT, "InstanceId"),
      new Row("AWS::CodePipeline::Pipeline", "Stages[].Actions[].Configuration.FunctionName", EventShape.CODEPIPELINE,
          SELF),
      new Row("AWS::CodeCommit::Repository", "Triggers[].DestinationArn", EventShape.CODECOMMIT, SELF),
      new Row("AWS::SecretsManager::RotationSchedule", "RotationLambdaARN", EventShape.SECRET_ROTATION, "SecretId"),
      new Row("AWS::CloudFormation::Macro", "FunctionName", EventShape.CUSTOM_RESOURCE, SELF),
      new Row("AWS::CloudFormation::LambdaHook", "LambdaFunction", EventShape.CUSTOM_RESOURCE, SELF),
      new Row("AWS::S3ObjectLambda::AccessPoint",
          "ObjectLambdaConfiguration.TransformationConfigurations[].ContentTransformation.AwsLambda.FunctionArn",
          EventShape.S3_OBJECT_LAMBDA, SELF, Open.ACCOUNT),
      new Row("AWS::Bedrock::Agent", "ActionGroups[].ActionGroupExecutor.Lambda", EventShape.BEDROCK_AGENT, SELF),
      new Row("AWS::Bedrock::Agent", "PromptOverrideConfiguration.OverrideLambda", EventShape.BEDROCK_AGENT, SELF),
      new Row("AWS::BedrockAgentCore::GatewayTarget", "TargetConfiguration.Mcp.Lambda.LambdaArn",
          EventShape.BEDROCK_AGENT, "GatewayIdentifier"),
      new Row("AWS::SES::ReceiptRule", "Rule.Actions[].LambdaAction.FunctionArn", EventShape.SES, SELF, Open.ANYONE),
      new Row("AWS::SSM::MaintenanceWindowTask", "TaskArn", EventShape.DIRECT_INVOKE, SELF),
      new Row("AWS::AutoScaling::LifecycleHook", "NotificationTargetARN", EventShape.LIFECYCLE_HOOK, SELF),
      // The Serverless Framework wires existing buckets, pools and buses by custom resources.
      new Row("Custom::S3", "FunctionName", EventShape.S3, "BucketName"),
      new Row("Custom::CognitoUserPool", "FunctionName", EventShape.COGNITO, "UserPoolName"),
      new Row("Custom::EventBridge", "FunctionName", EventShape.EVENTBRIDGE, SELF),
      new Row("AWS::Lambda::EventInvokeConfig", "DestinationConfig.OnSuccess.Destination", EventShape.DIRECT_INVOKE,
          "FunctionName"),
      new Row("AWS::Lambda::EventInvokeConfig", "DestinationConfig.OnFailure.Destination", EventShape.DIRECT_INVOKE,
          "FunctionName"));

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Row row : ROWS) {
      for (Resource resource : stack.ofType(row.type())) {
        for (Found function : stack.find(resource, row.function())) {
          triggers.addAll(stack.triggers(function, cause(stack, row, resource, function)));
        }
      }
    }
    for (Resource stream : stack.ofType("AWS::KinesisFirehose::DeliveryStream")) {
      addProcessors(stack, stream, triggers);
    }
    for (Resource alias : stack.ofType("AWS::Lambda::Alias")) {
      addHooks(stack, alias, triggers);
    }
    return triggers;
  }

  private static Cause cause(Stack stack, Row row, Resource resource, Found function) {
    Optional<String> source = row.source().equals(SELF)
        ? Optional.of(resource.id())
        : stack.find(resource, row.source()).stream().flatMap(found -> stack.source(found.value()).stream())
            .findFirst();
    Cause cause = Cause.service(row.shape(), source, resource.provenance().at()).proven(List.of(function.at()));
    return switch (row.open()) {
      case NO -> cause;
      case ANYONE -> cause.exposed(Exposure.INTERNET)
          .authorized(Cause.authorization(Authorization.Kind.NONE, resource.provenance().at()));
      case ACCOUNT -> cause.exposed(Exposure.ACCOUNT)
          .authorized(Cause.authorization(Authorization.Kind.IAM, resource.provenance().at()));
    };
  }

  /** Firehose: a processor of any destination has its function among its parameters. */
  private static void addProcessors(Stack stack, Resource stream, List<Trigger> triggers) {
    for (Found processor : stack.find(stream, "*.ProcessingConfiguration.Processors[]")) {
      for (Found parameter : stack.find(processor, "Parameters[]")) {
        boolean function = stack.find(parameter, "ParameterName").stream()
            .anyMatch(name -> name.text().filter("LambdaArn"::equals).isPresent());
        if (function) {
          for (Found value : stack.find(parameter, "ParameterValue")) {
            triggers.addAll(
                stack.triggers(value, Cause.service(EventShape.FIREHOSE, Optional.of(stream.id()), value.at())));
          }
        }
      }
    }
  }

  /** CodeDeploy calls a hook function before and after it shifts traffic to a new version. */
  private static void addHooks(Stack stack, Resource alias, List<Trigger> triggers) {
    if (alias.attributes().get("UpdatePolicy") instanceof Value.Mapping policy) {
      for (String hook : List.of("BeforeAllowTrafficHook", "AfterAllowTrafficHook")) {
        for (Found function : stack.find(policy, "CodeDeployLambdaAliasUpdate." + hook)) {
          triggers.addAll(stack.triggers(new Found(function.value(), function.conditions().and(alias.conditions())),
              Cause.service(EventShape.LIFECYCLE_HOOK, Optional.of(alias.id()), function.at())));
        }
      }
    }
  }
}
