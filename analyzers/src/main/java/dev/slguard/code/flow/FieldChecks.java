package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.Transform;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Locale;
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
    Value checked = byRest(instance, field) ? set(instance, type, field, value, at) : value;
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

  /** Whether a mapper filled {@code field}, since no code of the project did. */
  private boolean byRest(Thing instance, String field) {
    return !instance.rest().taints().isEmpty() && !instance.members().has(frame.analysis().symbols().of(field));
  }

  /** What is in the field once the setter of the class, which a mapper calls, has looked at {@code value}. */
  private Value set(Thing instance, Value type, String field, Value value, Span at) {
    String name = field.isEmpty() ? field : "set" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    Optional<Value> setter = calls.classes().member(type, name).filter(this::looks);
    if (setter.isEmpty()) {
      return value;
    }
    Value made = frame.make(instance.withRest(Value.NONE), 59);
    calls.apply(setter.get(), made, Arguments.of(List.of(value), at), at);
    frame.revive();
    Value kept = made.refs().getFirst() instanceof Ref.Thing(int id)
        ? frame.thing(id).members().get(frame.analysis().symbols().of(field), Value.NONE)
        : Value.NONE;
    return kept.isNone() ? value : kept;
  }

  /** Whether a setter does more than to set. */
  private boolean looks(Value setter) {
    return setter.refs().size() == 1 && setter.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Closure closure && closure.routine().parameters().size() == 1
        && (closure.routine().blocks().size() > 1 || closure.routine().blocks().stream()
            .flatMap(block -> block.instructions().stream()).anyMatch(Instruction.Call.class::isInstance));
  }

  private boolean checks(Routine method, String field) {
    return method.annotations().stream().anyMatch(
        annotation -> annotation.arguments().values().stream().anyMatch(values -> values.contains(Constant.text(field)))
            && frame.library().call(annotation.name()).propagations().stream()
                .anyMatch(each -> each.transform() == Transform.CHECKS_FIELD));
  }
}
