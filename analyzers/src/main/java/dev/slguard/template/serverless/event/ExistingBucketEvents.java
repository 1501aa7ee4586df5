package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code s3} with {@code existing: true}: a custom resource subscribes at deployment; its function may permit anyone to
 * invoke any function of the account.
 */
final class ExistingBucketEvents implements EventCompiler {
  private static final String HELPER = "custom-resource-existing-s3";

  @Override
  public void compile(Stack stack) {
    var statements = new ArrayList<Tree>();
    Optional<Draft> first = Optional.empty();
    for (ServiceFunction function : stack.service().functions()) {
      List<Event> events = function.events("s3").stream().filter(S3Events::isExisting).toList();
      if (!events.isEmpty()) {
        Draft draft = events.getFirst().draft();
        first = first.isEmpty() ? Optional.of(draft) : first;
        Tree bucket = events.getFirst().setting("bucket")
            .orElseGet(() -> ResourceName.missing(events.getFirst().settings()));
        statements.add(CustomResources.statement(draft,
            CustomResources.arn(draft, draft.text("s3"), draft.text(""), draft.text(""), bucket),
            "s3:PutBucketNotification", "s3:GetBucketNotification"));
        subscribe(function, events, bucket, draft, stack);
      }
    }
    first.ifPresent(draft -> {
      statements
          .add(CustomResources.statement(
              draft, CustomResources.arn(draft, draft.text("lambda"), draft.ref("AWS::Region"),
                  draft.ref("AWS::AccountId"), draft.text("function"), draft.text("*")),
              "lambda:AddPermission", "lambda:RemovePermission"));
      CustomResources.add(stack, HELPER, "s3/handler.handler", statements, draft);
    });
  }

  private static void subscribe(ServiceFunction function, List<Event> events, Tree bucket, Draft draft, Stack stack) {
    var configs = new ArrayList<Tree>();
    for (Event event : events) {
      Draft at = event.draft();
      var rules = new ArrayList<Tree>();
      for (Tree rule : Config.items(event.settings(), "rules")) {
        if (rule instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()) {
          var entry = mapping.entries().firstEntry();
          rules.add(Draft.of(rule).object().put(Naming.upperFirst(entry.getKey()), entry.getValue().value()).tree());
        }
      }
      configs.add(at.object()
          .put("Event", Config.truthy(event.settings(), "event").orElseGet(() -> at.text("s3:ObjectCreated:*")))
          .put("Rules", at.list(rules)).tree());
    }
    stack.put(function.normalized() + "CustomS31",
        CustomResources.resource("Custom::S3", HELPER, function, draft,
            draft.object().put("ServiceToken", draft.attribute(CustomResources.functionId(HELPER), "Arn"))
                .put("FunctionName", function.deployedName()).put("BucketName", bucket)
                .put("BucketConfigs", draft.list(configs)).tree()),
        Stack.Origin.of(events.getFirst()));
  }
}
