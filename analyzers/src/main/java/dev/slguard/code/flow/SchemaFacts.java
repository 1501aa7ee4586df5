package dev.slguard.code.flow;

import dev.slguard.code.library.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of data that passed a check against a schema: JSON Schema as an object (2020-12: {@code type},
 * {@code enum}, {@code const}, {@code pattern}, {@code properties}, {@code items}), or schemas as {@link Schemas} knows
 * them. A pattern counts only where it is anchored, and beside the type text: it holds of nothing else. What a schema
 * does not mention stays what it was.
 */
final class SchemaFacts {
  private static final int DEEPEST = 6;

  private final Frame frame;
  private final Guards guards;
  private final List<Taint> labels = new ArrayList<>();
  private Facts facts = Facts.NONE;

  private SchemaFacts(Frame frame, Value data) {
    this.frame = frame;
    this.guards = new Guards(frame);
    data.taints().items().stream().filter(Taint::exact).forEach(labels::add);
    for (Ref ref : data.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Dictionary
          && frame.thing(id).length() == Thing.UNKNOWN_LENGTH) {
        frame.thing(id).rest().taints().items().stream().filter(Taint::exact).forEach(labels::add);
      }
    }
  }

  /** What holds once {@code data} has passed {@code schema}. */
  static Facts of(Frame frame, Value schema, Value data) {
    var walk = new SchemaFacts(frame, data);
    walk.follow(schema, "", DEEPEST);
    return walk.facts;
  }

  private void follow(Value schema, String path, int depth) {
    if (depth == 0 || schema.refs().size() != 1) {
      return;
    }
    switch (schema.refs().getFirst()) {
      case Ref.Foreign(String type) -> clear(path, ofType(type, Optional.empty()));
      case Ref.Thing(int id) -> {
        Thing thing = frame.thing(id);
        if (thing.kind() instanceof Thing.Kind.Foreign(String type) && frame.library().isA(type, Schemas.ALL)) {
          for (int i = 0; i < Builders.KEPT; i++) {
            follow(member(thing, "<" + i + ">"), path, depth - 1);
          }
        } else if (thing.kind() instanceof Thing.Kind.Foreign(String type)) {
          clear(path, ofType(type, Patterns.text(thing.members().get(Symbols.CONTENT, Value.NONE))));
        } else if (thing.kind() instanceof Thing.Kind.Dictionary && JsonSchemas.isOne(frame, thing)) {
          jsonSchema(thing, path, depth);
        } else if (thing.kind() instanceof Thing.Kind.Dictionary) {
          members(thing, path, depth);
        }
      }
    }
  }

  private void members(Thing schemas, String path, int depth) {
    schemas.members().forEach((symbol, inner) -> {
      if (symbol >= Symbols.RESERVED) {
        follow(inner, path + '/' + frame.analysis().symbols().name(symbol), depth - 1);
      }
    });
  }

  private void jsonSchema(Thing schema, String path, int depth) {
    String type = member(schema, "type").constantText().orElse("");
    if (!member(schema, "enum").isNone() || !member(schema, "const").isNone()
        || JsonSchemas.HARMLESS_TYPES.contains(type)) {
      clear(path, guards.all());
    } else if (type.equals("string")) {
      Value pattern = member(schema, "pattern");
      long confined = Patterns.isAnchored(pattern) ? guards.clearedBy(pattern.constantText().orElse("")) : 0;
      clear(path, frame.analysis().categories().mask(Sinks.TEXT) | confined);
    }
    for (Ref ref : member(schema, "properties").refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        members(frame.thing(id), path, depth);
      }
    }
    follow(member(schema, "items"), path + "/*", depth - 1);
  }

  private Value member(Thing thing, String name) {
    return JsonSchemas.member(frame, thing, name);
  }

  private long ofType(String type, Optional<String> pattern) {
    Library library = frame.library();
    long text = frame.analysis().categories().mask(Sinks.TEXT);
    if (library.isA(type, "schema.clean")) {
      return guards.all();
    } else if (library.isA(type, "schema.pattern") && pattern.isPresent()) {
      return text | guards.clearedBy(pattern.get().substring(0, pattern.get().lastIndexOf('/')));
    }
    return library.isA(type, "schema.text") ? text : 0;
  }

  /** Notes it for every label, but where the path is too long to tell it from others. */
  private void clear(String path, long mask) {
    for (Taint label : labels) {
      String full = label.path() + path;
      if (mask != 0 && Taint.joined(label.path(), path).equals(full)) {
        facts = facts.plus(frame.pathKey(label.origin(), full), mask);
      }
    }
  }
}
