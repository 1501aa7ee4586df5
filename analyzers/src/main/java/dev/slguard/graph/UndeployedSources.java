package dev.slguard.graph;

import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds sources that no template deploys and that may hold a handler, by what their text mentions (taint-model.md
 * section 1.1). Not thread-safe.
 */
final class UndeployedSources {
  /** With more sources than this only those that may hold a handler are read, not the ones they import. */
  private static final int MOST = 500;

  private final Root root;
  private final List<String> paths;
  private final Diagnostics diagnostics;
  private final Diagnostics walked = new Diagnostics();
  private final CodeFolders folders;

  /** Looks below {@code paths} of {@code root}, files or folders. */
  UndeployedSources(Root root, List<String> paths, Diagnostics diagnostics) {
    this.root = root;
    this.paths = paths;
    this.diagnostics = diagnostics;
    this.folders = new CodeFolders(root, walked);
  }

  /**
   * Sources of one language that are read as programs of their own.
   *
   * @param candidates those that may hold a handler
   * @param all these and the ones that they may import
   */
  record Found(Set<String> candidates, Set<String> all) {}

  /** Sources in the language of {@code frontEnd} that are not among {@code deployed}. */
  Found find(LanguageFrontEnd frontEnd, Set<String> deployed) {
    var all = new TreeSet<String>();
    for (String path : paths) {
      if (!path.isEmpty() && root.isFile(path)) {
        if (frontEnd.reads(path)) {
          all.add(path);
        }
      } else {
        all.addAll(folders.sources(path, frontEnd));
      }
    }
    all.removeAll(deployed);
    var candidates = new TreeSet<String>();
    for (String path : all) {
      root.read(path, Span.startOf(path), new Diagnostics()).filter(source -> mayHoldHandler(frontEnd, source))
          .ifPresent(_ -> candidates.add(path));
    }
    if (!walked.toList().isEmpty()) {
      diagnostics.note(Span.startOf(walked.toList().getFirst().at().file()),
          "not every source that no template deploys is looked at below this folder");
    }
    return new Found(candidates, candidates.isEmpty() || all.size() > MOST ? candidates : all);
  }

  private static boolean mayHoldHandler(LanguageFrontEnd frontEnd, SourceFile source) {
    for (List<String> words : mentions(frontEnd.language())) {
      if (words.stream().allMatch(source.text()::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Words that a source with a handler mentions: all of one of these. */
  private static List<List<String>> mentions(String language) {
    var mentions = new ArrayList<List<String>>();
    switch (language) {
      case "java" -> mentions.add(List.of("com.amazonaws.services.lambda.runtime"));
      case "python" -> {
        mentions.add(List.of("(event, context"));
        mentions.add(List.of("(event, _"));
        mentions.add(List.of("def lambda_handler"));
        mentions.add(List.of("Mangum("));
      }
      case "javascript" -> mentions.add(List.of("export", "handler"));
      default -> {
      }
    }
    return mentions;
  }
}
