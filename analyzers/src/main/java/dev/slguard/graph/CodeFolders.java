package dev.slguard.graph;

import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists the sources of functions' packages: their own ones, not those of libraries, builds or tests. Functions share folders:
 * each is walked once a language. Not thread-safe.
 */
final class CodeFolders {
  private static final Set<String> FOREIGN = Set.of("node_modules", "vendor", "dependencies", "site-packages",
      "__pycache__", ".venv", "venv", ".git", ".aws-sam", ".serverless", "cdk.out", "target", "build", "dist",
      "coverage", ".gradle", "bower_components", "__tests__", "__mocks__", "test", "tests", ".webpack", ".esbuild",
      ".next", ".yarn");
  private static final int DEPTH = 30;
  /** More sources than any package a function may have; a whole repository taken for one is cut. */
  static final int FILES = 20_000;

  private final Root root;
  private final Diagnostics diagnostics;
  private final Map<String, List<String>> known = new HashMap<>();

  /** Lists folders of {@code root}; what is cut is reported to {@code diagnostics}. */
  CodeFolders(Root root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** Paths of the sources in {@code folder} in the language of {@code frontEnd}, {@code handler} included; sorted. */
  List<String> sources(String folder, String handler, LanguageFrontEnd frontEnd) {
    var found = new TreeSet<>(known.computeIfAbsent(frontEnd.language() + ' ' + folder, _ -> walk(folder, frontEnd)));
    found.add(handler);
    return List.copyOf(found);
  }

  /** Paths of the sources in {@code folder} in the language of {@code frontEnd}; sorted. */
  List<String> sources(String folder, LanguageFrontEnd frontEnd) {
    return known.computeIfAbsent(frontEnd.language() + ' ' + folder, _ -> walk(folder, frontEnd));
  }

  private List<String> walk(String folder, LanguageFrontEnd frontEnd) {
    var found = new TreeSet<String>();
    add(folder, frontEnd, 0, found);
    if (found.size() >= FILES) {
      diagnostics.error(Span.startOf(folder),
          "this folder holds more than " + FILES + " sources; the others are not read");
    }
    return List.copyOf(found);
  }

  private void add(String folder, LanguageFrontEnd frontEnd, int depth, Set<String> found) {
    if (depth > DEPTH) {
      diagnostics.error(Span.startOf(folder),
          "folders are nested deeper than " + DEPTH + " levels; sources below are not read");
      return;
    }
    var folders = new ArrayList<String>();
    List<String> names = root.list(folder);
    for (String name : names) {
      String path = folder.isEmpty() ? name : folder + '/' + name;
      if (frontEnd.reads(name)) {
        if (found.size() < FILES && !isNoSource(name) && root.isFile(path)) {
          found.add(path);
        }
      } else if (isOwn(name, names)) {
        folders.add(path);
      }
    }
    for (String path : folders) {
      if (root.isFolder(path)) {
        add(path, frontEnd, depth + 1, found);
      }
    }
  }

  /** Whether a folder of this name beside {@code siblings} may hold what somebody wrote. */
  static boolean isOwn(String name, List<String> siblings) {
    return name.indexOf('.') <= 0 && !FOREIGN.contains(name) && !isInstalled(name, siblings);
  }

  /** A folder beside its own {@code .dist-info} was installed, not written. */
  private static boolean isInstalled(String name, List<String> siblings) {
    for (String sibling : siblings) {
      if (sibling.startsWith(name + '-') && (sibling.endsWith(".dist-info") || sibling.endsWith(".egg-info"))) {
        return true;
      }
    }
    return false;
  }

  static boolean isNoSource(String name) {
    return name.endsWith(".min.js") || name.endsWith(".bundle.js") || name.endsWith(".d.ts")
        || name.endsWith(".test.js") || name.endsWith(".test.ts") || name.endsWith(".spec.js")
        || name.endsWith(".spec.ts") || name.startsWith("test_") || name.endsWith("_test.py")
        || name.equals("conftest.py");
  }
}
