package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** API keys and usage plans of the REST API. */
final class RestKeys {
  private final Stack stack;
  private final Tree api;
  private final Tree.Mapping settings;
  private final List<String> plans = new ArrayList<>();

  RestKeys(Stack stack, Tree api) {
    this.stack = stack;
    this.api = api;
    this.settings = Config.mappingAt(stack.service().provider(), "apiGateway");
  }

  void compile() {
    Optional<Tree> keys = Config.truthy(settings, "apiKeys");
    Optional<Tree> plan = Config.truthy(settings, "usagePlan");
    if (plan.isPresent() && plan.get() instanceof Tree.Sequence(var items, _)) {
      for (Tree item : items) {
        if (item instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()) {
          String name = mapping.entries().firstEntry().getKey();
          plans.add(name);
          plan("ApiGatewayUsagePlan" + Naming.upperFirst(name), Optional.of(name), Config.mappingAt(mapping, name),
              Draft.of(item));
        }
      }
    } else if (plan.isPresent() || keys.isPresent()) {
      Draft draft = Draft.of(plan.or(() -> keys).orElseThrow());
      plan("ApiGatewayUsagePlan", Optional.empty(), plan.flatMap(Config::mapping).orElse(Tree.emptyMapping(draft.at())),
          draft);
    }
    keys.ifPresent(this::keys);
  }

  private void plan(String id, Optional<String> name, Tree.Mapping limits, Draft draft) {
    Tree service = stack.service().name();
    Tree stage = draft.text("-" + stack.service().stage());
    Draft.Fields fields = draft.object()
        .put("ApiStages", draft.list(draft.object().put("ApiId", api).put("Stage", stack.service().stage()).tree()))
        .put("UsagePlanName", name.map(n -> draft.concat(service, draft.text("-" + n), stage))
            .orElseGet(() -> draft.concat(service, stage)));
    Tree.Mapping quota = Config.mappingAt(limits, "quota");
    if (!quota.entries().isEmpty()) {
      fields.put("Quota", Draft.of(quota).object().put("Limit", Config.value(quota, "limit"))
          .put("Offset", Config.value(quota, "offset")).put("Period", Config.value(quota, "period")).tree());
    }
    Tree.Mapping throttle = Config.mappingAt(limits, "throttle");
    if (!throttle.entries().isEmpty()) {
      fields.put("Throttle", Draft.of(throttle).object().put("BurstLimit", Config.value(throttle, "burstLimit"))
          .put("RateLimit", Config.value(throttle, "rateLimit")).tree());
    }
    stack.merge(id, "AWS::ApiGateway::UsagePlan", fields.tree(), Optional.of(draft.text(RestSettings.DEPLOYMENT)),
        new Stack.Origin(draft.at(), id, "AWS::ApiGateway::UsagePlan"));
  }

  private void keys(Tree keys) {
    int number = 0;
    for (Tree item : Config.items(keys)) {
      Optional<String> plan = Config.mapping(item).filter(mapping -> !mapping.entries().isEmpty())
          .map(mapping -> mapping.entries().firstEntry().getKey()).filter(plans::contains);
      if (plan.isPresent()) {
        number = 0;
        for (Tree key : Config.items((Tree.Mapping) item, plan.get())) {
          number++;
          key(key, number, plan.get());
        }
      } else {
        number++;
        key(item, number, "");
      }
    }
  }

  private void key(Tree key, int number, String plan) {
    Draft draft = Draft.of(key);
    Tree.Mapping described = Config.mapping(key).orElseGet(() -> Tree.emptyMapping(key.at()));
    String suffix = Naming.upperFirst(plan) + number;
    Optional<Tree> name = key instanceof Tree.Scalar ? Optional.of(key) : Config.value(described, "name");
    String id = "ApiGatewayApiKey" + suffix;
    stack.merge(id, "AWS::ApiGateway::ApiKey", draft.object()
        .put("Enabled", Config.value(described, "enabled").orElseGet(() -> draft.flag(true))).put("Name", name)
        .put("Value", Config.truthy(described, "value")).put("Description", Config.value(described, "description"))
        .put("CustomerId", Config.value(described, "customerId"))
        .put("StageKeys",
            draft.list(draft.object().put("RestApiId", api).put("StageName", stack.service().stage()).tree()))
        .tree(), Optional.of(draft.text(RestSettings.DEPLOYMENT)),
        new Stack.Origin(draft.at(), id, "AWS::ApiGateway::ApiKey"));
    String planKey = "ApiGatewayUsagePlanKey" + suffix;
    stack.merge(planKey, "AWS::ApiGateway::UsagePlanKey",
        draft.object().put("KeyId", draft.ref(id)).put("KeyType", "API_KEY")
            .put("UsagePlanId", draft.ref("ApiGatewayUsagePlan" + Naming.upperFirst(plan))).tree(),
        Optional.empty(), new Stack.Origin(draft.at(), planKey, "AWS::ApiGateway::UsagePlanKey"));
  }
}
