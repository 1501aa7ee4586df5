package dev.slguard.graph;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.flow.FlowEngine;
import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Models;
import dev.slguard.model.Authorization;
import dev.slguard.model.Code;
import dev.slguard.model.Deployment;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Function;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the programs behind the functions of an application and follows values through them. */
final class CodeReader {
  /** Between the path of a template and the function whose program stands in it. */
  private static final char INLINE = '#';

  private final Root root;
  private final int threads;
  private final Diagnostics diagnostics = new Diagnostics();
  /** What is said of functions, of any number of files: a collector of diagnostics is for one. */
  private final Set<Diagnostic> ofFunctions = new TreeSet<>();
  private final CodeFolders folders;
  private final List<Framed> framed = new ArrayList<>();
  private int unread;

  /** Reads once: {@link #read} is called on a reader of its own for every scan. */
  CodeReader(Root root, int threads) {
    this.root = root;
    this.threads = threads;
    this.folders = new CodeFolders(root, diagnostics);
  }

  /** A program text with the name under which entry points know it. */
  private record Program(String key, LanguageFrontEnd frontEnd, Optional<SourceFile> inline) {}

  /** A function whose handler is a framework's: what that runs is known once the code in the folder is read. */
  private record Framed(Deployment deployment, Function function, String folder, String handler) {}

  private record Lowered(Optional<SourceModule> module, Optional<SourceFile> marked, List<Diagnostic> diagnostics) {}

  /** What the code of {@code deployments} and {@code undeployed} code does; {@code models} are loaded only if there is code to read. */
  CodeFacts read(List<Deployment> deployments, UndeployedSources undeployed, Models models) {
    var programs = new TreeMap<String, Program>();
    var entries = new TreeSet<EntryPoint>();
    for (Deployment deployment : deployments) {
      for (Function function : deployment.functions()) {
        if (function.resource().provenance().isHelper()) {
          continue;
        }
        collect(deployment, function, programs, entries);
      }
    }
    var others = new TreeMap<String, Program>();
    var candidates = new TreeSet<String>();
    for (LanguageFrontEnd frontEnd : FrontEnds.ALL) {
      UndeployedSources.Found found = undeployed.find(frontEnd, programs.keySet(), diagnostics);
      candidates.addAll(found.candidates());
      found.all().forEach(path -> others.put(path, new Program(path, frontEnd, Optional.empty())));
    }
    if (programs.isEmpty() && others.isEmpty()) {
      return nothing();
    }
    var modules = new ArrayList<SourceModule>();
    var marked = new ArrayList<SourceFile>();
    var all = new TreeSet<Diagnostic>();
    for (Lowered one : lower(programs)) {
      one.module().ifPresent(modules::add);
      one.marked().ifPresent(marked::add);
      all.addAll(one.diagnostics());
    }
    Set<String> read = new TreeSet<>();
    modules.forEach(module -> read.add(fileOf(module.path())));
    List<Lowered> loose = lower(others);
    var engine = new FlowEngine(models.of(languages(programs.values(), others.values())));
    if (programs.isEmpty()) {
      return undeployed(loose, others.values(), candidates, engine);
    }
    framed.forEach(one -> entries.addAll(run(one, modules, programs.values(), engine)));
    if (!loose.isEmpty()) {
      var both = new TreeMap<>(programs);
      both.putAll(others);
      var found = new TreeSet<String>();
      Optional<FlowEngine.Result> result = withLoose(modules, loose, both.values(), candidates, entries, found, engine);
      if (result.isPresent()) {
        taken(loose, found, marked, all);
        read.addAll(found);
        return facts(result.get(), all, marked, read);
      }
    }
    return facts(engine.analyse(modules, resolvers(programs.values()), List.copyOf(entries), diagnostics), all, marked,
        read);
  }

  private CodeFacts facts(FlowEngine.Result result, Set<Diagnostic> all, List<SourceFile> marked, Set<String> read) {
    unresolved(result);
    all.addAll(said());
    return new CodeFacts(result.flows(), result.uses(), List.copyOf(all), marked, List.copyOf(read), unread);
  }

  /**
   * What {@code entries} and handlers in {@code loose} modules do together; empty if there are no such handlers: then the
   * loose modules are no part of the program.
   *
   * @param programs of all modules
   * @param files takes the files with such handlers
   */
  private Optional<FlowEngine.Result> withLoose(List<SourceModule> modules, List<Lowered> loose,
      Collection<Program> programs, Set<String> candidates, Set<EntryPoint> entries, Set<String> files,
      FlowEngine engine) {
    List<SourceModule> looseModules = modules(loose);
    var own = new Diagnostics();
    List<SourceModule> both = Stream.concat(modules.stream(), looseModules.stream()).toList();
    FlowEngine.Result result = engine.analyseByConvention(both, looseModules, resolvers(programs), found -> {
      List<EntryPoint> chosen = found.stream().filter(entry -> candidates.contains(entry.file())).toList();
      chosen.forEach(entry -> files.add(entry.file()));
      return chosen.isEmpty() ? chosen : Stream.concat(entries.stream(), chosen.stream()).toList();
    }, own);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    own.toList().forEach(diagnostics::add);
    return Optional.of(result);
  }

