package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** The role of a function: the one that is named, a generated one, or either as a condition decides. */
final class FunctionRole {
  private static final String SERVICE_ROLE = ":iam::aws:policy/service-role/";

  private final SamTemplate template;
  private final Owner owner;
  private final RolePolicies policies;

  FunctionRole(SamTemplate template, Owner owner, RolePolicies policies) {
    this.template = template;
    this.owner = owner;
    this.policies = policies;
  }

  /**
   * Sets Role in {@code function}, the Lambda function's properties, and generates the role where one is needed.
   *
   * @param additions add what the author asks for, in order, after the basic policies
   * @return the properties of the generated role, whose policies are still to be written
   */
  Optional<Draft> expand(Draft function, List<Runnable> additions) {
    Optional<Tree> given = owner.property("Role").filter(tree -> !Intrinsics.isNull(tree));
    basic();
    additions.forEach(Runnable::run);
    String id = owner.id() + "Role";
    Span at = owner.at();
    Tree generated = Intrinsics.attribute(id, "Arn", at);
    if (given.isEmpty()) {
      function.put("Role", generated);
      return Optional.of(role(id, owner.condition()));
    }
    if (given.get() instanceof Tree.Sequence
        || given.get() instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.TEXT) {
      template.doubt(owner, owner.placeOf("Role"), "Role is no text");
    }
    Optional<List<Tree>> choice = Intrinsics.choiceItems(given.get());
    if (choice.isEmpty()) {
      unused();
      function.put("Role", given.get());
      return Optional.empty();
    }
    return chosen(function, given.get(), choice.get(), generated, id);
  }

  /** SAM takes the role as it is: what Policies asks for is deployed nowhere. */
  private void unused() {
    Optional<Tree> policies = owner.property("Policies").filter(tree -> !Intrinsics.isNull(tree))
        .filter(tree -> !(tree instanceof Tree.Sequence(var items, _) && items.isEmpty()));
    policies.ifPresent(_ -> template.doubt(owner, owner.placeOf("Policies"),
        "Policies is ignored, since the resource has a Role of its own"));
  }

  private Optional<Draft> chosen(Draft function, Tree given, List<Tree> items, Tree generated, String id) {
    boolean first = Intrinsics.isNoValue(items.get(1));
    boolean second = Intrinsics.isNoValue(items.get(2));
    if (!first && !second) {
      unused();
      function.put("Role", given);
      return Optional.empty();
    }
    String condition = Intrinsics.textOf(items.getFirst()).orElse("");
    if (first && second) {
      function.put("Role", generated);
      return Optional.of(role(id, owner.condition()));
    }
    function.put("Role", Intrinsics.choice(condition, first ? generated : template.resolved(items.get(1)),
        second ? generated : template.resolved(items.get(2)), given.at()));
    return Optional.of(role(id, Optional.of(first ? condition : negated(condition))));
  }

  private String negated(String condition) {
    String name = "NOT" + condition;
    template.conditions().put(name, Intrinsics.not(condition, owner.placeOf("Role")));
    return name;
  }

  private void basic() {
    String arn = "arn:" + template.partition();
    Span at = owner.at();
    boolean durable = owner.property("DurableConfig").filter(tree -> !Intrinsics.isNull(tree)).isPresent();
    policies.addManaged(Intrinsics.text(
        arn + SERVICE_ROLE + (durable ? "AWSLambdaBasicDurableExecutionRolePolicy" : "AWSLambdaBasicExecutionRole"),
        at));
    owner.property("Tracing").filter(mode -> FunctionRole.isTraced(template, mode))
        .ifPresent(mode -> policies.addManaged(Intrinsics.text(arn + ":iam::aws:policy/" + xray(template), mode.at())));
    owner.property("VpcConfig").ifPresent(vpc -> policies.addManaged(
        Intrinsics.text(arn + SERVICE_ROLE + "AWSLambdaVPCAccessExecutionRole", owner.placeOf("VpcConfig"))));
  }

  /** Whether Tracing says anything but that there is none. */
  static boolean isTraced(SamTemplate template, Tree mode) {
    Tree resolved = template.resolved(mode);
    return !Intrinsics.isNull(resolved)
        && Intrinsics.textOf(resolved).filter(text -> text.equals("Disabled") || text.isEmpty()).isEmpty();
  }

  /** The managed policy that lets a role write traces. */
  static String xray(SamTemplate template) {
    return template.partition().equals("aws") ? "AWSXrayWriteOnlyAccess" : "AWSXRayDaemonWriteAccess";
  }

  private Draft role(String id, Optional<String> condition) {
    Draft resource = template.add(id, "AWS::IAM::Role", owner, owner.at());
    condition.ifPresent(name -> resource.put("Condition", name));
    Draft properties = resource.child("Properties");
    properties.put("AssumeRolePolicyDocument", owner.property("AssumeRolePolicyDocument")
        .orElseGet(() -> RolePolicies.trust("lambda.amazonaws.com", owner.at())));
    properties.take(owner.properties(), "PermissionsBoundary");
    properties.takeAs("Path", owner.properties(), "RolePath");
    properties.put("Tags", Tags.list(owner, "lambda:createdBy"));
    return properties;
  }
}
