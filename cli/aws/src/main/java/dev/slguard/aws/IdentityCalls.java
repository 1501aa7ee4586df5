package dev.slguard.aws;

import dev.slguard.aws.Calls.Listed;
import dev.slguard.cli.account.AccountSource.Selection;
import dev.slguard.cli.account.AccountSource.Unreachable;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.iam.account.AccountIdentity.Part;
import dev.slguard.iam.account.AccountIdentity.StackMark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** Reads roles, users and groups with all that is attached to them. */
final class IdentityCalls {
  /** The most that IAM gives at once; it may give less. */
  static final int PAGE = 1000;
  private static final String STACK = "aws:cloudformation:stack-name";
  private static final String LOGICAL_ID = "aws:cloudformation:logical-id";

  private final IamClient client;
  private final Calls calls;
  private final Selection selection;
  private final Consumer<String> progress;

  IdentityCalls(IamClient client, Calls calls, Selection selection, Consumer<String> progress) {
    this.client = client;
    this.calls = calls;
    this.selection = selection;
    this.progress = progress;
  }

  /** All that the selection asks for. */
  List<AccountIdentity> read() throws Unreachable {
    var identities = new ArrayList<AccountIdentity>();
    if (selection.roles().isEmpty()) {
      progress.accept("listing roles");
      String prefix = selection.pathPrefix().orElse("/");
      List<Role> roles = calls.all("roles", "ListRoles",
          () -> client.listRolesPaginator(request -> request.maxItems(PAGE).pathPrefix(prefix)).roles()).items();
      for (int i = 0; i < roles.size(); i++) {
        progress.accept("role " + (i + 1) + " of " + roles.size());
        identities.add(listed(roles.get(i)));
      }
    } else {
      for (String name : selection.roles()) {
        progress.accept("role " + name);
        named(name).ifPresent(identities::add);
      }
    }
    if (selection.users()) {
      users(identities);
      groups(identities);
    }
    return identities;
  }

  /** What ListRoles gives lacks boundary and tags. */
  private AccountIdentity listed(Role listed) throws Unreachable {
    if (!AccountIdentity.isEditable(listed.arn())) {
      return role(listed, true);
    }
    Optional<Role> whole = calls.one(what(Kind.ROLE, listed.roleName()), "GetRole",
        () -> client.getRole(request -> request.roleName(listed.roleName())).role());
    return role(whole.orElse(listed), whole.isPresent());
  }

  private Optional<AccountIdentity> named(String name) throws Unreachable {
    Optional<Role> role = calls.one(what(Kind.ROLE, name), "GetRole",
        () -> client.getRole(request -> request.roleName(name)).role());
    return role.isEmpty() ? Optional.empty() : Optional.of(role(role.get(), true));
  }

  private AccountIdentity role(Role role, boolean whole) throws Unreachable {
    String name = role.roleName();
    var parts = new Parts(what(Kind.ROLE, name));
    if (!whole) {
      parts.missing.add(Part.BOUNDARY);
    }
    boolean editable = AccountIdentity.isEditable(role.arn());
    if (editable) {
      parts.inline("ListRolePolicies",
          () -> client.listRolePoliciesPaginator(request -> request.roleName(name).maxItems(PAGE)).policyNames(),
          "GetRolePolicy",
          policy -> client.getRolePolicy(request -> request.roleName(name).policyName(policy)).policyDocument());
      parts.managed("ListAttachedRolePolicies", () -> client
          .listAttachedRolePoliciesPaginator(request -> request.roleName(name).maxItems(PAGE)).attachedPolicies());
    }
    Optional<String> trust = Optional.ofNullable(role.assumeRolePolicyDocument()).map(Documents::decoded);
    return new AccountIdentity(Kind.ROLE, name, role.arn(), day(role.createDate()), editable, trust, parts.inline,
        parts.managed, boundary(role.permissionsBoundary()), new TreeSet<>(), stack(role), Optional.empty(),
        parts.missing);
  }

  private void users(List<AccountIdentity> identities) throws Unreachable {
    String prefix = selection.pathPrefix().orElse("/");
    List<User> users = calls.all("users", "ListUsers",
        () -> client.listUsersPaginator(request -> request.maxItems(PAGE).pathPrefix(prefix)).users()).items();
    for (int i = 0; i < users.size(); i++) {
      progress.accept("user " + (i + 1) + " of " + users.size());
      identities.add(user(users.get(i)));
    }
  }

