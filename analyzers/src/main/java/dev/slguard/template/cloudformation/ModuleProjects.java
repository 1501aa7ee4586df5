package dev.slguard.template.cloudformation;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The modules that are developed in the scanned root: projects of the CloudFormation CLI, a folder with
 * {@code .rpdk-config} (artifact_type MODULE, typeName) and {@code fragments/}.
 */
final class ModuleProjects {
  /** How many folders are looked at, those nearer to the root first. */
  private static final int FOLDERS = 1_000;
  private static final String CONFIGURATION = ".rpdk-config";

  private final Root root;
  private final Map<String, String> fragments = new LinkedHashMap<>();

  ModuleProjects(Root root) {
    this.root = root;
    var open = new ArrayDeque<String>();
    open.add("");
    for (int left = FOLDERS; left > 0 && !open.isEmpty(); left--) {
      String folder = open.removeFirst();
      List<String> names = root.list(folder);
      if (names.contains(CONFIGURATION)) {
        project(folder);
      }
      for (String name : names) {
        String path = joined(folder, name);
        if (!name.startsWith(".") && !name.equals("node_modules") && root.isFolder(path)) {
          open.add(path);
        }
      }
    }
  }

  /** The path of the fragment that defines {@code type}; of several projects the one nearest to the root. */
  Optional<String> fragment(String type) {
    return Optional.ofNullable(fragments.get(type));
  }

  private void project(String folder) {
    Optional<String> type = object(joined(folder, CONFIGURATION), root)
        .filter(config -> config.text("artifact_type").filter("MODULE"::equals).isPresent())
        .flatMap(config -> config.text("typeName"));
    String inside = joined(folder, "fragments");
    type.ifPresent(name -> root.list(inside).stream().filter(ModuleProjects::isDocument)
        .map(file -> joined(inside, file)).findFirst().ifPresent(file -> fragments.putIfAbsent(name, file)));
  }

  private static boolean isDocument(String name) {
    return name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".template");
  }

  private static Optional<Tree.Mapping> object(String path, Root root) {
    // A configuration of another tool, or a broken one, defines no module: the use of the module is reported.
    var ignored = new Diagnostics();
    Optional<SourceFile> file = root.read(path, Span.startOf(path), ignored);
    return file.flatMap(source -> Documents.read(source, root.limits(), ignored).stream().findFirst())
        .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast);
  }

  private static String joined(String folder, String name) {
    return folder.isEmpty() ? name : folder + '/' + name;
  }
}
