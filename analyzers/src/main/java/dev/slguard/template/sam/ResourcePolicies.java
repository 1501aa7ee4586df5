package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** ResourcePolicy of a REST API and of its events, as the policy inside the document: one set of statements a path. */
final class ResourcePolicies {
  private static final String POLICY = "x-amazon-apigateway-policy";

  private final SamTemplate template;
  private final Owner owner;
  private final Draft document;
  private final Paths paths;
  private final List<Tree> statements = new ArrayList<>();
  /** Whether the author wrote a list, which stays one whatever its length. */
  private boolean listed;

  ResourcePolicies(SamTemplate template, Owner owner, Draft document, Paths paths) {
    this.template = template;
    this.owner = owner;
    this.document = document;
    this.paths = paths;
  }

  void apply(Tree.Mapping auth, List<RouteEvent> routes) {
    boolean asked = auth.mapping("ResourcePolicy").isPresent();
    if (!asked && !isAskedByEvent(routes)) {
      return;
    }
    document.get(POLICY).filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast)
        .flatMap(policy -> policy.get("Statement")).ifPresent(tree -> statements.addAll(Intrinsics.items(tree)));
    for (RouteEvent route : routes) {
      route.auth().flatMap(own -> own.mapping("ResourcePolicy")).filter(_ -> route.inBody())
          .ifPresent(policy -> lists(policy, route.path(), List.of(route.method()), stageOf(route)));
      route.auth().flatMap(own -> own.mapping("ResourcePolicy")).filter(_ -> route.inBody()).ifPresent(this::custom);
    }
    auth.mapping("ResourcePolicy").map(this::resolved).ifPresent(policy -> {
      check(policy);
      for (String path : paths.inOrder()) {
        lists(policy, path, methods(path), stage());
      }
      custom(policy);
    });
    if (statements.isEmpty() && (!paths.isEmpty() || !asked)) {
      document.child(POLICY, owner.placeOf("Auth"));
    }
    if (!statements.isEmpty()) {
      Span at = owner.placeOf("Auth");
      Draft policy = document.child(POLICY, at);
      if (!policy.has("Version")) {
        policy.put("Version", "2012-10-17");
      }
      boolean single = !listed && statements.size() == 1 && statements.getFirst() instanceof Tree.Mapping only
          && only.get("Principal").filter(Tree.Mapping.class::isInstance).isPresent();
      policy.put("Statement", single ? statements.getFirst() : Intrinsics.list(at, statements));
    }
  }

  /** Whether an event has a ResourcePolicy, be it one that only deployment knows. */
  private static boolean isAskedByEvent(List<RouteEvent> routes) {
    return routes.stream().anyMatch(route -> route.inBody() && route.auth()
        .flatMap(own -> own.mapping("ResourcePolicy")).filter(own -> !own.entries().isEmpty()).isPresent());
  }

  private Tree.Mapping resolved(Tree.Mapping policy) {
    return template.resolved(policy) instanceof Tree.Mapping resolved ? resolved : policy;
  }

  private void check(Tree.Mapping policy) {
    for (String key : List.of("SourceVpcWhitelist", "SourceVpcBlacklist")) {
      Optional<Tree> list = policy.get(key).filter(tree -> !Intrinsics.isNull(tree));
      if (list.isPresent() && (!(list.get() instanceof Tree.Sequence(var items, _)) || items.stream().anyMatch(
          item -> Intrinsics.textOf(item).filter(text -> text.startsWith("vpc-") || text.startsWith("vpce-")).isEmpty()
              && !Intrinsics.isFunction(item)))) {
        template.error(owner, policy.keyAt(key), key + " needs a list of ids of VPCs and VPC endpoints");
      }
    }
  }

  private List<String> methods(String path) {
    var methods = new ArrayList<String>();
    paths.arms(path).forEach(item -> item.entries().keySet().stream().filter(Paths::isMethod).forEach(methods::add));
    return methods;
  }

  private void custom(Tree.Mapping policy) {
    policy.get("CustomStatements").filter(tree -> !Intrinsics.isNull(tree)).ifPresent(tree -> {
      listed |= tree instanceof Tree.Sequence;
      Intrinsics.items(tree).forEach(this::add);
    });
  }

  private Tree stage() {
    return owner.property("StageName").orElseGet(() -> Intrinsics.text("Prod", owner.at()));
  }

  /**
   * The stage that the policy of an event names: SAM does not look a computed StageName up there, and for the event of a
   * state machine none at all, so that such a policy names a stage that is not there.
   */
  private Tree stageOf(RouteEvent route) {
    Tree stage = stage();
    if (route.owner().type().equals("AWS::Serverless::StateMachine")) {
      return Intrinsics.text("", stage.at());
    }
    return Intrinsics.textOf(stage).isPresent() ? stage : Intrinsics.text("Stage", stage.at());
  }

  private void lists(Tree.Mapping policy, String path, List<String> methods, Tree stage) {
    Span at = policy.at();
    Tree resources = resources(path, methods, stage, at);
    accounts(policy, "AwsAccountWhitelist", "Allow", resources);
    accounts(policy, "AwsAccountBlacklist", "Deny", resources);
    addresses(policy, "IpRangeWhitelist", "NotIpAddress", resources);
    addresses(policy, "IpRangeBlacklist", "IpAddress", resources);
    networks(policy, "Whitelist", "StringNotEquals", resources);
    networks(policy, "Blacklist", "StringEquals", resources);
  }

  private Tree resources(String path, List<String> methods, Tree stage, Span at) {
    var resources = new ArrayList<Tree>();
    for (String method : methods) {
      String name = method.equalsIgnoreCase(Paths.ANY) || method.equals("any") ? "*" : method.toUpperCase(Locale.ROOT);
      String text = "execute-api:/${__Stage__}/" + name + RestApiEvent.generalised(path);
      resources.add(Intrinsics.sub(text, Draft.at(at).put("__Stage__", stage), at));
    }
    return Intrinsics.list(at, resources);
  }

  private void accounts(Tree.Mapping policy, String key, String effect, Tree resources) {
    policy.get(key).filter(tree -> !Intrinsics.isNull(tree)).ifPresent(list -> {
      Span at = policy.keyAt(key);
      add(Draft.at(at).put("Action", "execute-api:Invoke").put("Effect", effect).put("Resource", resources)
          .put("Principal", Draft.at(at).put("AWS", Intrinsics.list(at, Intrinsics.items(list)))).build());
    });
  }

  private void addresses(Tree.Mapping policy, String key, String operator, Tree resources) {
    policy.get(key).filter(tree -> !Intrinsics.isNull(tree)).ifPresent(list -> {
      Span at = policy.keyAt(key);
      Tree values = list instanceof Tree.Sequence ? list : Intrinsics.list(at, list);
      allow(resources, at);
      deny(resources, Draft.at(at).put(operator, Draft.at(at).put("aws:SourceIp", values)), at);
    });
  }

  private void networks(Tree.Mapping policy, String kind, String operator, Tree resources) {
    var networks = new ArrayList<Tree>();
    var endpoints = new ArrayList<Tree>();
    add(policy, "IntrinsicVpc" + kind, networks);
    add(policy, "IntrinsicVpce" + kind, endpoints);
    policy.get("SourceVpc" + kind).filter(Tree.Sequence.class::isInstance)
        .ifPresent(list -> Intrinsics.items(list).forEach(item -> {
          boolean endpoint = Intrinsics.textOf(item).filter(text -> text.startsWith("vpce-")).isPresent();
          (endpoint ? endpoints : networks).add(item);
        }));
    if (networks.isEmpty() && endpoints.isEmpty()) {
      return;
    }
    Span at = policy.at();
    Draft keys = Draft.at(at);
    if (!networks.isEmpty()) {
      keys.put("aws:SourceVpc", Intrinsics.list(at, networks));
    }
    if (!endpoints.isEmpty()) {
      keys.put("aws:SourceVpce", Intrinsics.list(at, endpoints));
    }
    allow(resources, at);
    deny(resources, Draft.at(at).put(operator, keys), at);
  }

  private static void add(Tree.Mapping policy, String key, List<Tree> to) {
    policy.get(key).filter(tree -> !Intrinsics.isNull(tree)).ifPresent(list -> to.addAll(Intrinsics.items(list)));
  }

  private void allow(Tree resources, Span at) {
    add(Draft.at(at).put("Action", "execute-api:Invoke").put("Effect", "Allow").put("Principal", "*")
        .put("Resource", resources).build());
  }

  private void deny(Tree resources, Draft condition, Span at) {
    add(Draft.at(at).put("Action", "execute-api:Invoke").put("Effect", "Deny").put("Principal", "*")
        .put("Resource", resources).put("Condition", condition).build());
  }

  private void add(Tree statement) {
    if (statements.stream().noneMatch(other -> Intrinsics.same(other, statement))) {
      statements.add(statement);
    }
  }
}
