package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fn::Sub, Fn::Join, Fn::Split and Fn::ToJsonString. */
final class TextFunctions {
  private final Interpreter interpreter;

  TextFunctions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Value sub(Tree argument, Span at, ConditionSet when) {
    if (argument instanceof Tree.Scalar(String text, Tree.Kind kind, _) && kind != Tree.Kind.NULL) {
      return substituted(text, Map.of(), at);
    }
    if (argument instanceof Tree.Sequence(var items, _) && !items.isEmpty() && items.size() <= 2
        && items.getFirst() instanceof Tree.Scalar(String text, Tree.Kind kind, _) && kind != Tree.Kind.NULL) {
      if (items.size() == 1) {
        return substituted(text, Map.of(), at);
      }
      if (items.get(1) instanceof Tree.Mapping mapping) {
        var names = new LinkedHashMap<String, Value>();
        mapping.entries().forEach((name, entry) -> names.put(name, interpreter.value(entry.value(), when)));
        return substituted(text, names, at);
      }
    }
    return interpreter.malformed(at, "'Fn::Sub' needs a text, or a text and an object");
  }

  private Value substituted(String text, Map<String, Value> names, Span at) {
    var parts = new TextParts(at);
    for (SubText.Piece piece : SubText.pieces(text)) {
      if (!piece.isName()) {
        parts.add(piece.text());
      } else if (!parts.add(hole(piece.text(), names, at))) {
        return interpreter.malformed(at, "'" + piece.text() + "' in 'Fn::Sub' is a list or object");
      }
      if (parts.isTooLong()) {
        return tooLong(at);
      }
    }
    return parts.build();
  }

  private Value hole(String name, Map<String, Value> names, Span at) {
    Value given = names.get(name);
    if (given != null) {
      return given;
    }
    int dot = name.indexOf('.');
    return dot <= 0
        ? interpreter.named(name, at)
        : interpreter.attributeOf(name.substring(0, dot), name.substring(dot + 1), at);
  }

  private Value tooLong(Span at) {
    return interpreter.malformed(at, "the text has more than " + Budget.TEXT + " characters");
  }

  Value join(Tree argument, Span at, ConditionSet when) {
    if (argument instanceof Tree.Sequence(var items, _) && items.size() == 2
        && items.getFirst() instanceof Tree.Scalar(String delimiter, _, _)) {
      return joined(delimiter, interpreter.value(items.get(1), when), at);
    }
    return interpreter.malformed(at, "'Fn::Join' needs a text and a list");
  }

