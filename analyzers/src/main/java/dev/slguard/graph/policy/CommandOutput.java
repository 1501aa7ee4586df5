package dev.slguard.graph.policy;

import dev.slguard.iam.policy.PolicyText;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what commands of the AWS CLI print of policies (AWS CLI Command Reference: iam get-policy-version, get-role-policy,
 * get-user-policy, get-group-policy, get-role, get-account-authorization-details; organizations describe-policy; s3api
 * get-bucket-policy and others that print {@code Policy}; sqs and sns get-…-attributes; iot get-policy). A document in it is an object, JSON
 * in a text, or the same URL-encoded.
 */
final class CommandOutput {
  private final String file;
  private final Diagnostics diagnostics;
  private final List<Written> documents = new ArrayList<>();
  private final List<PrincipalDraft> principals = new ArrayList<>();
  private final List<AccountPolicy> account = new ArrayList<>();

  /** A customer managed policy of an account. */
  record AccountPolicy(String arn, Written policy) {}

  private CommandOutput(String file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /**
   * What {@code output} says; empty if it is nothing that such a command prints.
   *
   * @param file the name for documents that have none
   */
  static Optional<CommandOutput> of(Value.Mapping output, String file, Diagnostics diagnostics) {
    var read = new CommandOutput(file, diagnostics);
    return read.recognises(output) ? Optional.of(read) : Optional.empty();
  }

  /** Documents that belong to whatever the file belongs to. */
  List<Written> documents() {
    return documents;
  }

  /** Principals that the output names, groups first. */
  List<PrincipalDraft> principals() {
    return principals;
  }

  /** Customer managed policies of the account. */
  List<AccountPolicy> account() {
    return account;
  }

  private boolean recognises(Value.Mapping output) {
    if (isAccount(output)) {
      each(output, "GroupDetailList", group -> principal(group, "AWS::IAM::Group", "GroupName", "GroupPolicyList"));
      each(output, "UserDetailList", user -> principal(user, "AWS::IAM::User", "UserName", "UserPolicyList"));
      each(output, "RoleDetailList", role -> principal(role, "AWS::IAM::Role", "RoleName", "RolePolicyList"));
      each(output, "Policies", this::accountPolicy);
      return true;
    }
    if (output.get("PolicyVersion") instanceof Value.Mapping version) {
      version(version, file, Optional.of(PolicyType.IDENTITY)).ifPresent(documents::add);
      return true;
    }
    if (output.get("PolicyVersionList") instanceof Value.Listing) {
      each(output, "PolicyVersionList", version -> {
        if (text(version, "IsDefaultVersion").filter("false"::equals).isEmpty()) {
          version(version, text(output, "PolicyName").orElse(file), Optional.of(PolicyType.IDENTITY))
              .ifPresent(documents::add);
        }
      });
      return true;
    }
    if (output.get("Role") instanceof Value.Mapping role && role.entries().containsKey("AssumeRolePolicyDocument")) {
      principal(role, "AWS::IAM::Role", "RoleName", "RolePolicyList");
      return true;
    }
    if (Values.text(output.get("InlinePolicy")).isPresent()) {
      // sso-admin get-inline-policy-for-permission-set
      document(output.get("InlinePolicy"), file, Optional.of(PolicyType.IDENTITY)).ifPresent(documents::add);
      return true;
    }
    return isInline(output) || isOrganization(output) || isResource(output);
  }

  private static boolean isAccount(Value.Mapping output) {
    return output.get("RoleDetailList") instanceof Value.Listing
        || output.get("UserDetailList") instanceof Value.Listing
        || output.get("GroupDetailList") instanceof Value.Listing;
  }

  /** {@code {"RoleName", "PolicyName", "PolicyDocument"}}: one inline policy of a principal. */
  private boolean isInline(Value.Mapping output) {
    if (!output.entries().containsKey("PolicyDocument")) {
      return false;
    }
    String name = text(output, "PolicyName").orElse(file);
    Optional<Written> policy = document(output.get("PolicyDocument"), name, Optional.of(PolicyType.IDENTITY));
    for (String kind : List.of("Role", "User", "Group")) {
      Optional<String> holder = text(output, kind + "Name");
      if (holder.isPresent() && policy.isPresent()) {
        var draft = new PrincipalDraft(holder.get(), "AWS::IAM::" + kind, output.at());
        draft.add(policy.get(), PolicyType.IDENTITY);
        principals.add(draft);
        return true;
      }
    }
    policy.ifPresent(documents::add);
    return true;
  }

  /** {@code {"Policy": {"PolicySummary": {"Type"}, "Content"}}}. */
  private boolean isOrganization(Value.Mapping output) {
    if (!(output.get("Policy") instanceof Value.Mapping policy)
        || !(policy.get("PolicySummary") instanceof Value.Mapping summary)) {
      return false;
    }
    Optional<PolicyType> type = switch (text(summary, "Type").orElse("")) {
      case "SERVICE_CONTROL_POLICY" -> Optional.of(PolicyType.SCP);
      case "RESOURCE_CONTROL_POLICY" -> Optional.of(PolicyType.RCP);
      default -> Optional.empty();
    };
    if (type.isEmpty()) {
      diagnostics.error(policy.at(),
          "this policy of an organization is neither a service nor a resource control policy;" + " it is not checked");
      return true;
    }
    document(policy.get("Content"), text(summary, "Name").orElse(file), type).ifPresent(documents::add);
    return true;
  }

  /** {@code {"Policy": "…"}}, {@code {"Attributes": {"Policy": "…"}}} and their like. */
  private boolean isResource(Value.Mapping output) {
    Value.Mapping holder = output.get("Attributes") instanceof Value.Mapping attributes ? attributes : output;
    for (String key : List.of("Policy", "ResourcePolicy", "policyText", "policy", "PolicyText", "resourcePolicy",
        "policyDocument")) {
      if (Values.text(holder.get(key)).filter(text -> PolicyText.document(text, output.at()).isPresent()).isPresent()) {
        document(holder.get(key), file, Optional.of(PolicyType.RESOURCE)).ifPresent(documents::add);
        return true;
      }
    }
    return false;
  }

  private interface Reader {
    void read(Value.Mapping item);
  }

  private static void each(Value.Mapping output, String key, Reader reader) {
    for (Value item : Values.items(output.get(key))) {
      if (item instanceof Value.Mapping mapping) {
        reader.read(mapping);
      }
    }
  }

  private void principal(Value.Mapping detail, String type, String nameKey, String policiesKey) {
    String name = text(detail, nameKey).orElse(file);
    var draft = new PrincipalDraft(name, type, detail.at());
    scalar(detail, "Arn").ifPresent(draft::identify);
    each(detail, policiesKey, inline -> document(inline.get("PolicyDocument"), text(inline, "PolicyName").orElse(name),
        Optional.of(PolicyType.IDENTITY)).ifPresent(policy -> draft.add(policy, PolicyType.IDENTITY)));
    each(detail, "AttachedManagedPolicies", managed -> scalar(managed, "PolicyArn").ifPresent(draft::attach));
    Values.items(detail.get("GroupList")).forEach(group -> Values.text(group).ifPresent(draft::join));
    if (detail.get("PermissionsBoundary") instanceof Value.Mapping boundary) {
      scalar(boundary, "PermissionsBoundaryArn").ifPresent(draft::bound);
    }
    if (detail.entries().containsKey("AssumeRolePolicyDocument")) {
      document(detail.get("AssumeRolePolicyDocument"), name, Optional.of(PolicyType.TRUST))
          .ifPresent(trust -> draft.add(trust, PolicyType.TRUST));
    }
    principals.add(draft);
  }

  private void accountPolicy(Value.Mapping policy) {
    String name = text(policy, "PolicyName").orElse(file);
    Optional<String> arn = text(policy, "Arn");
    String wanted = text(policy, "DefaultVersionId").orElse("");
    each(policy, "PolicyVersionList", version -> {
      boolean current = text(version, "IsDefaultVersion").filter("true"::equals).isPresent()
          || text(version, "VersionId").filter(wanted::equals).isPresent();
      // AWS managed policies come with the catalogue; here they only stand because somebody uses them.
      if (current && arn.filter(text -> !text.contains(":iam::aws:")).isPresent()) {
        version(version, name, Optional.of(PolicyType.IDENTITY))
            .ifPresent(document -> account.add(new AccountPolicy(arn.get(), document)));
      }
    });
  }

  private Optional<Written> version(Value.Mapping version, String name, Optional<PolicyType> type) {
    return document(version.get("Document"), name, type);
  }

  private Optional<Written> document(Value value, String name, Optional<PolicyType> type) {
    Optional<Value.Mapping> read = switch (value) {
      case Value.Mapping mapping -> Optional.of(mapping);
      case Value.Scalar(String text, _, Span at) -> PolicyText.document(text, at);
      case Value.Listing _,Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ ->
        Optional.empty();
    };
    if (read.isEmpty()) {
      diagnostics.error(value.at(), "the document of policy '" + name
          + "' is neither an object nor JSON in a text, URL-encoded or not; it is not checked");
    }
    return read.map(mapping -> new Written(name, type, mapping));
  }

  private static Optional<String> text(Value.Mapping mapping, String key) {
    return Values.text(mapping.get(key));
  }

  private static Optional<Value.Scalar> scalar(Value.Mapping mapping, String key) {
    return mapping.get(key) instanceof Value.Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }
}
