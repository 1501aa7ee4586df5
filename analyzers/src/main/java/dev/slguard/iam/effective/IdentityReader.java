package dev.slguard.iam.effective;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountPolicy;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.catalogue.ManagedPolicy;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Deployment;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Gathers the policies of the identities of a deployment. Thread-safe. */
public final class IdentityReader {
  private static final String AWS_POLICIES = ":iam::aws:policy/";
  /** Properties that name the role under which a resource acts: functions, state machines, tasks, pipes, projects. */
  private static final List<String> RUNS_AS = List.of("Role", "RoleArn", "ExecutionRoleArn", "TaskRoleArn",
      "ServiceRole", "ServiceRoleArn");

  private final Catalogue catalogue;
  private final Account account;

  /** Reads AWS managed policies from {@code catalogue}. */
  public IdentityReader(Catalogue catalogue) {
    this(catalogue, Account.NONE);
  }

  /** Reads AWS managed policies from {@code catalogue}, policies and roles named by ARN from {@code account}. */
  public IdentityReader(Catalogue catalogue, Account account) {
    this.catalogue = catalogue;
    this.account = account;
  }

  /**
   * All identities of the deployment, in the order of its roles; behind them the roles of the account under which resources
   * act, each standing where the first of them names it.
   */
  public List<Identity> identities(Deployment deployment) {
    var resources = new ArrayList<Policy>();
    deployment.policies().forEach(document -> resources.add(PolicyReader.read(document, PolicyType.RESOURCE)));
    var identities = new ArrayList<Identity>();
    List<Policy> guards = guards(deployment);
    deployment.roles().forEach(role -> identities.add(identity(deployment, role, resources, guards)));
    if (account.isKnown()) {
      identities.addAll(imported(deployment));
    }
    return List.copyOf(identities);
  }

  private Collection<Identity> imported(Deployment deployment) {
    var imported = new LinkedHashMap<String, Identity>();
    for (Resource resource : deployment.resources().values()) {
      for (String property : RUNS_AS) {
        Value written = resource.property(property);
        account.text(written).flatMap(account::role).filter(AccountIdentity::editable).ifPresent(
            found -> imported.computeIfAbsent(found.arn(), _ -> inAccount(found, resource.id(), written.at())));
      }
    }
    return imported.values();
  }

  /**
   * An identity of the account, all of it standing at {@code at}.
   *
   * @param carrier logical id of the resource that names it
   */
  public Identity inAccount(AccountIdentity one, String carrier, Span at) {
    var policies = new ArrayList<Policy>();
    var unknown = new ArrayList<Identity.Unread>();
    one.inline().forEach((name, document) -> policies.add(read(document, PolicyType.IDENTITY, name, carrier, at)));
    for (String arn : one.managed()) {
      document(arn).ifPresentOrElse(found -> policies.add(read(found, PolicyType.IDENTITY, arn, carrier, at)),
          () -> unknown.add(new Identity.Unread(arn, at)));
    }
    if (!one.isComplete()) {
      unknown.add(new Identity.Unread(one.arn(), at));
    }
    Optional<Policy> boundary = one.boundary()
        .map(arn -> document(arn).map(found -> read(found, PolicyType.BOUNDARY, arn, carrier, at))
            .orElseGet(() -> undecided(new Value.Unknown(Value.Origin.IMPORT, arn, at), carrier, ConditionSet.ALWAYS)));
    Optional<Policy> trust = one.trust().map(document -> read(document, PolicyType.TRUST, one.name(), carrier, at));
    Identity.Kind kind = switch (one.kind()) {
      case ROLE -> Identity.Kind.ROLE;
      case USER -> Identity.Kind.USER;
      case GROUP -> Identity.Kind.GROUP;
    };
    return new Identity(one.arn(), one.name(), kind, policies, boundary, trust, List.of(), unknown, List.of(),
        List.of(Glob.text(one.arn())), at);
  }

  /** The text of a managed policy, of AWS or of the account. */
  private Optional<String> document(String arn) {
    return arn.contains(AWS_POLICIES)
        ? catalogue.managedPolicy("arn:aws" + arn.substring(arn.indexOf(AWS_POLICIES))).map(ManagedPolicy::document)
        : account.policy(arn).map(AccountPolicy::document);
  }

