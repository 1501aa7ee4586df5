package dev.slguard.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the files that may hold a template or a policy, and source files. What git ignores is left out, but for {@code cdk.out}, which
 * nearly every project ignores; so are installed packages, virtual environments and build output. Links are not followed:
 * what they name inside the root is found there, what lies outside is reported.
 */
public final class Discovery {
  private static final Set<String> SKIPPED = Set.of("node_modules", ".aws-sam", ".serverless", ".slguard", "vendor",
      ".git", ".hg", ".svn", ".venv", "venv", "site-packages", "__pycache__", ".tox", ".nox", ".terraform", ".gradle",
      ".mypy_cache", ".pytest_cache", "bower_components", ".idea", ".vscode", ".next", ".nuxt", ".yarn",
      "jspm_packages");
  private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json", "template");
  private static final String ASSEMBLY = "cdk.out";
  /** Folder depth beyond which nothing is looked at. */
  private static final int DEPTH = 60;

  /**
   * What was found.
   *
   * @param files paths relative to the root, sorted, each once
   * @param named those of them that the user named, which are read whatever their ending
   * @param sources paths of source files, sorted, each once
   */
  public record Found(List<String> files, Set<String> named, List<String> sources) {
    public Found {
      files = List.copyOf(files);
      named = Set.copyOf(named);
      sources = List.copyOf(sources);
    }
  }

  private final Root root;
  private final boolean useGitIgnore;
  private final List<Glob> excluded;
  private final Predicate<String> isSource;
  private final Diagnostics diagnostics;
  private final List<String> files = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  private Discovery(Root root, boolean useGitIgnore, List<Glob> excluded, Predicate<String> isSource,
      Diagnostics diagnostics) {
    this.root = root;
    this.useGitIgnore = useGitIgnore;
    this.excluded = excluded;
    this.isSource = isSource;
    this.diagnostics = diagnostics;
  }

  /**
   * Looks through {@code paths} (folders or files relative to {@code root}; {@code ""} is the root itself).
   *
   * @param useGitIgnore whether {@code .gitignore} files count
   * @param excluded patterns of paths to leave out
   * @param isSource whether a file of that path is a source
   */
  public static Found find(Root root, List<String> paths, boolean useGitIgnore, List<Glob> excluded,
      Predicate<String> isSource, Diagnostics diagnostics) {
    var discovery = new Discovery(root, useGitIgnore, excluded, isSource, diagnostics);
    var named = new TreeSet<String>();
    for (String path : paths) {
      if (root.isFile(path) && isSource.test(path) && !isServiceProgram(path.substring(path.lastIndexOf('/') + 1))) {
        discovery.sources.add(path);
      } else if (root.isFile(path)) {
        named.add(path);
      } else {
        discovery.folder(path, discovery.ignoresAbove(path), path.endsWith(ASSEMBLY) || path.contains(ASSEMBLY + "/"),
            0);
      }
    }
    var all = new TreeSet<>(discovery.files);
    all.addAll(named);
    return new Found(List.copyOf(all), named, List.copyOf(new TreeSet<>(discovery.sources)));
  }

  private List<GitIgnore> ignoresAbove(String path) {
    var ignores = new ArrayList<GitIgnore>();
    if (useGitIgnore && !path.isEmpty()) {
      int slash = -1;
      do {
        addIgnore(slash < 0 ? "" : path.substring(0, slash), ignores);
        slash = path.indexOf('/', slash + 1);
      } while (slash >= 0);
    }
    return ignores;
  }

  private void addIgnore(String folder, List<GitIgnore> ignores) {
    String path = join(folder, ".gitignore");
    if (root.isFile(path)) {
      root.read(path, Span.startOf(path), diagnostics)
          .ifPresent(file -> ignores.add(new GitIgnore(folder, file.text())));
    }
  }

