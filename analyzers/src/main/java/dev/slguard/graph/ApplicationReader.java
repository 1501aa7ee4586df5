package dev.slguard.graph;

import dev.slguard.code.library.Libraries;
import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Discovery;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateFormat;
import dev.slguard.template.binding.Binder;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.policy.PolicyFormat;
import dev.slguard.template.sam.SamFormat;
import dev.slguard.template.serverless.ServerlessFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the files of a root into an {@link Application}. Thread-safe; holds no state between calls. */
public final class ApplicationReader {
  /** The formats, the narrower ones first: the first that recognises a document reads it. */
  private static final List<TemplateFormat> FORMATS = List.of(new ServerlessFormat(), new SamFormat(),
      new CloudFormationFormat(), new PolicyFormat());

  private final Root root;
  private final ReadOptions options;

  private ApplicationReader(Root root, ReadOptions options) {
    this.root = root;
    this.options = options;
  }

  /** Finds and reads all templates, services, assemblies and policies of {@code root}, but no code. */
  public static Application readTemplates(Root root, ReadOptions options, Progress progress) {
    return read(root, options, Optional.empty(), progress);
  }

  /**
   * Finds and reads all templates, services, assemblies and policies of {@code root}, and the code behind their functions.
   *
   * @param models what library calls do; loaded only if there is code to read
   */
  public static Application read(Root root, ReadOptions options, Supplier<Libraries> models, Progress progress) {
    return read(root, options, Optional.of(models), progress);
  }

  private static Application read(Root root, ReadOptions options, Optional<Supplier<Libraries>> models,
      Progress progress) {
    var reader = new ApplicationReader(root, options);
    var lookingAround = new Diagnostics();
    Discovery.Found found = Discovery.find(root, options.paths(), options.useGitIgnore(), options.excluded(),
        lookingAround);
    List<FileResult> results = Parallel.map(found.files(), options.threads(),
        path -> reader.file(path, found.named().contains(path)), progress);
    var deployments = new ArrayList<Deployment>();
    results.forEach(result -> deployments.addAll(result.deployments()));
    deployments.sort(Comparator.comparing(Deployment::file).thenComparing(Deployment::name));
    CodeFacts code = models.map(loaded -> new CodeReader(root, options.threads()).read(deployments, loaded))
        .orElse(CodeFacts.NONE);
    return join(results, lookingAround.toList(), deployments, code);
  }

  private FileResult file(String path, boolean named) {
    var diagnostics = new Diagnostics();
    Optional<SourceFile> source = root.read(path, Span.startOf(path), diagnostics);
    if (source.isEmpty()) {
      return new FileResult(path, FileResult.Kind.READ, List.of(), diagnostics.toList(), Optional.empty());
    }
    String text = source.get().text();
    if (text.indexOf('\0') >= 0) {
      diagnostics.error(Span.startOf(path), "this is a binary file; it is not read");
      return new FileResult(path, FileResult.Kind.READ, List.of(), diagnostics.toList(), Optional.empty());
    }
    if (!named && !Marks.maybe(text)) {
      return FileResult.skipped(path);
    }
    List<Tree> documents = Documents.read(source.get(), root.limits(), diagnostics);
    for (Tree document : documents) {
      if (document instanceof Tree.Mapping mapping) {
        for (TemplateFormat format : FORMATS) {
          if (format.recognises(path, mapping)) {
            return new FileResult(path, FileResult.Kind.READ, lower(path, mapping, format, diagnostics),
                diagnostics.toList(), marked(source.get()));
          }
        }
      }
    }
    return unrecognised(path, named, text, diagnostics);
  }

  private static Optional<SourceFile> marked(SourceFile source) {
    return source.text().contains("slguard") ? Optional.of(source) : Optional.empty();
  }

  private static FileResult unrecognised(String path, boolean named, String text, Diagnostics diagnostics) {
    boolean broken = diagnostics.toList().stream().anyMatch(d -> d.level() == Diagnostic.Level.ERROR);
    if (broken && (named || Marks.certain(text))) {
      return new FileResult(path, FileResult.Kind.READ, List.of(), diagnostics.toList(), Optional.empty());
    }
    if (named) {
      diagnostics.error(Span.startOf(path),
          "this is no template, service, assembly or policy that slguard knows; nothing in it is checked");
      return new FileResult(path, FileResult.Kind.READ, List.of(), diagnostics.toList(), Optional.empty());
    }
    return FileResult.skipped(path);
  }

  private List<Deployment> lower(String path, Tree.Mapping document, TemplateFormat format, Diagnostics diagnostics) {
    var deployments = new ArrayList<Deployment>();
    for (Expansion expansion : format.expand(path, document, root, options.template(), diagnostics)) {
      Evaluated evaluated = Evaluator.evaluate(expansion, root, options.template(), diagnostics);
      deployments.add(new Binder().bind(evaluated, root, diagnostics));
    }
    return deployments;
  }

  private static Application join(List<FileResult> results, List<Diagnostic> lookingAround,
      List<Deployment> deployments, CodeFacts code) {
    var diagnostics = new TreeSet<>(lookingAround);
    var complete = new TreeMap<String, Boolean>();
    diagnostics.addAll(code.diagnostics());
    for (String path : code.files()) {
      int inline = path.indexOf('#');
      complete.putIfAbsent(inline < 0 ? path : path.substring(0, inline), true);
    }
    var marked = new ArrayList<>(code.marked());
    int skipped = 0;
    for (FileResult result : results) {
      diagnostics.addAll(result.diagnostics());
      result.marked().ifPresent(marked::add);
      switch (result.kind()) {
        case SKIPPED -> skipped++;
        case READ -> complete.merge(result.path(), !result.isIncomplete(), Boolean::logicalAnd);
        case COVERED -> {
        }
      }
    }
    // Trouble in a file that another one includes, or with a link, counts against that file too.
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.level() == Diagnostic.Level.ERROR) {
        complete.put(diagnostic.at().file(), false);
      }
    }
    return new Application(deployments, List.copyOf(diagnostics), named(complete, true), named(complete, false), marked,
        code, skipped);
  }

  private static List<String> named(Map<String, Boolean> complete, boolean wanted) {
    return complete.entrySet().stream().filter(entry -> entry.getValue() == wanted).map(Map.Entry::getKey).toList();
  }
}
