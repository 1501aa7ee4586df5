package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Event;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Shape;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code cloudFront}: a distribution whose edge functions are published versions under a role that the edge may assume. */
final class CloudFrontEvents implements EventCompiler {
  private static final String DISTRIBUTION = "CloudFrontDistribution";
  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

  @Override
  public void compile(Stack stack) {
    var events = new ArrayList<Event>();
    for (ServiceFunction function : stack.service().functions()) {
      for (Event event : function.events("cloudFront")) {
        if (event.body() instanceof Tree.Mapping) {
          events.add(event);
        }
      }
    }
    cachePolicies(stack);
    if (events.isEmpty()) {
      return;
    }
    var origins = new LinkedHashMap<String, Tree.Mapping>();
    var behaviors = new ArrayList<Tree.Mapping>();
    for (Event event : events) {
      trim(event.function(), stack);
      Tree.Mapping origin = origin(event);
      String id = origin.text("Id").orElse("");
      origins.merge(id, origin, Merge::deep);
      add(behavior(event, id), behaviors);
      permit(event, stack);
    }
    trust(events.getFirst().draft(), stack);
    distribution(events, origins, behaviors, stack);
  }

  private static void cachePolicies(Stack stack) {
    Config.mappingAt(stack.service().provider(), "cloudFront", "cachePolicies").entries().forEach((name, entry) -> {
      if (entry.value() instanceof Tree.Mapping settings) {
        Draft draft = Draft.of(settings);
        Tree.Mapping named = draft.object()
            .put("Name", draft.concat(stack.service().prefix(draft), draft.text("-" + name))).tree();
        String id = policyId(name);
        stack.add(id, "AWS::CloudFront::CachePolicy",
            draft.object().put("CachePolicyConfig", Merge.shallow(settings, named)).tree(),
            new Stack.Origin(entry.keyAt(), id, "AWS::CloudFront::CachePolicy"));
      }
    });
  }

  private static String policyId(String name) {
    return "CloudFrontCachePolicy" + Naming.normalized(name);
  }

  /** Functions at the edge have neither environment nor VPC, and small defaults. */
  private static void trim(ServiceFunction function, Stack stack) {
    Optional<Tree.Mapping> resource = stack.resource(function.logicalId());
    Optional<Tree.Mapping> properties = resource.flatMap(tree -> tree.mapping("Properties"));
    if (resource.isEmpty() || properties.isEmpty()) {
      return;
    }
    var kept = new LinkedHashMap<>(properties.get().entries());
    kept.remove("VpcConfig");
    kept.remove("Environment");
    Draft draft = function.draft();
    if (Config.truthy(function.config(), "memorySize").isEmpty()) {
      kept.put("MemorySize", new Tree.Entry(function.at(), draft.number(128)));
    }
    if (Config.truthy(function.config(), "timeout").isEmpty()) {
      kept.put("Timeout", new Tree.Entry(function.at(), draft.number(5)));
    }
    var entries = new LinkedHashMap<>(resource.get().entries());
    entries.put("DeletionPolicy", new Tree.Entry(function.at(), draft.text("Retain")));
    entries.put("Properties", new Tree.Entry(function.at(), new Tree.Mapping(kept, properties.get().at())));
    stack.replace(function.logicalId(), new Tree.Mapping(entries, resource.get().at()));
  }

  private static Tree.Mapping origin(Event event) {
    Draft draft = event.draft();
    Optional<Tree> written = event.setting("origin");
    Tree.Mapping origin = written.map(tree -> tree instanceof Tree.Mapping mapping
        ? mapping
        : ofAddress(Config.text(tree).orElse(""), Draft.of(tree))).orElseGet(() -> Tree.emptyMapping(draft.at()));
    Tree domain = origin.get("DomainName").orElseGet(() -> draft.text(""));
    String name = Config.text(domain).orElseGet(() -> Naming.alphanumeric(Shape.of(domain)));
    String id = (origin.has("S3OriginConfig") ? "s3/" : "custom/") + name + origin.text("OriginPath").orElse("");
    return Merge.shallow(origin, Draft.of(origin).object().put("Id", id).tree());
  }

  private static Tree.Mapping ofAddress(String address, Draft draft) {
    int scheme = address.indexOf("://");
    String rest = scheme < 0 ? address : address.substring(scheme + 3);
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    int port = host.indexOf(':');
    String path = slash < 0 ? "" : rest.substring(slash);
    Draft.Fields fields = draft.object().put("DomainName", port < 0 ? host : host.substring(0, port));
    if (path.length() > 1) {
      fields.put("OriginPath", path);
    }
    if (address.startsWith("s3:")) {
      fields.put("S3OriginConfig", draft.object().tree());
    } else {
      fields.put("CustomOriginConfig", draft.object().put("OriginProtocolPolicy", "match-viewer").tree());
    }
    return fields.tree();
  }

