package dev.slguard.template.cdk;

import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a stack's metadata says of its constructs. Keys are construct paths, since a nested stack and its parent may both
 * have one logical id: the template of a path is that of the nearest {@code aws:cdk:templateFile} above it.
 */
final class Constructs {
  private static final String HANDLER = "aws:cdk:is-custom-resource-handler";

  private final String folder;
  private final String template;
  private final Map<String, String> templates = new HashMap<>();
  private final Map<String, List<String>> frames = new HashMap<>();
  private final Set<String> handlers = new HashSet<>();
  private final Map<String, List<String>> pathsById = new HashMap<>();
  private final FrameworkConstructs own;

  Constructs(AssemblyStack stack) {
    this.folder = stack.folder();
    this.template = stack.templateFile();
    var ids = new TreeMap<String, String>();
    stack.metadata().entries().forEach((path, entry) -> {
      if (entry.value() instanceof Tree.Sequence(var items, _)) {
        items.forEach(item -> read(path, item, ids));
      }
    });
    this.own = new FrameworkConstructs(handlers, ids.keySet());
    ids.forEach((path, id) -> pathsById.computeIfAbsent(id, _ -> new ArrayList<>()).add(path));
  }

  private void read(String path, Tree item, Map<String, String> ids) {
    if (!(item instanceof Tree.Mapping entry)) {
      return;
    }
    String type = entry.text("type").orElse("");
    switch (type) {
      case "aws:cdk:logicalId" -> {
        entry.text("data").ifPresent(id -> ids.put(path, id));
        // Version 2.150 and older keep the trace here, and only with --debug.
        entry.get("trace").ifPresent(trace -> frames.putIfAbsent(path, texts(trace)));
      }
      case "aws:cdk:creationStack" -> entry.get("data").ifPresent(data -> frames.put(path, texts(data)));
      case "aws:cdk:templateFile" ->
        entry.text("data").flatMap(name -> Root.resolveIn(folder, name)).ifPresent(file -> templates.put(path, file));
      default -> {
        if (type.startsWith(HANDLER)) {
          handlers.add(path);
        }
      }
    }
  }

  private static List<String> texts(Tree tree) {
    var texts = new ArrayList<String>();
    if (tree instanceof Tree.Sequence(var items, _)) {
      for (Tree item : items) {
        if (item instanceof Tree.Scalar(String text, _, _)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private String templateOf(String path) {
    for (String above = path; !above.isEmpty(); above = Root.parent(above)) {
      String file = templates.get(above);
      if (file != null) {
        return file;
      }
    }
    return template;
  }

  /**
   * Says that the nested stack whose resource has the path {@code path} deploys {@code templateFile}. Version 2.150 and older
   * do not write it into the metadata: constructs of the stack {@code X} stand below {@code X}, its resource below
   * {@code X.NestedStack}.
   */
  void nest(String path, String templateFile) {
    String holder = Root.parent(path);
    if (holder.endsWith(".NestedStack")) {
      templates.putIfAbsent(holder.substring(0, holder.length() - ".NestedStack".length()), templateFile);
    }
  }

  /** The path of the construct behind the resource {@code id} of {@code templateFile}. */
  Optional<String> path(String templateFile, String id, Tree.Mapping resource) {
    List<String> candidates = pathsById.get(id);
    if (candidates != null) {
      for (String candidate : candidates) {
        if (templateOf(candidate).equals(templateFile)) {
          return Optional.of(candidate);
        }
      }
    }
    return resource.mapping("Metadata").flatMap(metadata -> metadata.text("aws:cdk:path"))
        .map(path -> path.startsWith("/") ? path : '/' + path);
  }

  /** The frames of the program that made the construct, or else the nearest one above it; each list from the inside. */
  List<List<String>> traces(String path) {
    var traces = new ArrayList<List<String>>();
    for (String above = path; !above.isEmpty(); above = Root.parent(above)) {
      for (String key : List.of(above, above + "/Resource", above + "/Default")) {
        List<String> found = frames.get(key);
        if (found != null) {
          traces.add(found);
        }
      }
    }
    return traces;
  }

  /** Whether the construct is one that CDK adds to serve its own custom resources. */
  boolean isHelper(String path) {
    return own.contains(path);
  }
}
