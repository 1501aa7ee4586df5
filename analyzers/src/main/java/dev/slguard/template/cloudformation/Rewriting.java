package dev.slguard.template.cloudformation;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies a template while what refers to something in it (Ref, Fn::GetAtt, Fn::Sub, conditions, DependsOn) is exchanged. */
abstract class Rewriting {

  /** What stands for Ref of {@code name}; empty if it stays. */
  abstract Optional<Tree> reference(String name, Span at);

  /** {@code Id.Attribute} with the id that is meant; the text itself if it stays. */
  abstract String attribute(String dotted);

  /** The conditions, mappings and dependencies have names of their own: what {@code name} of {@code kind} is called. */
  abstract List<String> named(Kind kind, String name);

  enum Kind {
    CONDITION, MAPPING, DEPENDENCY
  }

  Tree rewritten(Tree tree) {
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, Span at) -> new Tree.Sequence(items.stream().map(this::rewritten).toList(), at);
      case Tree.Mapping mapping -> mapping(mapping);
    };
  }

  private Tree mapping(Tree.Mapping mapping) {
    Optional<Map.Entry<String, Tree.Entry>> single = mapping.single();
    if (single.isPresent()) {
      Tree argument = single.get().getValue().value();
      switch (single.get().getKey()) {
        case "Ref" -> {
          Optional<Tree> other = argument instanceof Tree.Scalar(String name, _, _)
              ? reference(name, mapping.at())
              : Optional.empty();
          return other.orElse(mapping);
        }
        case "Fn::GetAtt" -> {
          return call(mapping, attributeOf(argument));
        }
        case "Fn::Sub" -> {
          return substitution(mapping, argument);
        }
        case "Fn::If" -> {
          return call(mapping, headed(argument, Kind.CONDITION));
        }
        case "Fn::FindInMap" -> {
          return call(mapping, headed(argument, Kind.MAPPING));
        }
        default -> {
        }
      }
    }
    var entries = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries().forEach((key, entry) -> entries.put(key, new Tree.Entry(entry.keyAt(), switch (key) {
      case "Condition" -> condition(entry.value());
      case "DependsOn" -> dependsOn(entry.value());
      default -> rewritten(entry.value());
    })));
    return new Tree.Mapping(entries, mapping.at());
  }

  /** The call of {@code function} with {@code argument}. */
  static Tree.Mapping call(String function, Tree argument, Span at) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    entries.put(function, new Tree.Entry(at, argument));
    return new Tree.Mapping(entries, at);
  }

  private static Tree call(Tree.Mapping mapping, Tree argument) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries().forEach((key, entry) -> entries.put(key, new Tree.Entry(entry.keyAt(), argument)));
    return new Tree.Mapping(entries, mapping.at());
  }

  /** A scalar names a condition; an object is that of a policy statement. */
  private Tree condition(Tree value) {
    return value instanceof Tree.Scalar(String name, Tree.Kind kind, Span at) && kind == Tree.Kind.TEXT
        ? Tree.Scalar.text(named(Kind.CONDITION, name).getFirst(), at)
        : rewritten(value);
  }

  private Tree headed(Tree argument, Kind kind) {
    if (!(argument instanceof Tree.Sequence(var items, Span at)) || items.isEmpty()) {
      return rewritten(argument);
    }
    var all = new ArrayList<Tree>();
    all.add(items.getFirst() instanceof Tree.Scalar(String name, _, Span nameAt)
        ? Tree.Scalar.text(named(kind, name).getFirst(), nameAt)
        : rewritten(items.getFirst()));
    items.stream().skip(1).map(this::rewritten).forEach(all::add);
    return new Tree.Sequence(all, at);
  }

  private Tree dependsOn(Tree value) {
    List<Tree> items = value instanceof Tree.Sequence(var listed, _) ? listed : List.of(value);
    var all = new ArrayList<Tree>();
    for (Tree item : items) {
      if (item instanceof Tree.Scalar(String name, Tree.Kind kind, Span at) && kind == Tree.Kind.TEXT) {
        named(Kind.DEPENDENCY, name).forEach(id -> all.add(Tree.Scalar.text(id, at)));
      } else {
        all.add(rewritten(item));
      }
    }
    return value instanceof Tree.Sequence || all.size() != 1 ? new Tree.Sequence(all, value.at()) : all.getFirst();
  }

  private Tree attributeOf(Tree argument) {
    if (argument instanceof Tree.Scalar(String dotted, _, Span at)) {
      return Tree.Scalar.text(attribute(dotted), at);
    }
    if (!(argument instanceof Tree.Sequence(var items, Span at)) || items.size() < 2
        || !(items.getFirst() instanceof Tree.Scalar(String id, _, _))) {
      return rewritten(argument);
    }
    // The short tag splits at the first dot, which may stand inside the name.
    if (items.size() == 2 && items.get(1) instanceof Tree.Scalar(String rest, _, Span restAt)) {
      String dotted = attribute(id + '.' + rest);
      int dot = id.indexOf('.') < 0 || !dotted.startsWith(id + '.') ? dotted.indexOf('.') : id.length();
      return new Tree.Sequence(List.of(Tree.Scalar.text(dotted.substring(0, dot), items.getFirst().at()),
          Tree.Scalar.text(dotted.substring(dot + 1), restAt)), at);
    }
    var all = new ArrayList<Tree>();
    String marker = attribute(id + ".x");
    all.add(Tree.Scalar.text(marker.substring(0, marker.length() - 2), items.getFirst().at()));
    items.stream().skip(1).map(this::rewritten).forEach(all::add);
    return new Tree.Sequence(all, at);
  }

  /** A name in the text that stands for something else than a name becomes a variable of the call. */
  private Tree substitution(Tree.Mapping mapping, Tree argument) {
    Tree text = argument instanceof Tree.Sequence(var items, _) && !items.isEmpty() ? items.getFirst() : argument;
    if (!(text instanceof Tree.Scalar(String written, _, Span textAt))) {
      return call(mapping, rewritten(argument));
    }
    var variables = new LinkedHashMap<String, Tree.Entry>();
    if (argument instanceof Tree.Sequence(var items, _) && items.size() > 1
        && rewritten(items.get(1)) instanceof Tree.Mapping own) {
      variables.putAll(own.entries());
    }
    Tree rewritten = Tree.Scalar.text(filled(written, textAt, variables), textAt);
    return call(mapping,
        argument instanceof Tree.Scalar && variables.isEmpty()
            ? rewritten
            : new Tree.Sequence(List.of(rewritten, new Tree.Mapping(variables, textAt)), argument.at()));
  }

  private String filled(String text, Span at, Map<String, Tree.Entry> variables) {
    var result = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close).strip();
      result.append(text, from, open);
      from = close + 1;
      if (name.startsWith("!") || variables.containsKey(name)) {
        result.append(text, open, from);
        continue;
      }
      Optional<Tree> other = reference(name, at);
      if (other.isEmpty()) {
        result.append("${").append(attribute(name)).append('}');
      } else if (other.get() instanceof Tree.Scalar scalar) {
        result.append(scalar.text().replace("${", "${!"));
      } else if (other.get() instanceof Tree.Mapping call && call.text("Ref").isPresent()
          && call.single().isPresent()) {
        result.append("${").append(call.text("Ref").orElse(name)).append('}');
      } else {
        variables.put(name, new Tree.Entry(at, other.get()));
        result.append("${").append(name).append('}');
      }
    }
    return result.append(text, from, text.length()).toString();
  }
}
