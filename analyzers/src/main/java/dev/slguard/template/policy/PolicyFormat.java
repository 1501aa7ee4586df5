package dev.slguard.template.policy;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A policy document in a file of its own, JSON or YAML. It becomes a deployment with the one resource that would carry it, so
 * that every rule for policies in templates serves it too.
 */
public final class PolicyFormat implements TemplateFormat {

  @Override
  public boolean recognises(String path, Tree.Mapping document) {
    return document.has("Statement") && !document.has("Resources")
        && statements(document).stream().anyMatch(statement -> statement.text("Effect").isPresent());
  }

  @Override
  public List<Expansion> expand(String path, Tree.Mapping document, Root root, TemplateOptions options,
      Diagnostics diagnostics) {
    return List.of(expansion(path, document, PolicyCarrier.of(statements(document))));
  }

  private static Expansion expansion(String path, Tree.Mapping document, PolicyCarrier carrier) {
    Span at = document.at();
    Tree.Mapping properties = document;
    for (String key : List.of(carrier.property().split("\\.")).reversed()) {
      properties = mapping(Map.of(key, properties), at);
    }
    Tree.Mapping resource = mapping(Map.of("Type", Tree.Scalar.text(carrier.type(), at), "Properties", properties), at);
    Tree.Mapping resources = mapping(Map.of(logicalId(path), resource), at);
    return new Expansion(path, path, Deployment.Format.POLICY, mapping(Map.of("Resources", resources), at), Map.of(),
        Map.of());
  }

  private static Tree.Mapping mapping(Map<String, Tree> entries, Span at) {
    var all = new LinkedHashMap<String, Tree.Entry>();
    entries.forEach((key, value) -> all.put(key, new Tree.Entry(at, value)));
    return new Tree.Mapping(all, at);
  }

  private static List<Tree.Mapping> statements(Tree.Mapping document) {
    return switch (document.get("Statement").orElse(document)) {
      case Tree.Sequence(var items, _) -> items.stream().<Tree.Mapping>mapMulti((item, out) -> {
        if (item instanceof Tree.Mapping mapping) {
          out.accept(mapping);
        }
      }).toList();
      case Tree.Mapping one -> List.of(one);
      case Tree.Scalar _ -> List.of();
    };
  }

  /** The file's name without its ending: how messages name the policy. */
  private static String logicalId(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