  private static Policy read(String document, PolicyType type, String name, String carrier, Span at) {
    return PolicyReader.read(Value.Scalar.text(document, at), type, name, carrier, ConditionSet.ALWAYS);
  }

  /** The identity that a role of the deployment is, without policies of resources. */
  public Identity identity(Deployment deployment, Role role) {
    return identity(deployment, role, List.of(), List.of());
  }

  /** Service control policies that stand beside plain documents; in a template they are meant for accounts elsewhere. */
  private static List<Policy> guards(Deployment deployment) {
    var guards = new ArrayList<Policy>();
    for (Resource resource : deployment.format() == Deployment.Format.POLICY
        ? deployment.resources().values()
        : List.<Resource>of()) {
      if (resource.type().equals("AWS::Organizations::Policy")
          && Values.text(resource.property("Type")).filter("SERVICE_CONTROL_POLICY"::equals).isPresent()) {
        guards.add(PolicyReader.read(resource.property("Content"), PolicyType.SCP, resource.id()));
      }
    }
    return guards;
  }

  private Identity identity(Deployment deployment, Role role, List<Policy> byResources, List<Policy> guards) {
    Resource resource = role.resource();
    var policies = new ArrayList<Policy>();
    role.documents().forEach(document -> policies.add(PolicyReader.read(document, PolicyType.IDENTITY)));
    var unknown = new ArrayList<Identity.Unread>();
    for (Value value : role.managed()) {
      managed(deployment, value, resource.id(), resource.conditions(), policies, unknown);
    }
    Identity.Kind kind = kind(resource.type());
    Optional<Policy> trust = role.trust() instanceof Value.Absent
        ? Optional.empty()
        : Optional
            .of(PolicyReader.read(role.trust(), PolicyType.TRUST, resource.id(), resource.id(), resource.conditions()));
    return new Identity(resource.id(), resource.provenance().authoredId(), kind, policies, boundary(deployment, role),
        trust, byResources, unknown, guards, arns(resource), resource.provenance().at());
  }

  private static Identity.Kind kind(String type) {
    return switch (type) {
      case "AWS::IAM::Role" -> Identity.Kind.ROLE;
      case "AWS::IAM::User" -> Identity.Kind.USER;
      case "AWS::IAM::Group" -> Identity.Kind.GROUP;
      default -> Identity.Kind.POLICY;
    };
  }

