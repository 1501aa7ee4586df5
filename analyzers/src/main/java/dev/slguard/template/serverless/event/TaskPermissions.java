package dev.slguard.template.serverless.event;

import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a state machine's role is allowed, read from its tasks as the plugin does it. */
final class TaskPermissions {
  private static final String EVENTS_RULE = "events:PutTargets,events:PutRule,events:DescribeRule";

  /** Actions on resources; the actions of one permission stay together. */
  private record Permission(String actions, List<Tree> resources) {}

  private final StateMachine machine;
  private final Stack stack;
  private final List<Permission> permissions = new ArrayList<>();

  TaskPermissions(StateMachine machine, Stack stack) {
    this.machine = machine;
    this.stack = stack;
  }

  private void add(String actions, Tree... resources) {
    permissions.add(new Permission(actions, List.of(resources)));
  }

  /** Adds what the tasks among {@code states} need, those inside Parallel and Map included. */
  void addStates(Tree.Mapping states) {
    states.entries().values().forEach(entry -> {
      if (entry.value() instanceof Tree.Mapping state) {
        switch (state.text("Type").orElse("")) {
          case "Task" -> task(state);
          case "Parallel" -> Config.items(state, "Branches").forEach(branch -> Config.mapping(branch)
              .flatMap(mapping -> mapping.mapping("States")).ifPresent(this::addStates));
          case "Map" -> map(state);
          default -> {
          }
        }
      }
    });
  }

  private void map(Tree.Mapping state) {
    Tree.Mapping processor = state.mapping("ItemProcessor").or(() -> state.mapping("Iterator"))
        .orElseGet(() -> Tree.emptyMapping(state.at()));
    processor.mapping("States").ifPresent(this::addStates);
    if (Config.textAt(processor, "ProcessorConfig", "Mode").filter("DISTRIBUTED"::equals).isPresent()) {
      execution("states:StartExecution", new Draft(machine.at())
          .sub("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:" + machine.name()));
    }
    state.mapping("ItemReader").ifPresent(this::task);
    state.mapping("ResultWriter").ifPresent(this::task);
  }

  /** Adds what logging, tracing and encryption need. */
  void addSettings(Tree.Mapping config) {
    Config.truthy(config, "loggingConfig")
        .ifPresent(tree -> add("logs:CreateLogDelivery,logs:GetLogDelivery,"
            + "logs:UpdateLogDelivery,logs:DeleteLogDelivery,logs:ListLogDeliveries,logs:PutResourcePolicy,"
            + "logs:DescribeResourcePolicies,logs:DescribeLogGroups", Draft.of(tree).text("*")));
    Config.truthy(config, "tracingConfig")
        .ifPresent(tree -> add(
            "xray:PutTraceSegments,xray:PutTelemetryRecords," + "xray:GetSamplingRules,xray:GetSamplingTargets",
            Draft.of(tree).text("*")));
    Config.at(config, "encryptionConfig", "KmsKeyId")
        .ifPresent(key -> add("kms:Decrypt,kms:Encrypt", Draft.of(key).object().put("Fn::Sub", key).tree()));
  }

  private void task(Tree.Mapping state) {
    Optional<Tree> resource = Config.value(state, "Resource");
    if (resource.isEmpty()) {
      return;
    }
    Draft draft = Draft.of(resource.get());
    Optional<String> text = Config.text(resource.get());
    Optional<String> integration = text.flatMap(TaskPermissions::integration);
    if (integration.isPresent()) {
      if (!integrated(integration.get(), state, draft)) {
        stack.diagnostics().note(resource.get().at(),
            "no permission is derived for the task '" + Text.shown(text.get()) + "'");
      }
    } else if (text.isEmpty() || text.get().contains(":lambda:")) {
      Tree arn = text.map(TaskPermissions::withoutAlias).<Tree>map(draft::text).orElse(resource.get());
      add("lambda:InvokeFunction", arn, withQualifier(arn, draft));
    }
  }

  /** {@code service:action} of an integration's ARN in any partition. */
  private static Optional<String> integration(String arn) {
    int at = arn.indexOf(":states:::");
    return arn.startsWith("arn:") && at > 0 ? Optional.of(arn.substring(at + ":states:::".length())) : Optional.empty();
  }

  private static String withoutAlias(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length == 8 ? arn.substring(0, arn.lastIndexOf(':')) : arn;
  }

  private static Tree withQualifier(Tree arn, Draft draft) {
    return draft.object()
        .put("Fn::Sub", draft.list(draft.text("${functionArn}:*"), draft.object().put("functionArn", arn).tree()))
        .tree();
  }

