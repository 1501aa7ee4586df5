package dev.slguard.rules.evaluate;

import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Truth;

/** How far the resources of a statement reach. */
final class Reach {
  private static final int RESOURCE_FIELD = 5;

  private Reach() {}

  /** Whether an entry covers everything of its kind; UNKNOWN where deployment decides a whole entry. */
  static Truth unbounded(PatternList resources) {
    if (resources.negated()) {
      return Truth.TRUE;
    }
    Truth any = Truth.FALSE;
    for (TextPattern item : resources.items()) {
      any = any.or(unbounded(item));
    }
    return any;
  }

  private static Truth unbounded(TextPattern item) {
    if (item.isAny()) {
      return Truth.TRUE;
    }
    if (item.parts().size() == 1 && item.parts().getFirst() instanceof Part.Hole hole) {
      return hole.resource().isPresent() ? Truth.FALSE : Truth.UNKNOWN;
    }
    var last = new StringBuilder();
    int colons = 0;
    for (int k = 0; k < item.parts().size(); k++) {
      switch (item.parts().get(k)) {
        case Part.Literal(String text) -> {
          for (int i = 0; i < text.length(); i++) {
            if (colons < RESOURCE_FIELD) {
              colons += text.charAt(i) == ':' ? 1 : 0;
            } else {
              last.append(text.charAt(i));
            }
          }
        }
        case Part.AnyRun _ -> {
          if (colons < RESOURCE_FIELD && k == item.parts().size() - 1) {
            return Truth.TRUE;
          }
          last.append(colons < RESOURCE_FIELD ? "" : "*");
        }
        case Part.AnyOne _ -> last.append('?');
        case Part.Hole(_, _, boolean segment) -> {
          if (colons >= RESOURCE_FIELD || colons == 0 && !segment) {
            // The name, a part of it, or a whole ARN is some one value.
            return Truth.FALSE;
          }
        }
        case Part.Variable _ -> {
          if (colons >= RESOURCE_FIELD) {
            return Truth.FALSE;
          }
        }
      }
    }
    return Truth.of(isOpen(last.toString()));
  }

  /** {@code *}, {@code *}{@code /*}, or a resource type and nothing but wildcards behind it: {@code table/*}. */
  private static boolean isOpen(String resource) {
    int end = resource.length();
    while (end > 0
        && (resource.charAt(end - 1) == '*' || resource.charAt(end - 1) == '/' || resource.charAt(end - 1) == ':')) {
      end--;
    }
    if (end == resource.length()) {
      return false;
    }
    String type = resource.substring(0, end);
    boolean typed = end < resource.length() && (resource.charAt(end) == '/' || resource.charAt(end) == ':');
    return type.isEmpty() || typed && isType(type);
  }

  /** The words that stand before the name in ARNs of the services where wide grants matter; a bucket is no type. */
  private static boolean isType(String word) {
    return switch (word) {
      case "table", "secret", "function", "parameter", "key", "role", "user", "group", "policy", "stream", "queue",
          "topic", "stateMachine", "userpool", "log-group", "cluster", "db", "repository", "event-bus", "rule",
          "domain", "layer", "alias", "instance", "stack", "project", "apikeys", "apis", "restapis", "identitypool",
          "delivery-stream", "schedule" ->
        true;
      default -> false;
    };
  }
}
