package dev.slguard.template.binding;

import dev.slguard.source.Root;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the file that a handler names. Lambda's own rule comes first (module path relative to the code's folder); where
 * that folder is made by a build, the source that the build reads is looked for.
 */
final class HandlerFiles {
  private static final int SEARCHED_ENTRIES = 3000;
  private static final int ENTRIES_OF_ALL_SEARCHES = 50_000;
  private static final int SEARCHED_DEPTH = 8;
  private static final int ANCESTORS = 3;
  private static final Set<String> SKIPPED = Set.of("node_modules", "__pycache__", "venv", "site-packages", "cdk.out");
  /** What ends so is no folder; asking the file system of every file costs more than all else in a search. */
  private static final Set<String> DOCUMENTS = Set.of(".yaml", ".yml", ".json", ".md", ".txt", ".xml", ".toml", ".png",
      ".svg");
  private static final List<String> BUILT = List.of("dist/", "build/", "lib/", "out/", "target/", "_build/");
  private static final List<String> SOURCES = List.of("src/", "lib/", "", "app/", "source/", "functions/");
  private static final List<String> JAVA_FOLDERS = List.of("src/main/java/", "", "src/", "app/src/main/java/",
      "lib/src/main/java/");
  /** Folder and ending of what runs on Java's machine beside Java. */
  private static final Map<String, String> OTHER_LANGUAGES = Map.of("kotlin", ".kt", "scala", ".scala", "groovy",
      ".groovy", "clojure", ".clj");
  /** Entry classes that belong to a framework: the code behind them is found by the framework's own rules. */
  private static final List<String> FRAMEWORKS = List.of("org.springframework.", "io.quarkus.", "io.micronaut.",
      "com.amazonaws.", "software.amazon.", "org.apache.", "io.helidon.", "com.datadoghq.", "io.opentelemetry.");

  private final Root root;
  /** Program files by name, for each folder that was searched. */
  private final Map<String, Map<String, List<String>>> below = new HashMap<>();
  private int budget = ENTRIES_OF_ALL_SEARCHES;

  HandlerFiles(Root root) {
    this.root = root;
  }

  /**
   * A handler with its file.
   *
   * @param file empty where the code is there but in no language that is analysed
   * @param symbol the handler within the file
   */
  record Handler(Optional<String> file, String symbol) {}

  /** The file of {@code handler} in the code folder {@code folder}; empty if there is none. */
  Optional<Handler> find(String folder, String handler, Language language, List<String> entryPoints) {
    return switch (language) {
      case PYTHON -> python(folder, handler);
      case NODE -> node(folder, handler, entryPoints);
      case JAVA -> java(folder, handler);
      case OTHER -> Optional.of(new Handler(Optional.empty(), handler));
      case ANY -> any(folder, handler, entryPoints);
    };
  }

  private Optional<Handler> any(String folder, String handler, List<String> entryPoints) {
    if (handler.contains("::")) {
      return java(folder, handler);
    }
    return python(folder, handler).or(() -> node(folder, handler, entryPoints)).or(() -> java(folder, handler));
  }

  /** {@code a/b.fn} and {@code a.b.fn} both name {@code fn} of the module {@code a/b}. */
  private Optional<Handler> python(String folder, String handler) {
    int dot = handler.lastIndexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    String symbol = handler.substring(dot + 1);
    String module = handler.substring(0, dot);
    String path = trimSlashes(module.replace('.', '/'));
    List<String> names = List.of(path + ".py", module + ".py", path + "/__init__.py");
    Optional<String> file = firstFile(folder, names);
    if (file.isEmpty()) {
      file = search(folder, names);
    }
    return file.map(found -> new Handler(Optional.of(found), symbol));
  }

  /** The module's path ends at the first dot of its last part; further dots lead into the exported object. */
  private Optional<Handler> node(String folder, String handler, List<String> entryPoints) {
    int slash = handler.lastIndexOf('/');
    int first = handler.indexOf('.', slash + 2);
    int last = handler.lastIndexOf('.');
    if (first < 1 || last <= slash) {
      return Optional.empty();
    }
    return nodeModule(folder, handler.substring(0, first), handler.substring(first + 1), entryPoints)
        .or(() -> first == last
            ? Optional.empty()
            : nodeModule(folder, handler.substring(0, last), handler.substring(last + 1), entryPoints));
  }

  private Optional<Handler> nodeModule(String folder, String module, String symbol, List<String> entryPoints) {
    String path = trimSlashes(module);
    Optional<String> file = firstFile(folder, nodeNames(path));
    if (file.isEmpty()) {
      file = entryPoint(folder, path, entryPoints);
    }
    if (file.isEmpty()) {
      file = unbuilt(folder, path);
    }
    if (file.isEmpty()) {
      file = search(folder, nodeNames(path));
    }
    return file.map(found -> new Handler(Optional.of(found), symbol));
  }

  private static List<String> nodeNames(String path) {
    var names = new ArrayList<String>();
    Language.NODE.extensions().forEach(extension -> names.add(path + extension));
    names.add(path + "/index.js");
    names.add(path + "/index.ts");
    return names;
  }

  /** esbuild's entry point that gives the bundle {@code path}. */
  private Optional<String> entryPoint(String folder, String path, List<String> entryPoints) {
    String wanted = path.substring(path.lastIndexOf('/') + 1);
    Optional<String> only = Optional.empty();
    for (String entry : entryPoints) {
      Optional<String> file = Root.resolveIn(folder, entry).filter(root::isFile);
      if (file.isPresent() && stem(entry).equals(wanted)) {
        return file;
      }
      only = entryPoints.size() == 1 ? file : only;
    }
    return only;
  }