  private static List<SourceModule> modules(List<Lowered> lowered) {
    return lowered.stream().map(Lowered::module).flatMap(Optional::stream).toList();
  }

  /** What code does of which no template deploys anything. */
  private CodeFacts undeployed(List<Lowered> loose, Collection<Program> programs, Set<String> candidates,
      FlowEngine engine) {
    var files = new TreeSet<String>();
    Optional<FlowEngine.Result> result = withLoose(List.of(), loose, programs, candidates, Set.of(), files, engine);
    if (result.isEmpty()) {
      return nothing();
    }
    var marked = new ArrayList<SourceFile>();
    var all = new TreeSet<Diagnostic>();
    taken(loose, files, marked, all);
    return facts(result.get(), all, marked, files);
  }

  /** Takes marks and diagnostics of the undeployed files that have a handler. */
  private static void taken(List<Lowered> loose, Set<String> files, List<SourceFile> marked, Set<Diagnostic> all) {
    for (Lowered one : loose) {
      if (one.module().filter(module -> files.contains(module.path())).isPresent()) {
        one.marked().ifPresent(marked::add);
        all.addAll(one.diagnostics());
      }
    }
  }

  /** What is known where no code is followed. */
  private CodeFacts nothing() {
    return new CodeFacts(List.of(), List.of(), said(), List.of(), List.of(), unread);
  }

  private List<Diagnostic> said() {
    var all = new TreeSet<>(diagnostics.toList());
    all.addAll(ofFunctions);
    return List.copyOf(all);
  }

  private void unresolved(FlowEngine.Result result) {
    for (EntryPoint entry : result.unresolved()) {
      ofFunctions.add(Diagnostic.warning(Span.startOf(fileOf(entry.file())),
          "handler '" + Text.shown(entry.symbol()) + "' of function '" + Text.shown(entry.function().orElse(""))
              + "' is not found in this file; its code is not followed"));
    }
  }

  private List<Lowered> lower(Map<String, Program> programs) {
    return Parallel.map(List.copyOf(programs.values()), threads, this::lower, Progress.NONE);
  }

  private static Set<String> languages(Collection<Program> programs, Collection<Program> others) {
    var languages = new TreeSet<String>();
    programs.forEach(program -> languages.add(program.frontEnd().language()));
    others.forEach(program -> languages.add(program.frontEnd().language()));
    return languages;
  }

  /** The file behind the name of a program: an inline one carries its function behind the template's path. */
  private static String fileOf(String key) {
    int inline = key.indexOf(INLINE);
    return inline < 0 ? key : key.substring(0, inline);
  }

  private void collect(Deployment deployment, Function function, Map<String, Program> programs,
      Collection<EntryPoint> entries) {
    Optional<String> unread = UnreadCode.of(function);
    if (unread.isPresent() && !collectFramed(deployment, function, programs)) {
      note(function, unread.get());
      return;
    }
    switch (function.code()) {
      case Code.Folder(String folder, var file, String symbol, _) ->
        file.ifPresent(path -> collect(deployment, function, folder, path, symbol, programs, entries));
      case Code.Image(var folder, var file, String symbol, _) -> folder.ifPresent(
          from -> file.ifPresent(path -> collect(deployment, function, from, path, symbol, programs, entries)));
      case Code.Inline(SourceFile source, String symbol, _) ->
        function.runtime().flatMap(FrontEnds::inlineEnding).ifPresent(ending -> {
          String key = source.path() + INLINE + function.id() + ending;
          FrontEnds.of(key).ifPresent(frontEnd -> {
            programs.putIfAbsent(key, new Program(key, frontEnd, Optional.of(source)));
            enter(deployment, function, key, symbol, entries);
          });
        });
      case Code.Missing _ -> {
      }
    }
  }

  /** Collects the sources in the folder of a Java function whose handler is none of them; whether there are any. */
  private boolean collectFramed(Deployment deployment, Function function, Map<String, Program> programs) {
    if (!(function.code() instanceof Code.Folder(String folder, var file, String symbol, _)) || file.isPresent()
        || function.runtime().filter(runtime -> runtime.startsWith("java")).isEmpty()) {
      return false;
    }
    Optional<LanguageFrontEnd> java = FrontEnds.of("App.java");
    List<String> sources = java.map(frontEnd -> folders.sources(folder, frontEnd)).orElse(List.of());
    for (String path : sources) {
      programs.putIfAbsent(path, new Program(path, java.get(), Optional.empty()));
    }
    return !sources.isEmpty() && framed.add(new Framed(deployment, function, folder, symbol));
  }