  private Value joined(String delimiter, Value list, Span at) {
    return switch (list) {
      case Value.Listing(var items, _) -> joined(delimiter, items, at);
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) ->
        new Value.Choice(condition, joined(delimiter, whenTrue, at), joined(delimiter, whenFalse, at), at);
      case Value.Unknown _,Value.Reference _ -> Places.moved(list, at);
      case Value.Absent _ -> Value.Scalar.text("", at);
      case Value.Scalar _,Value.Text _,Value.Mapping _ ->
        interpreter.malformed(at, "'Fn::Join' needs a list as its second item");
    };
  }

  private Value joined(String delimiter, List<Value> items, Span at) {
    var parts = new TextParts(at);
    boolean first = true;
    for (Value item : items) {
      if (!first) {
        parts.add(delimiter);
      }
      first = false;
      if (!parts.add(item)) {
        return interpreter.malformed(at, "an item of 'Fn::Join' is a list or object");
      }
      if (parts.isTooLong()) {
        return tooLong(at);
      }
    }
    return parts.build();
  }

  Value split(Tree argument, Span at, ConditionSet when) {
    if (argument instanceof Tree.Sequence(var items, _) && items.size() == 2
        && items.getFirst() instanceof Tree.Scalar(String delimiter, _, _) && !delimiter.isEmpty()) {
      return pieces(delimiter, interpreter.value(items.get(1), when), at);
    }
    return interpreter.malformed(at, "'Fn::Split' needs a delimiter and a text");
  }

  private Value pieces(String delimiter, Value text, Span at) {
    return switch (text) {
      case Value.Scalar scalar -> split(delimiter, List.of(scalar), at);
      case Value.Text(var parts, _) -> {
        for (Value part : parts) {
          if (!(part instanceof Value.Scalar) && mayHold(part, delimiter)) {
            yield partOf(text, at);
          }
        }
        yield split(delimiter, parts, at);
      }
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) ->
        new Value.Choice(condition, pieces(delimiter, whenTrue, at), pieces(delimiter, whenFalse, at), at);
      case Value.Unknown _ -> mayHold(text, delimiter) ? partOf(text, at) : new Value.Listing(List.of(text), at);
      case Value.Reference reference ->
        interpreter.arn(reference).map(arn -> pieces(delimiter, arn, at)).orElseGet(() -> partOf(text, at));
      case Value.Listing _,Value.Mapping _,Value.Absent _ ->
        interpreter.malformed(at, "'Fn::Split' needs a text as its second item");
    };
  }

  /** Whether the hole {@code part} may itself spell {@code delimiter}; names never hold a colon, slash or comma. */
  private boolean mayHold(Value part, String delimiter) {
    boolean plain = delimiter.startsWith(":") || delimiter.startsWith("/") || delimiter.startsWith(",");
    return !plain || !switch (part) {
      case Value.Unknown(Value.Origin origin, String detail, _) ->
        origin == Value.Origin.PSEUDO && !detail.equals("AWS::StackId") && detail.startsWith("AWS::");
      case Value.Reference reference -> interpreter.isName(reference);
      case Value.Scalar _,Value.Text _,Value.Listing _,Value.Mapping _,Value.Choice _,Value.Absent _ -> false;
    };
  }

  /** A list that cannot be told; it keeps the name of what it was split from, so that a flow can be followed. */
  private static Value partOf(Value text, Span at) {
    return text instanceof Value.Unknown unknown
        ? new Value.Unknown(unknown.origin(), unknown.detail(), at)
        : new Value.Unknown(Value.Origin.MACRO, "part of " + Canonical.spelling(text), at);
  }

  private static Value split(String delimiter, List<Value> parts, Span at) {
    var items = new ArrayList<Value>();
    var current = new TextParts(at);
    for (Value part : parts) {
      if (!(part instanceof Value.Scalar(String text, _, _))) {
        current.add(part);
        continue;
      }
      int from = 0;
      for (int next = text.indexOf(delimiter); next >= 0; next = text.indexOf(delimiter, from)) {
        items.add(current.add(text.substring(from, next)).build());
        current = new TextParts(at);
        from = next + delimiter.length();
      }
      current.add(text.substring(from));
    }
    items.add(current.build());
    return new Value.Listing(items, at);
  }

  Value json(Tree argument, Span at, ConditionSet when) {
    var parts = new TextParts(at);
    write(interpreter.value(argument, when), parts);
    return parts.isTooLong() ? tooLong(at) : parts.build();
  }

  private static void write(Value value, TextParts parts) {
    switch (value) {
      case Value.Scalar(String text, Tree.Kind kind, _) -> {
        switch (kind) {
          case TEXT -> parts.add('"' + escaped(text) + '"');
          case NUMBER -> parts.add(text);
          case BOOLEAN -> parts.add(text.toLowerCase(java.util.Locale.ROOT));
          case NULL -> parts.add("null");
        }
      }
      case Value.Text(var inner, _) -> {
        parts.add("\"");
        for (Value part : inner) {
          if (part instanceof Value.Scalar(String text, _, _)) {
            parts.add(escaped(text));
          } else {
            parts.add(part);
          }
        }
        parts.add("\"");
      }
      case Value.Reference _,Value.Unknown _,Value.Choice _ -> {
        parts.add("\"");
        parts.add(value);
        parts.add("\"");
      }
      case Value.Listing(var items, _) -> {
        parts.add("[");
        for (int i = 0; i < items.size(); i++) {
          parts.add(i == 0 ? "" : ",");
          write(items.get(i), parts);
        }
        parts.add("]");
      }
      case Value.Mapping mapping -> {
        parts.add("{");
        boolean first = true;
        for (var entry : mapping.entries().entrySet()) {
          parts.add((first ? "\"" : ",\"") + escaped(entry.getKey()) + "\":");
          first = false;
          write(entry.getValue(), parts);
        }
        parts.add("}");
      }
      case Value.Absent _ -> parts.add("null");
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r").replace("\t",
        "\\t");
  }
}
