package dev.slguard.template.binding;

import dev.slguard.model.Value;

/**
 * A value as one text in which every hole has a name, so that two values that are the same text in every deployment are
 * spelled alike: {@code orders-${AWS::StackName}}.
 */
final class Spelling {
  private Spelling() {}

  /** The spelling of a scalar, text or hole; empty for lists, objects and what is absent. */
  static String of(Value value) {
    var spelled = new StringBuilder();
    append(value, spelled);
    return spelled.toString();
  }

  private static void append(Value value, StringBuilder spelled) {
    switch (value) {
      case Value.Scalar(String text, _, _) -> spelled.append(text);
      case Value.Text(var parts, _) -> parts.forEach(part -> append(part, spelled));
      case Value.Reference(String id, String attribute, _) ->
        spelled.append("${").append(id).append(attribute.isEmpty() ? "" : ".").append(attribute).append('}');
      case Value.Unknown(_, String detail, _) -> spelled.append("${").append(detail).append('}');
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) -> {
        spelled.append("${if ").append(condition).append(' ');
        append(whenTrue, spelled);
        spelled.append(" else ");
        append(whenFalse, spelled);
        spelled.append('}');
      }
      case Value.Listing _,Value.Mapping _,Value.Absent _ -> {
        // No text.
      }
    }
  }
}
