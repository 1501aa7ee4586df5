package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** UsagePlan of REST APIs: a plan and a key for each API, or one of both for all that share. */
final class SharedUsagePlan {
  private record Member(Owner api, String stage, Tree.Mapping plan) {}

  private final List<Member> shared = new ArrayList<>();
  private final SamTemplate template;

  SharedUsagePlan(SamTemplate template) {
    this.template = template;
  }

  void add(RestApi api, String stage, SamTemplate into) {
    Optional<Tree> written = api.owner().properties().mapping("Auth").flatMap(auth -> auth.get("UsagePlan"));
    if (written.isEmpty() || Intrinsics.isNull(written.get())) {
      return;
    }
    Owner owner = api.owner();
    if (!(written.get() instanceof Tree.Mapping plan)) {
      into.error(owner, written.get().at(), "UsagePlan is no object; it is not read");
      return;
    }
    Optional<String> create = plan.get("CreateUsagePlan").flatMap(into::textOf);
    switch (create.orElse("")) {
      case "NONE" -> {
      }
      case "PER_API" -> single(new Member(owner, stage, plan));
      case "SHARED" -> shared.add(new Member(owner, stage, plan));
      default -> into.error(owner, plan.at(), "CreateUsagePlan of UsagePlan needs to be 'PER_API', 'SHARED' or 'NONE'");
    }
  }

  private void single(Member member) {
    Owner owner = member.api();
    Span at = member.plan().at();
    String plan = owner.id() + "UsagePlan";
    String key = owner.id() + "ApiKey";
    Draft planDraft = template.add(plan, "AWS::ApiGateway::UsagePlan", owner, at);
    SamTemplate.dependOn(planDraft, owner.id());
    plan(planDraft, List.of(member), at);
    Draft keyDraft = template.add(key, "AWS::ApiGateway::ApiKey", owner, at);
    SamTemplate.dependOn(keyDraft, plan);
    key(keyDraft, List.of(member), at);
    Draft join = template.add(owner.id() + "UsagePlanKey", "AWS::ApiGateway::UsagePlanKey", owner, at);
    join(join, plan, key, at);
    template.references().define(owner.id(), "UsagePlan", plan);
    template.references().define(owner.id(), "ApiKey", key);
    template.references().define(owner.id(), "UsagePlanKey", owner.id() + "UsagePlanKey");
  }

  /** The shared plan, once all members are known; it exists if one of them does. */
  void expand() {
    if (shared.isEmpty()) {
      return;
    }
    Owner first = shared.getFirst().api();
    Span at = shared.getFirst().plan().at();
    Draft plan = template.addBare("ServerlessUsagePlan", "AWS::ApiGateway::UsagePlan", first, at);
    shared.forEach(member -> SamTemplate.dependOn(plan, member.api().id()));
    plan(plan, shared, at);
    Draft key = template.addBare("ServerlessApiKey", "AWS::ApiGateway::ApiKey", first, at);
    SamTemplate.dependOn(key, "ServerlessUsagePlan");
    key(key, shared, at);
    Draft join = template.addBare("ServerlessUsagePlanKey", "AWS::ApiGateway::UsagePlanKey", first, at);
    join(join, "ServerlessUsagePlan", "ServerlessApiKey", at);
    attributes(List.of(plan, key, join), at);
    for (Member member : shared) {
      template.references().define(member.api().id(), "UsagePlan", "ServerlessUsagePlan");
      template.references().define(member.api().id(), "ApiKey", "ServerlessApiKey");
      template.references().define(member.api().id(), "UsagePlanKey", "ServerlessUsagePlanKey");
    }
  }

  private void attributes(List<Draft> resources, Span at) {
    var conditions = new LinkedHashSet<String>();
    boolean always = false;
    for (Member member : shared) {
      member.api().condition().ifPresent(conditions::add);
      always |= member.api().condition().isEmpty();
    }
    if (!always) {
      String name = "SharedUsagePlanCondition";
      if (conditions.size() == 1) {
        template.conditions().put(name, Intrinsics.condition(conditions.getFirst(), at));
      } else {
        Conjunctions.any(template, name, List.copyOf(conditions), at);
      }
      resources.forEach(resource -> resource.put("Condition", name));
    }
    for (String attribute : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
      List<Tree> values = shared.stream().flatMap(member -> member.api().resource().get(attribute).stream()).toList();
      values.stream().filter(value -> Intrinsics.textOf(value).filter("Retain"::equals).isPresent()).findFirst()
          .or(() -> values.stream().findFirst())
          .ifPresent(value -> resources.forEach(resource -> resource.put(attribute, value)));
    }
  }

  private static void plan(Draft plan, List<Member> members, Span at) {
    Draft properties = plan.child("Properties");
    var stages = new ArrayList<Tree>();
    for (Member member : members) {
      stages.add(Draft.at(at).put("ApiId", Intrinsics.ref(member.api().id(), at))
          .put("Stage", Intrinsics.ref(member.stage(), at)).build());
      properties.take(member.plan(), "UsagePlanName", "Description", "Quota", "Tags", "Throttle");
      properties.put("Tags", Tags.propagated(member.api()));
    }
    properties.put("ApiStages", Intrinsics.list(at, stages));
  }

  private static void key(Draft key, List<Member> members, Span at) {
    var stages = new ArrayList<Tree>();
    Draft properties = key.child("Properties").put("Enabled", true);
    for (Member member : members) {
      stages.add(Draft.at(at).put("RestApiId", Intrinsics.ref(member.api().id(), at))
          .put("StageName", Intrinsics.ref(member.stage(), at)).build());
      properties.put("Tags", Tags.propagated(member.api()));
    }
    properties.put("StageKeys", Intrinsics.list(at, stages));
  }

  private static void join(Draft join, String plan, String key, Span at) {
    SamTemplate.dependOn(join, key);
    join.child("Properties").put("KeyId", Intrinsics.ref(key, at)).put("KeyType", "API_KEY").put("UsagePlanId",
        Intrinsics.ref(plan, at));
  }
}
