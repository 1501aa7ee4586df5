package dev.slguard.code.flow;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Sanitizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What annotations of parameters and fields promise of their values, since the framework that reads them lets no others
 * through: a pattern, a range. A model says it of the annotation as of a call that sanitizes.
 */
final class Constraints {
  private Constraints() {}

  /** {@code value} cleared of what {@code annotations} keep out. */
  static Value applied(Frame frame, Members members, Value value, List<Annotation> annotations) {
    if (annotations.isEmpty() || value.taints().isEmpty()) {
      return value;
    }
    long mask = 0;
    for (Annotation annotation : annotations) {
      CallModel model = frame.library().call(annotation.name());
      var site = new CallSite(frame, members, annotation.name(), value, arguments(annotation), annotation.at());
      for (Sanitizer sanitizer : model.sanitizers()) {
        if (Conditions.hold(sanitizer.conditions(), site)) {
          mask |= frame.analysis().categories().mask(sanitizer.clears())
              & new Guards(frame).allowedBy(site, sanitizer.conditions());
          mask |= frame.analysis().categories().mask(sanitizer.tags());
        }
      }
    }
    long cleared = mask;
    return value.mapTaints(taint -> taint.clear(cleared));
  }

  private static Arguments arguments(Annotation annotation) {
    List<Arguments.Arg> positional = new ArrayList<>();
    Map<String, Arguments.Arg> keywords = new LinkedHashMap<>();
    for (int i = 0; annotation.arguments().containsKey(Integer.toString(i))
        || annotation.references().containsKey(Integer.toString(i)); i++) {
      List<Constant> at = annotation.arguments().getOrDefault(Integer.toString(i), List.of());
      List<String> named = annotation.references().getOrDefault(Integer.toString(i), List.of());
      Value value = at.isEmpty() && !named.isEmpty() ? Value.of(new Ref.Foreign(named.getFirst())) : value(at);
      positional.add(new Arguments.Arg(value, annotation.at()));
    }
    annotation.arguments().forEach((name, values) -> {
      if (!Character.isDigit(name.charAt(0))) {
        keywords.put(name, new Arguments.Arg(value(values), annotation.at()));
      }
    });
    return new Arguments(positional, keywords, Value.NONE);
  }

  private static Value value(List<Constant> constants) {
    return constants.stream().map(Value::of).reduce(Value::or).orElse(Value.UNKNOWN);
  }
}
