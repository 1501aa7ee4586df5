package dev.slguard.code.javascript;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.source.Root;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the files that imports mean, as Node.js, TypeScript and bundlers do: relative paths with extension and index
 * files, {@code paths} and {@code baseUrl} of tsconfig.json, packages of the same repository, layers under {@code /opt}.
 */
final class ModuleResolver implements ImportResolver {
  private static final List<String> EXTENSIONS = List.of(".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx");

  private final Set<String> files;
  private final ProjectSettings settings;
  private final Map<String, Optional<String>> layers = new ConcurrentHashMap<>();

  ModuleResolver(Root root, Set<String> files) {
    this.files = files;
    this.settings = new ProjectSettings(root, files);
  }

  @Override
  public Target resolve(String specifier, String importer) {
    String name = specifier.startsWith("node:") ? specifier.substring(5) : specifier;
    Optional<String> file = isRelative(name)
        ? Root.resolve(importer, name).flatMap(this::file)
        : name.startsWith("/opt/")
            ? layers.computeIfAbsent(name.substring(5), this::inLayer)
            : configured(name, importer);
    return file.<Target>map(path -> new Target.Project(path, List.of()))
        .orElseGet(() -> new Target.Library(settings.named(name, importer)));
  }

  private static boolean isRelative(String specifier) {
    return specifier.startsWith("./") || specifier.startsWith("../") || specifier.equals(".") || specifier.equals("..");
  }

  private Optional<String> configured(String specifier, String importer) {
    for (String candidate : settings.candidates(specifier, importer)) {
      Optional<String> file = file(candidate);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  /** A layer's files lie anywhere in the repository; the path below the layer's folder must be unique. */
  private Optional<String> inLayer(String path) {
    var found = new TreeMap<String, Boolean>();
    for (String file : files) {
      int at = file.lastIndexOf('.');
      String stem = file.substring(0, at < 0 ? file.length() : at);
      if (ends(file, path) || ends(stem, path) || ends(stem, path + "/index")) {
        found.put(file, true);
      }
    }
    return found.size() == 1 ? Optional.of(found.firstKey()) : Optional.empty();
  }

  private static boolean ends(String file, String path) {
    return file.equals(path) || file.endsWith('/' + path);
  }

  /** The source that {@code path} means, if there is one. */
  private Optional<String> file(String path) {
    if (files.contains(path)) {
      return Optional.of(path);
    }
    Optional<String> source = compiled(path);
    if (source.isPresent()) {
      return source;
    }
    for (String extension : EXTENSIONS) {
      if (files.contains(path + extension)) {
        return Optional.of(path + extension);
      }
    }
    String folder = path.isEmpty() ? "" : path + '/';
    for (String extension : EXTENSIONS) {
      if (files.contains(folder + "index" + extension)) {
        return Optional.of(folder + "index" + extension);
      }
    }
    return Optional.empty();
  }

  /** The TypeScript source behind a name that has the extension of what it is compiled to. */
  private Optional<String> compiled(String path) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String stem = path.substring(0, dot);
    List<String> extensions = switch (path.substring(dot)) {
      case ".js" -> List.of(".ts", ".tsx", ".jsx");
      case ".jsx" -> List.of(".tsx");
      case ".mjs" -> List.of(".mts");
      case ".cjs" -> List.of(".cts");
      default -> List.of();
    };
    return extensions.stream().map(extension -> stem + extension).filter(files::contains).findFirst();
  }
}
