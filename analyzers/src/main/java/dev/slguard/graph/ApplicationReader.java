package dev.slguard.graph;

import dev.slguard.code.library.Models;
import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Discovery;
import dev.slguard.source.Root;
import dev.slguard.template.cloudformation.Siblings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Reads the files of a root into an {@link Application}. Thread-safe; holds no state between calls. */
public final class ApplicationReader {
  private ApplicationReader() {}

  /** Finds and reads all templates, services, assemblies and policies of {@code root}, but no code. */
  public static Application readTemplates(Root root, ReadOptions options, Progress progress) {
    return read(root, options, Optional.empty(), progress);
  }

  /**
   * Finds and reads all templates, services, assemblies and policies of {@code root}, and the code behind their functions.
   *
   * @param models what library calls do; loaded only if there is code to read
   */
  public static Application read(Root root, ReadOptions options, Models models, Progress progress) {
    return read(root, options, Optional.of(models), progress);
  }

  private static Application read(Root root, ReadOptions options, Optional<Models> models, Progress progress) {
    var lookingAround = new Diagnostics();
    Discovery.Found found = Discovery.find(root, options.paths(), options.useGitIgnore(), options.excluded(),
        path -> models.isPresent() && FrontEnds.of(path).isPresent(), lookingAround);
    List<FileResult> results = uncovered(files(root, options, found, progress));
    var deployments = new ArrayList<Deployment>();
    results.forEach(result -> deployments.addAll(result.deployments()));
    deployments.sort(ApplicationReader::order);
    CodeFacts code = models.map(loaded -> new CodeReader(root, options.threads()).read(deployments,
        new UndeployedSources(root, options.paths(), found.sources()), loaded)).orElse(CodeFacts.NONE);
    AccountFacts account = options.account().map(folder -> AccountFacts.read(folder, deployments, lookingAround))
        .orElse(AccountFacts.NONE);
    return join(results, lookingAround.toList(), deployments, code, account);
  }

  /** Every file read; those that ask for what another one gives are read again once that is known. */
  private static List<FileResult> files(Root root, ReadOptions options, Discovery.Found found, Progress progress) {
    var first = new FileReader(root, options.template(), Siblings.NONE);
    List<FileResult> results = Parallel.map(found.files(), options.threads(),
        path -> first.read(path, found.named().contains(path)), progress);
    if (results.stream().allMatch(result -> result.asks().isEmpty())) {
      return results;
    }
    Set<String> covered = covered(results);
    Siblings siblings = Siblings.of(giving(results, path -> !covered.contains(path)),
        giving(results, covered::contains));
    if (results.stream().noneMatch(result -> siblings.answer(result.asks()))) {
      return results;
    }
    var second = new FileReader(root, options.template(), siblings);
    return Parallel.map(results, options.threads(),
        result -> siblings.answer(result.asks())
            ? second.read(result.path(), found.named().contains(result.path()))
            : result,
        Progress.NONE);
  }

  private static List<Siblings.Member> giving(List<FileResult> results, Predicate<String> path) {
    return results.stream().filter(result -> path.test(result.path())).flatMap(result -> result.giving().stream())
        .toList();
  }

  private static Set<String> covered(List<FileResult> results) {
    Set<String> covered = new HashSet<>();
    results.forEach(result -> covered.addAll(result.covers()));
    return covered;
  }

  /** Without the files that are read through others; what is suppressed in them stays known. */
  private static List<FileResult> uncovered(List<FileResult> results) {
    Set<String> covered = covered(results);
    return covered.isEmpty()
        ? results
        : results.stream().filter(result -> !covered.contains(result.path()) || result.marked().isPresent())
            .map(result -> covered.contains(result.path()) ? result.covered() : result).toList();
  }

  private static Application join(List<FileResult> results, List<Diagnostic> lookingAround,
      List<Deployment> deployments, CodeFacts code, AccountFacts account) {
    var diagnostics = new TreeSet<>(lookingAround);
    var complete = new TreeMap<String, Boolean>();
    diagnostics.addAll(code.diagnostics());
    code.files().forEach(path -> complete.putIfAbsent(path, true));
    var marked = new ArrayList<>(code.marked());
    int skipped = 0;
    for (FileResult result : results) {
      diagnostics.addAll(result.diagnostics());
      result.marked().ifPresent(marked::add);
      switch (result.kind()) {
        case SKIPPED -> skipped++;
        case READ -> complete.merge(result.path(), !result.isIncomplete(), Boolean::logicalAnd);
      }
    }
    // Trouble in a file that another one includes, or with a link, counts against that file too.
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.level() == Diagnostic.Level.ERROR) {
        complete.put(diagnostic.at().file(), false);
      }
    }
    return new Application(deployments, List.copyOf(diagnostics), named(complete, true), named(complete, false), marked,
        code, account, skipped);
  }

  private static int order(Deployment a, Deployment b) {
    int order = a.file().compareTo(b.file());
    return order != 0 ? order : a.name().compareTo(b.name());
  }

  private static List<String> named(Map<String, Boolean> complete, boolean wanted) {
    var names = new ArrayList<String>();
    complete.forEach((path, whole) -> {
      if (whole == wanted) {
        names.add(path);
      }
    });
    return names;
  }
}
