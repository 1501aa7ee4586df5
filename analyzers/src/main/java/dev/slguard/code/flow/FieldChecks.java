package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.Transform;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/** Fields whose values a framework hands to methods of the class before anyone reads them: validators of models. */
final class FieldChecks {
  private final Frame frame;
  private final Calls calls;

  FieldChecks(Frame frame, Calls calls) {
    this.frame = frame;
    this.calls = calls;
  }

  /** The value of a field as the methods that check it let it through. */
  Value checked(Thing instance, String field, Value value, Span at) {
    if (value.taints().isEmpty()) {
      return value;
    }
    Value type = instance.members().get(Symbols.CLASS, Value.NONE);
    Value checked = value;
    for (int id : calls.classes().line(type)) {
      if (frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)) {
        for (Routine method : definition.methods()) {
          Optional<Value> own = checks(method, field)
              ? calls.classes().member(type, Classes.key(method))
              : Optional.empty();
          if (own.isPresent()) {
            Value returned = calls.apply(own.get(), type, Arguments.of(List.of(checked), at), at);
            frame.revive();
            checked = returned.isNone() ? checked : returned;
          }
        }
      }
    }
    return checked;
  }

  private boolean checks(Routine method, String field) {
    return method.annotations().stream().anyMatch(
        annotation -> annotation.arguments().values().stream().anyMatch(values -> values.contains(Constant.text(field)))
            && frame.library().call(annotation.name()).propagations().stream()
                .anyMatch(each -> each.transform() == Transform.CHECKS_FIELD));
  }
}