  private void managed(Deployment deployment, Value value, String carrier, ConditionSet when, List<Policy> policies,
      List<Identity.Unread> unknown) {
    switch (value) {
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) -> {
        var named = new ConditionSet.Formula.Named(condition);
        managed(deployment, whenTrue, carrier, when.and(named), policies, unknown);
        managed(deployment, whenFalse, carrier, when.and(new ConditionSet.Formula.Not(named)), policies, unknown);
      }
      case Value.Listing(var items, _) ->
        items.forEach(item -> managed(deployment, item, carrier, when, policies, unknown));
      case Value.Scalar _,Value.Text _ -> named(value, PolicyType.IDENTITY, carrier, when)
          .ifPresentOrElse(policies::add, () -> unknown.add(new Identity.Unread(spelling(value), value.at())));
      case Value.Reference(String id, _, Span at) -> {
        if (!deployment.resources().containsKey(id)) {
          unknown.add(new Identity.Unread(id, at));
        }
      }
      case Value.Unknown(_, String detail, Span at) -> unknown.add(new Identity.Unread(detail, at));
      case Value.Mapping _,Value.Absent _ -> {
      }
    }
  }

  /** The managed policy that a text names, of AWS or of the account. */
  private Optional<Policy> named(Value value, PolicyType type, String carrier, ConditionSet when) {
    Optional<ManagedPolicy> ofAws = awsPolicy(value);
    if (ofAws.isPresent()) {
      return Optional.of(PolicyReader.read(Value.Scalar.text(ofAws.get().document(), value.at()), type,
          ofAws.get().arn(), carrier, when));
    }
    return account.text(value).flatMap(account::policy).map(
        found -> PolicyReader.read(Value.Scalar.text(found.document(), value.at()), type, found.arn(), carrier, when));
  }

  /** The AWS managed policy that a text names: its ARN with any partition, or its name alone. */
  private Optional<ManagedPolicy> awsPolicy(Value value) {
    String text = spelling(value);
    int marker = text.indexOf(AWS_POLICIES);
    if (marker >= 0) {
      return catalogue.managedPolicy("arn:aws" + text.substring(marker));
    }
    return text.contains(":") || text.contains("${") ? Optional.empty() : catalogue.managedPolicy(text);
  }

  private static String spelling(Value value) {
    return switch (value) {
      case Value.Scalar(String text, _, _) -> text;
      case Value.Text(var parts, _) -> {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part instanceof Value.Scalar ? spelling(part) : "${}"));
        yield text.toString();
      }
      case Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> "";
    };
  }

  private Optional<Policy> boundary(Deployment deployment, Role role) {
    Value value = role.boundary();
    String id = role.resource().id();
    ConditionSet when = role.resource().conditions();
    return switch (value) {
      case Value.Absent _ -> Optional.empty();
      case Value.Scalar _,Value.Text _ ->
        Optional.of(named(value, PolicyType.BOUNDARY, id, when).orElseGet(() -> undecided(value, id, when)));
      case Value.Reference(String policy, _, _) -> {
        Optional<PolicyDocument> local = local(deployment, policy);
        yield Optional.of(local.map(document -> PolicyReader.read(document, PolicyType.BOUNDARY))
            .orElseGet(() -> undecided(value, id, when)));
      }
      case Value.Listing _,Value.Mapping _,Value.Choice _,Value.Unknown _ -> Optional.of(undecided(value, id, when));
    };
  }

  private static Optional<PolicyDocument> local(Deployment deployment, String id) {
    return Optional.ofNullable(deployment.resources().get(id))
        .filter(resource -> resource.type().equals("AWS::IAM::ManagedPolicy")).map(resource -> new PolicyDocument(id,
            id, resource.property("PolicyDocument"), resource.conditions(), resource.provenance().at()));
  }

  /** A boundary of which nothing is known: everything within it is uncertain. */
  private static Policy undecided(Value value, String id, ConditionSet when) {
    return PolicyReader.read(new Value.Unknown(Value.Origin.IMPORT, "boundary", value.at()), PolicyType.BOUNDARY, id,
        id, when);
  }

  /** Plain documents that belong to one principal. */
  public static Identity ofDocuments(String name, List<Policy> policies, Optional<Policy> boundary, Span at) {
    return new Identity(name, name, Identity.Kind.POLICY, policies, boundary, Optional.empty(), List.of(), List.of(),
        List.of(), name.startsWith("arn:") ? List.of(Glob.text(name)) : List.of(), at);
  }

  /** A role or user: a reference to it, and its name with whatever spelling of the partition. Groups make no requests. */
  private static List<Glob> arns(Resource resource) {
    String type = switch (resource.type()) {
      case "AWS::IAM::Role" -> "role";
      case "AWS::IAM::User" -> "user";
      default -> "";
    };
    if (type.isEmpty()) {
      return List.of();
    }
    Span at = resource.provenance().at();
    var arns = new ArrayList<Glob>();
    arns.add(glob(List.of(new Value.Reference(resource.id(), "Arn", at)), at));
    // Principals of an account are known by their ARNs.
    Values.text(resource.property("Arn")).ifPresent(arn -> arns.add(Glob.text(arn)));
    Value name = resource.property(type.equals("role") ? "RoleName" : "UserName");
    if (name instanceof Value.Scalar || name instanceof Value.Text) {
      Value path = resource.property("Path") instanceof Value.Absent
          ? Value.Scalar.text("/", at)
          : resource.property("Path");
      for (Value partition : List.of(pseudo("AWS::Partition", at), Value.Scalar.text("aws", at))) {
        arns.add(glob(List.of(Value.Scalar.text("arn:", at), partition, Value.Scalar.text(":iam::", at),
            pseudo("AWS::AccountId", at), Value.Scalar.text(":" + type, at), path, name), at));
      }
    }
    return arns;
  }

  private static Value pseudo(String name, Span at) {
    return new Value.Unknown(Value.Origin.PSEUDO, name, at);
  }

  private static Glob glob(List<Value> parts, Span at) {
    return Glob.of(TextPattern.of(new Value.Text(parts, at), TextPattern.Syntax.PLAIN), false);
  }
}
