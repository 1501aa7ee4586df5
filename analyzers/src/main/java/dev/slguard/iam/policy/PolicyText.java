package dev.slguard.iam.policy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents written as JSON text, as AWS::Logs::ResourcePolicy and others want them, with or without holes. Every node
 * stands at the place of the text.
 */
public final class PolicyText {
  /** Holes travel through the JSON reader as characters of Unicode's private use area. */
  private static final char FIRST_HOLE = '\uE000';

  private static final int HOLES = 0x1800;

  private PolicyText() {}

  /** {@code value} itself, unless it is a text that holds a JSON object. */
  public static Value parsed(Value value) {
    return switch (value) {
      case Value.Scalar(String text, Tree.Kind _, Span at) ->
        text.strip().startsWith("{") ? json(text, List.of(), at, value) : value;
      case Value.Text(var parts, Span at) -> {
        var holes = new ArrayList<Value>();
        var text = new StringBuilder();
        for (Value part : parts) {
          if (part instanceof Value.Scalar(String known, _, _)) {
            text.append(known);
          } else if (holes.size() < HOLES) {
            text.append((char) (FIRST_HOLE + holes.size()));
            holes.add(part);
          }
        }
        yield text.toString().strip().startsWith("{") ? json(text.toString(), holes, at, value) : value;
      }
      case Value.Listing _,Value.Mapping _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> value;
    };
  }

  /** The document that {@code text} holds as JSON, URL-encoded (RFC 3986) or not, every node at {@code at}; empty if it is none. */
  public static Optional<Value.Mapping> document(String text, Span at) {
    String plain = text.strip();
    if (plain.startsWith("%7B") || plain.startsWith("%7b")) {
      try {
        // A plus is itself there, not a blank as in forms.
        plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
    Value.Scalar written = Value.Scalar.text(plain, at);
    return plain.startsWith("{") && json(plain, List.of(), at, written) instanceof Value.Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /** JSON as a value, every node at {@code at}. */
  public static Value of(JsonElement element, Span at) {
    return of(element, List.of(), at);
  }

  private static Value json(String text, List<Value> holes, Span at, Value otherwise) {
    try {
      return of(JsonParser.parseString(text), holes, at);
    } catch (JsonParseException | NumberFormatException _) {
      return otherwise;
    }
  }

  private static Value of(JsonElement element, List<Value> holes, Span at) {
    if (element.isJsonObject()) {
      var entries = new LinkedHashMap<String, Value>();
      var keys = new LinkedHashMap<String, Span>();
      for (Map.Entry<String, JsonElement> entry : element.getAsJsonObject().entrySet()) {
        entries.put(entry.getKey(), of(entry.getValue(), holes, at));
        keys.put(entry.getKey(), at);
      }
      return new Value.Mapping(entries, keys, at);
    }
    if (element.isJsonArray()) {
      var items = new ArrayList<Value>();
      element.getAsJsonArray().forEach(item -> items.add(of(item, holes, at)));
      return new Value.Listing(items, at);
    }
    if (element.isJsonNull()) {
      return new Value.Scalar("", Tree.Kind.NULL, at);
    }
    var primitive = element.getAsJsonPrimitive();
    Tree.Kind kind = primitive.isBoolean()
        ? Tree.Kind.BOOLEAN
        : primitive.isNumber() ? Tree.Kind.NUMBER : Tree.Kind.TEXT;
    return refill(primitive.getAsString(), kind, holes, at);
  }

  private static Value refill(String text, Tree.Kind kind, List<Value> holes, Span at) {
    var parts = new ArrayList<Value>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int hole = text.charAt(i) - FIRST_HOLE;
      if (hole >= 0 && hole < holes.size()) {
        if (i > start) {
          parts.add(Value.Scalar.text(text.substring(start, i), at));
        }
        parts.add(holes.get(hole));
        start = i + 1;
      }
    }
    if (parts.isEmpty()) {
      return new Value.Scalar(text, kind, at);
    }
    if (start < text.length()) {
      parts.add(Value.Scalar.text(text.substring(start), at));
    }
    return parts.size() == 1 ? parts.getFirst() : new Value.Text(parts, at);
  }
}
