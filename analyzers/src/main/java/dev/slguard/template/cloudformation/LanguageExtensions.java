package dev.slguard.template.cloudformation;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Fn::ForEach of AWS::LanguageExtensions, unrolled in Resources, Conditions, Outputs and properties. A collection that is
 * not known keeps one copy, in which the identifier stands as written.
 */
public final class LanguageExtensions {
  private static final String LOOP = "Fn::ForEach";
  /** How many nodes all loops of a template may make together: loops nest, and each multiplies. */
  private static final int NODES = 200_000;

  private final Tree.Mapping body;
  private final TemplateOptions options;
  private final Diagnostics diagnostics;
  private int left = NODES;

  private LanguageExtensions(Tree.Mapping body, TemplateOptions options, Diagnostics diagnostics) {
    this.body = body;
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** {@code template} without loops. */
  public static Tree.Mapping unrolled(Tree.Mapping template, TemplateOptions options, Diagnostics diagnostics) {
    if (!hasLoop(template)) {
      return template;
    }
    Tree result = new LanguageExtensions(template, options, diagnostics).unrolled(template, Map.of());
    return result instanceof Tree.Mapping mapping ? mapping : template;
  }

  /** Whether a loop stands among the resources of {@code template}. */
  static boolean makesResources(Tree.Mapping template) {
    return template.mapping("Resources")
        .filter(section -> section.entries().keySet().stream().anyMatch(key -> key.startsWith(LOOP + "::")))
        .isPresent();
  }

  /** Whether the template asks for the extensions, or loops over resources, conditions or outputs without asking. */
  private static boolean hasLoop(Tree.Mapping template) {
    Optional<Tree> transform = template.get("Transform");
    if (transform.isPresent()) {
      List<Tree> names = transform.get() instanceof Tree.Sequence(var items, _) ? items : List.of(transform.get());
      for (Tree name : names) {
        if (name instanceof Tree.Scalar scalar && scalar.text().equals("AWS::LanguageExtensions")) {
          return true;
        }
      }
    }
    for (String section : List.of("Resources", "Conditions", "Outputs")) {
      Optional<Tree.Mapping> mapping = template.mapping(section);
      if (mapping.isPresent() && mapping.get().entries().keySet().stream().anyMatch(key -> key.startsWith(LOOP))) {
        return true;
      }
    }
    return false;
  }

  /** {@code tree} with the loops in it unrolled and {@code names} in place of their identifiers. */
  private Tree unrolled(Tree tree, Map<String, String> names) {
    left--;
    return switch (tree) {
      case Tree.Scalar scalar -> names.isEmpty() || scalar.kind() != Tree.Kind.TEXT
          ? scalar
          : new Tree.Scalar(filled(scalar.text(), names), scalar.kind(), scalar.at());
      case Tree.Sequence(var items, Span at) ->
        new Tree.Sequence(items.stream().map(item -> unrolled(item, names)).toList(), at);
      case Tree.Mapping mapping -> mapping(mapping, names);
    };
  }

  private Tree mapping(Tree.Mapping mapping, Map<String, String> names) {
    Optional<String> name = mapping.single().filter(entry -> entry.getKey().equals("Ref"))
        .flatMap(_ -> mapping.text("Ref")).map(names::get);
    if (name.isPresent()) {
      return Tree.Scalar.text(name.get(), mapping.at());
    }
    var entries = new LinkedHashMap<String, Tree.Entry>();
    mapping.entries().forEach((key, entry) -> {
      if (key.startsWith(LOOP)) {
        loop(key, entry, names, entries);
      } else {
        put(filled(key, names), new Tree.Entry(entry.keyAt(), unrolled(entry.value(), names)), entries, names);
      }
    });
    return new Tree.Mapping(entries, mapping.at());
  }

  private void put(String key, Tree.Entry entry, Map<String, Tree.Entry> entries, Map<String, String> names) {
    Tree.Entry earlier = entries.put(key, entry);
    if (earlier != null && !names.isEmpty()) {
      diagnostics.error(entry.keyAt(), "'" + Text.shown(key) + "' is made twice by 'Fn::ForEach'; the last one counts");
    }
  }

  private void loop(String key, Tree.Entry entry, Map<String, String> names, SequencedMap<String, Tree.Entry> into) {
    if (!(entry.value() instanceof Tree.Sequence(var items, _)) || items.size() != 3
        || !(items.getFirst() instanceof Tree.Scalar(String identifier, _, _))
        || !(items.get(2) instanceof Tree.Mapping template)) {
      diagnostics.error(entry.keyAt(),
          "'" + Text.shown(key) + "' needs an identifier, a collection and an object; it is left out");
      return;
    }
    Optional<List<String>> collection = collection(items.get(1), names);
    if (collection.isEmpty()) {
      diagnostics.note(entry.keyAt(),
          "the collection of '" + Text.shown(key) + "' is decided at deployment; one copy stands for all");
      if (unrolled(template, names) instanceof Tree.Mapping copy) {
        copy.entries().forEach((name, made) -> put(name, made, into, names));
      }
      return;
    }
    for (String value : collection.get()) {
      if (left <= 0) {
        diagnostics.error(entry.keyAt(),
            "the loops of the template make more than " + NODES + " nodes; the rest is left out");
        return;
      }
      var inner = new LinkedHashMap<>(names);
      inner.put(identifier, value);
      if (unrolled(template, inner) instanceof Tree.Mapping copy) {
        copy.entries().forEach((name, made) -> put(name, made, into, inner));
      }
    }
  }

  /** The items of a list, a list parameter or a list in Mappings; empty if one of them is not known. */
  private Optional<List<String>> collection(Tree tree, Map<String, String> names) {
    Optional<Tree> known = known(unrolled(tree, names));
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var values = new ArrayList<String>();
    for (Tree item : known.get() instanceof Tree.Sequence(var items, _) ? items : List.of(known.get())) {
      Optional<Tree> value = known(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      switch (value.get()) {
        case Tree.Scalar scalar when item instanceof Tree.Mapping || !(known.get() instanceof Tree.Sequence) ->
          List.of(scalar.text().split(",", -1)).forEach(part -> values.add(part.strip()));
        case Tree.Scalar scalar -> values.add(scalar.text());
        case Tree.Sequence(var inner, _) -> inner.forEach(part -> {
          if (part instanceof Tree.Scalar scalar) {
            values.add(scalar.text());
          }
        });
        case Tree.Mapping _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }

  private Optional<Tree> known(Tree tree) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      return Optional.of(tree);
    }
    Optional<Map.Entry<String, Tree.Entry>> call = mapping.single();
    return call.flatMap(entry -> switch (entry.getKey()) {
      case "Ref" -> mapping.text("Ref").flatMap(name -> parameter(name, mapping.at()));
      case "Fn::FindInMap" -> mapped(entry.getValue().value());
      default -> Optional.empty();
    });
  }

  private Optional<Tree> parameter(String name, Span at) {
    String given = options.parameters().get(name);
    return given != null
        ? Optional.of(Tree.Scalar.text(given, at))
        : body.mapping("Parameters").flatMap(section -> section.mapping(name)).flatMap(one -> one.get("Default"));
  }

  private Optional<Tree> mapped(Tree argument) {
    Optional<Tree> found = body.get("Mappings");
    if (!(argument instanceof Tree.Sequence(var keys, _)) || keys.size() < 3) {
      return Optional.empty();
    }
    for (Tree key : keys.subList(0, 3)) {
      Optional<Tree> name = known(key);
      found = found.flatMap(section -> section instanceof Tree.Mapping mapping && name.isPresent()
          && name.get() instanceof Tree.Scalar scalar ? mapping.get(scalar.text()) : Optional.empty());
    }
    return found;
  }

  /** {@code text} with <code>${Name}</code> and <code>&amp;{Name}</code> replaced; the latter by letters and digits only. */
  private static String filled(String text, Map<String, String> names) {
    if (names.isEmpty() || text.indexOf('{') < 0) {
      return text;
    }
    String result = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      result = result.replace("${" + name.getKey() + '}', name.getValue());
      if (result.contains("&{" + name.getKey() + '}')) {
        result = result.replace("&{" + name.getKey() + '}', alphanumeric(name.getValue()));
      }
    }
    return result;
  }

  private static String alphanumeric(String text) {
    var kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
