package dev.slguard.template.serverless.variables;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Texts whose variables are resolved in part: what is not known offline stays in them as an intrinsic. */
final class Symbols {
  private Symbols() {}

  /** Whether {@code node} stands for a text that is not known, and may so be part of a longer one. */
  static boolean isSymbol(Tree node) {
    if (!(node instanceof Tree.Mapping mapping) || mapping.entries().size() != 1) {
      return false;
    }
    return Unresolved.of(node).isPresent() || mapping.has("Fn::Join") || mapping.has("Fn::ImportValue")
        || mapping.text("Ref").filter(name -> name.startsWith("AWS::")).isPresent();
  }

  /** {@code parts}, scalars and symbols, as one text at {@code at}. */
  static Tree joined(List<Tree> parts, Span at) {
    var joined = new ArrayList<Tree>();
    var known = new StringBuilder();
    for (Tree part : parts) {
      if (part instanceof Tree.Scalar(String text, _, _)) {
        known.append(text);
      } else {
        flush(known, joined, at);
        joined.add(part);
      }
    }
    if (joined.isEmpty()) {
      return Tree.Scalar.text(known.toString(), at);
    }
    flush(known, joined, at);
    return call("Fn::Join", new Tree.Sequence(List.of(Tree.Scalar.text("", at), new Tree.Sequence(joined, at)), at));
  }

  private static void flush(StringBuilder known, List<Tree> joined, Span at) {
    if (!known.isEmpty()) {
      joined.add(Tree.Scalar.text(known.toString(), at));
      known.setLength(0);
    }
  }

  /** {@code parts} as the text of a {@code Fn::Sub}, with the names it has besides. */
  static Tree substituted(List<Tree> parts, Optional<Tree.Mapping> names, Span at) {
    var text = new StringBuilder();
    var entries = new LinkedHashMap<String, Tree.Entry>();
    names.ifPresent(mapping -> entries.putAll(mapping.entries()));
    int count = 0;
    for (Tree part : parts) {
      switch (part) {
        case Tree.Scalar(String known, _, _) -> text.append(known);
        case Tree.Mapping mapping when mapping.text("Ref").isPresent() ->
          text.append("${").append(mapping.text("Ref").get()).append('}');
        case Tree.Mapping _,Tree.Sequence _ -> {
          String name = "Unresolved" + ++count;
          text.append("${").append(name).append('}');
          entries.put(name, new Tree.Entry(at, part));
        }
      }
    }
    Tree.Scalar template = Tree.Scalar.text(text.toString(), at);
    if (entries.isEmpty() && names.isEmpty()) {
      return call("Fn::Sub", template);
    }
    return call("Fn::Sub", new Tree.Sequence(List.of(template, new Tree.Mapping(entries, at)), at));
  }

  /** {@code {function: argument}}. */
  static Tree.Mapping call(String function, Tree argument) {
    var entries = new LinkedHashMap<String, Tree.Entry>();
    entries.put(function, new Tree.Entry(argument.at(), argument));
    return new Tree.Mapping(entries, argument.at());
  }
}
