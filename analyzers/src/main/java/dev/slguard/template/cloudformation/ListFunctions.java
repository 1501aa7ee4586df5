package dev.slguard.template.cloudformation;

import dev.slguard.model.ConditionSet;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fn::Select, Fn::FindInMap, Fn::Cidr and Fn::Length. */
final class ListFunctions {
  private final Interpreter interpreter;

  ListFunctions(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Value select(Tree argument, Span at, ConditionSet when) {
    if (!(argument instanceof Tree.Sequence(var items, _)) || items.size() != 2) {
      return interpreter.malformed(at, "'Fn::Select' needs an index and a list");
    }
    Value list = interpreter.value(items.get(1), when);
    return switch (interpreter.value(items.getFirst(), when)) {
      case Value.Scalar(String index, _, _) -> selected(CidrBlocks.number(index), list, at);
      case Value.Unknown unknown -> new Value.Unknown(unknown.origin(), unknown.detail(), at);
      case Value.Text _,Value.Reference _,Value.Choice _ ->
        new Value.Unknown(Value.Origin.MACRO, "item of " + Canonical.spelling(list), at);
      case Value.Listing _,Value.Mapping _,Value.Absent _ ->
        interpreter.malformed(at, "'Fn::Select' needs a number as its index");
    };
  }

  private Value selected(int index, Value list, Span at) {
    return switch (list) {
      case Value.Listing(var items, _) -> {
        if (index < 0 || index >= items.size()) {
          yield fixed(items)
              ? interpreter.malformed(at, "'Fn::Select' finds no such item in a list of " + items.size())
              : new Value.Unknown(Value.Origin.MACRO, "item of " + Canonical.spelling(list), at);
        }
        yield fixed(items.subList(0, index + 1))
            ? Places.moved(items.get(index), at)
            : new Value.Unknown(Value.Origin.MACRO, "item of " + Canonical.spelling(list), at);
      }
      case Value.Choice(String condition, Value whenTrue, Value whenFalse, _) ->
        new Value.Choice(condition, selected(index, whenTrue, at), selected(index, whenFalse, at), at);
      case Value.Unknown unknown -> new Value.Unknown(unknown.origin(), unknown.detail(), at);
      case Value.Reference _,Value.Text _ ->
        new Value.Unknown(Value.Origin.MACRO, "item of " + Canonical.spelling(list), at);
      case Value.Scalar _,Value.Mapping _,Value.Absent _ -> interpreter.malformed(at, "'Fn::Select' needs a list");
    };
  }

  /** Whether the items stand at the same index in every deployment: none of them may be left out. */
  private static boolean fixed(List<Value> items) {
    for (Value item : items) {
      if (item instanceof Value.Choice choice
          && (choice.whenTrue() instanceof Value.Absent || choice.whenFalse() instanceof Value.Absent)) {
        return false;
      }
    }
    return true;
  }

  Value findInMap(Tree argument, Span at, ConditionSet when) {
    if (!(argument instanceof Tree.Sequence(var items, _)) || items.size() < 3 || items.size() > 4) {
      int found = argument instanceof Tree.Sequence(var items, _) ? items.size() : 1;
      return interpreter.malformed(at, "'Fn::FindInMap' needs 3 items, found " + found);
    }
    var keys = new ArrayList<Value>();
    for (Tree item : items.subList(0, 3)) {
      keys.add(interpreter.value(item, when));
    }
    Optional<Tree> fallback = items.size() == 4 && items.get(3) instanceof Tree.Mapping options
        ? options.get("DefaultValue")
        : Optional.empty();
    List<Tree> found = interpreter.scope().mappings().<List<Tree>>map(List::of).orElse(List.of());
    Optional<Value> open = Optional.empty();
    for (Value key : keys) {
      if (key instanceof Value.Scalar(String text, _, _)) {
        found = found.stream().flatMap(tree -> entry(tree, text).stream()).toList();
      } else {
        open = open.or(() -> Optional.of(key));
        found = found.stream().flatMap(tree -> all(tree).stream()).toList();
      }
    }
    if (open.isPresent()) {
      return several(found, open.get(), fallback.isPresent(), at, when);
    }
    if (!found.isEmpty()) {
      return Places.moved(interpreter.value(found.getFirst(), when), at);
    }
    return fallback.isPresent()
        ? interpreter.value(fallback.get(), when)
        : interpreter.malformed(at, "'Fn::FindInMap' finds nothing at '"
            + Text.shown(String.join(" / ", keys.stream().map(Canonical::spelling).toList())) + "'");
  }

  private static Optional<Tree> entry(Tree tree, String key) {
    return tree instanceof Tree.Mapping mapping ? mapping.get(key) : Optional.empty();
  }

  private static List<Tree> all(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.entries().values().stream().map(Tree.Entry::value).toList()
        : List.of();
  }

  /** A key is open: the value is known only if it is the same whatever the key. */
  private Value several(List<Tree> found, Value key, boolean hasFallback, Span at, ConditionSet when) {
    if (!found.isEmpty() && !hasFallback && found.size() <= 1000) {
      Value first = interpreter.value(found.getFirst(), when);
      String spelling = Canonical.spelling(first);
      if (first instanceof Value.Scalar && found.stream()
          .allMatch(tree -> tree instanceof Tree.Scalar scalar && Parameters.text(scalar).equals(spelling))) {
        return Places.moved(first, at);
      }
    }
    return key instanceof Value.Unknown unknown
        ? new Value.Unknown(unknown.origin(), unknown.detail(), at)
        : new Value.Unknown(Value.Origin.MACRO, "mapping by " + Canonical.spelling(key), at);
  }

  Value cidr(Tree argument, Span at, ConditionSet when) {
    if (!(argument instanceof Tree.Sequence(var items, _)) || items.size() < 2 || items.size() > 3) {
      return interpreter.malformed(at, "'Fn::Cidr' needs an address block, a count and the host bits");
    }
    Value block = interpreter.value(items.get(0), when);
    Value count = interpreter.value(items.get(1), when);
    Value bits = items.size() == 3 ? interpreter.value(items.get(2), when) : Value.Scalar.text("", at);
    if (!(block instanceof Value.Scalar known) || !(count instanceof Value.Scalar many)
        || !(bits instanceof Value.Scalar host)) {
      return block instanceof Value.Unknown unknown
          ? new Value.Unknown(unknown.origin(), unknown.detail(), at)
          : new Value.Unknown(Value.Origin.MACRO, "blocks of " + Canonical.spelling(block), at);
    }
    int hostBits = items.size() == 3 ? CidrBlocks.number(host.text()) : known.text().indexOf(':') >= 0 ? 64 : 8;
    Optional<List<String>> blocks = CidrBlocks.of(known.text(), CidrBlocks.number(many.text()), hostBits);
    return blocks.isPresent()
        ? new Value.Listing(blocks.get().stream().<Value>map(text -> Value.Scalar.text(text, at)).toList(), at)
        : interpreter.malformed(at, "'Fn::Cidr' cannot cut '" + Text.shown(known.text()) + "' that way");
  }

  Value length(Tree argument, Span at, ConditionSet when) {
    Value list = interpreter.value(argument, when);
    return switch (list) {
      case Value.Listing(var items, _) when fixed(items) ->
        new Value.Scalar(Integer.toString(items.size()), Tree.Kind.NUMBER, at);
      case Value.Choice(String condition, Value.Listing whenTrue, Value.Listing whenFalse, _) when fixed(
          whenTrue.items()) && fixed(whenFalse.items()) ->
        new Value.Choice(condition, new Value.Scalar(Integer.toString(whenTrue.items().size()), Tree.Kind.NUMBER, at),
            new Value.Scalar(Integer.toString(whenFalse.items().size()), Tree.Kind.NUMBER, at), at);
      case Value.Unknown unknown -> new Value.Unknown(unknown.origin(), unknown.detail(), at);
      case Value.Listing _,Value.Choice _,Value.Reference _,Value.Text _ ->
        new Value.Unknown(Value.Origin.MACRO, "length of " + Canonical.spelling(list), at);
      case Value.Scalar _,Value.Mapping _,Value.Absent _ -> interpreter.malformed(at, "'Fn::Length' needs a list");
    };
  }
}
