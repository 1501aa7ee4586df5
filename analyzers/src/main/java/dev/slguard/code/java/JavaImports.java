package dev.slguard.code.java;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.source.Root;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Finds the file that declares a type by the name of the type: {@code com.acme.Orders} stands in
 * {@code …/com/acme/Orders.java}. A specifier that begins with {@code =} names a type of the importing file; several
 * candidates are separated by {@code |}, the first one that is in the project counts, else the last one.
 */
final class JavaImports implements ImportResolver {
  private final Map<String, List<String>> pathsByName = new HashMap<>();

  JavaImports(SortedSet<String> files) {
    for (String path : files) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      pathsByName.computeIfAbsent(name, key -> new ArrayList<>()).add(path);
    }
  }

  @Override
  public Target resolve(String specifier, String importer) {
    if (specifier.startsWith("=")) {
      return new Target.Project(importer, List.of(specifier.substring(1).split("\\.")));
    }
    String[] candidates = specifier.split("\\|");
    for (String candidate : candidates) {
      Optional<Target> found = inProject(candidate, importer);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new Target.Library(candidates[candidates.length - 1]);
  }

  private Optional<Target> inProject(String type, String importer) {
    List<String> parts = Arrays.asList(type.split("\\."));
    for (int i = 0; i < parts.size(); i++) {
      List<String> paths = pathsByName.getOrDefault(parts.get(i) + ".java", List.of());
      if (!paths.isEmpty()) {
        String end = String.join("/", parts.subList(0, i + 1)) + ".java";
        Optional<String> best = nearest(paths, end, importer, i == 0);
        if (best.isPresent()) {
          return Optional.of(new Target.Project(best.get(), parts.subList(i, parts.size())));
        }
      }
    }
    return Optional.empty();
  }

  /** Of several files that declare the type (modules of one build), the one closest to the importer. */
  private static Optional<String> nearest(List<String> paths, String end, String importer, boolean withoutPackage) {
    String best = "";
    int bestShared = -1;
    for (String path : paths) {
      boolean matches = withoutPackage
          ? Root.parent(path).equals(Root.parent(importer))
          : path.equals(end) || path.endsWith('/' + end);
      int shared = shared(path, importer);
      if (matches && shared > bestShared) {
        best = path;
        bestShared = shared;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private static int shared(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }
}
