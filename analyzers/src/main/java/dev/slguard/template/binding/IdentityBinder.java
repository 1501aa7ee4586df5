package dev.slguard.template.binding;

import dev.slguard.model.BoundaryName;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds roles, users and groups with all policies that reach them: inline ones, separate policy resources attached in
 * either direction, and for a user those of its groups.
 */
final class IdentityBinder {
  private static final String ROLE = "AWS::IAM::Role";
  private static final String USER = "AWS::IAM::User";
  private static final String GROUP = "AWS::IAM::Group";
  private static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";

  /** Types of separate policies with the properties that name whom they are attached to. */
  private static final Map<String, List<String>> ATTACHED = Map.of("AWS::IAM::Policy",
      List.of("Roles[]", "Users[]", "Groups[]"), MANAGED_POLICY, List.of("Roles[]", "Users[]", "Groups[]"),
      "AWS::IAM::RolePolicy", List.of("RoleName"), "AWS::IAM::UserPolicy", List.of("UserName"), "AWS::IAM::GroupPolicy",
      List.of("GroupName"));

  /** Where statements stand whose condition may ask for a boundary. */
  private static final Map<String, String> ASKING = Map.of(ROLE, "Policies[].PolicyDocument", USER,
      "Policies[].PolicyDocument", GROUP, "Policies[].PolicyDocument", MANAGED_POLICY, "PolicyDocument",
      "AWS::IAM::Policy", "PolicyDocument");
  private static final String BOUNDARY_KEY = ".Statement[].Condition.*.iam:PermissionsBoundary[]";

  private final Stack stack;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  private IdentityBinder(Stack stack) {
    this.stack = stack;
  }

  /** All identities in the order of the resources; a policy attached to none of them stands as one of its own. */
  static List<Role> identities(Stack stack) {
    return new IdentityBinder(stack).bind();
  }

  private List<Role> bind() {
    for (Resource resource : stack.resources().values()) {
      if (isIdentity(resource)) {
        drafts.put(resource.id(), new Draft(resource));
      }
    }
    drafts.values().forEach(this::addOwn);
    for (Resource resource : stack.resources().values()) {
      List<String> attachments = ATTACHED.get(resource.type());
      if (attachments != null) {
        attach(resource, attachments);
      }
    }
    for (Draft draft : List.copyOf(drafts.values())) {
      addReferred(draft);
    }
    stack.ofType("AWS::SSO::PermissionSet").forEach(this::addPermissionSet);
    memberships().forEach((user, groups) -> groups.forEach(group -> addGroup(drafts.get(user), drafts.get(group))));
    return drafts.values().stream().map(Draft::role).toList();
  }

  private static void addGroup(@Nullable Draft user, @Nullable Draft group) {
    if (user != null && group != null) {
      user.addAll(group);
    }
  }

  private static boolean isIdentity(Resource resource) {
    return resource.type().equals(ROLE) || resource.type().equals(USER) || resource.type().equals(GROUP);
  }

  private void addOwn(Draft draft) {
    Resource resource = draft.resource;
    for (Found policy : stack.find(resource, "Policies[]")) {
      if (policy.value() instanceof Value.Mapping mapping) {
        for (Found document : stack.find(policy, "PolicyDocument")) {
          String name = Spelling.of(mapping.get("PolicyName"));
          draft.add(document(name.isEmpty() ? resource.id() : name, resource, document));
        }
      }
    }
    for (Found managed : stack.find(resource, "ManagedPolicyArns[]")) {
      draft.managed.add(managed.value());
    }
  }

  private PolicyDocument document(String name, Resource carrier, Found document) {
    Value value = TextDocument.of(stack, document.value()).orElse(document.value());
    return new PolicyDocument(name, carrier.id(), value, document.conditions(), document.at());
  }

  private List<PolicyDocument> documents(Resource policy) {
    String name = Spelling.of(policy.property("PolicyName"));
    if (name.isEmpty()) {
      name = Spelling.of(policy.property("ManagedPolicyName"));
    }
    var documents = new ArrayList<PolicyDocument>();
    for (Found document : stack.find(policy, "PolicyDocument")) {
      documents.add(document(name.isEmpty() ? policy.id() : name, policy, document));
    }
    return documents;
  }

