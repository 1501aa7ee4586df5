package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code cognitoUserPool}: triggers of a pool that is made here, each with a permission; of a pool made elsewhere, a custom
 * resource that may change every pool and pass every role.
 */
final class CognitoEvents implements EventCompiler {
  private static final String HELPER = "custom-resource-existing-cup";
  private static final Set<String> SENDERS = Set.of("CustomSMSSender", "CustomEmailSender");

  @Override
  public void compile(Stack stack) {
    Map<String, List<Event>> pools = new LinkedHashMap<>();
    var existing = new ArrayList<Event>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("cognitoUserPool")) {
        if (Config.truthy(event.settings(), "existing").isPresent()) {
          existing.add(event);
        } else {
          pools.computeIfAbsent(event.text("pool").orElse(""), _ -> new ArrayList<>()).add(event);
        }
      }
    }
    pools.forEach((pool, events) -> addPool(pool, events, stack));
    if (!existing.isEmpty()) {
      addHelper(existing, stack);
    }
  }

  private static String trigger(Event event) {
    return event.text("trigger").orElse("");
  }

  private static void addPool(String pool, List<Event> events, Stack stack) {
    String id = "CognitoUserPool" + Naming.alphanumeric(pool);
    Draft draft = events.getFirst().draft();
    Draft.Fields config = draft.object();
    var dependsOn = new ArrayList<Tree>();
    for (Event event : events) {
      Draft at = event.draft();
      Tree target = event.function().target(at);
      if (SENDERS.contains(trigger(event))) {
        config.put(trigger(event), at.object().put("LambdaArn", target).put("LambdaVersion", version(event)).tree())
            .put("KMSKeyID", event.setting("kmsKeyId"));
      } else {
        config.put(trigger(event), target);
      }
      dependsOn.add(at.text(event.function().aliasId().orElse(event.function().logicalId())));
    }
    stack.merge(id, "AWS::Cognito::UserPool",
        draft.object().put("UserPoolName", events.getFirst().setting("pool")).put("LambdaConfig", config.tree()).tree(),
        Optional.of(draft.list(dependsOn)), Stack.Origin.of(events.getFirst()));
    for (Event event : events) {
      Permissions.add(
          event.function().normalized() + "LambdaPermissionCognitoUserPool" + Naming.alphanumeric(pool)
              + "TriggerSource" + Naming.alphanumeric(trigger(event)),
          event, "cognito-idp.amazonaws.com", Optional.of(event.draft().attribute(id, "Arn")), stack);
    }
  }

  private static Tree version(Event event) {
    return Config.truthy(event.settings(), "lambdaVersion").orElseGet(() -> event.draft().text("V1_0"));
  }

  private static void addHelper(List<Event> events, Stack stack) {
    Draft first = events.getFirst().draft();
    var statements = new ArrayList<Tree>();
    Map<ServiceFunction, List<Event>> byFunction = new LinkedHashMap<>();
    events.forEach(event -> byFunction.computeIfAbsent(event.function(), _ -> new ArrayList<>()).add(event));
    byFunction.forEach((function, own) -> {
      Draft draft = own.getFirst().draft();
      Optional<Tree> key = own.getFirst().setting("kmsKeyId").filter(_ -> SENDERS.contains(trigger(own.getFirst())));
      key.ifPresent(arn -> statements.add(CustomResources.statement(draft, arn, "kms:CreateGrant")));
      statements.add(CustomResources.statement(draft, draft.text("*"), "cognito-idp:ListUserPools",
          "cognito-idp:DescribeUserPool", "cognito-idp:UpdateUserPool"));
      customPool(function, own, draft, stack);
      statements.add(CustomResources.statement(draft,
          draft.subAround("arn:${AWS::Partition}:lambda:*:*:function:", function.deployedName(), ""),
          "lambda:AddPermission", "lambda:RemovePermission"));
    });
    statements.add(CustomResources.statement(first, first.sub("arn:${AWS::Partition}:iam::*:role/*"), "iam:PassRole"));
    CustomResources.add(stack, HELPER, "cognito-user-pool/handler.handler", statements, first);
  }

  private static void customPool(ServiceFunction function, List<Event> events, Draft draft, Stack stack) {
    var configs = new ArrayList<Tree>();
    for (Event event : events) {
      Draft at = event.draft();
      boolean sender = SENDERS.contains(trigger(event));
      configs.add(at.object().put("Trigger", event.setting("trigger"))
          .put("LambdaVersion", sender ? Optional.of(version(event)) : Optional.empty())
          .put("KMSKeyID", sender ? event.setting("kmsKeyId") : Optional.empty()).tree());
    }
    stack.put(function.normalized() + "CustomCognitoUserPool1",
        CustomResources.resource("Custom::CognitoUserPool", HELPER, function, draft,
            draft.object().put("ServiceToken", draft.attribute(CustomResources.functionId(HELPER), "Arn"))
                .put("FunctionName", function.deployedName()).put("UserPoolName", events.getFirst().setting("pool"))
                .put("UserPoolConfigs", draft.list(configs)).tree()),
        Stack.Origin.of(events.getFirst()));
  }
}