  private void note(Function function, String why) {
    unread++;
    ofFunctions.add(Diagnostic.note(function.code().at(),
        "the code of function '" + Text.shown(function.authoredId()) + "' is not read: " + why));
  }

  private void collect(Deployment deployment, Function function, String folder, String file, String symbol,
      Map<String, Program> programs, Collection<EntryPoint> entries) {
    FrontEnds.of(file).ifPresent(frontEnd -> {
      for (String path : folders.sources(folder, file, frontEnd)) {
        programs.putIfAbsent(path, new Program(path, frontEnd, Optional.empty()));
      }
      enter(deployment, function, file, symbol, entries);
    });
  }

  /** The entry points of a function whose handler is a framework's; a note if none is found. */
  private List<EntryPoint> run(Framed one, List<SourceModule> modules, Collection<Program> programs,
      FlowEngine engine) {
    var environment = new TreeMap<String, String>();
    one.function().environment().forEach((name, value) -> {
      if (value instanceof Value.Scalar(String text, _, _)) {
        environment.put(name, text);
      }
    });
    String prefix = one.folder().isEmpty() ? "" : one.folder() + '/';
    List<String> sources = programs.stream().map(Program::key).filter(path -> path.startsWith(prefix)).toList();
    var settings = new TreeMap<>(new FrameworkSettings(root, diagnostics).of(one.folder(), sources, environment));
    settings.putAll(environment);
    List<SourceModule> own = modules.stream().filter(module -> module.path().startsWith(prefix)).toList();
    String type = one.handler().replaceFirst("::.*", "");
    var entries = new ArrayList<EntryPoint>();
    for (EntryPoint found : engine.entriesOf(type, settings, own, resolvers(programs))) {
      enter(one.deployment(), one.function(), found.file(), found.symbol(), entries);
    }
    if (entries.isEmpty()) {
      UnreadCode.of(one.function()).ifPresent(why -> note(one.function(), why));
    }
    return entries;
  }

  private static void enter(Deployment deployment, Function function, String file, String symbol,
      Collection<EntryPoint> entries) {
    List<Trigger> triggers = deployment.triggers().stream().filter(each -> each.target().equals(function.id()))
        .toList();
    boolean known = triggers.stream().anyMatch(each -> each.shape() != EventShape.UNKNOWN);
    for (Trigger trigger : triggers) {
      // Code that is written for one event is not judged by what a stranger's API could send besides.
      if (!known || trigger.shape() != EventShape.UNKNOWN || trigger.exposure() != Exposure.ANY_SERVICE_USER) {
        entries.add(new EntryPoint(Optional.of(function.authoredId()), file, symbol, trigger.shape(),
            isAuthenticated(trigger.authorization().kind()), Optional.of(trigger.at()), Level.HIGH));
      }
    }
    if (triggers.isEmpty()) {
      entries.add(new EntryPoint(Optional.of(function.authoredId()), file, symbol, EventShape.DIRECT_INVOKE, true,
          Optional.empty(), Level.HIGH));
    }
  }

  private static boolean isAuthenticated(Authorization.Kind kind) {
    return switch (kind) {
      case NONE, KEY_ONLY, UNKNOWN -> false;
      case IAM, COGNITO, JWT, LAMBDA, MUTUAL_TLS, SERVICE -> true;
    };
  }

  private Lowered lower(Program program) {
    var diagnostics = new Diagnostics();
    Optional<SourceFile> source = program.inline().isPresent()
        ? program.inline()
        : root.read(program.key(), Span.startOf(program.key()), diagnostics);
    Optional<SourceModule> module = source
        .map(file -> named(program.frontEnd().lower(file, diagnostics), program.key()));
    Optional<SourceFile> marked = program.inline().isPresent()
        ? Optional.empty()
        : source.filter(file -> file.text().contains("slguard:ignore"));
    return new Lowered(module, marked, diagnostics.toList());
  }

  private static SourceModule named(SourceModule module, String key) {
    return module.path().equals(key)
        ? module
        : new SourceModule(module.language(), key, module.name(), module.exportsGlobals(), module.body(),
            module.lines());
  }

  private Map<String, ImportResolver> resolvers(Collection<Program> programs) {
    Map<String, ImportResolver> resolvers = new HashMap<>();
    for (LanguageFrontEnd frontEnd : FrontEnds.ALL) {
      var files = new TreeSet<String>();
      for (Program program : programs) {
        if (program.frontEnd() == frontEnd && program.inline().isEmpty()) {
          files.add(program.key());
        }
      }
      resolvers.put(frontEnd.language(), frontEnd.imports(root, files));
    }
    return resolvers;
  }
}
