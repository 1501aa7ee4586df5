package dev.slguard.iam.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One action of a service.
 *
 * @param service prefix: {@code s3}
 * @param name as AWS spells it: {@code GetObject}
 * @param resources the types it works on; empty if only {@code *} does
 * @param requiresResource whether some type is required
 * @param keys condition keys of the action and its resource types; a key with a variable part has {@code ${…}} or
 *     {@code <…>} in it
 * @param companions actions that the caller needs too, at least for some calls
 */
public record Action(String service, String name, Set<AccessLevel> levels, List<ResourceType> resources,
    boolean requiresResource, List<String> keys, List<String> companions) {
  public Action {
    levels = Set.copyOf(levels);
    resources = List.copyOf(resources);
    keys = List.copyOf(keys);
    companions = List.copyOf(companions);
  }

  /** {@code s3:GetObject}. */
  public String id() {
    return service + ':' + name;
  }

  /** The id in lower case, as policies are matched. */
  public String lowerCase() {
    return id().toLowerCase(Locale.ROOT);
  }

  /** Whether its permission can be narrowed to resources. */
  public boolean isNarrowable() {
    return !resources.isEmpty();
  }
}
