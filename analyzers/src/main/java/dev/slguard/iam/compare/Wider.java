package dev.slguard.iam.compare;

import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that the second set of policies allows and the first does not.
 *
 * @param by the statement that allows it
 * @param action its entry of Action; {@code *} where it is NotAction
 * @param resource its entry of Resource; {@code *} where it is NotResource or missing
 * @param example a request that the second set allows and the first does not; empty if none was found: the difference then
 *     hangs on conditions
 */
public record Wider(Statement by, TextPattern action, TextPattern resource, Optional<Example> example) {

  /**
   * A request.
   *
   * @param context condition keys with their values
   */
  public record Example(String action, String resource, Map<String, List<String>> context) {
    public Example {
      context = Map.copyOf(context);
    }
  }
}
