package dev.slguard.template.cdk;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an asset was made from. A bundle names its sources in a source map or in esbuild's comments, its entry last; any
 * other asset is a copy of a folder, found again by the content of the handler's file.
 */
final class AssetSource {
  /** How many files and folders of the root are looked at to find a copied folder. */
  private static final int LOOKED_AT = 50_000;

  /** CDK's own file around the {@code index.js} that an author gives to {@code CustomResourceProvider}. */
  private static final String PROVIDER_HANDLER = "__entrypoint__.handler";

  private static final List<String> ENDINGS = List.of(".js", ".mjs", ".cjs", ".ts", ".py", ".rb");
  private static final Set<String> PASSED_OVER = Set.of("node_modules", ".git", ".venv", "venv", "__pycache__",
      "target", "dist", "build");

  private final Root root;
  private final String assembly;
  private final List<String> bases;
  private final Map<String, List<String>> filesByName = new HashMap<>();
  private boolean indexed;

  /** Sources for the assembly in {@code folder}. */
  AssetSource(String folder, Root root) {
    this.root = root;
    this.assembly = folder;
    var all = new ArrayList<String>();
    for (String base = Root.parent(folder);; base = Root.parent(base)) {
      all.add(base);
      if (base.isEmpty()) {
        break;
      }
    }
    this.bases = List.copyOf(all);
  }

  /**
   * The folder, or the very file, that {@code asset} was made from; the asset itself if that cannot be told.
   *
   * @param handler of the function; empty for an image or a layer
   */
  String of(String asset, String handler) {
    if (handler.equals(PROVIDER_HANDLER) && root.isFile(asset + "/index.js")) {
      String source = of(asset, "index.handler");
      return root.isFile(source) ? source : source.isEmpty() ? "index.js" : source + "/index.js";
    }
    int dot = handler.lastIndexOf('.');
    String module = dot > 0 ? handler.substring(0, dot) : handler;
    for (String ending : module.isEmpty() ? List.<String>of() : ENDINGS) {
      String file = asset + '/' + module + ending;
      if (root.isFile(file)) {
        Optional<String> text = read(file);
        String symbol = dot > 0 ? handler.substring(dot + 1) : "";
        Optional<String> source = ending.endsWith("js")
            ? text.flatMap(content -> entry(mapped(file, content), symbol).or(() -> entry(commented(content), symbol)))
            : Optional.empty();
        return source.or(() -> text.flatMap(content -> copied(module + ending, content))).orElse(asset);
      }
    }
    return root.isFile(asset + "/Dockerfile")
        ? read(asset + "/Dockerfile").flatMap(content -> copied("Dockerfile", content)).orElse(asset)
        : asset;
  }

  private Optional<String> read(String path) {
    return root.read(path, Span.startOf(path), new Diagnostics()).map(SourceFile::text);
  }

  /** The source that exports {@code symbol}, the last one that does; else the last of all. */
  private Optional<String> entry(List<String> sources, String symbol) {
    for (String source : sources.reversed()) {
      Optional<String> text = read(source);
      if (text.filter(content -> content.contains("export") && content.contains(symbol)).isPresent()) {
        return Optional.of(source);
      }
    }
    return sources.isEmpty() ? Optional.empty() : Optional.of(sources.getLast());
  }

  /** The sources in the file's source map that are files of the root. */
  private List<String> mapped(String file, String content) {
    if (!content.contains("//# sourceMappingURL=") || !root.isFile(file + ".map")) {
      return List.of();
    }
    Optional<SourceFile> map = root.read(file + ".map", Span.startOf(file), new Diagnostics());
    Optional<Tree> sources = map
        .flatMap(source -> Documents.read(source, root.limits(), new Diagnostics()).stream().findFirst())
        .filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast)
        .flatMap(mapping -> mapping.get("sources"));
    var found = new ArrayList<String>();
    if (sources.isPresent() && sources.get() instanceof Tree.Sequence(var items, _)) {
      for (Tree item : items) {
        if (item instanceof Tree.Scalar(String path, _, _) && !path.contains("node_modules/")) {
          Root.resolve(file, path).filter(root::isFile).or(() -> known(path)).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** The files of the root that esbuild names in comment lines: {@code // lib/src/orders.ts}. */
  private List<String> commented(String content) {
    var found = new ArrayList<String>();
    int start = 0;
    while (start < content.length()) {
      int end = content.indexOf('\n', start);
      int stop = end < 0 ? content.length() : end;
      if (content.startsWith("// ", start) && stop - start < 400) {
        String path = content.substring(start + 3, stop).strip();
        if (!path.contains("node_modules/") && path.indexOf(' ') < 0 && path.indexOf('.') > 0) {
          known(path).ifPresent(found::add);
        }
      }
      start = stop + 1;
    }
    return found;
  }

  /**
   * {@code path} as a file below one of the folders above the assembly. Bundlers name files from the folder of the lock
   * file, which in a repository of many packages may lie above the root: leading folders are dropped until a file is found.
   */
  private Optional<String> known(String path) {
    for (String rest = path; rest.indexOf('/') > 0; rest = rest.substring(rest.indexOf('/') + 1)) {
      for (String base : bases) {
        Optional<String> candidate = Root.resolveIn(base, rest).filter(root::isFile);
        if (candidate.isPresent()) {
          return candidate;
        }
      }
    }
    return path.indexOf('/') < 0
        ? bases.stream().flatMap(base -> Root.resolveIn(base, path).stream()).filter(root::isFile).findFirst()
        : Optional.empty();
  }

  /** The folder of the root that holds a file {@code name} of the same content. */
  private Optional<String> copied(String name, String content) {
    index();
    String simple = name.substring(name.lastIndexOf('/') + 1);
    List<String> candidates = filesByName.get(simple);
    if (candidates == null) {
      return Optional.empty();
    }
    for (String candidate : candidates) {
      boolean fits = candidate.equals(name) || candidate.endsWith('/' + name);
      if (fits && read(candidate).filter(content::equals).isPresent()) {
        return Optional.of(
            candidate.length() == name.length() ? "" : candidate.substring(0, candidate.length() - name.length() - 1));
      }
    }
    return Optional.empty();
  }

  private void index() {
    if (indexed) {
      return;
    }
    indexed = true;
    var folders = new ArrayDeque<String>();
    folders.add("");
    int seen = 0;
    while (!folders.isEmpty() && seen < LOOKED_AT) {
      String folder = folders.poll();
      for (String name : root.list(folder)) {
        seen++;
        String path = folder.isEmpty() ? name : folder + '/' + name;
        if (root.isFile(path)) {
          filesByName.computeIfAbsent(name, _ -> new ArrayList<>()).add(path);
        } else if (!PASSED_OVER.contains(name) && !name.startsWith("asset.") && !path.equals(assembly)
            && !name.startsWith("cdk.out")) {
          folders.add(path);
        }
      }
    }
  }
}
