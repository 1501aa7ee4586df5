package dev.slguard.cli;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values of template parameters from a file, in each form that AWS tools take (JSON or YAML): a list of ParameterKey and ParameterValue, a list of
 * texts {@code Name=Value}, an object of names and values, and that object under {@code Parameters}.
 */
final class ParameterFile {
  private ParameterFile() {}

  /** The values in the file {@code name}. */
  static Map<String, String> read(String name, Path directory) {
    Target target = Target.of(List.of(name), directory);
    String path = target.paths().getFirst();
    var problems = new Diagnostics();
    Map<String, String> values = new LinkedHashMap<>();
    for (SourceFile file : target.root().read(path, Span.startOf(path), problems).stream().toList()) {
      for (Tree document : Documents.read(file, target.root().limits(), problems)) {
        values.putAll(values(document, target.prefix()));
      }
    }
    for (Diagnostic problem : problems.toList()) {
      throw new UserError(target.prefix() + problem.at() + ": " + problem.message());
    }
    return values;
  }

  private static Map<String, String> values(Tree document, String prefix) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (document) {
      case Tree.Sequence(var items, _) -> items.forEach(item -> add(item, values, prefix));
      case Tree.Mapping mapping -> {
        Tree.Mapping said = mapping.mapping("Parameters").orElse(mapping);
        said.entries().forEach((key, entry) -> values.put(key, text(entry.value(), prefix)));
      }
      case Tree.Scalar scalar -> throw wrong(scalar, prefix);
    }
    return values;
  }

  private static void add(Tree item, Map<String, String> values, String prefix) {
    switch (item) {
      case Tree.Mapping mapping when mapping.text("ParameterKey").isPresent() -> {
        // UsePreviousValue says nothing that is known here.
        mapping.get("ParameterValue")
            .ifPresent(value -> values.put(mapping.text("ParameterKey").orElseThrow(), text(value, prefix)));
      }
      case Tree.Scalar(String text, _, _) when text.indexOf('=') > 0 ->
        values.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
      case Tree.Mapping _,Tree.Sequence _,Tree.Scalar _ -> throw wrong(item, prefix);
    }
  }

  /** A list is what CloudFormation calls a CommaDelimitedList. */
  private static String text(Tree value, String prefix) {
    return switch (value) {
      case Tree.Scalar(String text, _, _) -> text;
      case Tree.Sequence(var items, _) ->
        items.stream().map(item -> text(item, prefix)).collect(Collectors.joining(","));
      case Tree.Mapping mapping -> throw wrong(mapping, prefix);
    };
  }

  private static UserError wrong(Tree tree, String prefix) {
    return new UserError(prefix + tree.at()
        + ": expected parameters: a list of ParameterKey and ParameterValue, of NAME=VALUE, or an object of names and values");
  }
}
