package dev.slguard.template.serverless.service;

import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the framework reads settings: null is not there, and so is, mostly, an empty or false value. */
public final class Config {
  private Config() {}

  /** The value under {@code key}; empty if there is none or it is null. */
  public static Optional<Tree> value(Tree.Mapping mapping, String key) {
    return mapping.get(key).filter(tree -> !isNull(tree));
  }

  /** The value under {@code key}, if JavaScript takes it for true. */
  public static Optional<Tree> truthy(Tree.Mapping mapping, String key) {
    return mapping.get(key).filter(Config::isTruthy);
  }

  /** The value at the end of {@code keys}; empty if a step is missing or null. */
  public static Optional<Tree> at(Tree.Mapping mapping, String... keys) {
    Optional<Tree> current = Optional.of(mapping);
    for (String key : keys) {
      current = current.flatMap(tree -> tree instanceof Tree.Mapping next ? value(next, key) : Optional.empty());
    }
    return current;
  }

  /** The object at the end of {@code keys}; an empty one if there is none. */
  public static Tree.Mapping mappingAt(Tree.Mapping mapping, String... keys) {
    return at(mapping, keys).flatMap(Config::mapping).orElseGet(() -> Tree.emptyMapping(mapping.at()));
  }

  /** The text at the end of {@code keys}. */
  public static Optional<String> textAt(Tree.Mapping mapping, String... keys) {
    return at(mapping, keys).flatMap(Config::text);
  }

  /** {@code tree} as an object. */
  public static Optional<Tree.Mapping> mapping(Tree tree) {
    return tree instanceof Tree.Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** The text of a scalar that is not null. */
  public static Optional<String> text(Tree tree) {
    return tree instanceof Tree.Scalar(String text, Tree.Kind kind, _) && kind != Tree.Kind.NULL
        ? Optional.of(text)
        : Optional.empty();
  }

  /** {@code tree} as a list: its items, itself alone, or nothing for null. */
  public static List<Tree> items(Tree tree) {
    return switch (tree) {
      case Tree.Sequence(var items, _) -> items;
      case Tree.Scalar scalar when scalar.kind() == Tree.Kind.NULL -> List.of();
      case Tree.Scalar _,Tree.Mapping _ -> List.of(tree);
    };
  }

  /** {@code tree} as the framework takes it where a list is asked for: a scalar alone is a list of one. */
  public static Tree listed(Tree tree) {
    return tree instanceof Tree.Scalar scalar && !isNull(scalar)
        ? new Tree.Sequence(List.of(scalar), scalar.at())
        : tree;
  }

  /** The items of the list under {@code key}; none if there is no such key. */
  public static List<Tree> items(Tree.Mapping mapping, String key) {
    return mapping.get(key).map(Config::items).orElse(List.of());
  }

  /** The texts in the list (or the text) under {@code key}. */
  public static List<String> texts(Tree.Mapping mapping, String key) {
    var texts = new ArrayList<String>();
    for (Tree item : items(mapping, key)) {
      text(item).ifPresent(texts::add);
    }
    return texts;
  }

  /** Whether {@code tree} is null. */
  public static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar(_, Tree.Kind kind, _) && kind == Tree.Kind.NULL;
  }

  /** Whether JavaScript takes {@code tree} for true. */
  public static boolean isTruthy(Tree tree) {
    return !(tree instanceof Tree.Scalar(String text, Tree.Kind kind, _)) || switch (kind) {
      case NULL -> false;
      case BOOLEAN -> text.equals("true");
      case NUMBER -> !text.equals("0");
      case TEXT -> !text.isEmpty();
    };
  }

  /** Whether the entry {@code key} is false. */
  public static boolean isFalse(Tree.Mapping mapping, String key) {
    return mapping.text(key).filter("false"::equals).isPresent();
  }

  /** Whether the entry {@code key} is true. */
  public static boolean isTrue(Tree.Mapping mapping, String key) {
    return mapping.text(key).filter("true"::equals).isPresent();
  }

  /** The name and argument of an intrinsic function; empty if {@code tree} is none. */
  public static Optional<String> function(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.single().map(Map.Entry::getKey).filter(name -> name.startsWith("Fn::") || name.equals("Ref"))
        : Optional.empty();
  }

  /** Logical id and attribute of a {@code Fn::GetAtt}. */
  public static Optional<List<String>> attribute(Tree tree) {
    if (tree instanceof Tree.Mapping mapping && mapping.entries().size() == 1) {
      Optional<Tree> argument = mapping.get("Fn::GetAtt");
      if (argument.isPresent() && argument.get() instanceof Tree.Sequence(var items, _) && items.size() == 2) {
        return text(items.get(0)).flatMap(id -> text(items.get(1)).map(attribute -> List.of(id, attribute)));
      }
      Optional<String> dotted = argument.flatMap(Config::text).filter(text -> text.indexOf('.') > 0);
      return dotted.map(text -> List.of(text.substring(0, text.indexOf('.')), text.substring(text.indexOf('.') + 1)));
    }
    return Optional.empty();
  }
}
