package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids that lowering renames, and names such as {@code Orders.Alias} that stand for something generated. Both are rewritten
 * in Ref, Fn::GetAtt, Fn::Sub and DependsOn.
 */
final class References {
  private final Map<String, String> generated = new LinkedHashMap<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();
  private final Map<String, List<String>> replaced = new LinkedHashMap<>();

  /** {@code id.property} stands for the resource {@code target}. */
  void define(String id, String property, String target) {
    generated.put(id + '.' + property, target);
  }

  /** The resource written as {@code id} is deployed as {@code target}. */
  void rename(String id, String target) {
    renamed.put(id, target);
  }

  /** What depends on {@code id} depends on all of {@code targets}. */
  void replace(String id, List<String> targets) {
    replaced.put(id, List.copyOf(targets));
  }

  /** {@code tree} with all references rewritten. */
  Tree rewritten(Tree tree) {
    if (generated.isEmpty() && renamed.isEmpty() && replaced.isEmpty()) {
      return tree;
    }
    return switch (tree) {
      case Tree.Scalar scalar -> scalar;
      case Tree.Sequence(var items, Span at) -> {
        var all = new ArrayList<Tree>(items.size());
        boolean changed = false;
        for (Tree item : items) {
          Tree rewritten = rewritten(item);
          changed |= isOther(rewritten, item);
          all.add(rewritten);
        }
        yield changed ? new Tree.Sequence(all, at) : tree;
      }
      case Tree.Mapping mapping -> mapping(mapping);
    };
  }

  /** Most of a template refers to nothing renamed: what stays the same is not copied. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOther(Tree rewritten, Tree tree) {
    return rewritten != tree;
  }

  private Tree mapping(Tree.Mapping mapping) {
    boolean single = mapping.entries().size() == 1;
    return mapping.changed((key, value) -> switch (key) {
      case "Ref" -> single ? ref(value) : rewritten(value);
      case "Fn::GetAtt" -> single ? attribute(value) : rewritten(value);
      case "Fn::Sub" -> single ? sub(value) : rewritten(value);
      case "DependsOn" -> dependsOn(value);
      default -> rewritten(value);
    });
  }

  private Tree ref(Tree argument) {
    if (!(argument instanceof Tree.Scalar(String name, _, Span at))) {
      return rewritten(argument);
    }
    String target = target(name);
    return target.equals(name) ? argument : Tree.Scalar.text(target, at);
  }

  private String target(String name) {
    String found = generated.get(name);
    if (found == null) {
      found = renamed.get(name);
    }
    return found == null ? name : found;
  }

  private Tree attribute(Tree argument) {
    if (argument instanceof Tree.Scalar(String text, _, Span at)) {
      String dotted = dotted(text);
      return dotted.equals(text) ? argument : Tree.Scalar.text(dotted, at);
    }
    if (!(argument instanceof Tree.Sequence(var items, Span at)) || items.isEmpty()
        || !items.stream().allMatch(item -> Intrinsics.textOf(item).isPresent())) {
      return rewritten(argument);
    }
    // The short tag splits at the first dot, so that what names a generated resource may stand in the second item.
    String name = String.join(".", items.stream().map(item -> Intrinsics.textOf(item).orElse("")).toList());
    String rewritten = dotted(name);
    if (rewritten.equals(name)) {
      return argument;
    }
    int dot = rewritten.indexOf('.');
    List<Tree> parts = new ArrayList<>();
    parts.add(Tree.Scalar.text(rewritten.substring(0, dot), at));
    parts.add(Tree.Scalar.text(rewritten.substring(dot + 1), at));
    return new Tree.Sequence(parts, at);
  }

  /** {@code Id.Property.Attribute} or {@code Id.Attribute} with the resource it means. */
  private String dotted(String name) {
    int first = name.indexOf('.');
    int second = first < 0 ? -1 : name.indexOf('.', first + 1);
    String found = second < 0 ? null : generated.get(name.substring(0, second));
    if (found != null) {
      return found + name.substring(second);
    }
    String id = first < 0 ? name : name.substring(0, first);
    String other = renamed.get(id);
    return other == null ? name : other + name.substring(id.length());
  }

  private Tree sub(Tree argument) {
    return switch (argument) {
      case Tree.Scalar scalar -> text(scalar);
      case Tree.Sequence(var items, Span at) -> {
        var all = new ArrayList<Tree>(items.size());
        boolean changed = false;
        for (Tree item : items) {
          Tree rewritten = item instanceof Tree.Scalar scalar ? text(scalar) : rewritten(item);
          changed |= isOther(rewritten, item);
          all.add(rewritten);
        }
        yield changed ? new Tree.Sequence(all, at) : argument;
      }
      case Tree.Mapping mapping -> rewritten(mapping);
    };
  }

  private Tree text(Tree.Scalar scalar) {
    String text = scalar.text();
    var result = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close);
      String whole = target(name);
      result.append(text, at, open + 2).append(whole.equals(name) ? dotted(name) : whole).append('}');
      at = close + 1;
    }
    if (at == 0) {
      return scalar;
    }
    String rewritten = result.append(text, at, text.length()).toString();
    return rewritten.equals(text) ? scalar : new Tree.Scalar(rewritten, scalar.kind(), scalar.at());
  }

  private Tree dependsOn(Tree value) {
    List<Tree> items = Intrinsics.items(value);
    boolean several = value instanceof Tree.Sequence
        || items.stream().anyMatch(item -> Intrinsics.textOf(item).filter(replaced::containsKey).isPresent());
    var all = new ArrayList<Tree>();
    for (Tree item : items) {
      List<String> targets = Intrinsics.textOf(item).map(id -> replaced.getOrDefault(id, List.of(target(id))))
          .orElseGet(List::of);
      targets.forEach(id -> all.add(Tree.Scalar.text(id, item.at())));
      if (targets.isEmpty() && Intrinsics.textOf(item).isEmpty()) {
        all.add(rewritten(item));
      }
    }
    return several || all.size() != 1 ? new Tree.Sequence(all, value.at()) : all.getFirst();
  }
}