  private AccountIdentity user(User listed) throws Unreachable {
    String name = listed.userName();
    String what = what(Kind.USER, name);
    Optional<User> whole = calls.one(what, "GetUser", () -> client.getUser(request -> request.userName(name)).user());
    User user = whole.orElse(listed);
    var parts = new Parts(what);
    if (whole.isEmpty()) {
      parts.missing.add(Part.BOUNDARY);
    }
    parts.inline("ListUserPolicies",
        () -> client.listUserPoliciesPaginator(request -> request.userName(name).maxItems(PAGE)).policyNames(),
        "GetUserPolicy",
        policy -> client.getUserPolicy(request -> request.userName(name).policyName(policy)).policyDocument());
    parts.managed("ListAttachedUserPolicies", () -> client
        .listAttachedUserPoliciesPaginator(request -> request.userName(name).maxItems(PAGE)).attachedPolicies());
    Listed<Group> groups = calls.all(what, "ListGroupsForUser",
        () -> client.listGroupsForUserPaginator(request -> request.userName(name).maxItems(PAGE)).groups());
    if (!groups.complete()) {
      parts.missing.add(Part.GROUPS);
    }
    return new AccountIdentity(Kind.USER, name, user.arn(), day(user.createDate()), true, Optional.empty(),
        parts.inline, parts.managed, boundary(user.permissionsBoundary()),
        new TreeSet<>(groups.items().stream().map(Group::groupName).toList()), Optional.empty(), Optional.empty(),
        parts.missing);
  }

  private void groups(List<AccountIdentity> identities) throws Unreachable {
    List<Group> groups = calls
        .all("groups", "ListGroups", () -> client.listGroupsPaginator(request -> request.maxItems(PAGE)).groups())
        .items();
    for (Group group : groups) {
      String name = group.groupName();
      progress.accept("group " + name);
      var parts = new Parts(what(Kind.GROUP, name));
      parts.inline("ListGroupPolicies",
          () -> client.listGroupPoliciesPaginator(request -> request.groupName(name).maxItems(PAGE)).policyNames(),
          "GetGroupPolicy",
          policy -> client.getGroupPolicy(request -> request.groupName(name).policyName(policy)).policyDocument());
      parts.managed("ListAttachedGroupPolicies", () -> client
          .listAttachedGroupPoliciesPaginator(request -> request.groupName(name).maxItems(PAGE)).attachedPolicies());
      identities.add(new AccountIdentity(Kind.GROUP, name, group.arn(), day(group.createDate()), true, Optional.empty(),
          parts.inline, parts.managed, Optional.empty(), new TreeSet<>(), Optional.empty(), Optional.empty(),
          parts.missing));
    }
  }

  /** The policies of one identity, as they are read. */
  private final class Parts {
    private final String what;
    private final TreeMap<String, String> inline = new TreeMap<>();
    private final TreeSet<String> managed = new TreeSet<>();
    private final EnumSet<Part> missing = EnumSet.noneOf(Part.class);

    Parts(String what) {
      this.what = what;
    }

    void inline(String listing, Supplier<Iterable<String>> names, String getting, Function<String, String> get)
        throws Unreachable {
      Listed<String> listed = calls.all(what, listing, names);
      boolean complete = listed.complete();
      for (String policy : listed.items()) {
        Optional<String> document = calls.one(what + ", policy '" + policy + "'", getting, () -> get.apply(policy));
        document.ifPresent(text -> inline.put(policy, Documents.decoded(text)));
        complete &= document.isPresent();
      }
      if (!complete) {
        missing.add(Part.INLINE);
      }
    }

    void managed(String listing, Supplier<Iterable<AttachedPolicy>> policies) throws Unreachable {
      Listed<AttachedPolicy> listed = calls.all(what, listing, policies);
      listed.items().forEach(policy -> managed.add(policy.policyArn()));
      if (!listed.complete()) {
        missing.add(Part.MANAGED);
      }
    }
  }

  static String what(Kind kind, String name) {
    return switch (kind) {
      case ROLE -> "role '" + name + "'";
      case USER -> "user '" + name + "'";
      case GROUP -> "group '" + name + "'";
    };
  }

  private static Optional<String> boundary(@Nullable AttachedPermissionsBoundary boundary) {
    return Optional.ofNullable(boundary).map(AttachedPermissionsBoundary::permissionsBoundaryArn);
  }

  private static Optional<LocalDate> day(@Nullable Instant instant) {
    return Optional.ofNullable(instant).map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Of all tags only CloudFormation's own two are kept: the others are nobody's business. */
  private static Optional<StackMark> stack(Role role) {
    return tag(role, STACK).map(stack -> new StackMark(stack, tag(role, LOGICAL_ID).orElse("")));
  }

  private static Optional<String> tag(Role role, String key) {
    return role.tags().stream().filter(tag -> tag.key().equals(key)).map(Tag::value).findFirst();
  }
}
