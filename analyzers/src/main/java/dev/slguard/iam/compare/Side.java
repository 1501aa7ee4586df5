package dev.slguard.iam.compare;

import dev.slguard.iam.evaluate.PolicySet;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyText;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.iam.policy.Statement;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of what is compared: the policies of an identity, or that of a resource.
 *
 * @param grants identity policies, or those of a resource or a role's trust
 * @param boundary the permissions boundary, if there is one
 * @param guards control policies, of which each must allow
 * @param ofResource whether the grants name principals
 */
public record Side(List<Policy> grants, Optional<Policy> boundary, List<Policy> guards, boolean ofResource) {
  private static final String EVERYTHING = """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
  private static final String OPEN = """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

  public Side {
    grants = List.copyOf(grants);
    guards = List.copyOf(guards);
  }

  /** The policies of one identity. */
  public static Side ofIdentity(List<Policy> policies) {
    return new Side(policies, Optional.empty(), List.of(), false);
  }

  /** The policy of a resource, or the trust policy of a role. */
  public static Side ofResource(List<Policy> policies) {
    return new Side(policies, Optional.empty(), List.of(), true);
  }

  /** A limit by itself, as wide as what it lets pass: a boundary or control policy that is compared alone. */
  public static Side ofLimit(Policy limit) {
    boolean names = limit.source().type() == PolicyType.RCP;
    // Every resource control policy stands beside one of AWS that allows all (Organizations, rcps).
    List<Policy> grants = names ? List.of(read(OPEN, PolicyType.RESOURCE), limit) : List.of(limit);
    return new Side(grants, Optional.empty(), List.of(), names);
  }

  /** What allows everything to everybody, as far as its kind goes. */
  static Policy everything() {
    return read(EVERYTHING, PolicyType.IDENTITY);
  }

  private static Policy read(String json, PolicyType type) {
    Span at = Span.startOf("");
    return PolicyReader.read(PolicyText.parsed(Value.Scalar.text(json, at)), type, "everything");
  }

  /** As a decision takes it: of a resource's policy alone the caller may do whatever the resource lets it. */
  PolicySet policies() {
    return new PolicySet(ofResource ? List.of(everything()) : grants, ofResource ? grants : List.of(),
        boundary.map(List::of), Optional.empty(), guards.stream().map(List::of).toList(), List.of(), List.of());
  }

  List<Policy> limits() {
    var limits = new ArrayList<>(guards);
    boundary.ifPresent(limits::add);
    return limits;
  }

  List<Policy> all() {
    var all = new ArrayList<>(grants);
    all.addAll(limits());
    return all;
  }

  static List<Statement> statements(List<Policy> policies) {
    return policies.stream().flatMap(policy -> policy.statements().stream()).toList();
  }
}
