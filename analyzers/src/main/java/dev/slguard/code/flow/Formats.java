package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills format texts: {@code %s} and {@code {}}. */
final class Formats {
  private final Frame frame;
  private final Members members;

  Formats(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
  }

  /** Python's {@code format % arguments}: a tuple, a map or one value; also a remainder of numbers. */
  Value percent(Value format, Value arguments) {
    if (format.isPlain()) {
      return Value.PLAIN;
    }
    List<Value> items = new ArrayList<>();
    Optional<Thing> thing = only(arguments);
    if (thing.isPresent() && thing.get().kind() instanceof Thing.Kind.Listing && thing.get().length() >= 0) {
      for (int i = 0; i < thing.get().length(); i++) {
        items.add(item(thing.get(), Integer.toString(i)));
      }
    } else {
      items.add(arguments);
    }
    return percent(format, items, thing);
  }

  private Optional<Thing> only(Value value) {
    return value.refs().size() == 1 && !value.isOpen() && value.refs().getFirst() instanceof Ref.Thing(int id)
        ? Optional.of(frame.thing(id))
        : Optional.empty();
  }

  private Value item(Thing thing, String key) {
    Value found = thing.members().get(frame.analysis().symbols().of(key), Value.NONE);
    return found.isNone() ? members.rest(thing, key).or(Value.UNKNOWN) : found;
  }

  /** A {@code %} format filled from {@code items}; {@code %(name)s} from {@code named}. */
  Value percent(Value format, List<Value> items, Optional<Thing> named) {
    Optional<String> text = format.constantText();
    if (text.isEmpty()) {
      return joined(format, items);
    }
    List<TextPart> parts = new ArrayList<>();
    String all = text.get();
    int next = 0;
    int from = 0;
    for (int at = all.indexOf('%'); at >= 0 && at + 1 < all.length(); at = all.indexOf('%', from)) {
      parts.add(new TextPart.Literal(all.substring(from, at)));
      int end = at + 1;
      if (all.charAt(end) == '%') {
        parts.add(new TextPart.Literal("%"));
        from = end + 1;
        continue;
      }
      String name = "";
      if (all.charAt(end) == '(' && all.indexOf(')', end) > 0) {
        name = all.substring(end + 1, all.indexOf(')', end));
        end = all.indexOf(')', end) + 1;
      }
      int position = -1;
      while (end < all.length() && "0123456789.$+-# ,*lhL".indexOf(all.charAt(end)) >= 0) {
        if (all.charAt(end) == '$' && end > at + 1) {
          position = digits(all.substring(at + 1, end)) - 1;
        }
        end++;
      }
      char type = end < all.length() ? all.charAt(end) : 's';
      from = Math.min(all.length(), end + 1);
      if (type == 'n') {
        parts.add(new TextPart.Literal("\n"));
        continue;
      }
      int index = position >= 0 ? position : next++;
      Value value = !name.isEmpty() && named.isPresent()
          ? item(named.get(), name)
          : index < items.size()
              ? items.get(index)
              : name.isEmpty() || items.isEmpty() ? Value.UNKNOWN : items.getFirst();
      boolean harmless = "dioxXeEfFgGcbBhH".indexOf(type) >= 0;
      parts.addAll(harmless
          ? List.of(new TextPart.Hole(value.taints().labelled(Label.PREDICTABLE)))
          : Texts.derived(members.asText(value)));
    }
    parts.add(new TextPart.Literal(all.substring(Math.min(from, all.length()))));
    return Value.text(parts);
  }

