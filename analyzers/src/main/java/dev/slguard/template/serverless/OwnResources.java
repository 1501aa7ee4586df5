package dev.slguard.template.serverless;

import dev.slguard.source.Span;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What the author wrote under {@code resources}: laid over the generated template, deeply, lists by index. */
final class OwnResources {
  private OwnResources() {}

  /** The whole template. */
  static Tree.Mapping merged(Stack stack) {
    Optional<Tree> written = Config.value(stack.service().config(), "resources");
    Tree.Mapping own = written.map(tree -> ServiceReader.merged(tree, "resources", stack.diagnostics()))
        .orElseGet(() -> Tree.emptyMapping(stack.service().config().at()));
    var template = new LinkedHashMap<String, Tree.Entry>();
    var ownSections = new LinkedHashMap<>(own.entries());
    Tree.Entry extensions = ownSections.remove("extensions");
    Span at = stack.service().config().at();
    template.put("Resources", new Tree.Entry(own.keyAt("Resources"), stack.resources(at)));
    Tree.Mapping merged = Merge.deep(new Tree.Mapping(template, at), new Tree.Mapping(ownSections, at));
    if (extensions != null && extensions.value() instanceof Tree.Mapping mapping) {
      merged = extended(merged, mapping, stack);
    }
    return withoutNulls(merged);
  }

  private static Tree.Mapping extended(Tree.Mapping template, Tree.Mapping extensions, Stack stack) {
    Tree.Mapping resources = template.mapping("Resources").orElseThrow();
    var entries = new LinkedHashMap<>(resources.entries());
    extensions.entries().forEach((id, extension) -> {
      Tree.Entry before = entries.get(id);
      if (before == null || !(before.value() instanceof Tree.Mapping resource)) {
        stack.diagnostics().error(extension.keyAt(),
            "the extension '" + Text.shown(id) + "' finds no resource of that name; it is left out");
      } else if (extension.value() instanceof Tree.Mapping attributes) {
        entries.put(id, new Tree.Entry(before.keyAt(), extended(resource, attributes)));
      }
    });
    var sections = new LinkedHashMap<>(template.entries());
    sections.put("Resources", new Tree.Entry(template.keyAt("Resources"), new Tree.Mapping(entries, resources.at())));
    return new Tree.Mapping(sections, template.at());
  }

  private static Tree.Mapping extended(Tree.Mapping resource, Tree.Mapping attributes) {
    var entries = new LinkedHashMap<>(resource.entries());
    attributes.entries().forEach((name, entry) -> {
      Tree.Entry before = entries.get(name);
      Tree value = switch (name) {
        case "Properties", "Metadata" ->
          before != null && before.value() instanceof Tree.Mapping below && entry.value() instanceof Tree.Mapping above
              ? Merge.shallow(below, above)
              : entry.value();
        case "DependsOn" -> {
          var ids = new ArrayList<Tree>();
          if (before != null) {
            ids.addAll(Config.items(before.value()));
          }
          ids.addAll(Config.items(entry.value()));
          yield new Tree.Sequence(ids, entry.value().at());
        }
        default -> entry.value();
      };
      entries.put(name, new Tree.Entry(entry.keyAt(), value));
    });
    return new Tree.Mapping(entries, resource.at());
  }

  /** The template less the properties that are null, as the framework strips them before it writes. */
  private static Tree.Mapping withoutNulls(Tree.Mapping template) {
    Optional<Tree.Mapping> resources = template.mapping("Resources");
    if (resources.isEmpty()) {
      return template;
    }
    var kept = new LinkedHashMap<String, Tree.Entry>();
    resources.get().entries().forEach((id, entry) -> {
      if (!Config.isNull(entry.value())) {
        kept.put(id, new Tree.Entry(entry.keyAt(), stripped(entry.value())));
      }
    });
    var sections = new LinkedHashMap<>(template.entries());
    sections.put("Resources",
        new Tree.Entry(template.keyAt("Resources"), new Tree.Mapping(kept, resources.get().at())));
    return new Tree.Mapping(sections, template.at());
  }

  private static Tree stripped(Tree tree) {
    return switch (tree) {
      case Tree.Scalar _ -> tree;
      case Tree.Sequence(var items, Span at) ->
        new Tree.Sequence(items.stream().map(OwnResources::stripped).toList(), at);
      case Tree.Mapping mapping -> {
        var entries = new LinkedHashMap<String, Tree.Entry>();
        mapping.entries().forEach((key, entry) -> {
          if (!Config.isNull(entry.value())) {
            entries.put(key, new Tree.Entry(entry.keyAt(), stripped(entry.value())));
          }
        });
        yield new Tree.Mapping(entries, mapping.at());
      }
    };
  }
}