  private void attach(Resource policy, List<String> attachments) {
    boolean attached = false;
    List<PolicyDocument> documents = documents(policy);
    for (String path : attachments) {
      for (Found to : stack.find(policy, path)) {
        for (Stack.Named named : stack.named(to)) {
          Draft draft = drafts.get(named.id());
          if (draft != null && isIdentity(draft.resource)) {
            attached = true;
            documents.forEach(document -> draft.add(under(document, named.conditions())));
          }
        }
      }
    }
    if (!attached && !isReferred(policy) && !isBoundary(policy)) {
      var alone = new Draft(policy);
      documents.forEach(alone::add);
      drafts.put(policy.id(), alone);
    }
  }

  private static PolicyDocument under(PolicyDocument document, ConditionSet conditions) {
    return new PolicyDocument(document.name(), document.carrier(), document.document(),
        document.conditions().and(conditions), document.at(), document.subjects());
  }

  private boolean isReferred(Resource policy) {
    return List.of(ROLE, USER, GROUP).stream()
        .anyMatch(type -> stack.pointing(type, "ManagedPolicyArns[]").containsKey(policy.id())
            || stack.pointing(type, "PermissionsBoundary").containsKey(policy.id()));
  }

  /** Whether a policy that nobody holds is meant to bound others: by its name, or by a condition that asks for it. */
  private boolean isBoundary(Resource policy) {
    String name = Spelling.of(policy.property("ManagedPolicyName"));
    return policy.type().equals(MANAGED_POLICY)
        && (BoundaryName.is(name) || BoundaryName.is(policy.id()) || ASKING.entrySet().stream().anyMatch(
            asking -> stack.pointing(asking.getKey(), asking.getValue() + BOUNDARY_KEY).containsKey(policy.id())));
  }

  /** A permission set becomes a role in each account that it is assigned to (IAM Identity Center User Guide). */
  private void addPermissionSet(Resource set) {
    var draft = new Draft(set);
    for (Found document : stack.find(set, "InlinePolicy")) {
      draft.add(document(set.id(), set, document));
    }
    stack.find(set, "ManagedPolicies[]").forEach(managed -> draft.managed.add(managed.value()));
    drafts.put(set.id(), draft);
  }

  /** Documents of local managed policies that the identity itself lists. */
  private void addReferred(Draft draft) {
    for (Found arn : stack.find(draft.resource, "ManagedPolicyArns[]")) {
      for (Stack.Named named : stack.named(arn)) {
        stack.resource(named.id(), MANAGED_POLICY)
            .ifPresent(policy -> documents(policy).forEach(document -> draft.add(under(document, named.conditions()))));
      }
    }
  }

  /** The groups of each user, both of this deployment. */
  private Map<String, Set<String>> memberships() {
    var memberships = new LinkedHashMap<String, Set<String>>();
    for (Resource user : stack.ofType(USER)) {
      for (Found group : stack.find(user, "Groups[]")) {
        addMember(memberships, List.of(user.id()), group);
      }
    }
    for (Resource addition : stack.ofType("AWS::IAM::UserToGroupAddition")) {
      var users = stack.find(addition, "Users[]").stream().flatMap(user -> stack.named(user).stream())
          .map(Stack.Named::id).toList();
      stack.find(addition, "GroupName").forEach(group -> addMember(memberships, users, group));
    }
    return memberships;
  }

  private void addMember(Map<String, Set<String>> memberships, List<String> users, Found group) {
    for (Stack.Named named : stack.named(group)) {
      if (stack.resource(named.id(), GROUP).isPresent()) {
        for (String user : users) {
          if (stack.resource(user, USER).isPresent()) {
            memberships.computeIfAbsent(user, _ -> new LinkedHashSet<>()).add(named.id());
          }
        }
      }
    }
  }

  /** An identity while its policies are gathered. */
  private final class Draft {
    private final Resource resource;
    private final Set<PolicyDocument> documents = new LinkedHashSet<>();
    private final List<Value> managed = new ArrayList<>();

    private Draft(Resource resource) {
      this.resource = resource;
    }

    private void add(PolicyDocument document) {
      documents.add(document);
    }

    private void addAll(Draft group) {
      group.documents.forEach(this::add);
      managed.addAll(group.managed);
    }

    private Role role() {
      Value trust = resource.property("AssumeRolePolicyDocument");
      return new Role(resource, TextDocument.of(stack, trust).orElse(trust), List.copyOf(documents), managed,
          resource.property("PermissionsBoundary"));
    }
  }
}
