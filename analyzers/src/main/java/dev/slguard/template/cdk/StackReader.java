package dev.slguard.template.cdk;

import dev.slguard.model.Provenance;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the template of a stack and of the stacks nested in it. */
final class StackReader {
  /** Deeper nesting of stacks is not followed. */
  private static final int DEPTH = 8;

  private final AssemblyStack stack;
  private final Root root;
  private final Diagnostics diagnostics;
  private final AssetSource source;
  private final ProgramLines lines;
  private final Constructs constructs;
  private final Assets assets;
  private final Map<String, Provenance> provenance = new HashMap<>();
  private final Map<String, String> sourceFolders = new HashMap<>();

  StackReader(AssemblyStack stack, Root root, Diagnostics diagnostics, AssetSource source, ProgramLines lines) {
    this.stack = stack;
    this.root = root;
    this.diagnostics = diagnostics;
    this.source = source;
    this.lines = lines;
    this.constructs = new Constructs(stack);
    this.assets = new Assets(stack);
  }

  Optional<StackTemplate> read() {
    return template(stack.templateFile(), stack.at())
        .map(template -> new StackTemplate(body(template, stack.templateFile(), "", 0), provenance, sourceFolders));
  }

  private Optional<Tree.Mapping> template(String file, Span asker) {
    Optional<SourceFile> text = root.read(file, asker, diagnostics);
    return text.flatMap(one -> Documents.read(one, root.limits(), diagnostics).stream()
        .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast).findFirst());
  }

  /** {@code template} without what only bootstrapping needs, nested stacks named by their local files. */
  private Tree.Mapping body(Tree.Mapping template, String file, String prefix, int depth) {
    var sections = new LinkedHashMap<>(template.entries());
    without(sections, "Parameters", "BootstrapVersion");
    without(sections, "Rules", "CheckBootstrapVersion");
    template.mapping("Resources").ifPresent(resources -> {
      resources.entries().forEach((id, entry) -> nest(id, entry.value(), file));
      var kept = new LinkedHashMap<String, Tree.Entry>();
      resources.entries().forEach((id, entry) -> {
        if (!(entry.value() instanceof Tree.Mapping resource)) {
          kept.put(id, entry);
        } else if (!resource.text("Type").filter("AWS::CDK::Metadata"::equals).isPresent()) {
          kept.put(id, new Tree.Entry(entry.keyAt(), resource(id, entry.keyAt(), resource, file, prefix, depth)));
        }
      });
      sections.put("Resources", new Tree.Entry(template.keyAt("Resources"), new Tree.Mapping(kept, resources.at())));
    });
    return new Tree.Mapping(sections, template.at());
  }

  private void nest(String id, Tree tree, String file) {
    if (tree instanceof Tree.Mapping resource
        && resource.text("Type").filter("AWS::CloudFormation::Stack"::equals).isPresent()) {
      Optional<String> path = constructs.path(file, id, resource);
      nestedTemplate(resource).ifPresent(template -> path.ifPresent(place -> constructs.nest(place, template)));
    }
  }

  private Optional<String> nestedTemplate(Tree.Mapping resource) {
    return resource.mapping("Properties").flatMap(properties -> properties.get("TemplateURL"))
        .flatMap(assets::nestedTemplate)
        .or(() -> resource.mapping("Metadata").flatMap(metadata -> metadata.text("aws:asset:path"))
            .flatMap(name -> Root.resolveIn(stack.folder(), name)).filter(root::isFile));
  }

  private static void without(Map<String, Tree.Entry> sections, String section, String key) {
    Tree.Entry entry = sections.get(section);
    if (entry != null && entry.value() instanceof Tree.Mapping mapping && mapping.has(key)) {
      var kept = new LinkedHashMap<>(mapping.entries());
      kept.remove(key);
      if (kept.isEmpty()) {
        sections.remove(section);
      } else {
        sections.put(section, new Tree.Entry(entry.keyAt(), new Tree.Mapping(kept, mapping.at())));
      }
    }
  }

  private Tree.Mapping resource(String id, Span at, Tree.Mapping resource, String file, String prefix, int depth) {
    String type = resource.text("Type").orElse("");
    Optional<String> path = constructs.path(file, id, resource);
    boolean helper = path.filter(constructs::isHelper).isPresent();
    Optional<Span> program = path.flatMap(this::program);
    provenance.put(prefix + id,
        new Provenance(at, id, helper ? CdkFormat.HELPER : type, path.map(p -> p.substring(1)), program));
    Optional<Tree.Mapping> properties = resource.mapping("Properties");
    if (properties.isEmpty()) {
      return resource;
    }
    switch (type) {
      case "AWS::Lambda::Function" -> properties.get().mapping("Code")
          .ifPresent(code -> code(prefix + id, resource, code, properties.get().text("Handler").orElse("")));
      case "AWS::Lambda::LayerVersion" ->
        properties.get().mapping("Content").ifPresent(code -> code(prefix + id, resource, code, ""));
      case "AWS::CloudFormation::Stack" -> {
        return nested(prefix + id, resource, properties.get(), file, depth);
      }
      default -> {
      }
    }
    return resource;
  }

  private Optional<Span> program(String path) {
    for (List<String> trace : constructs.traces(path)) {
      Optional<Span> place = lines.place(trace);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private void code(String id, Tree.Mapping resource, Tree.Mapping code, String handler) {
    if (code.has("ZipFile")) {
      return;
    }
    assets.packed(resource, code).ifPresent(asset -> sourceFolders.put(id, source.of(asset, handler)));
  }

  /** A nested stack: its address becomes the name of the local template, which evaluation follows. */
  private Tree.Mapping nested(String id, Tree.Mapping resource, Tree.Mapping properties, String file, int depth) {
    Optional<String> template = nestedTemplate(resource);
    if (template.isEmpty() || depth >= DEPTH) {
      diagnostics.warning(resource.at(), "the template of this nested stack is not in the assembly");
      return resource;
    }
    // Read for what is known of its resources; evaluation reads it again for the values.
    template(template.get(), resource.at()).ifPresent(read -> body(read, template.get(), id + '/', depth + 1));
    String folder = Root.parent(file);
    String local = !folder.isEmpty() && template.get().startsWith(folder + '/')
        ? template.get().substring(folder.length() + 1)
        : template.get();
    Span at = properties.get("TemplateURL").map(Tree::at).orElse(properties.at());
    var changed = new LinkedHashMap<>(properties.entries());
    changed.put("TemplateURL", new Tree.Entry(properties.keyAt("TemplateURL"), Tree.Scalar.text(local, at)));
    var entries = new LinkedHashMap<>(resource.entries());
    entries.put("Properties", new Tree.Entry(resource.keyAt("Properties"), new Tree.Mapping(changed, properties.at())));
    return new Tree.Mapping(entries, resource.at());
  }
}
