package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Convention;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Runner;
import dev.slguard.model.EventShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds handlers by how they look, in files that no template deploys (taint-model.md section 1.1). */
final class Conventions {
  private final Analysis analysis;
  private final List<EntryPoint> found = new ArrayList<>();

  Conventions(Analysis analysis) {
    this.analysis = analysis;
  }

  List<EntryPoint> entries(List<SourceModule> modules) {
    for (SourceModule module : modules) {
      Convention convention = convention(module);
      if (!new HandlerHints(convention).in(module)) {
        continue;
      }
      Value exported = analysis.imports().exported(module);
      // What an application calls is no handler of its own.
      boolean served = !objects(module, convention.types()).isNone();
      for (Ref ref : exported.refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          Thing names = analysis.global(id);
          if (names.kind() instanceof Thing.Kind.Closure closure && !isMethod(closure.routine())
              && isHandler("default", closure.routine(), convention)) {
            add(module, "default");
          }
          names.members().forEach((symbol, value) -> {
            if (symbol >= Symbols.RESERVED) {
              boolean serves = value.refs().stream().anyMatch(each -> isOne(module, each, convention.types()));
              if (serves || !served) {
                member(module, analysis.symbols().name(symbol), value);
              }
            }
          });
        }
      }
    }
    return found;
  }

  /**
   * What {@code runner} runs of {@code modules}.
   *
   * @param named what it is told to run; empty for all that it finds
   */
  List<EntryPoint> entries(Runner runner, Set<String> named, List<SourceModule> modules) {
    for (SourceModule module : modules) {
      for (Ref ref : analysis.imports().exported(module).refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          analysis.global(id).members().forEach((symbol, value) -> value.refs().forEach(type -> {
            if (symbol >= Symbols.RESERVED && type instanceof Ref.Thing(int typeId)
                && analysis.global(typeId).kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, _)) {
              run(runner, named, module, analysis.symbols().name(symbol), analysis.global(typeId), definition);
            }
          }));
        }
      }
    }
    return found;
  }

  private void run(Runner runner, Set<String> named, SourceModule module, String name, Thing type,
      ClassDefinition definition) {
    for (Routine method : definition.methods()) {
      if (method.annotations().stream().anyMatch(each -> runner.annotations().contains(each.name()))
          && makesFunction(method, module.language()) && isNamed(named, method.name(), method.annotations())) {
        add(module, name + "::" + method.name());
      }
    }
    if (definition.isMade() && extendsAny(type, runner.types()) && isNamed(named, name, definition.annotations())) {
      add(module, name);
    }
  }

  /** Whether no style that has an annotation of {@code method} asks for another result. */
  private boolean makesFunction(Routine method, String language) {
    return analysis.library(language).handlers().stream()
        .filter(style -> method.annotations().stream().anyMatch(each -> style.annotations().contains(each.name())))
        .allMatch(style -> FrameworkCalls.isAnnotated(style, method));
  }

  /** Whether {@code named} names it: by its own name, case of the first letter ignored, or in an annotation. */
  private static boolean isNamed(Set<String> named, String name, List<Annotation> annotations) {
    String lower = name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    return named.isEmpty() || named.contains(name) || named.contains(lower)
        || annotations.stream().flatMap(each -> each.arguments().values().stream()).flatMap(List::stream)
            .anyMatch(value -> value instanceof Constant.Text(String text) && named.contains(text));
  }

  private void member(SourceModule module, String name, Value value) {
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = analysis.global(id);
        boolean bound = thing.members().has(Symbols.RECEIVER);
        if (thing.kind() instanceof Thing.Kind.Closure closure
            && (bound && namesHandler(name) || closure.module().path().equals(module.path()))
            && (bound || !isMethod(closure.routine())) && isHandler(name, closure.routine(), convention(module))) {
          add(module, name);
        } else if (thing.kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, _)) {
          if (definition.isMade() && extendsAny(thing, convention(module).types())) {
            add(module, name + "::" + convention(module).method());
          }
          frameworkMethods(module, name, thing, definition);
        } else if (thing.kind() instanceof Thing.Kind.Foreign(String path)
            && (namesHandler(name) || isOne(module, path, convention(module).types()))) {
          add(module, name);
        }
      } else if (namesHandler(name)
          || ref instanceof Ref.Foreign(String path) && isOne(module, path, convention(module).types())) {
        add(module, name);
      }
    }
  }

  /** Methods that a framework calls by their annotations. */
  private void frameworkMethods(SourceModule module, String type, Thing thing, ClassDefinition definition) {
    var styles = analysis.library(module.language()).handlers();
    for (Routine method : definition.methods()) {
      boolean called = styles.stream().anyMatch(style -> FrameworkCalls.isAnnotated(style, method));
      boolean inherited = styles.stream().anyMatch(
          style -> style.methods().contains(method.name()) && definition.isMade() && extendsAny(thing, style.types()));
      if (called || inherited) {
        add(module, type + "::" + method.name());
      }
    }
  }

  private boolean extendsAny(Thing type, Set<String> wanted) {
    Set<Integer> seen = new HashSet<>();
    var pending = new ArrayDeque<>(List.of(type));
    while (!pending.isEmpty()) {
      Thing next = pending.poll();
      for (int i = 0; next.members().has(Symbols.base(i)); i++) {
        for (Ref base : next.members().get(Symbols.base(i), Value.NONE).refs()) {
          if (base instanceof Ref.Foreign(String path) && wanted.contains(path)) {
            return true;
          } else if (base instanceof Ref.Thing(int id) && seen.add(id)) {
            pending.add(analysis.global(id));
          }
        }
      }
    }
    return false;
  }

  /** Whether {@code name} is what handlers are called. */
  static boolean namesHandler(String name) {
    return name.toLowerCase(Locale.ROOT).contains("handler");
  }

  private static boolean isMethod(Routine routine) {
    return routine.kind() == Routine.Kind.CONSTRUCTOR || routine.kind() == Routine.Kind.METHOD;
  }

  /** Whether an object of the library type {@code path} is one of {@code types}. */
  private boolean isOne(SourceModule module, String path, Set<String> types) {
    return types.stream().anyMatch(type -> analysis.library(module.language()).isA(path, type));
  }

  /** The object that {@code module} exports and that serves requests by itself; none if there is no such object. */
  Value application(SourceModule module) {
    return objects(module, convention(module).applications());
  }

  /** The objects of the library types {@code types} that {@code module} exports. */
  private Value objects(SourceModule module, Set<String> types) {
    Value[] found = {Value.NONE};
    for (Ref ref : types.isEmpty() ? List.<Ref>of() : analysis.imports().exported(module).refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        analysis.global(id).members().forEach((symbol, value) -> {
          if (value.refs().stream().anyMatch(each -> isOne(module, each, types))) {
            found[0] = found[0].or(value);
          }
        });
      }
    }
    return found[0];
  }

  private boolean isOne(SourceModule module, Ref object, Set<String> types) {
    return switch (object) {
      case Ref.Foreign(String path) -> isOne(module, path, types);
      case Ref.Thing(int id) ->
        analysis.global(id).kind() instanceof Thing.Kind.Foreign(String path) && isOne(module, path, types);
    };
  }

  private Convention convention(SourceModule module) {
    return analysis.library(module.language()).convention();
  }

  static boolean isHandler(String name, Routine routine, Convention convention) {
    List<Parameter> parameters = routine.parameters();
    if (parameters.isEmpty()) {
      return namesHandler(name);
    }
    String first = parameters.getFirst().name();
    // Handlers of errors, signals and log lines are called so, too; they take one argument, or many.
    boolean shaped = !convention.shaped() || parameters.size() == 2 || convention.events().contains(first);
    if (shaped && (name.equals("handler") || namesHandler(name) && !convention.others().contains(first))) {
      return true;
    }
    Optional<String> type = routine.variable(parameters.getFirst().local()).type();
    boolean typed = type.filter(text -> convention.eventTypes().stream().anyMatch(text::startsWith)).isPresent()
        || routine.annotations().stream().anyMatch(each -> each.name().endsWith("Handler")
            && convention.eventTypes().stream().anyMatch(each.name()::startsWith));
    boolean second = parameters.size() > 1 && convention.contexts().contains(parameters.get(1).name());
    return typed || convention.events().contains(first) && (second || parameters.size() == 1);
  }

  private void add(SourceModule module, String symbol) {
    found.add(new EntryPoint(Optional.empty(), module.path(), symbol, EventShape.UNKNOWN, false, Optional.empty(),
        Level.LOW));
  }
}
