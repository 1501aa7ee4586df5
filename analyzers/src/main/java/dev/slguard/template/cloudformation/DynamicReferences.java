package dev.slguard.template.cloudformation;

import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Dynamic references, {@code {{resolve:service:key}}}: read from a store at deployment, so no literal. The part inside
 * may itself have holes ({@code {{resolve:secretsmanager:${Secret}:SecretString:password}}}).
 */
final class DynamicReferences {
  private static final String OPEN = "{{resolve:";
  private static final String CLOSE = "}}";

  private DynamicReferences() {}

  /** Whether {@code text} may hold one. */
  static boolean mayHold(String text) {
    return text.contains(OPEN);
  }

  /**
   * {@code parts} with each dynamic reference as one {@link Value.Unknown}; its detail is what stands between
   * {@code resolve:} and the braces, holes as <code>${name}</code>.
   */
  static List<Value> resolve(List<Value> parts, Span at) {
    boolean any = false;
    for (Value part : parts) {
      any |= part instanceof Value.Scalar(String text, _, _) && mayHold(text);
    }
    if (!any) {
      return parts;
    }
    var resolved = new ArrayList<Value>();
    var detail = new StringBuilder();
    boolean inside = false;
    for (Value part : parts) {
      if (part instanceof Value.Scalar(String text, _, _)) {
        inside = scan(text, inside, detail, resolved, at);
      } else if (inside) {
        detail.append("${").append(Canonical.spelling(part)).append('}');
      } else {
        resolved.add(part);
      }
    }
    if (inside) {
      resolved.add(Value.Scalar.text(OPEN + detail, at));
    }
    return resolved;
  }

  private static boolean scan(String text, boolean startsInside, StringBuilder detail, List<Value> resolved, Span at) {
    int from = 0;
    boolean inside = startsInside;
    while (from < text.length()) {
      int next = text.indexOf(inside ? CLOSE : OPEN, from);
      String stretch = text.substring(from, next < 0 ? text.length() : next);
      if (inside) {
        detail.append(stretch);
      } else if (!stretch.isEmpty()) {
        resolved.add(Value.Scalar.text(stretch, at));
      }
      if (next < 0) {
        return inside;
      }
      if (inside) {
        resolved.add(new Value.Unknown(Value.Origin.DYNAMIC_REFERENCE, detail.toString(), at));
        detail.setLength(0);
      }
      from = next + (inside ? CLOSE : OPEN).length();
      inside = !inside;
    }
    return inside;
  }
}
