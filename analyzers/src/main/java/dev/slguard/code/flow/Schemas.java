package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Library;
import java.util.Optional;

/**
 * Applies schemas as validation libraries build them: an object of schemas, a list of one, a text (type
 * {@code schema.text}), a text that a pattern confines ({@code schema.pattern}), anything harmless
 * ({@code schema.clean}), several that all hold ({@code schema.all}), a JSON Schema. What comes out is what the schema confines it to.
 */
final class Schemas {
  /** The type of schemas made of several that all hold. */
  static final String ALL = "schema.all";
  private static final int DEEPEST = 6;
  static final int FIRST_OBJECT = 200;

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private int made;

  /**
   * Makes objects.
   *
   * @param first the number of the first of them among those of the instruction
   */
  Schemas(Frame frame, Members members, Calls calls, int first) {
    this.frame = frame;
    this.made = first;
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
      case Thing.Kind.Dictionary _ when JsonSchemas.isOne(frame, schema) ->
        new JsonSchemas(frame, members, calls, made += FIRST_OBJECT / 4).apply(schema, data);
      case Thing.Kind.Dictionary _ -> depth == 0 ? vouched(data) : object(schema, data, depth);
      case Thing.Kind.Listing _ -> depth == 0 ? vouched(data) : list(schema, data, depth);
      case Thing.Kind.Foreign(String path) when frame.library().isA(path, ALL) -> inTurn(schema, data, depth);
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

  /** {@code data} through each of the schemas that {@code pipe} was made of. */
  private Value inTurn(Thing pipe, Value data, int depth) {
    Value passed = data;
    for (int i = 0; i < Builders.KEPT && depth > 0; i++) {
      Value each = pipe.members().get(frame.analysis().symbols().of("<" + i + ">"), Value.NONE);
      passed = each.isNone() ? passed : apply(each, passed, depth - 1);
    }
    return passed;
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

  /** The text as it came, and no object that poses as one. */
  private Value text(Value data, long mask) {
    long all = mask | frame.analysis().categories().mask(Sinks.TEXT);
    return Value.tainted(members.deepTaints(data).map(taint -> taint.clear(all)));
  }

  private static Value vouched(Value data) {
    return data.mapTaints(Taint::hop);
  }
}
