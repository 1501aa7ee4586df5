package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DeploymentPreference: CodeDeploy's application, its role and one deployment group a function. */
final class Deployments {
  private static final String APPLICATION = "ServerlessDeploymentApplication";
  private static final String ROLE = "CodeDeployServiceRole";
  private static final Set<String> KNOWN = Set.of("Canary10Percent30Minutes", "Canary10Percent5Minutes",
      "Canary10Percent10Minutes", "Canary10Percent15Minutes", "Linear10PercentEvery10Minutes",
      "Linear10PercentEvery1Minute", "Linear10PercentEvery2Minutes", "Linear10PercentEvery3Minutes", "AllAtOnce");

  private final SamTemplate template;
  private final List<Owner> groups = new ArrayList<>();

  Deployments(SamTemplate template) {
    this.template = template;
  }

  /** Takes note of the preference of {@code function}; {@code alias} is what CodeDeploy shifts. */
  void add(Owner function, Optional<Draft> alias) {
    Optional<Tree> written = function.property("DeploymentPreference").filter(tree -> !Intrinsics.isNull(tree));
    if (written.isEmpty() || !(written.get() instanceof Tree.Mapping preference)) {
      return;
    }
    Span at = function.placeOf("DeploymentPreference");
    Optional<Tree> enabled = preference.get("Enabled").map(template::resolved);
    if (enabled.filter(Intrinsics::isFalse).isPresent()) {
      return;
    }
    if (alias.isEmpty()) {
      template.error(function, at, "DeploymentPreference needs AutoPublishAlias; no deployment group is made");
      return;
    }
    groups.add(function);
    var update = Draft.at(at).put("ApplicationName", Intrinsics.ref(APPLICATION, at)).put("DeploymentGroupName",
        Intrinsics.ref(groupId(function), at));
    preference.mapping("Hooks").ifPresent(hooks -> {
      update.takeAs("BeforeAllowTrafficHook", hooks, "PreTraffic");
      update.takeAs("AfterAllowTrafficHook", hooks, "PostTraffic");
      hooks.entries().forEach((key, entry) -> {
        if (!key.equals("PreTraffic") && !key.equals("PostTraffic")) {
          template.error(function, entry.keyAt(),
              "'" + Text.shown(key) + "' is no hook; 'PreTraffic' and" + " 'PostTraffic' are");
        }
      });
    });
    alias.get().put("UpdatePolicy", Draft.at(at).put("CodeDeployLambdaAliasUpdate", update));
  }

  private static String groupId(Owner function) {
    return function.id() + "DeploymentGroup";
  }

  /** Makes what the functions taken note of need. */
  void expand() {
    if (groups.isEmpty()) {
      return;
    }
    Owner first = groups.getFirst();
    Span at = first.placeOf("DeploymentPreference");
    Draft application = template.addBare(APPLICATION, "AWS::CodeDeploy::Application", first, at);
    application.child("Properties").put("ComputePlatform", "Lambda");
    List<Owner> roleless = groups.stream().filter(function -> preference(function).get("Role").isEmpty()).toList();
    sharedCondition(groups).ifPresent(condition -> application.put("Condition", condition));
    propagatedTags(application);
    if (!roleless.isEmpty()) {
      role(roleless, at);
    }
    groups.forEach(this::group);
  }

  private void role(List<Owner> roleless, Span at) {
    Draft role = template.addBare(ROLE, "AWS::IAM::Role", roleless.getFirst(), at);
    String policy = template.partition().startsWith("aws-iso")
        ? "AWSCodeDeployRoleForLambdaLimited"
        : "AWSCodeDeployRoleForLambda";
    role.child("Properties").put("AssumeRolePolicyDocument", RolePolicies.trust("codedeploy.amazonaws.com", at)).put(
        "ManagedPolicyArns",
        Intrinsics.texts(at, "arn:" + template.partition() + ":iam::aws:policy/service-role/" + policy));
    sharedCondition(groups).ifPresent(condition -> role.put("Condition", condition));
    propagatedTags(role);
  }

  /** What all deployments share has the tags of all functions that propagate theirs; the last of equal keys counts. */
  private void propagatedTags(Draft resource) {
    var tags = new LinkedHashMap<String, Tree>();
    for (Owner function : groups) {
      Tags.propagated(function).map(Intrinsics::items).orElseGet(List::of)
          .forEach(tag -> tags.put(tag instanceof Tree.Mapping mapping ? mapping.text("Key").orElse("") : "", tag));
    }
    if (!tags.isEmpty()) {
      resource.child("Properties").put("Tags", Intrinsics.list(resource.at(), List.copyOf(tags.values())));
    }
  }

