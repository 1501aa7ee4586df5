package dev.slguard.code.flow;

import dev.slguard.code.library.Callback;
import dev.slguard.code.library.Position;
import java.util.List;

/**
 * What a framework hands to the functions of a route after schemas that stand beside them have let it through: the
 * members of a request object, by the keys of validators where a member has several.
 */
final class Validations {
  /** The type of objects made of a key and a schema, or of a key and a function that returns what is valid. */
  private static final String VALIDATOR = "validator";
  /** Marks members that hold what validators let through. */
  private static final String MARK = "<validated>";
  private static final int FIRST_OBJECT = 1_000;
  private static final int OBJECTS_EACH = 100;
  private static final int MOST = 12;

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private int done;

  Validations(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
  }

  /** Puts into {@code instance}, an object of the library type {@code type}, what the schemas of the call let through. */
  void keep(List<Callback.Validated> validated, String type, Value instance, CallSite site) {
    for (Callback.Validated each : validated) {
      for (Arguments.Arg arg : site.at(each.schema())) {
        boolean validator = isValidator(arg.value());
        if ((validator || !each.schema().equals(Position.every())) && done < MOST) {
          keep(each, type, instance, arg.value(), validator, site);
        }
      }
    }
  }

  private void keep(Callback.Validated each, String type, Value instance, Value schema, boolean validator,
      CallSite site) {
    Value data = Callbacks.fresh(each.source(), site);
    if (!validator) {
      Value passed = apply(schema, data, site);
      put(holder(instance, type, each.members().subList(0, each.members().size() - 1)), each.members().getLast(),
          passed);
      return;
    }
    Value holder = holder(instance, type, each.members());
    for (Ref ref : schema.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        String key = part(id, "<0>").constantText().orElse("*");
        put(holder, key, apply(part(id, "<1>"), data, site));
      }
    }
    put(holder, MARK, Value.truth(true));
  }

  private Value apply(Value schema, Value data, CallSite site) {
    int first = FIRST_OBJECT + OBJECTS_EACH * done++;
    boolean function = schema.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure);
    if (function) {
      Value returned = calls.apply(schema, Value.NONE, Arguments.of(List.of(data, Value.UNKNOWN), site.at()),
          site.at());
      frame.revive();
      return returned.isNone() ? Value.UNKNOWN : returned;
    }
    return new Schemas(frame, members, calls, first).apply(schema, data);
  }

  /** The object that {@code instance} has at the end of {@code keys}, made where it lacks one. */
  private Value holder(Value instance, String type, List<String> keys) {
    Value at = instance;
    var path = new StringBuilder(type);
    for (String key : keys) {
      path.append('.').append(key);
      Value next = Value.NONE;
      for (Ref ref : at.refs()) {
        next = ref instanceof Ref.Thing(int id) ? part(id, key) : next;
      }
      if (next.isNone()) {
        next = frame.make(Thing.of(new Thing.Kind.Foreign(path.toString())).ofLength(Thing.UNKNOWN_LENGTH),
            FIRST_OBJECT + OBJECTS_EACH * MOST + done++);
        put(at, key, next);
      }
      at = next;
    }
    return at;
  }

  private void put(Value holder, String key, Value value) {
    for (Ref ref : holder.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        frame.setThing(id, frame.thing(id).with(frame.analysis().symbols().of(key), value));
      }
    }
  }

  private Value part(int id, String key) {
    return frame.thing(id).members().get(frame.analysis().symbols().of(key), Value.NONE);
  }

  private boolean isValidator(Value value) {
    return value.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Foreign(String path) && frame.library().isA(path, VALIDATOR));
  }
}
