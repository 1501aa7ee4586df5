package dev.slguard.template.sam;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** SAM's policy templates: named statements with parameters, such as {@code DynamoDBCrudPolicy: {TableName: x}}. */
final class PolicyTemplates {
  private PolicyTemplates() {}

  /** Loaded when a template first uses one. */
  private static final class Loaded {
    private static final Tree.Mapping TEMPLATES = mapping("policy-templates.json");
  }

  /** The embedded JSON file {@code name}. */
  static Tree.Mapping mapping(String name) {
    var diagnostics = new Diagnostics();
    Tree tree = Documents.read(SourceFile.of(name, ManagedPolicies.text(name)), Limits.DEFAULT, diagnostics).getFirst();
    if (!(tree instanceof Tree.Mapping mapping) || !diagnostics.toList().isEmpty()) {
      throw new IllegalStateException("embedded file " + name + " is damaged");
    }
    return mapping;
  }

  /** Whether there is a template {@code name}. */
  static boolean has(String name) {
    return Loaded.TEMPLATES.has(name);
  }

  /** Names of the parameters of the template {@code name}. */
  static List<String> parameters(String name) {
    return Loaded.TEMPLATES.mapping(name).flatMap(template -> template.get("Parameters")).map(Intrinsics::items)
        .orElse(List.of()).stream().flatMap(tree -> Intrinsics.textOf(tree).stream()).toList();
  }

  /** The policy document of the template {@code name} with {@code values} in it; every node stands at {@code at}. */
  static Tree.Mapping document(String name, Tree.Mapping values, Span at) {
    Tree statements = Loaded.TEMPLATES.mapping(name).flatMap(template -> template.get("Statement"))
        .orElseThrow(() -> new IllegalArgumentException("no policy template " + name));
    return Draft.at(at).put("Statement", filled(statements, values, at)).build();
  }

  private static Tree filled(Tree tree, Tree.Mapping values, Span at) {
    return switch (tree) {
      case Tree.Scalar(String text, Tree.Kind kind, _) -> new Tree.Scalar(text, kind, at);
      case Tree.Sequence(var items, _) -> {
        var all = new ArrayList<Tree>();
        items.forEach(item -> all.add(filled(item, values, at)));
        yield new Tree.Sequence(all, at);
      }
      case Tree.Mapping mapping -> {
        Optional<Tree> value = Intrinsics.referred(mapping).flatMap(values::get);
        if (value.isPresent()) {
          yield value.get();
        }
        var entries = new LinkedHashMap<String, Tree.Entry>();
        mapping.entries()
            .forEach((key, entry) -> entries.put(key, new Tree.Entry(at, filled(entry.value(), values, at))));
        yield new Tree.Mapping(entries, at);
      }
    };
  }
}
