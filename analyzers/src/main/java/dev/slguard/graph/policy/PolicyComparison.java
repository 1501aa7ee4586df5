package dev.slguard.graph.policy;

import dev.slguard.graph.Application;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.compare.PolicyDiff;
import dev.slguard.iam.compare.Side;
import dev.slguard.iam.compare.Wider;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.iam.policy.Policy;
import dev.slguard.iam.policy.PolicyReader;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.Deployment;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Resource;
import dev.slguard.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares two versions of principals and resources, each by its name. */
public final class PolicyComparison {
  private PolicyComparison() {}

  /** What kind of permission is compared. */
  public enum Kind {
    /** What a principal may do. */
    IDENTITY,
    /** Who may assume a role. */
    TRUST,
    /** Who may use a resource. */
    RESOURCE
  }

  /**
   * How one principal or resource changed.
   *
   * @param subject its name in the second version, or in the first if it is gone
   * @param broader what the second version allows and the first does not
   * @param narrower what the first version allows and the second does not
   */
  public record Change(Kind kind, String subject, List<Wider> broader, List<Wider> narrower) {
    public Change {
      broader = List.copyOf(broader);
      narrower = List.copyOf(narrower);
    }
  }

  private record Key(Kind kind, String name) {}

  /** The changes from {@code before} to {@code now}, in the order of the second; those without difference are left out. */
  public static List<Change> changes(Application before, Application now) {
    var catalogue = new Catalogue();
    Map<Key, Side> old = sides(before, catalogue);
    Map<Key, Side> young = sides(now, catalogue);
    Set<Key> keys = new LinkedHashSet<>(young.keySet());
    keys.addAll(old.keySet());
    var changes = new ArrayList<Change>();
    for (Key key : keys) {
      Optional<Side> first = partner(key, old, young);
      Optional<Side> second = partner(key, young, old);
      boolean counted = young.containsKey(key) || second.isEmpty();
      if (counted) {
        Side none = none(first.or(() -> second));
        List<Wider> broader = PolicyDiff.wider(first.orElse(none), second.orElse(none), catalogue);
        List<Wider> narrower = PolicyDiff.wider(second.orElse(none), first.orElse(none), catalogue);
        if (!broader.isEmpty() || !narrower.isEmpty()) {
          changes.add(new Change(key.kind(), key.name(), broader, narrower));
        }
      }
    }
    return changes;
  }

  private static Side none(Optional<Side> like) {
    return like.filter(Side::ofResource).isPresent() ? Side.ofResource(List.of()) : Side.ofIdentity(List.of());
  }

  /** The side of that key; where each version has but one of a kind, names do not matter. */
  private static Optional<Side> partner(Key key, Map<Key, Side> among, Map<Key, Side> others) {
    List<Key> here = among.keySet().stream().filter(one -> one.kind() == key.kind()).toList();
    long there = others.keySet().stream().filter(one -> one.kind() == key.kind()).count();
    boolean single = here.size() == 1 && there <= 1;
    return Optional.ofNullable(among.get(single ? here.getFirst() : key));
  }

  private static Map<Key, Side> sides(Application application, Catalogue catalogue) {
    var sides = new LinkedHashMap<Key, Side>();
    var reader = new IdentityReader(catalogue);
    for (Deployment deployment : application.deployments()) {
      for (Identity identity : reader.identities(deployment)) {
        side(identity).ifPresent(side -> put(sides, Kind.IDENTITY, identity.name(), side));
        identity.trust().ifPresent(trust -> put(sides, Kind.TRUST, identity.name(), Side.ofResource(List.of(trust))));
      }
      for (PolicyDocument document : deployment.policies()) {
        put(sides, Kind.RESOURCE, document.carrier(),
            Side.ofResource(List.of(PolicyReader.read(document, PolicyType.RESOURCE))));
      }
      for (Resource resource : deployment.resources().values()) {
        if (resource.type().equals("AWS::Organizations::Policy")
            && Values.text(resource.property("Type")).filter("RESOURCE_CONTROL_POLICY"::equals).isPresent()) {
          put(sides, Kind.RESOURCE, resource.id(),
              Side.ofLimit(PolicyReader.read(resource.property("Content"), PolicyType.RCP, resource.id())));
        }
      }
    }
    return sides;
  }

  /** An identity of which nothing but limits is known is compared by what they let pass. */
  private static Optional<Side> side(Identity identity) {
    if (!identity.policies().isEmpty()) {
      return Optional.of(new Side(identity.policies(), identity.boundary(), identity.guards(), false));
    }
    var limits = new ArrayList<Policy>(identity.guards());
    identity.boundary().ifPresent(limits::add);
    if (limits.isEmpty()) {
      return Optional.empty();
    }
    Policy first = limits.removeFirst();
    return Optional.of(new Side(Side.ofLimit(first).grants(), Optional.empty(), limits, false));
  }

  /** Two of one name, as a template's in two stages, are told apart by a number. */
  private static void put(Map<Key, Side> sides, Kind kind, String name, Side side) {
    var key = new Key(kind, name);
    for (int i = 2; sides.containsKey(key); i++) {
      key = new Key(kind, name + " (" + i + ')');
    }
    sides.put(key, side);
  }
}
