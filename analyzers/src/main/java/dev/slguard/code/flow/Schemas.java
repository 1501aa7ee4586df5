package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Library;
import java.util.Optional;

/**
 * Applies schemas as validation libraries build them: an object of schemas, a list of one, a text (type
 * {@code schema.text}), a text that a pattern confines ({@code schema.pattern}), anything harmless
 * ({@code schema.clean}). What comes out is what the schema confines it to.
 */
final class Schemas {
  private static final int DEEPEST = 6;
  private static final int FIRST_OBJECT = 200;

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private int made;

  Schemas(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
  }

  /** The functions in {@code function} as run only on a first argument that {@code schema} lets through. */
  static Value validated(Frame frame, Value function, Value schema) {
    Value made = Value.NONE;
    int sub = 7;
    for (Ref ref : function.refs()) {
      boolean closure = ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure;
      made = made.or(closure
          ? frame.make(frame.thing(((Ref.Thing) ref).id()).with(Symbols.SCHEMA, schema), sub++)
          : Value.of(ref));
    }
    return made.isNone() ? function : made;
  }

  /** {@code data} as {@code schema} lets it through. */
  Value apply(Value schema, Value data) {
    made = FIRST_OBJECT;
    return apply(schema, data, DEEPEST);
  }

  private Value apply(Value schema, Value data, int depth) {
    Value result = Value.NONE;
    for (Ref ref : schema.refs()) {
      result = result.or(switch (ref) {
        case Ref.Foreign(String path) -> ofType(path, Optional.empty(), data);
        case Ref.Thing(int id) -> ofThing(frame.thing(id), data, depth);
      });
    }
    return result.isNone() ? vouched(data) : result;
  }

  private Value ofThing(Thing schema, Value data, int depth) {
    return switch (schema.kind()) {
      case Thing.Kind.Dictionary _ -> depth == 0 ? vouched(data) : object(schema, data, depth);
      case Thing.Kind.Listing _ -> depth == 0 ? vouched(data) : list(schema, data, depth);
      case Thing.Kind.Foreign(String path) ->
        ofType(path, Patterns.text(schema.members().get(Symbols.CONTENT, Value.NONE)), data);
      case Thing.Kind.Instance _,Thing.Kind.Collection _,Thing.Kind.Cell _,Thing.Kind.Buffer _,Thing.Kind.Closure _,Thing.Kind.ClassThing _,Thing.Kind.Namespace _,Thing.Kind.ForeignMethod _ ->
        vouched(data);
    };
  }

  private Value object(Thing schema, Value data, int depth) {
    Value object = frame.make(Thing.of(new Thing.Kind.Dictionary()), made++);
    schema.members().forEach((symbol, inner) -> {
      if (symbol >= Symbols.RESERVED) {
        Value key = Value.of(Constant.text(frame.analysis().symbols().name(symbol)));
        Value member = members.get(data, key, frame.routine().at(), calls);
        members.put(object, key, apply(inner, member, depth - 1));
      }
    });
    return object;
  }

  private Value list(Thing schema, Value data, int depth) {
    Value item = apply(members.any(schema), members.element(data, dev.slguard.code.ir.Instruction.ElementKind.VALUES),
        depth - 1);
    return frame.make(Thing.of(new Thing.Kind.Listing()).withRest(item).ofLength(Thing.UNKNOWN_LENGTH), made++);
  }

  private Value ofType(String path, Optional<String> pattern, Value data) {
    Library library = frame.library();
    if (library.isA(path, "schema.clean")) {
      return Value.UNKNOWN;
    } else if (pattern.isPresent() && library.isA(path, "schema.pattern")) {
      long mask = new Guards(frame).clearedBy(pattern.get().substring(0, pattern.get().lastIndexOf('/')));
      return text(data, mask);
    }
    return library.isA(path, "schema.text") ? text(data, 0) : vouched(data);
  }

  /** A text, and no object that poses as one. */
  private Value text(Value data, long mask) {
    long all = mask | frame.analysis().categories().mask(Sinks.TEXT);
    return Value.tainted(members.deepTaints(data).map(taint -> taint.clear(all).hop()));
  }

  private static Value vouched(Value data) {
    return data.mapTaints(Taint::hop);
  }
}
