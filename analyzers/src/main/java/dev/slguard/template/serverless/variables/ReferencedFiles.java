package dev.slguard.template.serverless.variables;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files that {@code ${file(…)}} reads, each read once. */
final class ReferencedFiles {

  /** What a file holds. */
  sealed interface Content {
    /** A document, its variables not resolved; or the text of a file of another kind. */
    record Known(Tree tree) implements Content {}

    /** There is no such file: the next source is asked. */
    record Missing() implements Content {}

    /** It may be there, but is not to be read; the reason in words. */
    record Unreadable(String why) implements Content {}
  }

  private final String folder;
  private final Root root;
  private final Diagnostics diagnostics;
  private final Map<String, Content> read = new HashMap<>();

  ReferencedFiles(String folder, Root root, Diagnostics diagnostics) {
    this.folder = folder;
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** The content of {@code reference}, as written in a variable at {@code asker}. */
  Content content(String reference, Span asker) {
    Optional<String> path = Root.resolveIn(folder, reference);
    if (path.isEmpty()) {
      return new Content.Unreadable("it lies outside the scanned folder");
    }
    Content known = read.get(path.get());
    if (known == null) {
      known = load(path.get(), asker);
      read.put(path.get(), known);
    }
    return known;
  }

  private Content load(String path, Span asker) {
    if (!root.isFile(path)) {
      return new Content.Missing();
    }
    String name = path.toLowerCase(Locale.ROOT);
    Optional<SourceFile> file = root.read(path, asker, diagnostics);
    if (file.isEmpty()) {
      return new Content.Unreadable("it cannot be read");
    }
    if (name.endsWith(".js") || name.endsWith(".cjs") || name.endsWith(".mjs") || name.endsWith(".ts")) {
      return Program.read(file.get(), folder, root, diagnostics).<Content>map(Content.Known::new)
          .orElseGet(() -> new Content.Unreadable("it is a program, which is not executed"));
    }
    if (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json") || name.endsWith(".tfstate")) {
      List<Tree> trees = Documents.read(file.get(), root.limits(), diagnostics);
      return trees.isEmpty() ? new Content.Unreadable("it cannot be read") : new Content.Known(trees.getFirst());
    }
    int end = file.get().text().length();
    return new Content.Known(Tree.Scalar.text(file.get().text(), file.get().span(0, end)));
  }
}
