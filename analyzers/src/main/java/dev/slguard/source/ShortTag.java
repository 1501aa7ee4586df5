package dev.slguard.source;

import java.util.List;

/** CloudFormation's short tags, read as the long form they stand for. */
final class ShortTag {
  private ShortTag() {}

  /** {@code tree} as the argument of the function that the tag {@code name} names; {@code tree} itself under any other tag. */
  static Tree expand(String name, Tree tree, Diagnostics diagnostics) {
    if (name.length() < 2 || name.charAt(0) != '!') {
      return tree;
    }
    String function = name.substring(1);
    return switch (function) {
      case "Ref", "Condition" -> call(function, tree);
      case "GetAtt" -> call("Fn::GetAtt", attribute(tree));
      default -> {
        if (Character.isUpperCase(function.charAt(0))) {
          yield call(function.contains("::") ? function : "Fn::" + function, tree);
        }
        diagnostics.note(tree.at(), "the tag '" + Text.shown(name) + "' is not known; the value is read without it");
        yield tree;
      }
    };
  }

  private static Tree call(String function, Tree argument) {
    return new Tree.Mapping(FixedMap.of(function, new Tree.Entry(argument.at(), argument)), argument.at());
  }

  /** {@code !GetAtt a.b.c} splits at the first dot. */
  private static Tree attribute(Tree tree) {
    if (tree instanceof Tree.Scalar(String text, _, Span at)) {
      int dot = text.indexOf('.');
      if (dot > 0) {
        return new Tree.Sequence(
            List.of(Tree.Scalar.text(text.substring(0, dot), at), Tree.Scalar.text(text.substring(dot + 1), at)), at);
      }
    }
    return tree;
  }
}
