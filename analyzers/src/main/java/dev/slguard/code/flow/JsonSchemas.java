package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies a JSON Schema that stands in the program as maps and lists: what it confines comes out harmless, what it does
 * not mention passes (JSON Schema 2020-12, validation: {@code pattern} is not anchored, {@code format} may be ignored).
 */
final class JsonSchemas {
  private static final int DEEPEST = 6;
  /** Words that no object of schemas has among its keys. */
  private static final List<String> KEYWORDS = List.of("enum", "const", "properties", "$schema", "$ref", "allOf",
      "anyOf", "oneOf");
  /** Types whose values can do no harm. */
  static final Set<String> HARMLESS_TYPES = Set.of("integer", "number", "boolean", "null");

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private int made;

  /**
   * Makes objects.
   *
   * @param first the number of the first of them among those of the instruction
   */
  JsonSchemas(Frame frame, Members members, Calls calls, int first) {
    this.frame = frame;
    this.made = first;
    this.members = members;
    this.calls = calls;
  }

  /** Whether {@code thing} is a JSON Schema rather than an object of schemas of another kind. */
  static boolean isOne(Frame frame, Thing thing) {
    boolean keyword = KEYWORDS.stream().anyMatch(each -> !member(frame, thing, each).isNone());
    Value type = member(frame, thing, "type");
    return type.isNone() ? keyword : type.constant().filter(it -> it instanceof Constant.Text).isPresent();
  }

  /** {@code data} as {@code schema} lets it through. */
  Value apply(Value schema, Value data) {
    return apply(schema, data, DEEPEST);
  }

  private Value apply(Value schema, Value data, int depth) {
    boolean known = schema.refs().size() == 1 && schema.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Dictionary && frame.thing(id).rest().isNone();
    if (!known || depth == 0 || !(schema.refs().getFirst() instanceof Ref.Thing(int id))) {
      return data.mapTaints(Taint::hop);
    }
    return apply(frame.thing(id), data, depth);
  }

  /** {@code data} as the schema {@code thing} lets it through. */
  Value apply(Thing thing, Value data) {
    return apply(thing, data, DEEPEST);
  }

  private Value apply(Thing thing, Value data, int depth) {
    Optional<String> type = member(thing, "type").constantText();
    boolean listed = !member(thing, "enum").isNone() && members.isConstant(member(thing, "enum"))
        || member(thing, "const").constant().isPresent();
    if (listed || type.filter(HARMLESS_TYPES::contains).isPresent()) {
      return Value.UNKNOWN;
    } else if (!member(thing, "properties").isNone()) {
      return object(member(thing, "properties"), data, closed(thing), depth);
    } else if (!member(thing, "items").isNone()) {
      Value item = apply(member(thing, "items"), members.element(data, Instruction.ElementKind.VALUES), depth - 1);
      return frame.make(Thing.of(new Thing.Kind.Listing()).withRest(item).ofLength(Thing.UNKNOWN_LENGTH), made++);
    }
    Value pattern = member(thing, "pattern");
    long cleared = Patterns.isAnchored(pattern) ? new Guards(frame).clearedBy(pattern.constantText().orElse("")) : 0;
    // A text, however long, goes through as it came; what a format keeps out depends on who checks it.
    boolean asItCame = type.filter("string"::equals).isPresent() && member(thing, "format").isNone();
    return data.mapTaints(taint -> asItCame ? taint.clear(cleared) : taint.clear(cleared).hop());
  }

  private Value object(Value properties, Value data, boolean closed, int depth) {
    Thing empty = Thing.of(new Thing.Kind.Dictionary()).ofLength(Thing.UNKNOWN_LENGTH);
    Value object = frame.make(closed ? empty : empty.withRest(Value.tainted(members.deepTaints(data))), made++);
    for (Ref ref : properties.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        frame.thing(id).members().forEach((symbol, inner) -> {
          if (symbol >= Symbols.RESERVED) {
            Value key = Value.of(Constant.text(frame.analysis().symbols().name(symbol)));
            members.put(object, key, apply(inner, members.get(data, key, frame.routine().at(), calls), depth - 1));
          }
        });
      }
    }
    return object;
  }

  private boolean closed(Thing schema) {
    return member(schema, "additionalProperties").constant()
        .filter(given -> given instanceof Constant.Truth(boolean allowed) && !allowed).isPresent();
  }

  private Value member(Thing schema, String name) {
    return member(frame, schema, name);
  }

  /** What {@code schema} says under {@code name}. */
  static Value member(Frame frame, Thing schema, String name) {
    return schema.members().get(frame.analysis().symbols().of(name), Value.NONE);
  }
}