  private static int digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty() && text.length() < 4
        ? Integer.parseInt(text)
        : 0;
  }

  /** A brace format: Python's {@code format}, slf4j's messages. */
  Value braces(Value format, Arguments arguments) {
    Optional<String> text = format.constantText();
    if (text.isEmpty()) {
      return joined(format, arguments.all().stream().map(Arguments.Arg::value).toList());
    }
    List<TextPart> parts = new ArrayList<>();
    String all = text.get();
    int next = 0;
    int from = 0;
    for (int at = all.indexOf('{'); at >= 0; at = all.indexOf('{', from)) {
      parts.add(new TextPart.Literal(all.substring(from, at).replace("}}", "}")));
      int close = all.indexOf('}', at);
      if (all.startsWith("{{", at)) {
        parts.add(new TextPart.Literal("{"));
        from = at + 2;
        continue;
      } else if (close < 0) {
        from = at;
        break;
      }
      String field = all.substring(at + 1, close);
      String name = head(field);
      Value value = name.isEmpty()
          ? arguments.value(next++)
          : digitsOnly(name)
              ? arguments.value(digits(name))
              : arguments.keyword(name).map(Arguments.Arg::value).orElse(arguments.more());
      parts.addAll(Texts.derived(members.asText(value.isNone() ? Value.UNKNOWN : value)));
      from = close + 1;
    }
    parts.add(new TextPart.Literal(all.substring(from).replace("}}", "}")));
    return Value.text(parts);
  }

  private static String head(String field) {
    int end = 0;
    while (end < field.length() && ":!.[".indexOf(field.charAt(end)) < 0) {
      end++;
    }
    return field.substring(0, end).strip();
  }

  private static boolean digitsOnly(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Value joined(Value format, List<Value> items) {
    List<TextPart> parts = new ArrayList<>(Texts.derived(members.asText(format)));
    for (Value item : items) {
      parts.add(new TextPart.Hole(members.deepTaints(item).map(Taint::derived)));
    }
    return Value.text(parts);
  }

  /** The items of {@code list} with {@code separator} between them. */
  Value join(Value separator, Value list) {
    Optional<Thing> thing = only(list);
    List<TextPart> parts = new ArrayList<>();
    if (thing.isPresent() && thing.get().kind() instanceof Thing.Kind.Listing && thing.get().length() >= 0
        && thing.get().length() < 40) {
      for (int i = 0; i < thing.get().length(); i++) {
        if (i > 0) {
          parts.addAll(Texts.derived(members.asText(separator)));
        }
        parts.addAll(Texts.derived(members.asText(item(thing.get(), Integer.toString(i)))));
      }
      return Value.text(parts);
    }
    boolean map = thing.isPresent() && thing.get().kind() instanceof Thing.Kind.Dictionary;
    Taints joined = map ? members.keys(thing.get()).taints() : members.deepTaints(list);
    return Value.text(List.of(new TextPart.Hole(joined.and(separator.taints()).map(Taint::derived))));
  }

  /** The last of {@code inputs} as an address, resolved against the first if there are two (WHATWG URL, section 4.4). */
  Value url(List<Value> inputs) {
    if (inputs.isEmpty()) {
      return Value.UNKNOWN;
    }
    List<TextPart> address = Texts.derived(members.asText(inputs.getLast()));
    boolean known = !address.isEmpty() && address.getFirst() instanceof TextPart.Literal;
    String start = known && address.getFirst() instanceof TextPart.Literal(String text) ? text : "";
    boolean absolute = start.startsWith("//") || start.contains(":");
    boolean chosen = !known && !Texts.carried(address).isEmpty();
    if (inputs.size() == 1 || absolute || chosen) {
      return Value.text(address);
    }
    List<TextPart> parts = new ArrayList<>(Texts.derived(members.asText(inputs.getFirst())));
    boolean slash = parts.getLast() instanceof TextPart.Literal(String last) && last.endsWith("/");
    if (!slash && !start.startsWith("/")) {
      parts.add(new TextPart.Literal("/"));
    }
    parts.addAll(address);
    return Value.text(parts);
  }

  /** Whether nothing that a path segment carries makes it an absolute path. */
  private boolean isBelow(Taints taints) {
    // What can be no path at all is no absolute one.
    long below = frame.analysis().categories().mask("no-root") | frame.analysis().categories().mask("path-traversal");
    return taints.items().stream().allMatch(taint -> (taint.cleared() & below) != 0);
  }

  /** Path segments with a slash between them; with {@code replaces} an absolute segment drops those before it. */
  Value path(List<Value> segments, boolean replaces) {
    List<TextPart> parts = new ArrayList<>();
    for (Value segment : segments) {
      Value text = members.asText(segment);
      Optional<String> constant = text.constantText();
      if (replaces && constant.isPresent() && constant.get().startsWith("/")) {
        parts.clear();
      }
      boolean slash = !parts.isEmpty()
          && !(parts.getLast() instanceof TextPart.Literal(String last) && last.endsWith("/"));
      if (slash) {
        parts.add(new TextPart.Literal("/"));
      }
      boolean mayReplace = replaces && constant.isEmpty() && text.parts().getFirst() instanceof TextPart.Hole hole
          && !isBelow(hole.taints());
      if (mayReplace) {
        Taints before = Texts.carried(parts);
        parts.clear();
        parts.add(new TextPart.Hole(before));
      }
      parts.addAll(Texts.derived(text));
    }
    return parts.isEmpty() ? Value.of(Constant.text("")) : Value.text(parts);
  }
}
