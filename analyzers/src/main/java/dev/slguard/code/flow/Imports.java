package dev.slguard.code.flow;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.SourceModule;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The modules of the program as values: their names, what they export, and what importing them means. */
final class Imports {
  /** How far the top level of a module has been run. */
  private enum Progress {
    RUNNING, DONE
  }

  private static final int MOST_WORK_TO_REPEAT = 20_000;

  private final Analysis analysis;
  private final Map<String, SourceModule> modules = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Progress> progress = new HashMap<>();
  private final Map<String, ImportResolver> resolvers;
  private final Map<String, TreeSet<String>> imported = new HashMap<>();
  private final Map<String, Set<Hit>> hits = new HashMap<>();
  private final Map<String, Set<UseAt>> uses = new HashMap<>();
  private final Map<String, Map<String, ImportResolver.Target>> resolved = new HashMap<>();
  /** Names of packages as imports wrote them. */
  private final Set<String> folders = new HashSet<>();
  private final Set<String> languagesDone = new LinkedHashSet<>();

  Imports(Analysis analysis, List<SourceModule> sources, Map<String, ImportResolver> resolvers) {
    this.analysis = analysis;
    this.resolvers = resolvers;
    sources.forEach(module -> modules.put(module.path(), module));
    int number = 0;
    for (String path : modules.keySet()) {
      numbers.put(path, number++);
    }
  }

  /** Number of ids that namespaces take from {@link State#GLOBAL} on. */
  int reserved() {
    return 2 * modules.size();
  }

  Optional<SourceModule> module(String path) {
    return Optional.ofNullable(modules.get(path));
  }

  /** Id of the object that holds the names of {@code module}. */
  int namespace(SourceModule module) {
    return State.GLOBAL + 2 * numbers.getOrDefault(module.path(), 0);
  }

  private int exportsId(SourceModule module) {
    return namespace(module) + 1;
  }

  /** Puts empty namespaces where no module has run yet. */
  void prepare() {
    for (SourceModule module : modules.values()) {
      analysis.setGlobal(namespace(module), Thing.of(new Thing.Kind.Namespace(module.path())));
      analysis.setGlobal(exportsId(module), Thing.of(new Thing.Kind.Dictionary()));
    }
  }

  /** What the module under evaluation exports. */
  Value exports(Frame frame) {
    Value replaced = frame.thing(namespace(frame.module())).members().get(Symbols.CONTENT, Value.NONE);
    return replaced.isNone() ? Value.of(new Ref.Thing(exportsId(frame.module()))) : replaced;
  }

  void replaceExports(Frame frame, Value value) {
    int id = namespace(frame.module());
    frame.setThing(id, frame.thing(id).with(Symbols.CONTENT, value));
  }

  /** What others get by importing {@code module}. */
  Value exported(SourceModule module) {
    initialise(module);
    if (module.exportsGlobals()) {
      return Value.of(new Ref.Thing(namespace(module)));
    }
    Value replaced = analysis.global(namespace(module)).members().get(Symbols.CONTENT, Value.NONE);
    return replaced.isNone() ? Value.of(new Ref.Thing(exportsId(module))) : replaced;
  }

  /** What an import of {@code specifier} (or {@code member} of it) gives {@code importer}. */
  Value value(SourceModule importer, String specifier, Optional<String> member) {
    ImportResolver.Target target = resolve(importer, specifier);
    return switch (target) {
      case ImportResolver.Target.Library(String name) ->
        member.flatMap(each -> ofFolder(importer, specifier, each)).orElseGet(() -> Value.of(new Ref.Foreign(
            member.filter(each -> !each.equals("default")).map(each -> name + '.' + each).orElse(name))));
      case ImportResolver.Target.Project(String path, List<String> members) -> {
        Optional<SourceModule> module = module(path);
        if (module.isEmpty()) {
          yield Value.UNKNOWN;
        }
        imported.computeIfAbsent(importer.path(), key -> new TreeSet<>()).add(path);
        noteFolders(importer, specifier);
        Value value = exported(module.get());
        for (String each : members) {
          value = memberOf(value, each).orElse(Value.UNKNOWN);
        }
        yield member.isEmpty() ? value : ofModule(importer, specifier, value, member.get());
      }
    };
  }

  private ImportResolver.Target resolve(SourceModule importer, String specifier) {
    return resolved.computeIfAbsent(importer.path(), path -> new HashMap<>()).computeIfAbsent(specifier, text -> {
      ImportResolver resolver = resolvers.get(importer.language());
      return resolver == null ? new ImportResolver.Target.Library(text) : resolver.resolve(text, importer.path());
    });
  }

  private Value ofModule(SourceModule importer, String specifier, Value module, String member) {
    Optional<Value> found = memberOf(module, member);
    if (found.isPresent()) {
      return found.get();
    }
    return below(importer, specifier, member).orElse(member.equals("default") ? module : Value.UNKNOWN);
  }

  /** The module {@code member} in a folder that is no module itself: a package without a file of its own. */
  private Optional<Value> ofFolder(SourceModule importer, String specifier, String member) {
    return importer.exportsGlobals() ? below(importer, specifier, member) : Optional.empty();
  }

