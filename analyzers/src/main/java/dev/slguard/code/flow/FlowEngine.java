package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.Flow;
import dev.slguard.code.Use;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Libraries;
import dev.slguard.code.library.Library;
import dev.slguard.code.library.Runner;
import dev.slguard.source.Diagnostics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Follows labelled values from entry points to sinks, across functions and files. What it finds does not depend on the
 * order of its input.
 */
public final class FlowEngine {
  private final Libraries libraries;

  /** An engine that knows {@code libraries}. Thread-safe: an analysis a call. */
  public FlowEngine(Libraries libraries) {
    this.libraries = libraries;
  }

  /**
   * What was found, sorted.
   *
   * @param unresolved entry points whose handler was not found in the modules
   */
  public record Result(List<Flow> flows, List<Use> uses, List<EntryPoint> unresolved) {
    public Result {
      flows = List.copyOf(flows);
      uses = List.copyOf(uses);
      unresolved = List.copyOf(unresolved);
    }
  }

  /**
   * Analyses one program: all modules that may import one another.
   *
   * @param resolvers by language
   */
  public Result analyse(List<SourceModule> modules, Map<String, ImportResolver> resolvers, List<EntryPoint> entries,
      Diagnostics diagnostics) {
    return follow(analysis(modules, resolvers, diagnostics), entries);
  }

  /**
   * As {@link #analyse}, of handlers that are found by how they look: in {@code loose}, of which no template deploys
   * anything. These are run once for both.
   *
   * @param modules the program, {@code loose} included
   * @param chosen what it makes of the handlers found is followed
   */
  public Result analyseByConvention(List<SourceModule> modules, List<SourceModule> loose,
      Map<String, ImportResolver> resolvers, UnaryOperator<List<EntryPoint>> chosen, Diagnostics diagnostics) {
    var analysis = analysis(modules, resolvers, diagnostics);
    return follow(analysis, chosen.apply(byConvention(analysis, loose)));
  }

  private Analysis analysis(List<SourceModule> modules, Map<String, ImportResolver> resolvers,
      Diagnostics diagnostics) {
    return new Analysis(sorted(modules), resolvers, libraries, diagnostics);
  }

  private static List<SourceModule> sorted(List<SourceModule> modules) {
    return modules.stream().sorted(Comparator.comparing(SourceModule::path)).toList();
  }

  private static List<EntryPoint> byConvention(Analysis analysis, List<SourceModule> modules) {
    return new Conventions(analysis).entries(sorted(modules)).stream().sorted().distinct().toList();
  }

  private Result follow(Analysis analysis, List<EntryPoint> entries) {
    List<EntryPoint> points = entries.stream().sorted().distinct().toList();
    List<EntryRun> runs = run(analysis, points);
    if (runs.stream().anyMatch(EntryRun::changedModules)) {
      analysis.forget();
      runs = run(analysis, points);
    }
    Set<Flow> flows = new TreeSet<>();
    Set<Use> uses = new LinkedHashSet<>();
    List<EntryPoint> unresolved = new ArrayList<>();
    for (EntryRun run : runs) {
      if (run.isResolved()) {
        run.flows(libraries).forEach(flows::add);
        uses.addAll(run.uses());
      } else {
        unresolved.add(run.entry());
      }
    }
    return new Result(new ArrayList<>(flows), new ArrayList<>(uses), unresolved);
  }

  /** Handlers in {@code modules} by how they look: for files that no template deploys. */
  public List<EntryPoint> entriesByConvention(List<SourceModule> modules, Map<String, ImportResolver> resolvers,
      Diagnostics diagnostics) {
    return byConvention(analysis(modules, resolvers, diagnostics), modules);
  }

  /**
   * What the handler of a framework runs of {@code modules}, as entry points without a function.
   *
   * @param handler its class, as a template names it
   * @param environment the texts of environment variables and framework settings that are known
   */
  public List<EntryPoint> entriesOf(String handler, Map<String, String> environment, List<SourceModule> modules,
      Map<String, ImportResolver> resolvers) {
    for (Library library : libraries.byLanguage().values()) {
      Optional<Runner> runner = library.runner(handler);
      if (runner.isPresent()) {
        var named = new TreeSet<String>();
        for (String name : runner.get().namedBy()) {
          String text = environment.getOrDefault(name, "");
          if (named.isEmpty() && !text.isEmpty()) {
            named.addAll(List.of(text.split("[|,;\\s]+")));
          }
        }
        var analysis = analysis(modules, resolvers, new Diagnostics());
        return new Conventions(analysis).entries(runner.get(), named, sorted(modules)).stream().sorted().distinct()
            .toList();
      }
    }
    return List.of();
  }

  private static List<EntryRun> run(Analysis analysis, List<EntryPoint> points) {
    List<EntryRun> runs = new ArrayList<>();
    for (EntryPoint point : points) {
      analysis.renew();
      var run = new EntryRun(analysis, point);
      run.run();
      runs.add(run);
    }
    return runs;
  }
}