  private static Tree.Mapping behavior(Event event, String origin) {
    Draft draft = event.draft();
    Tree.Mapping written = Config.mappingAt(event.settings(), "behavior");
    Draft.Fields fields = draft.object().put("ViewerProtocolPolicy", "allow-all");
    written.entries().forEach(fields::put);
    Tree.Mapping policy = Config.mappingAt(event.settings(), "cachePolicy");
    boolean cached = written.has("CachePolicyId") || written.has("ForwardedValues") || written.has("MaxTTL")
        || written.has("MinTTL") || written.has("DefaultTTL");
    if (!policy.entries().isEmpty()) {
      fields.put("CachePolicyId",
          Config.truthy(policy, "id").orElseGet(() -> draft.ref(policyId(policy.text("name").orElse("")))));
    } else if (!cached) {
      fields.put("CachePolicyId", CACHING_OPTIMIZED);
    }
    Tree.Mapping association = draft.object().put("EventType", event.setting("eventType"))
        .put("LambdaFunctionARN", draft.ref(event.function().normalized() + "LambdaVersion"))
        .put("IncludeBody", event.setting("includeBody")).tree();
    return fields.put("TargetOriginId", origin).put("LambdaFunctionAssociations", draft.list(association))
        .put("PathPattern", event.text("pathPattern").map(draft::text)).tree();
  }

  /** A behavior for the same path and origin is one with the associations of both. */
  private static void add(Tree.Mapping behavior, List<Tree.Mapping> behaviors) {
    for (int i = 0; i < behaviors.size(); i++) {
      Tree.Mapping other = behaviors.get(i);
      if (other.text("PathPattern").equals(behavior.text("PathPattern"))
          && other.text("TargetOriginId").equals(behavior.text("TargetOriginId"))) {
        var all = new ArrayList<>(Config.items(other, "LambdaFunctionAssociations"));
        all.addAll(Config.items(behavior, "LambdaFunctionAssociations"));
        behaviors.set(i, Merge.shallow(other,
            Draft.of(other).object().put("LambdaFunctionAssociations", Draft.of(other).list(all)).tree()));
        return;
      }
    }
    behaviors.add(behavior);
  }

  private static void permit(Event event, Stack stack) {
    Draft draft = event.draft();
    Tree source = draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":cloudfront::"),
        draft.ref("AWS::AccountId"), draft.text(":distribution/"), draft.ref(DISTRIBUTION));
    stack.add(event.function().logicalId() + "InvokePermission", "AWS::Lambda::Permission",
        draft.object().put("FunctionName", draft.ref(event.function().normalized() + "LambdaVersion"))
            .put("Action", "lambda:InvokeFunction").put("Principal", "edgelambda.amazonaws.com")
            .put("SourceArn", source).tree(),
        Stack.Origin.of(event));
  }

  private static void trust(Draft draft, Stack stack) {
    stack.sharedRole().ifPresent(role -> {
      role.trust("edgelambda.amazonaws.com", draft.at());
      role.add(
          draft.allow(List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:TagResource"),
              List.of(draft.sub("arn:${AWS::Partition}:logs:*:*:*"))));
    });
  }

  private static void distribution(List<Event> events, Map<String, Tree.Mapping> origins, List<Tree.Mapping> behaviors,
      Stack stack) {
    Draft draft = events.getFirst().draft();
    behaviors.sort(Comparator.comparing(behavior -> behavior.has("PathPattern")));
    var all = new ArrayList<Tree>(behaviors);
    if (behaviors.getFirst().has("PathPattern")) {
      Event main = events.stream().filter(event -> Config.truthy(event.settings(), "isDefaultOrigin").isPresent())
          .findFirst().orElse(events.getFirst());
      var kept = new LinkedHashMap<>(behaviors.getFirst().entries());
      kept.remove("PathPattern");
      kept.remove("LambdaFunctionAssociations");
      kept.put("TargetOriginId", new Tree.Entry(draft.at(), draft.text(origin(main).text("Id").orElse(""))));
      all.addFirst(new Tree.Mapping(kept, draft.at()));
    }
    Draft.Fields config = draft.object()
        .put("Comment", draft.concat(stack.service().name(), draft.text(" " + stack.service().stage())))
        .put("Enabled", draft.flag(true)).put("DefaultCacheBehavior", all.getFirst())
        .put("Origins", draft.list(List.copyOf(origins.values())));
    if (all.size() > 1) {
      config.put("CacheBehaviors", draft.list(all.subList(1, all.size())));
    }
    stack.add(DISTRIBUTION, "AWS::CloudFront::Distribution",
        draft.object().put("DistributionConfig", config.tree()).tree(), Stack.Origin.of(events.getFirst()));
  }
}
