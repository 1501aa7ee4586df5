package dev.slguard.graph;

import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds sources that no template deploys and that may hold a handler, by what their text mentions. Not thread-safe. */
final class UndeployedSources {
  /** With more sources than this only those that may hold a handler are read, not the ones they import. */
  private static final int MOST = 500;

  private final Root root;
  private final Set<String> paths;
  private final List<String> sources;
  private final Map<String, Boolean> own = new HashMap<>();

  /**
   * Looks among {@code sources} of {@code root}.
   *
   * @param paths the files and folders that the user named
   */
  UndeployedSources(Root root, List<String> paths, List<String> sources) {
    this.root = root;
    this.paths = new HashSet<>(paths);
    this.sources = sources;
  }

  /**
   * Sources of one language that are read as programs of their own.
   *
   * @param candidates those that may hold a handler
   * @param all these and the ones that they may import
   */
  record Found(Set<String> candidates, Set<String> all) {}

  /** Sources in the language of {@code frontEnd} that are not among {@code deployed}. */
  Found find(LanguageFrontEnd frontEnd, Set<String> deployed, Diagnostics diagnostics) {
    var all = new TreeSet<String>();
    for (String path : sources) {
      if (frontEnd.reads(path) && !deployed.contains(path) && isOwn(path)) {
        if (all.size() == CodeFolders.FILES) {
          diagnostics.note(Span.startOf(path), "there are more than " + CodeFolders.FILES
              + " sources that no template deploys; this one and those after it are not looked at");
          break;
        }
        all.add(path);
      }
    }
    var candidates = new TreeSet<String>();
    for (String path : all) {
      root.read(path, Span.startOf(path), new Diagnostics()).filter(source -> frontEnd.mayHoldHandler(source.text()))
          .ifPresent(_ -> candidates.add(path));
    }
    return new Found(candidates, candidates.isEmpty() || all.size() > MOST ? candidates : all);
  }

  /** Whether a source was written for what is deployed: it is no test, not built and not installed; what the user named always is. */
  private boolean isOwn(String source) {
    return paths.contains(source)
        || !CodeFolders.isNoSource(source.substring(source.lastIndexOf('/') + 1)) && isOwnFolder(Root.parent(source));
  }

  private boolean isOwnFolder(String folder) {
    if (folder.isEmpty() || paths.contains(folder)) {
      return true;
    }
    Boolean known = own.get(folder);
    if (known == null) {
      String parent = Root.parent(folder);
      known = isOwnFolder(parent)
          && CodeFolders.isOwn(folder.substring(folder.lastIndexOf('/') + 1), root.list(parent));
      own.put(folder, known);
    }
    return known;
  }
}
