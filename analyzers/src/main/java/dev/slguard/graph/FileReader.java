package dev.slguard.graph;

import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.binding.Binder;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.cloudformation.SamConfig;
import dev.slguard.template.cloudformation.Siblings;
import dev.slguard.template.serverless.ServerlessFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one file of a root, whatever it turns out to be. Thread-safe. */
final class FileReader {
  private final Root root;
  private final TemplateOptions options;
  private final Siblings siblings;

  /**
   * A reader of files of {@code root}.
   *
   * @param siblings what stacks of the root give each other
   */
  FileReader(Root root, TemplateOptions options, Siblings siblings) {
    this.root = root;
    this.options = options;
    this.siblings = siblings;
  }

  /**
   * Reads the file {@code path}.
   *
   * @param named whether the user named it, so that it must be of some kind
   */
  FileResult read(String path, boolean named) {
    var diagnostics = new Diagnostics();
    Optional<SourceFile> source = root.read(path, Span.startOf(path), diagnostics);
    return source.isEmpty() ? FileResult.lost(path, diagnostics.toList()) : read(source.get(), named, diagnostics);
  }

  /** As {@link #read(String, boolean)}, with the text at hand; {@code diagnostics} are the file's own. */
  FileResult read(SourceFile source, boolean named, Diagnostics diagnostics) {
    String path = source.path();
    String text = source.text();
    if (text.indexOf('\0') >= 0) {
      diagnostics.error(Span.startOf(path), "this is a binary file; it is not read");
      return FileResult.lost(path, diagnostics.toList());
    }
    if (!named && !Marks.maybe(text) && !ServerlessFormat.isProgram(path)) {
      return FileResult.skipped(path);
    }
    Optional<Formats.Recognised> found = Formats.first(path, Lowering.mappings(source, root, diagnostics), diagnostics);
    return found.isPresent()
        ? lower(source, found.get().document(), found.get().format(), diagnostics)
        : unrecognised(path, named, text, diagnostics);
  }

  private FileResult lower(SourceFile source, Tree.Mapping document, TemplateFormat format, Diagnostics diagnostics) {
    var deployments = new ArrayList<Deployment>();
    var giving = new ArrayList<Siblings.Member>();
    Set<String> asks = new TreeSet<>();
    Set<String> covers = new TreeSet<>(format.covers(source.path(), document, root));
    TemplateOptions applied = SamConfig.applied(options, source.path(), root, diagnostics);
    for (Expansion expansion : format.expand(source.path(), document, root, applied, diagnostics)) {
      if (expansion.format() == Deployment.Format.SERVERLESS) {
        files(expansion.body(), covers);
      }
      Evaluated evaluated = Evaluator.evaluate(expansion, root, applied, Formats.NESTED, siblings, diagnostics);
      deployments.add(new Binder().bind(evaluated, List.of(new Binder.Read(source, document)), root, diagnostics));
      asks.addAll(evaluated.asks());
      var member = new Siblings.Member(evaluated, applied);
      if (member.gives()) {
        giving.add(member);
      }
    }
    covers.remove(source.path());
    String text = source.text();
    return new FileResult(source.path(), FileResult.Kind.READ, deployments, diagnostics.toList(), List.copyOf(covers),
        giving, asks, text.contains("slguard") ? Optional.of(source) : Optional.empty());
  }

  /** The files that {@code tree} was written in: a service takes parts of itself from others, which are no templates of their own. */
  private static void files(Tree tree, Set<String> files) {
    files.add(tree.at().file());
    switch (tree) {
      case Tree.Mapping mapping -> mapping.entries().values().forEach(entry -> files(entry.value(), files));
      case Tree.Sequence(var items, _) -> items.forEach(item -> files(item, files));
      case Tree.Scalar _ -> {
      }
    }
  }

  private static FileResult unrecognised(String path, boolean named, String text, Diagnostics diagnostics) {
    boolean broken = diagnostics.toList().stream().anyMatch(d -> d.level() == Diagnostic.Level.ERROR);
    // Not every program of that name is a service; one that names its parts, or exports what it computes, is.
    boolean service = ServerlessFormat.isProgram(path) && (Marks.maybe(text) || text.contains("module.exports =")
        || text.contains("export default") || text.contains("export ="));
    if (broken && (named || Marks.certain(text) || service)) {
      return FileResult.lost(path, diagnostics.toList());
    }
    if (named) {
      diagnostics.error(Span.startOf(path),
          "this is no template, service, assembly or policy that slguard knows; nothing in it is checked");
      return FileResult.lost(path, diagnostics.toList());
    }
    return FileResult.skipped(path);
  }
}
