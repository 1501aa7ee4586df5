package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that the framework adds for what CloudFormation cannot do, under one role with wide rights. */
final class CustomResources {
  static final String ROLE = "IamRoleCustomResourcesLambdaExecution";

  private CustomResources() {}

  /** Logical id of the function {@code name}. */
  static String functionId(String name) {
    return Naming.function(name);
  }

  /** A statement whose actions and resource the framework writes for a custom resource. */
  static Tree.Mapping statement(Draft draft, Tree resource, String... actions) {
    return draft.object().put("Effect", "Allow").put("Resource", resource).put("Action", draft.texts(actions)).tree();
  }

  /** An ARN whose parts are joined by colons: {@code arn:partition:parts…}. */
  static Tree arn(Draft draft, Tree... parts) {
    var all = new ArrayList<Tree>(List.of(draft.text("arn"), draft.ref("AWS::Partition")));
    all.addAll(List.of(parts));
    return draft.join(":", all);
  }

  /** Adds the function {@code name}, made for what stands at {@code draft}'s place, and its statements. */
  static void add(Stack stack, String name, String handler, List<Tree> statements, Draft draft) {
    Service service = stack.service();
    Optional<Tree> deploymentRole = service.provider("iam", "deploymentRole").or(() -> service.provider("cfnRole"))
        .filter(Config::isTruthy);
    var origin = new Stack.Origin(draft.at(), ROLE, "AWS::IAM::Role");
    if (writesLogs(stack)) {
      logGroup(stack, name, draft);
    }
    if (deploymentRole.isEmpty()) {
      role(stack, statements, draft, origin);
    }
    Tree role = deploymentRole.orElseGet(() -> draft.attribute(ROLE, "Arn"));
    stack.add(functionId(name), "AWS::Lambda::Function", draft.object()
        .put("Code",
            draft.object().put("S3Bucket", draft.ref("ServerlessDeploymentBucket")).put("S3Key", "custom-resources.zip")
                .tree())
        .put("FunctionName", draft.concat(service.prefix(draft), draft.text("-" + name))).put("Handler", handler)
        .put("MemorySize", draft.number(1024)).put("Runtime", "nodejs18.x").put("Timeout", draft.number(180))
        .put("Role", role).tree(), Optional.of(deploymentRole.isEmpty() ? draft.texts(ROLE) : draft.list()),
        new Stack.Origin(draft.at(), name, "AWS::Lambda::Function"));
  }

  private static boolean writesLogs(Stack stack) {
    return stack.service().provider("logs", "frameworkLambda").filter(Config::isTruthy).isPresent();
  }

  private static void logGroup(Stack stack, String name, Draft draft) {
    Service service = stack.service();
    String id = Naming.normalized(name) + "LogGroup";
    stack.add(id, "AWS::Logs::LogGroup", draft.object()
        .put("LogGroupName", draft.concat(draft.text("/aws/lambda/"), service.prefix(draft), draft.text("-" + name)))
        .put("RetentionInDays", service.provider("logRetentionInDays"))
        .put("DataProtectionPolicy", service.provider("logDataProtectionPolicy")).tree(),
        new Stack.Origin(draft.at(), name, "AWS::Lambda::Function"));
  }

  private static void role(Stack stack, List<Tree> statements, Draft draft, Stack.Origin origin) {
    var all = new ArrayList<Tree>();
    Optional<Tree.Mapping> before = stack.resource(ROLE);
    if (before.isPresent()) {
      Config.at(before.get(), "Properties", "Policies").map(Config::items).filter(items -> !items.isEmpty())
          .flatMap(items -> Config.mapping(items.getFirst()))
          .flatMap(policy -> Config.at(policy, "PolicyDocument", "Statement")).map(Config::items)
          .ifPresent(all::addAll);
    } else if (writesLogs(stack)) {
      Tree prefix = stack.service().prefix(draft);
      String logs = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/";
      all.add(draft.allow(List.of("logs:CreateLogStream", "logs:CreateLogGroup", "logs:TagResource"),
          List.of(draft.subAround(logs, prefix, "*:*"))));
      all.add(draft.allow(List.of("logs:PutLogEvents"), List.of(draft.subAround(logs, prefix, "*:*:*"))));
    }
    for (Tree statement : statements) {
      if (all.stream().noneMatch(other -> resource(other).isPresent() && resource(other).equals(resource(statement)))) {
        all.add(statement);
      }
    }
    Tree.Mapping trust = draft.object().put("Version", "2012-10-17")
        .put("Statement",
            draft.list(draft.object().put("Effect", "Allow")
                .put("Principal", draft.object().put("Service", draft.texts("lambda.amazonaws.com")).tree())
                .put("Action", draft.texts("sts:AssumeRole")).tree()))
        .tree();
    Tree.Mapping policy = draft.object()
        .put("PolicyName",
            draft.join("-", draft.text(stack.service().stage()), stack.service().name(),
                draft.text("custom-resources-lambda")))
        .put("PolicyDocument", draft.object().put("Version", "2012-10-17").put("Statement", draft.list(all)).tree())
        .tree();
    Tree.Mapping properties = draft.object().put("AssumeRolePolicyDocument", trust).put("Policies", draft.list(policy))
        .tree();
    if (before.isPresent()) {
      stack.replaceProperties(ROLE, properties);
    } else {
      stack.add(ROLE, "AWS::IAM::Role", properties, origin);
    }
  }

  /** The framework compares texts only: two statements on one computed resource both stay. */
  private static Optional<String> resource(Tree statement) {
    return Config.mapping(statement).flatMap(mapping -> Config.value(mapping, "Resource")).flatMap(Config::text);
  }

  /** A resource that the function {@code helper} makes at deployment. */
  static Tree.Mapping resource(String type, String helper, ServiceFunction function, Draft draft,
      Tree.Mapping properties) {
    return draft.object().put("Type", type).put("Version", draft.number(1))
        .put("DependsOn", draft.texts(function.logicalId(), functionId(helper))).put("Properties", properties).tree();
  }

  /** The role by which API Gateway writes logs is set for the whole account by a custom resource. */
  static void apiGatewayLogs(Stack stack, Draft draft) {
    Tree.Mapping settings = Config.mappingAt(stack.service().provider(), "logs", "restApi");
    String name = "custom-resource-apigw-cw-role";
    String id = "CustomApiGatewayAccountCloudWatchRole";
    if (Config.truthy(settings, "roleManagedExternally").isPresent() || stack.has(id)) {
      return;
    }
    stack.put(id,
        draft.object().put("Type", "Custom::ApiGatewayAccountRole").put("Version", draft.number(1))
            .put("Properties",
                draft.object().put("ServiceToken", draft.attribute(functionId(name), "Arn"))
                    .put("RoleArn", Config.value(settings, "role")).tree())
            .tree(),
        new Stack.Origin(draft.at(), id, "Custom::ApiGatewayAccountRole"));
    List<Tree> statements = List.of(
        statement(draft, arn(draft, draft.text("iam:"), draft.ref("AWS::AccountId"), draft.text("role/*")),
            "iam:AttachRolePolicy", "iam:CreateRole", "iam:ListAttachedRolePolicies", "iam:PassRole"),
        statement(draft, arn(draft, draft.text("apigateway:*::/account")), "apigateway:GET", "apigateway:PATCH"));
    add(stack, name, "api-gateway-cloud-watch-role/handler.handler", statements, draft);
  }
}
