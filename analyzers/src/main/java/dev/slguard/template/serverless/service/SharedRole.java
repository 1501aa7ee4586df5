package dev.slguard.template.serverless.service;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The role that all functions without one of their own share; events add statements to it. */
public final class SharedRole {
  private final Span at;
  private final List<Tree> statements = new ArrayList<>();
  private final List<Tree> trusted = new ArrayList<>();
  private final List<Tree> managed = new ArrayList<>();
  private Optional<Tree> boundary = Optional.empty();

  /** A role at the place {@code at} that Lambda may assume. */
  public SharedRole(Span at) {
    this.at = at;
    trust("lambda.amazonaws.com", at);
  }

  /** The place that asks for the role. */
  public Span at() {
    return at;
  }

  /** Adds a statement. */
  public void add(Tree statement) {
    statements.add(statement);
  }

  /** Adds a statement, unless one with the same actions and resources is there. */
  public void addOnce(Tree statement) {
    if (statements.stream().noneMatch(other -> Shape.of(other).equals(Shape.of(statement)))) {
      statements.add(statement);
    }
  }

  /** Adds a managed policy. */
  public void addManaged(Tree policy) {
    managed.add(policy);
  }

  /** Lets the service {@code principal} assume the role. */
  public void trust(String principal, Span place) {
    if (trusted.stream().flatMap(t -> Config.text(t).stream()).noneMatch(principal::equals)) {
      trusted.add(Tree.Scalar.text(principal, place));
    }
  }

  /** Adds what {@code other} holds. */
  public void addAll(SharedRole other) {
    other.statements.forEach(this::addOnce);
    other.trusted.forEach(service -> Config.text(service).ifPresent(name -> trust(name, service.at())));
    other.managed.forEach(this::addManaged);
  }

  /** The statements so far. */
  public List<Tree> statements() {
    return List.copyOf(statements);
  }

  /** Sets the permissions boundary. */
  public void limit(Tree policy) {
    boundary = Optional.of(policy);
  }

  /** The permissions boundary. */
  public Optional<Tree> boundary() {
    return boundary;
  }

  /** The trust policy. */
  public Tree.Mapping trustPolicy() {
    var draft = new Draft(at);
    Tree.Mapping statement = draft.object().put("Effect", "Allow")
        .put("Principal", draft.object().put("Service", draft.list(trusted)).tree())
        .put("Action", draft.texts("sts:AssumeRole")).tree();
    return draft.object().put("Version", "2012-10-17").put("Statement", draft.list(statement)).tree();
  }

  /** The role's properties. */
  public Tree.Mapping properties(Service service) {
    var draft = new Draft(at);
    Tree.Mapping config = Config.mappingAt(service.provider(), "iam", "role");
    Tree stage = draft.text(service.stage());
    Tree.Mapping policy = draft.object().put("PolicyName", draft.join("-", service.name(), stage, draft.text("lambda")))
        .put("PolicyDocument",
            draft.object().put("Version", "2012-10-17").put("Statement", draft.list(statements)).tree())
        .tree();
    Draft.Fields fields = draft.object().put("AssumeRolePolicyDocument", trustPolicy())
        .put("Policies", draft.list(policy)).put("Path", Config.truthy(config, "path").orElse(draft.text("/")))
        .put("RoleName",
            Config.truthy(config, "name").orElseGet(
                () -> draft.join("-", service.name(), stage, draft.ref("AWS::Region"), draft.text("lambdaRole"))))
        .put("PermissionsBoundary", boundary).put("Tags", Config.truthy(config, "tags").map(Tags::list));
    if (!managed.isEmpty()) {
      fields.put("ManagedPolicyArns", draft.list(managed));
    }
    return fields.tree();
  }
}