  /** A condition that holds whenever one of {@code functions} passes its own through; empty if one exists always. */
  private Optional<String> sharedCondition(List<Owner> functions) {
    var conditions = new LinkedHashSet<String>();
    for (Owner function : functions) {
      Optional<String> condition = passedThrough(function);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      conditions.add(condition.get());
    }
    if (conditions.size() <= 1) {
      return conditions.stream().findFirst();
    }
    Span at = functions.getFirst().placeOf("DeploymentPreference");
    String name = "ServerlessDeploymentApplicationCondition";
    Conjunctions.any(template, name, List.copyOf(conditions), at);
    return Optional.of(name);
  }

  private Optional<String> passedThrough(Owner function) {
    Optional<Tree> wanted = preference(function).get("PassthroughCondition").map(template::known);
    wanted.filter(tree -> !Intrinsics.isTrue(tree) && !Intrinsics.isFalse(tree))
        .ifPresent(tree -> template.doubt(function, tree.at(), "PassthroughCondition is neither true nor false"));
    return wanted.filter(Intrinsics::isTrue).isPresent() ? function.condition() : Optional.empty();
  }

  private static Tree.Mapping preference(Owner function) {
    return function.properties().mapping("DeploymentPreference").orElseGet(() -> Tree.emptyMapping(function.at()));
  }

  private void group(Owner function) {
    Tree.Mapping preference = preference(function);
    Span at = function.placeOf("DeploymentPreference");
    Draft group = template.addBare(groupId(function), "AWS::CodeDeploy::DeploymentGroup", function, at);
    passedThrough(function).ifPresent(condition -> group.put("Condition", condition));
    Draft properties = group.child("Properties");
    preference.get("Alarms").filter(tree -> !Intrinsics.isNull(tree))
        .ifPresent(alarms -> alarms(function, alarms).ifPresent(tree -> properties.put("AlarmConfiguration", tree)));
    properties.put("ApplicationName", Intrinsics.ref(APPLICATION, at));
    properties.put("AutoRollbackConfiguration", Draft.at(at).put("Enabled", true).put("Events",
        Intrinsics.texts(at, "DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST")));
    preference.get("Type").ifPresentOrElse(type -> properties.put("DeploymentConfigName", configuration(type)),
        () -> template.error(function, at, "DeploymentPreference needs Type"));
    properties.put("DeploymentStyle",
        Draft.at(at).put("DeploymentType", "BLUE_GREEN").put("DeploymentOption", "WITH_TRAFFIC_CONTROL"));
    properties.put("ServiceRoleArn", preference.get("Role").orElseGet(() -> Intrinsics.attribute(ROLE, "Arn", at)));
    properties.take(preference, "TriggerConfigurations");
    properties.put("Tags", Tags.propagated(function));
  }

  private Optional<Tree> alarms(Owner function, Tree written) {
    Optional<List<Tree>> choice = Intrinsics.choiceItems(written);
    if (choice.isPresent()) {
      return Optional.of(Intrinsics.choice(Intrinsics.textOf(choice.get().getFirst()).orElse(""),
          alarmsOf(choice.get().get(1)), alarmsOf(choice.get().get(2)), written.at()));
    }
    if (!(written instanceof Tree.Sequence)) {
      template.error(function, written.at(), "Alarms of DeploymentPreference is no list; it is left out");
      return Optional.empty();
    }
    return Optional.of(alarmsOf(written));
  }

  private static Tree alarmsOf(Tree written) {
    if (!(written instanceof Tree.Sequence(var items, Span at))) {
      return written;
    }
    var named = new ArrayList<Tree>();
    items.forEach(alarm -> named.add(Draft.at(alarm.at()).put("Name", alarm).build()));
    return Draft.at(at).put("Enabled", true).put("Alarms", Intrinsics.list(at, named)).build();
  }

  /** CodeDeploy's own configurations are named by their prefix, others as they are; both arms of Fn::If likewise. */
  private Tree configuration(Tree written) {
    Tree known = template.known(written);
    Tree type = Intrinsics.textOf(substituted(known)).filter(KNOWN::contains).isPresent() ? substituted(known) : known;
    Optional<List<Tree>> choice = Intrinsics.choiceItems(type);
    if (choice.isPresent()) {
      return Intrinsics.choice(Intrinsics.textOf(choice.get().getFirst()).orElse(""),
          configuration(choice.get().get(1)), configuration(choice.get().get(2)), type.at());
    }
    return Intrinsics.textOf(type).filter(KNOWN::contains).isPresent()
        ? Intrinsics.sub("CodeDeployDefault.Lambda${ConfigName}", Draft.at(type.at()).put("ConfigName", type),
            type.at())
        : type;
  }

  /** Fn::Sub in which nothing is left to be filled in, as text. */
  private static Tree substituted(Tree tree) {
    if (!Intrinsics.is("Fn::Sub", tree) || !(tree instanceof Tree.Mapping call)) {
      return tree;
    }
    return call.text("Fn::Sub").filter(text -> !text.contains("${")).<Tree>map(text -> Intrinsics.text(text, tree.at()))
        .orElse(tree);
  }
}
