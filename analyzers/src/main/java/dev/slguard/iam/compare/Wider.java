package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Principal;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that the second version allows and the first does not.
 *
 * @param by the statement that allows it
 * @param principal its entry of Principal; empty for an identity's policy, and where it is NotPrincipal
 * @param action its entry of Action; {@code *} where it is NotAction
 * @param resource its entry of Resource; {@code *} where it is NotResource or missing
 * @param example a request that the second version allows and the first does not; empty if none was found: the difference then
 *     hangs on conditions
 * @param cut whether the comparison of this entry was given up since it costs too much, so that it may be no difference
 */
public record Wider(Statement by, Optional<Principal> principal, TextPattern action, TextPattern resource,
    Optional<Example> example, boolean cut) {

  /**
   * A request.
   *
   * @param principal who asks, as {@code policy simulate} takes it
   * @param context condition keys with their values
   */
  public record Example(String principal, String action, String resource, Map<String, List<String>> context) {
    public Example {
      context = new TreeMap<>(context);
    }
  }
}
