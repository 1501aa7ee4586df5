package dev.slguard.code.flow;

import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.Span;

/** Makes maps of what the classes of a program declare: an object written out, data that a schema class let through. */
final class Fields {
  private static final int FIRST_OBJECT = 400;
  private static final int MOST = 64;

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private int made = FIRST_OBJECT;

  Fields(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
  }

  /** A map of the fields of {@code object}; of what is no object of the program what it carries. */
  Value of(Value object, Span at) {
    Value all = Value.NONE;
    for (Ref ref : object.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Instance) {
        Value map = frame.make(Thing.of(new Thing.Kind.Dictionary()), made++);
        for (ClassDefinition.Field field : fields(Value.of(ref))) {
          Value name = Value.of(Constant.text(field.variable().name()));
          members.put(map, name, members.get(Value.of(ref), name, at, calls));
        }
        frame.thing(id).members().forEach((symbol, value) -> {
          if (symbol >= Symbols.RESERVED
              && !frame.thing(((Ref.Thing) map.refs().getFirst()).id()).members().has(symbol)) {
            members.put(map, Value.of(Constant.text(frame.analysis().symbols().name(symbol))), value);
          }
        });
        all = all.or(map);
      }
    }
    return all.isNone() ? Value.tainted(members.deepTaints(object).map(Taint::derived)) : all;
  }

  /** {@code data} as the fields that the class of {@code schema} declares let it through: others are dropped. */
  Value through(Value schema, Value data, Span at) {
    Value map = frame.make(Thing.of(new Thing.Kind.Dictionary()), made++);
    boolean any = false;
    for (ClassDefinition.Field field : fields(schema)) {
      Value name = Value.of(Constant.text(field.variable().name()));
      Value member = members.get(data, name, at, calls);
      members.put(map, name, Constraints.applied(frame, members, member, field.annotations()));
      any = true;
    }
    return any ? map : Value.tainted(members.deepTaints(data).map(Taint::hop));
  }

  private java.util.List<ClassDefinition.Field> fields(Value object) {
    var found = new java.util.ArrayList<ClassDefinition.Field>();
    for (Ref ref : object.refs()) {
      Value type = ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Instance
          ? frame.thing(id).members().get(Symbols.CLASS, Value.NONE)
          : Value.of(ref);
      for (int each : new Classes(frame).line(type)) {
        if (frame.thing(each).kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, SourceModule _)) {
          definition.fields().stream().limit(MOST).forEach(found::add);
        }
      }
    }
    return found;
  }
}