  /** {@code import a.b.c} binds {@code a}, which may be a folder only. */
  private void noteFolders(SourceModule importer, String specifier) {
    if (importer.exportsGlobals() && !specifier.startsWith(".")) {
      for (int dot = specifier.indexOf('.'); dot > 0; dot = specifier.indexOf('.', dot + 1)) {
        folders.add(specifier.substring(0, dot));
      }
    }
  }

  /** The module {@code name} in the folder that an import called {@code path}. */
  Optional<Value> inFolder(SourceModule importer, String path, String name) {
    return folders.contains(path) ? ofFolder(importer, path, name) : Optional.empty();
  }

  private Optional<Value> below(SourceModule importer, String specifier, String member) {
    String below = specifier.endsWith(".") ? specifier + member : specifier + '.' + member;
    return resolve(importer, below) instanceof ImportResolver.Target.Project
        ? Optional.of(value(importer, below, Optional.empty()))
        : Optional.empty();
  }

  private Optional<Value> memberOf(Value value, String name) {
    Value found = Value.NONE;
    for (Ref ref : value.refs()) {
      found = switch (ref) {
        case Ref.Thing(int id) -> found.or(analysis.global(id).members().get(analysis.symbols().of(name), Value.NONE));
        case Ref.Foreign(String path) -> found.or(Value.of(new Ref.Foreign(path + '.' + name)));
      };
    }
    return found.isNone() ? Optional.empty() : Optional.of(found);
  }

  /** The module {@code name} below the module at {@code path}: packages whose modules are their members. */
  Optional<Value> submodule(String path, String name) {
    Optional<SourceModule> module = module(path);
    if (module.isEmpty() || module.get().name().isEmpty()) {
      return Optional.empty();
    }
    return resolve(module.get(), module.get().name() + '.' + name) instanceof ImportResolver.Target.Project target
        && !target.path().equals(path)
            ? Optional.of(value(module.get(), module.get().name() + '.' + name, Optional.empty()))
            : Optional.empty();
  }

  /** The class or library type that {@code type} names in {@code module}. */
  Optional<Value> type(SourceModule module, String type) {
    ImportResolver.Target target = resolve(module, type);
    if (target instanceof ImportResolver.Target.Library(String name)) {
      int dot = type.lastIndexOf('.');
      if (dot > 0 && resolve(module, type.substring(0, dot)) instanceof ImportResolver.Target.Project(String path, _)
          && module(path).isPresent()) {
        return memberOf(exported(module(path).get()), type.substring(dot + 1));
      }
      if (dot < 0) {
        Value own = analysis.global(namespace(module)).members().get(analysis.symbols().of(type), Value.NONE);
        return own.refs().isEmpty() ? Optional.of(Value.of(new Ref.Foreign(name))) : Optional.of(own);
      }
      return Optional.of(Value.of(new Ref.Foreign(name)));
    }
    Value found = value(module, type, Optional.empty());
    return found.refs().isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /**
   * Runs the top level of {@code module}, if it has not been run: twice, so that it sees names it defines later; once if
   * it takes long, since it is then a program of its own rather than definitions.
   */
  void initialise(SourceModule module) {
    if (progress.containsKey(module.path())) {
      return;
    }
    progress.put(module.path(), Progress.RUNNING);
    Outcome outcome = analysis.runTopLevel(module);
    if (analysis.workOfModule() < MOST_WORK_TO_REPEAT) {
      outcome = analysis.runTopLevel(module);
    }
    hits.put(module.path(), outcome.hits());
    uses.put(module.path(), outcome.uses());
    progress.put(module.path(), Progress.DONE);
  }

  /** Runs the top level of every module of {@code language}. */
  void initialiseAll(String language) {
    if (languagesDone.add(language)) {
      modules.values().stream().filter(module -> module.language().equals(language)).forEach(this::initialise);
    }
  }

  /** What running the top levels of {@code module} and all that it imports hits. */
  Set<Hit> hits(SourceModule module) {
    Set<Hit> all = new LinkedHashSet<>();
    closure(module.path()).forEach(path -> all.addAll(hits.getOrDefault(path, Set.of())));
    return all;
  }

  /** {@code module} and all that it imports, directly or not. */
  List<SourceModule> reached(SourceModule module) {
    return closure(module.path()).stream().map(this::module).flatMap(Optional::stream).toList();
  }

  /** What running the top levels of all modules run so far hits. */
  Set<Hit> allHits() {
    Set<Hit> all = new LinkedHashSet<>();
    modules.keySet().forEach(path -> all.addAll(hits.getOrDefault(path, Set.of())));
    return all;
  }

  /** What running the top levels of {@code module} and all that it imports uses. */
  Set<UseAt> uses(SourceModule module) {
    Set<UseAt> all = new LinkedHashSet<>();
    closure(module.path()).forEach(path -> all.addAll(uses.getOrDefault(path, Set.of())));
    return all;
  }

  private Set<String> closure(String start) {
    Set<String> seen = new TreeSet<>();
    var pending = new ArrayDeque<>(List.of(start));
    while (!pending.isEmpty()) {
      String path = pending.poll();
      if (seen.add(path)) {
        pending.addAll(imported.getOrDefault(path, new TreeSet<>()));
      }
    }
    return seen;
  }
}
