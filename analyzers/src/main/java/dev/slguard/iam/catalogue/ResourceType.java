package dev.slguard.iam.catalogue;

import java.util.List;

/**
 * A kind of resource that actions work on.
 *
 * @param format its ARN with {@code ${Name}} for what varies
 * @param keys condition keys that its resources supply
 */
public record ResourceType(String name, String format, List<String> keys) {
  public ResourceType {
    keys = List.copyOf(keys);
  }

  /** The ARN format with {@code *} for what varies: a pattern that matches all resources of the type. */
  public String pattern() {
    var pattern = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      int end = format.startsWith("${", i) ? format.indexOf('}', i) : -1;
      if (end > 0) {
        pattern.append('*');
        i = end;
      } else {
        pattern.append(format.charAt(i));
      }
    }
    return pattern.toString();
  }
}