  private static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** {@code dist/app} is made from {@code src/app} or {@code app}; a code folder {@code dist} from the one beside it. */
  private Optional<String> unbuilt(String folder, String path) {
    for (String built : BUILT) {
      if (path.startsWith(built)) {
        String rest = path.substring(built.length());
        for (String source : SOURCES) {
          Optional<String> file = firstFile(folder, nodeNames(source + rest));
          if (file.isPresent()) {
            return file;
          }
        }
        return rest.startsWith("src/") ? firstFile(folder, nodeNames(rest.substring(4))) : Optional.empty();
      }
    }
    for (String built : BUILT) {
      int at = (folder + '/').indexOf('/' + built);
      if (at >= 0 || (folder + '/').startsWith(built)) {
        String above = at < 0 ? "" : folder.substring(0, at);
        String below = (folder + '/').substring(at < 0 ? built.length() : at + 1 + built.length());
        for (String source : SOURCES) {
          Optional<String> file = firstFile(above, nodeNames(source + below + path));
          if (file.isPresent()) {
            return file;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@code com.acme.App::handle}: the source folder of the module, which may stand above a jar's or classes' folder. */
  private Optional<Handler> java(String folder, String handler) {
    int colons = handler.indexOf("::");
    String type = colons < 0 ? handler : handler.substring(0, colons);
    String symbol = colons < 0 ? handler + "::handleRequest" : handler;
    int nested = type.indexOf('$');
    String path = (nested < 0 ? type : type.substring(0, nested)).replace('.', '/');
    if (path.isEmpty() || path.contains("//")) {
      return Optional.empty();
    }
    String module = folder;
    for (int up = 0; up <= ANCESTORS; up++) {
      Optional<Handler> found = javaIn(module, path, symbol);
      if (found.isPresent()) {
        return found;
      }
      if (module.isEmpty()) {
        break;
      }
      module = Root.parent(module);
    }
    Optional<String> below = search(folder, List.of(path + ".java"));
    if (below.isPresent()) {
      return Optional.of(new Handler(below, symbol));
    }
    boolean framework = FRAMEWORKS.stream().anyMatch(type::startsWith);
    return framework ? Optional.of(new Handler(Optional.empty(), symbol)) : Optional.empty();
  }

  private Optional<Handler> javaIn(String module, String path, String symbol) {
    for (String folder : JAVA_FOLDERS) {
      Optional<String> file = firstFile(module, List.of(folder + path + ".java"));
      if (file.isPresent()) {
        return Optional.of(new Handler(file, symbol));
      }
    }
    if (Root.resolveIn(module, "src/main").filter(root::isFolder).isEmpty()) {
      return Optional.empty();
    }
    boolean other = OTHER_LANGUAGES.entrySet().stream().anyMatch(
        one -> firstFile(module, List.of("src/main/" + one.getKey() + '/' + path + one.getValue())).isPresent());
    return other ? Optional.of(new Handler(Optional.empty(), symbol)) : Optional.empty();
  }

  /** The first of {@code names} that is a file in {@code folder}. */
  Optional<String> firstFile(String folder, List<String> names) {
    for (String name : names) {
      Optional<String> path = Root.resolveIn(folder, name);
      if (path.isPresent() && root.isFile(path.get())) {
        return path;
      }
    }
    return Optional.empty();
  }

  /** The only file below {@code folder} whose path ends with one of {@code names}; empty if there are several. */
  private Optional<String> search(String folder, List<String> names) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<String>> known = below.get(folder);
    if (known == null) {
      known = filesBelow(folder);
      below.put(folder, known);
    }
    Optional<String> found = Optional.empty();
    for (String name : names) {
      for (String path : known.getOrDefault(name.substring(name.lastIndexOf('/') + 1), List.of())) {
        if (path.endsWith('/' + name) && root.isFile(path)) {
          if (found.isPresent() && !found.get().equals(path)) {
            return Optional.empty();
          }
          found = Optional.of(path);
        }
      }
    }
    return found;
  }

  /** The program files below {@code folder} by their name; none where there are more than are searched. */
  private Map<String, List<String>> filesBelow(String folder) {
    var files = new HashMap<String, List<String>>();
    var open = new ArrayDeque<Place>();
    open.add(new Place(folder, 0));
    int seen = 0;
    while (!open.isEmpty()) {
      Place place = open.removeFirst();
      for (String child : root.list(place.folder())) {
        if (++seen > SEARCHED_ENTRIES || --budget < 0) {
          return Map.of();
        }
        String path = place.folder() + '/' + child;
        if (Language.isAnalysed(child)) {
          files.computeIfAbsent(child, _ -> new ArrayList<>()).add(path);
        } else if (place.depth() < SEARCHED_DEPTH && !child.startsWith(".") && !SKIPPED.contains(child)
            && !DOCUMENTS.contains(ending(child)) && root.isFolder(path)) {
          open.add(new Place(path, place.depth() + 1));
        }
      }
    }
    return files;
  }

  private static String ending(String name) {
    return name.substring(Math.max(0, name.lastIndexOf('.')));
  }

  private record Place(String folder, int depth) {}

  private static String trimSlashes(String path) {
    int from = 0;
    while (from < path.length() && (path.charAt(from) == '/' || path.startsWith("./", from))) {
      from += path.charAt(from) == '/' ? 1 : 2;
    }
    return path.substring(from);
  }
}