  private void folder(String folder, List<GitIgnore> above, boolean inAssembly, int depth) {
    if (depth > DEPTH) {
      diagnostics.error(Span.startOf(folder),
          "folders are nested deeper than " + DEPTH + " levels; what lies below is not read");
      return;
    }
    var ignores = new ArrayList<>(above);
    if (useGitIgnore) {
      addIgnore(folder, ignores);
    }
    List<Path> children = children(folder);
    Set<String> names = new HashSet<>();
    children.forEach(child -> names.add(child.getFileName().toString()));
    for (Path child : children) {
      child(child, folder, names, ignores, inAssembly, depth);
    }
  }

  private void child(Path child, String folder, Set<String> siblings, List<GitIgnore> ignores, boolean inAssembly,
      int depth) {
    String name = child.getFileName().toString();
    String path = join(folder, name);
    if (excluded.stream().anyMatch(glob -> glob.matches(path))) {
      return;
    }
    if (Files.isSymbolicLink(child)) {
      link(child, path, name);
      return;
    }
    boolean isFolder = Files.isDirectory(child);
    boolean assembly = inAssembly || isFolder && name.equals(ASSEMBLY);
    if (!assembly && isIgnored(path, isFolder, ignores)) {
      return;
    }
    if (isFolder) {
      if (!SKIPPED.contains(name) && !isBuildOutput(name, siblings) && !isEnvironment(child)
          && !(inAssembly && name.startsWith("asset."))) {
        folder(path, ignores, assembly, depth + 1);
      }
    } else if (ENDINGS.contains(ending(name)) || isServiceProgram(name)) {
      files.add(path);
    } else if (isSource.test(path)) {
      sources.add(path);
    }
  }

  private void link(Path link, String path, String name) {
    if (SKIPPED.contains(name) || root.isFile(path) || root.isFolder(path)) {
      return;
    }
    boolean wouldMatter = ENDINGS.contains(ending(name)) || Files.isDirectory(link);
    if (wouldMatter || !Files.exists(link)) {
      diagnostics.add(new Diagnostic(wouldMatter ? Diagnostic.Level.ERROR : Diagnostic.Level.NOTE, Span.startOf(path),
          "'" + Text.shown(path)
              + "' is a link that leads out of the scanned folder or to nothing; it is not followed"));
    }
  }

  private static boolean isIgnored(String path, boolean isFolder, List<GitIgnore> ignores) {
    for (int i = ignores.size() - 1; i >= 0; i--) {
      GitIgnore.Verdict verdict = ignores.get(i).verdict(path, isFolder);
      if (verdict != GitIgnore.Verdict.SILENT) {
        return verdict == GitIgnore.Verdict.IGNORED;
      }
    }
    return false;
  }

  /** A folder of the usual name is output only where the build that makes it stands beside it. */
  private static boolean isBuildOutput(String name, Set<String> siblings) {
    return switch (name) {
      case "target" ->
        siblings.contains("pom.xml") || siblings.contains("Cargo.toml") || siblings.contains("build.sbt");
      case "build" ->
        siblings.contains("build.gradle") || siblings.contains("build.gradle.kts") || siblings.contains("package.json");
      case "dist", "out" -> siblings.contains("package.json") || siblings.contains("tsconfig.json");
      case "bin", "obj" -> siblings.stream().anyMatch(sibling -> sibling.endsWith(".csproj"));
      default -> false;
    };
  }

  private static boolean isEnvironment(Path folder) {
    return Files.isRegularFile(folder.resolve("pyvenv.cfg"));
  }

  private List<Path> children(String folder) {
    Path path = root.folder().resolve(folder);
    try (Stream<Path> children = Files.list(path)) {
      return children.sorted().toList();
    } catch (IOException e) {
      diagnostics.error(Span.startOf(folder), "this folder cannot be read; it is skipped");
      return List.of();
    }
  }

  /** A service of the Serverless Framework may be written as a program. */
  private static boolean isServiceProgram(String name) {
    return name.startsWith("serverless.")
        && (name.endsWith(".ts") || name.endsWith(".js") || name.endsWith(".cjs") || name.endsWith(".mjs"));
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + '/' + name;
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