  /** Adds what a service integration needs; false if it is not known. */
  private boolean integrated(String integration, Tree.Mapping state, Draft draft) {
    String plain = integration.replace(".waitForTaskToken", "").replace(".sync:2", "").replace(".sync", "");
    String name = plain.startsWith("aws-sdk:") ? plain.substring("aws-sdk:".length()) : plain;
    Tree any = draft.text("*");
    switch (name) {
      case "sqs:sendMessage" -> queue(state, draft);
      case "sns:publish" -> named(state, "TopicArn").ifPresent(arn -> add("sns:Publish", arn));
      case "dynamodb:updateItem", "dynamodb:putItem", "dynamodb:getItem", "dynamodb:deleteItem", "dynamodb:updateTable",
          "dynamodb:query", "dynamodb:scan" ->
        add("dynamodb:" + Naming.upperFirst(name.substring("dynamodb:".length())), table(state, draft));
      case "dynamodb:batchGetItem", "dynamodb:batchWriteItem" ->
        batch("dynamodb:" + Naming.upperFirst(name.substring("dynamodb:".length())), state, draft);
      case "lambda:invoke" -> function(state, draft);
      case "states:startExecution" ->
        named(state, "StateMachineArn").ifPresent(arn -> execution("states:StartExecution", arn));
      case "sfn:startSyncExecution" ->
        named(state, "StateMachineArn").ifPresent(arn -> execution("states:StartSyncExecution", arn));
      case "batch:submitJob" -> {
        add("batch:SubmitJob,batch:DescribeJobs,batch:TerminateJob", any);
        add(EVENTS_RULE, rule("StepFunctionsGetEventsForBatchJobsRule", draft));
      }
      case "glue:startJobRun" -> add("glue:StartJobRun,glue:GetJobRun,glue:GetJobRuns,glue:BatchStopJobRun", any);
      case "ecs:runTask" -> {
        add("ecs:RunTask,ecs:StopTask,ecs:DescribeTasks,ecs:TagResource,iam:PassRole", any);
        add(EVENTS_RULE, rule("StepFunctionsGetEventsForECSTaskRule", draft));
      }
      case "codebuild:startBuild" -> {
        add("codebuild:StartBuild,codebuild:StopBuild,codebuild:BatchGetBuilds",
            draft.subAround("arn:${AWS::Partition}:codebuild:${AWS::Region}:${AWS::AccountId}:project/",
                named(state, "ProjectName").orElse(any), ""));
        add(EVENTS_RULE, draft.sub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/"
            + "StepFunctionsGetEventForCodeBuildStartBuildRule"));
      }
      case "bedrock:invokeModel" ->
        add("bedrock:InvokeModel", draft.subAround("arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/",
            named(state, "ModelId").orElse(any), ""));
      case "events:putEvents" -> buses(state, draft);
      case "http:invoke" -> {
        add("states:InvokeHTTPEndpoint", any);
        add("events:RetrieveConnectionCredentials",
            Config.at(state, "Parameters", "Authentication", "ConnectionArn").orElse(any));
        add("secretsmanager:GetSecretValue,secretsmanager:DescribeSecret", draft
            .sub("arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:events!connection/*"));
      }
      case "s3:getObject" -> object("s3:GetObject", state, draft);
      case "s3:putObject" -> object("s3:PutObject", state, draft);
      case "s3:listObjectsV2" -> listObjects(state, draft);
      case "sesv2:sendEmail" -> add("ses:SendEmail", any);
      case "scheduler:createSchedule", "scheduler:deleteSchedule" -> schedule(name, state, draft);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The parameter or argument {@code key}; a star where the input of the state gives it. */
  private static Optional<Tree> named(Tree.Mapping state, String key) {
    Optional<Tree> computed = Config.at(state, "Parameters", key + ".$");
    if (computed.isPresent()) {
      return computed.map(tree -> Draft.of(tree).text("*"));
    }
    Optional<Tree> value = Config.at(state, "Parameters", key).or(() -> Config.at(state, "Arguments", key));
    return value.map(tree -> Config.text(tree).filter(text -> text.strip().startsWith("{%")).isPresent()
        ? Draft.of(tree).text("*")
        : tree);
  }

  private void queue(Tree.Mapping state, Draft draft) {
    Optional<Tree> url = named(state, "QueueUrl");
    if (url.isEmpty()) {
      return;
    }
    Optional<String> text = Config.text(url.get());
    if (text.isPresent()) {
      String[] parts = text.get().split("/", -1);
      String[] host = parts.length == 5 ? parts[2].split("\\.", -1) : new String[0];
      add("sqs:SendMessage",
          host.length > 2
              ? draft.text("arn:" + partition(host[1]) + ":sqs:" + host[1] + ":" + parts[3] + ":" + parts[4])
              : url.get());
    } else {
      Optional<String> id = Config.mapping(url.get()).flatMap(mapping -> mapping.text("Ref"));
      add("sqs:SendMessage", id.<Tree>map(one -> draft.attribute(one, "Arn")).orElseGet(() -> draft.text("*")));
    }
  }

  private static String partition(String region) {
    return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  private static Tree table(Tree.Mapping state, Draft draft) {
    Optional<Tree> name = named(state, "TableName");
    if (name.isEmpty() || Config.text(name.get()).filter("*"::equals).isPresent()) {
      return draft.text("*");
    }
    Optional<Tree> index = named(state, "IndexName");
    return index.isPresent()
        ? tableArn(draft.concat(name.get(), draft.text("/index/"), index.get()), draft)
        : tableArn(name.get(), draft);
  }

  private static Tree tableArn(Tree name, Draft draft) {
    Optional<String> id = name instanceof Tree.Mapping mapping ? mapping.text("Ref") : Optional.empty();
    if (id.isPresent()) {
      return draft.attribute(id.get(), "Arn");
    }
    return draft.join(":", draft.text("arn"), draft.ref("AWS::Partition"), draft.text("dynamodb"),
        draft.ref("AWS::Region"), draft.ref("AWS::AccountId"), draft.concat(draft.text("table/"), name));
  }

  private void batch(String action, Tree.Mapping state, Draft draft) {
    Optional<Tree> items = named(state, "RequestItems");
    if (items.isPresent() && items.get() instanceof Tree.Mapping tables) {
      tables.entries().keySet().forEach(name -> add(action, tableArn(draft.text(name.replace(".$", "")), draft)));
    } else {
      add(action, draft.text("*"));
    }
  }

  private void function(Tree.Mapping state, Draft draft) {
    Optional<Tree> name = named(state, "FunctionName");
    if (name.isEmpty()) {
      return;
    }
    String start = "arn:${AWS::Partition}:lambda:${AWS::Region}:";
    Optional<String> text = Config.text(name.get());
    if (text.isPresent()) {
      int colons = text.get().split(":", -1).length;
      if (text.get().equals("*")) {
        add("lambda:InvokeFunction", Config.at(state, "Parameters", "AllowedFunctions").orElse(name.get()));
      } else if (text.get().startsWith("arn:")) {
        add("lambda:InvokeFunction", name.get(), draft.text(text.get() + ":*"));
      } else if (colons == 3 && Character.isDigit(text.get().charAt(0))) {
        add("lambda:InvokeFunction", draft.sub(start + text.get()), draft.sub(start + text.get() + ":*"));
      } else {
        String own = start + "${AWS::AccountId}:function:" + text.get();
        add("lambda:InvokeFunction", draft.sub(own), draft.sub(own + ":*"));
      }
    } else if (Config.attribute(name.get()).isPresent()) {
      add("lambda:InvokeFunction", name.get(), withQualifier(name.get(), draft));
    } else if (Config.mapping(name.get()).flatMap(mapping -> mapping.text("Ref")).isPresent()) {
      String own = start + "${AWS::AccountId}:function:${functionArn}";
      Tree names = draft.object().put("functionArn", name.get()).tree();
      add("lambda:InvokeFunction", draft.object().put("Fn::Sub", draft.list(draft.text(own), names)).tree(),
          draft.object().put("Fn::Sub", draft.list(draft.text(own + ":*"), names)).tree());
    } else {
      add("lambda:InvokeFunction", name.get());
    }
  }

  private void execution(String action, Tree arn) {
    Draft draft = Draft.of(arn);
    add(action, arn);
    add("states:DescribeExecution,states:StopExecution", executions(arn, draft));
    add(EVENTS_RULE, draft.sub("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/"
        + "StepFunctionsGetEventsForStepFunctionsExecutionRule"));
  }

  private static Tree executions(Tree arn, Draft draft) {
    Optional<String> text = Config.text(arn);
    if (text.isPresent()) {
      return text.get().equals("*") ? arn : draft.text(executions(text.get()));
    }
    Optional<Tree> sub = Config.mapping(arn).flatMap(mapping -> mapping.get("Fn::Sub"));
    if (sub.isPresent() && sub.get() instanceof Tree.Scalar scalar) {
      return draft.sub(executions(scalar.text()));
    }
    if (sub.isPresent() && sub.get() instanceof Tree.Sequence(var items, _) && items.size() == 2) {
      Tree text2 = Config.text(items.getFirst()).<Tree>map(t -> draft.text(executions(t))).orElse(items.getFirst());
      return draft.object().put("Fn::Sub", draft.list(text2, items.get(1))).tree();
    }
    return draft.text("*");
  }

  private static String executions(String arn) {
    return arn.replace(":stateMachine:", ":execution:") + ":*";
  }

  private static Tree rule(String name, Draft draft) {
    return draft.join(":", draft.text("arn"), draft.ref("AWS::Partition"), draft.text("events"),
        draft.ref("AWS::Region"), draft.ref("AWS::AccountId"), draft.text("rule/" + name));
  }

  private void buses(Tree.Mapping state, Draft draft) {
    var buses = new LinkedHashMap<String, Tree>();
    Optional<Tree> entries = named(state, "Entries");
    entries.ifPresent(list -> Config.items(list).forEach(entry -> {
      Tree bus = Config.mapping(entry).flatMap(mapping -> Config.truthy(mapping, "EventBusName"))
          .orElseGet(() -> draft.text("default"));
      buses.put(Shape.of(bus),
          draft.object()
              .put("Fn::Sub",
                  draft.list(
                      draft.text("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${eventBus}"),
                      draft.object().put("eventBus", bus).tree()))
              .tree());
    }));
    permissions.add(new Permission("events:PutEvents", List.copyOf(buses.values())));
  }

  private void object(String action, Tree.Mapping state, Draft draft) {
    Tree any = draft.text("*");
    Tree bucket = Config.at(state, "Parameters", "Bucket").orElse(any);
    Tree key = Config.at(state, "Parameters", "Key").orElse(any);
    Optional<Tree> prefix = Config.at(state, "Parameters", "Prefix");
    boolean everything = prefix.isEmpty() && isStar(bucket) && isStar(key);
    String end = prefix.flatMap(Config::text).map(text -> "/" + text).orElse("") + "/" + Config.text(key).orElse("*");
    add(action, everything ? any : bucketArn(bucket, end, draft));
  }

  private static boolean isStar(Tree tree) {
    return Config.text(tree).filter("*"::equals).isPresent();
  }

  private static Tree bucketArn(Tree bucket, String end, Draft draft) {
    return bucket instanceof Tree.Scalar(String name, _, _)
        ? draft.sub("arn:${AWS::Partition}:s3:::" + name + end)
        : draft.object().put("Fn::Sub", draft.list(draft.text("arn:${AWS::Partition}:s3:::${bucket}" + end),
            draft.object().put("bucket", bucket).tree())).tree();
  }

  private void listObjects(Tree.Mapping state, Draft draft) {
    Tree bucket = Config.at(state, "Parameters", "Bucket").orElseGet(() -> draft.text("*"));
    for (String action : List.of("s3:Get*", "s3:List*")) {
      add(action, bucketArn(bucket, "", draft), bucketArn(bucket, "/*", draft));
    }
  }

  private void schedule(String name, Tree.Mapping state, Draft draft) {
    Tree group = named(state, "GroupName").orElseGet(() -> draft.text("default"));
    add("scheduler:" + Naming.upperFirst(name.substring("scheduler:".length())),
        draft.object().put("Fn::Sub", draft.list(draft.text(
            "arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/" + "${scheduleGroupName}/*"),
            draft.object().put("scheduleGroupName", group).tree())).tree());
    named(state, "Target").flatMap(Config::mapping).flatMap(target -> Config.truthy(target, "RoleArn"))
        .ifPresent(role -> add("iam:PassRole", role));
  }

  /** The statements: permissions of one action joined, then those on the same resources. */
  List<Tree> statements() {
    var byAction = new LinkedHashMap<String, Map<String, Tree>>();
    for (Permission permission : permissions) {
      Map<String, Tree> resources = byAction.computeIfAbsent(permission.actions, _ -> new LinkedHashMap<>());
      permission.resources.stream().flatMap(resource -> Config.items(resource).stream())
          .forEach(resource -> resources.putIfAbsent(Shape.of(resource), resource));
    }
    var byResources = new LinkedHashMap<String, List<Tree>>();
    var actions = new LinkedHashMap<String, Set<String>>();
    byAction.forEach((action, resources) -> {
      boolean everything = resources.containsKey("\"*\"");
      List<Tree> list = everything ? List.of(resources.get("\"*\"")) : List.copyOf(resources.values());
      String key = everything ? "*" : String.join(",", resources.keySet());
      byResources.putIfAbsent(key, list);
      actions.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(List.of(action.split(",")));
    });
    var statements = new ArrayList<Tree>();
    byResources.forEach((key, list) -> {
      var draft = new Draft(list.isEmpty() ? machine.at() : list.getFirst().at());
      statements.add(draft.object().put("Effect", "Allow")
          .put("Action", draft.texts(actions.getOrDefault(key, Set.of()).toArray(String[]::new)))
          .put("Resource", key.equals("*") ? draft.text("*") : draft.list(list)).tree());
    });
    return statements;
  }
}
