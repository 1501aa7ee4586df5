package dev.slguard.code.python;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.source.Root;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Finds the modules of the project that imports mean.
 *
 * <p>What Lambda puts on the path is the folder of the function's code and {@code python/} of its layers. Which folder
 * that is follows from the importing file: the nearest one around it that is no package, then those further out, then
 * its own (a handler's folder often holds a needless {@code __init__.py}), then folders called {@code python}, at last
 * a place that only one file of the project fits. A module of the standard library is sought in the first only.
 */
final class PythonImports implements ImportResolver {
  private static final String LAYER = "python";

  private final Set<String> files;
  /** Places of modules without their suffix, by their last part. */
  private final Map<String, Set<String>> modules = new HashMap<>();
  private final Set<String> folders = new HashSet<>();

  PythonImports(SortedSet<String> files) {
    this.files = Set.copyOf(files);
    for (String file : files) {
      String place = ModulePath.folderOrFile(file);
      modules.computeIfAbsent(place.substring(place.lastIndexOf('/') + 1), key -> new HashSet<>()).add(place);
      for (String folder = Root.parent(file); !folder.isEmpty() && folders.add(folder);) {
        folder = Root.parent(folder);
      }
    }
  }

  @Override
  public Target resolve(String specifier, String importer) {
    int dots = 0;
    while (dots < specifier.length() && specifier.charAt(dots) == '.') {
      dots++;
    }
    String rest = specifier.substring(dots);
    if (dots > 0) {
      return relative(dots, rest, importer).orElseGet(() -> new Target.Library(specifier));
    }
    return rest.isEmpty()
        ? new Target.Library(specifier)
        : absolute(rest, importer).orElseGet(() -> new Target.Library(specifier));
  }

  private Optional<Target> relative(int dots, String rest, String importer) {
    String folder = Root.parent(importer);
    for (int i = 1; i < dots; i++) {
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      folder = Root.parent(folder);
    }
    List<String> parts = parts(rest);
    Optional<Target> target = found(folder, parts);
    return target.isPresent() ? target : ofPackage(folder, parts);
  }

  private Optional<Target> absolute(String name, String importer) {
    List<String> parts = parts(name);
    String own = Root.parent(importer);
    String outside = own;
    while (isPackage(outside)) {
      outside = Root.parent(outside);
    }
    boolean standard = StandardLibrary.holds(parts.getFirst());
    String folder = outside;
    Optional<Target> target = found(folder, parts);
    while (target.isEmpty() && !standard && !folder.isEmpty()) {
      folder = Root.parent(folder);
      target = found(folder, parts);
    }
    if (target.isPresent() || standard) {
      return target;
    }
    for (folder = own; !folder.equals(outside); folder = Root.parent(folder)) {
      target = found(folder, parts);
      if (target.isPresent()) {
        return target;
      }
    }
    return elsewhere(parts);
  }

  private boolean isPackage(String folder) {
    return !folder.isEmpty() && files.contains(folder + "/__init__.py");
  }

  private static List<String> parts(String name) {
    return name.isEmpty() ? List.of() : Arrays.asList(name.split("\\.", -1));
  }

  /** The module that the longest part of {@code parts} names in {@code folder}; the rest are its members. */
  private Optional<Target> found(String folder, List<String> parts) {
    for (int length = parts.size(); length > 0; length--) {
      String place = ModulePath.join(folder, String.join("/", parts.subList(0, length)));
      List<String> members = parts.subList(length, parts.size());
      if (files.contains(place + "/__init__.py")) {
        return Optional.of(new Target.Project(place + "/__init__.py", members));
      }
      if (files.contains(place + ".py")) {
        return Optional.of(new Target.Project(place + ".py", members));
      }
    }
    return Optional.empty();
  }

  /** The package {@code folder} itself. */
  private Optional<Target> ofPackage(String folder, List<String> members) {
    String file = ModulePath.join(folder, "__init__.py");
    return files.contains(file) ? Optional.of(new Target.Project(file, members)) : Optional.empty();
  }

  /** A layer's module, or the only one in the project that fits. */
  private Optional<Target> elsewhere(List<String> parts) {
    for (int length = parts.size(); length > 0; length--) {
      String wanted = String.join("/", parts.subList(0, length));
      String suffix = '/' + wanted;
      Set<String> places = modules.getOrDefault(parts.get(length - 1), Set.of());
      List<String> fitting = places.stream().filter(place -> place.endsWith(suffix) || place.equals(wanted)).sorted()
          .toList();
      List<String> layers = fitting.stream().filter(place -> isLayer(place, suffix)).toList();
      if (!layers.isEmpty() || fitting.size() == 1 && length > 1) {
        String place = layers.isEmpty() ? fitting.getFirst() : layers.getFirst();
        List<String> members = parts.subList(length, parts.size());
        return found("", List.of(place.split("/"))).map(target -> withMembers(target, members));
      }
    }
    return Optional.empty();
  }

  private static boolean isLayer(String place, String suffix) {
    if (!place.endsWith(suffix)) {
      return false;
    }
    String folder = place.substring(0, place.length() - suffix.length());
    return folder.equals(LAYER) || folder.endsWith('/' + LAYER) || folder.endsWith("/site-packages");
  }

  private static Target withMembers(Target target, List<String> members) {
    return switch (target) {
      case Target.Project(String path, _) -> new Target.Project(path, members);
      case Target.Library library -> library;
    };
  }
}
