package dev.slguard.iam.escalation;

import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Narrowing;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.effective.PhysicalArn;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Deployment;
import dev.slguard.model.Resource;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What permissions reach among the resources of one deployment. */
final class Targets {
  private static final int ARN_FIELDS = 6;

  private final Map<String, Glob> arns = new HashMap<>();
  private final Map<String, Glob> physical = new HashMap<>();

  Targets(Deployment deployment) {
    for (Resource resource : deployment.resources().values()) {
      // Principals of an account are known by their ARNs, those of a template by references.
      Values.text(resource.property("Arn"))
          .filter(arn -> arn.startsWith("arn:") && arn.split(":", ARN_FIELDS).length == ARN_FIELDS)
          .ifPresent(arn -> arns.put(resource.id(), Glob.text(arn)));
      PhysicalArn.of(resource).ifPresent(arn -> physical.put(resource.id(), arn));
    }
  }

  /** The ARN of the resource of that id; empty where only deployment gives it one. */
  Optional<Glob> arn(String id) {
    return Optional.ofNullable(arns.get(id));
  }

  /** Whether a resource entry names the thing of that id. */
  Predicate<TextPattern> names(String id) {
    Glob arn = arns.get(id);
    Glob named = physical.get(id);
    return resource -> resource.resources().contains(id)
        || named != null && isDecided(resource) && !Glob.of(resource, false).matches(named).isFalse()
        || arn != null && !resource.isAny() && Glob.of(resource, false).matches(arn).isTrue();
  }

  /** Whether the template fixes all of the entry but account, region and partition, so that it can be compared with a name. */
  private static boolean isDecided(TextPattern resource) {
    return !resource.isAny() && !resource.hasVariable()
        && resource.parts().stream().noneMatch(part -> part instanceof Part.Hole hole && !hole.segment());
  }

  /**
   * Whether a resource entry names the thing of that id or everything of its kind.
   *
   * @param all how an entry ends that covers all of the kind: {@code :role/*}
   */
  Predicate<TextPattern> reaches(String id, String all) {
    return resource -> resource.isAny() || resource.text().endsWith(all) || names(id).test(resource);
  }

  /** The first unconditional permission for one of {@code actions} on a resource that {@code resource} accepts. */
  Optional<Permission> held(EffectivePermissions from, List<String> actions, Predicate<TextPattern> resource) {
    return actions.stream().flatMap(action -> from.of(action).stream())
        .filter(permission -> !permission.certainty().isFalse() && Narrowing.of(permission.conditions()).isEmpty()
            && resource.test(permission.resource()))
        .findFirst();
  }

  /** Whether {@code value} mentions the resource of that id. */
  static boolean mentions(Value value, String id) {
    Set<String> found = new LinkedHashSet<>();
    collect(value, found);
    return found.contains(id);
  }

  /** Logical ids that {@code value} mentions. */
  static Set<String> mentioned(Value value) {
    Set<String> found = new LinkedHashSet<>();
    collect(value, found);
    return found;
  }

  private static void collect(Value value, Set<String> out) {
    switch (value) {
      case Value.Reference(String id, _, _) -> out.add(id);
      case Value.Text(var parts, _) -> parts.forEach(part -> collect(part, out));
      case Value.Listing(var items, _) -> items.forEach(item -> collect(item, out));
      case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> collect(entry, out));
      case Value.Choice(_, Value whenTrue, Value whenFalse, _) -> {
        collect(whenTrue, out);
        collect(whenFalse, out);
      }
      case Value.Scalar _,Value.Unknown _,Value.Absent _ -> {
      }
    }
  }
}
