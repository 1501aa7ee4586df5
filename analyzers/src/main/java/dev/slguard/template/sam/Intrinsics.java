package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes and recognises the functions of CloudFormation in trees. */
final class Intrinsics {
  private Intrinsics() {}

  static Tree.Scalar text(String text, Span at) {
    return Tree.Scalar.text(text, at);
  }

  static Tree.Sequence list(Span at, Tree... items) {
    return new Tree.Sequence(List.of(items), at);
  }

  static Tree.Sequence list(Span at, List<? extends Tree> items) {
    return new Tree.Sequence(List.copyOf(items), at);
  }

  static Tree.Sequence texts(Span at, String... items) {
    var list = new ArrayList<Tree>(items.length);
    for (String item : items) {
      list.add(text(item, at));
    }
    return new Tree.Sequence(list, at);
  }

  private static Tree.Mapping call(String function, Tree argument, Span at) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    entries.put(function, new Tree.Entry(at, argument));
    return new Tree.Mapping(entries, at);
  }

  static Tree.Mapping ref(String id, Span at) {
    return call("Ref", text(id, at), at);
  }

  static Tree.Mapping noValue(Span at) {
    return ref("AWS::NoValue", at);
  }

  static Tree.Mapping attribute(String id, String attribute, Span at) {
    return call("Fn::GetAtt", texts(at, id, attribute), at);
  }

  static Tree.Mapping sub(String text, Span at) {
    return call("Fn::Sub", text(text, at), at);
  }

  static Tree.Mapping sub(String text, Draft names, Span at) {
    return call("Fn::Sub", list(at, text(text, at), names.build()), at);
  }

  static Tree.Mapping join(String delimiter, List<? extends Tree> items, Span at) {
    return call("Fn::Join", list(at, text(delimiter, at), list(at, items)), at);
  }

  /** The part number {@code index} of {@code text}, parted at {@code delimiter}. */
  static Tree.Mapping part(int index, String delimiter, Tree text, Span at) {
    Tree parts = call("Fn::Split", list(at, text(delimiter, at), text), at);
    return call("Fn::Select", list(at, new Tree.Scalar(Integer.toString(index), Tree.Kind.NUMBER, at), parts), at);
  }

  static Tree.Mapping choice(String condition, Tree whenTrue, Tree whenFalse, Span at) {
    return call("Fn::If", list(at, text(condition, at), whenTrue, whenFalse), at);
  }

  static Tree.Mapping not(String condition, Span at) {
    return call("Fn::Not", list(at, call("Condition", text(condition, at), at)), at);
  }

  static Tree.Mapping equal(Tree left, Tree right, Span at) {
    return call("Fn::Equals", list(at, left, right), at);
  }

  /** Any of {@code conditions}: Fn::Or over the names. */
  static Tree.Mapping or(List<Tree> operands, Span at) {
    return call("Fn::Or", list(at, operands), at);
  }

  static Tree.Mapping condition(String name, Span at) {
    return call("Condition", text(name, at), at);
  }

  /** Whether {@code tree} is a function: one key that names one. */
  static boolean isFunction(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        && mapping.single().filter(entry -> isFunctionName(entry.getKey())).isPresent();
  }

  private static boolean isFunctionName(String key) {
    return key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::");
  }

  /** Whether {@code tree} is the function {@code name}. */
  static boolean is(String name, Tree tree) {
    return tree instanceof Tree.Mapping mapping
        && mapping.single().filter(entry -> entry.getKey().equals(name)).isPresent();
  }

  /** What {@code tree} refers to by Ref. */
  static Optional<String> referred(Tree tree) {
    return tree instanceof Tree.Mapping mapping
        ? mapping.single().filter(entry -> entry.getKey().equals("Ref")).flatMap(_ -> mapping.text("Ref"))
        : Optional.empty();
  }

  /** The resource whose attribute {@code tree} reads by Fn::GetAtt. */
  static Optional<String> attributeOwner(Tree tree) {
    if (!is("Fn::GetAtt", tree) || !(tree instanceof Tree.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<Tree> argument = mapping.get("Fn::GetAtt");
    if (argument.isPresent() && argument.get() instanceof Tree.Sequence(var items, _) && !items.isEmpty()) {
      return textOf(items.getFirst());
    }
    return argument.flatMap(Intrinsics::textOf)
        .map(text -> text.indexOf('.') < 0 ? text : text.substring(0, text.indexOf('.')));
  }

  static boolean isNoValue(Tree tree) {
    return referred(tree).filter("AWS::NoValue"::equals).isPresent();
  }

  static boolean isNull(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.NULL;
  }

  /** The text of a scalar that is not null. */
  static Optional<String> textOf(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.kind() != Tree.Kind.NULL
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Whether {@code tree} is the truth value true, written in any way. */
  static boolean isTrue(Tree tree) {
    return textOf(tree).filter(text -> text.equalsIgnoreCase("true")).isPresent();
  }

  static boolean isFalse(Tree tree) {
    return textOf(tree).filter(text -> text.equalsIgnoreCase("false")).isPresent();
  }

  /** The items of a list; a single item for anything else. */
  static List<Tree> items(Tree tree) {
    return tree instanceof Tree.Sequence(var items, _) ? items : List.of(tree);
  }

  /** The three items of Fn::If; empty if {@code tree} is not a well-formed one. */
  static Optional<List<Tree>> choiceItems(Tree tree) {
    return is("Fn::If", tree) && tree instanceof Tree.Mapping mapping
        && mapping.get("Fn::If").orElse(tree) instanceof Tree.Sequence(var items, _) && items.size() == 3
        && textOf(items.getFirst()).isPresent() ? Optional.of(items) : Optional.empty();
  }

  /** {@code tree} with the keys of objects and the places left out of account. */
  static boolean same(Tree left, Tree right) {
    return switch (left) {
      case Tree.Scalar one -> right instanceof Tree.Scalar other && one.text().equals(other.text());
      case Tree.Sequence(var items, _) ->
        right instanceof Tree.Sequence(var others, _) && items.size() == others.size() && sameItems(items, others);
      case Tree.Mapping one ->
        right instanceof Tree.Mapping other && one.entries().keySet().equals(other.entries().keySet())
            && one.entries().entrySet().stream().allMatch(entry -> sameEntry(entry, other));
    };
  }

  private static boolean sameItems(List<Tree> items, List<Tree> others) {
    for (int i = 0; i < items.size(); i++) {
      if (!same(items.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameEntry(Map.Entry<String, Tree.Entry> entry, Tree.Mapping other) {
    return other.get(entry.getKey()).filter(value -> same(entry.getValue().value(), value)).isPresent();
  }
}
