package dev.slguard.template.cloudformation;

import dev.slguard.model.Value;
import java.util.stream.Collectors;

/** One spelling for each value: two values of one spelling are equal in every deployment. */
final class Canonical {
  private Canonical() {}

  /** The spelling of {@code value}, places left out. */
  static String spelling(Value value) {
    return switch (value) {
      case Value.Scalar(String text, _, _) -> text;
      case Value.Text(var parts, _) -> parts.stream().map(Canonical::part).collect(Collectors.joining());
      case Value.Reference(String id, String attribute, _) -> attribute.isEmpty() ? id : id + '.' + attribute;
      case Value.Unknown(Value.Origin origin, String detail, _) -> switch (origin) {
        case PARAMETER, SECRET_PARAMETER, PSEUDO -> detail;
        case IMPORT -> "import " + detail;
        case DYNAMIC_REFERENCE -> "{{resolve:" + detail + "}}";
        case ENVIRONMENT, FILE, MACRO, MALFORMED -> origin + " " + detail;
      };
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) ->
        "if " + condition + " then " + spelling(whenTrue) + " else " + spelling(whenFalse);
      case Value.Listing(var items, _) ->
        items.stream().map(Canonical::spelling).collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping mapping -> mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + spelling(entry.getValue())).collect(Collectors.joining(", ", "{", "}"));
      case Value.Absent _ -> "nothing";
    };
  }

  private static String part(Value part) {
    return part instanceof Value.Scalar(String text, _, _) ? text : "${" + spelling(part) + '}';
  }

  /** Whether deployment can make {@code value} spell {@code text}: the known stretches occur in order. */
  static boolean canSpell(Value.Text value, String text) {
    int from = 0;
    int last = value.parts().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (value.parts().get(i) instanceof Value.Scalar(String known, _, _)) {
        boolean fits = i == 0 ? text.startsWith(known) : i == last ? text.endsWith(known) : true;
        int found = i == last && fits ? text.length() - known.length() : text.indexOf(known, from);
        if (!fits || found < from) {
          return false;
        }
        from = found + known.length();
      }
    }
    return true;
  }
}
