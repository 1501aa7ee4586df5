package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Level;
import dev.slguard.model.EventShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds handlers by how they look, in files that no template deploys (taint-model.md section 1.1). */
final class Conventions {
  private static final Set<String> EVENT_NAMES = Set.of("event", "evt", "_event", "events", "lambda_event");
  private static final Set<String> CONTEXT_NAMES = Set.of("context", "_context", "ctx", "_ctx", "_", "__",
      "lambda_context");
  /** First parameters of what is called a handler elsewhere: of errors, of requests, in user interfaces. */
  private static final Set<String> OTHER_NAMES = Set.of("err", "error", "e", "ex", "exception", "req", "request", "res",
      "props", "state", "action", "options", "config", "params", "argv", "app", "server", "client", "ctx", "c");
  private static final Set<String> INTERFACES = Set.of("com.amazonaws.services.lambda.runtime.RequestHandler",
      "com.amazonaws.services.lambda.runtime.RequestStreamHandler");

  private final Analysis analysis;
  private final List<EntryPoint> found = new ArrayList<>();

  Conventions(Analysis analysis) {
    this.analysis = analysis;
  }

  List<EntryPoint> entries(List<SourceModule> modules) {
    for (SourceModule module : modules) {
      Value exported = analysis.imports().exported(module);
      for (Ref ref : exported.refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          Thing names = analysis.global(id);
          if (names.kind() instanceof Thing.Kind.Closure closure && !isMethod(closure.routine())
              && isHandler("default", closure.routine(), module.language())) {
            add(module, "default");
          }
          names.members().forEach((symbol, value) -> {
            if (symbol >= Symbols.RESERVED) {
              member(module, analysis.symbols().name(symbol), value);
            }
          });
        }
      }
    }
    return found;
  }

  private void member(SourceModule module, String name, Value value) {
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = analysis.global(id);
        boolean bound = thing.members().has(Symbols.RECEIVER);
        if (thing.kind() instanceof Thing.Kind.Closure closure
            && (bound && namesHandler(name) || closure.module().path().equals(module.path()))
            && (bound || !isMethod(closure.routine())) && isHandler(name, closure.routine(), module.language())) {
          add(module, name);
        } else if (thing.kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, _)) {
          if (implementsHandler(thing, definition)) {
            add(module, name + "::handleRequest");
          }
          frameworkMethods(module, name, thing, definition);
        } else if (thing.kind() instanceof Thing.Kind.Foreign && namesHandler(name)) {
          add(module, name);
        }
      } else if (namesHandler(name)) {
        add(module, name);
      }
    }
  }

  /** Methods that a framework calls by their annotations. */
  private void frameworkMethods(SourceModule module, String type, Thing thing, ClassDefinition definition) {
    var styles = analysis.library(module.language()).handlers();
    for (Routine method : definition.methods()) {
      boolean called = styles.stream().anyMatch(style -> FrameworkCalls.isAnnotated(style, method));
      boolean inherited = styles.stream().anyMatch(style -> style.methods().contains(method.name())
          && definition.kind() != ClassDefinition.Kind.INTERFACE && extendsAny(thing, style.types()));
      if (called || inherited) {
        add(module, type + "::" + method.name());
      }
    }
  }

  private boolean extendsAny(Thing type, Set<String> wanted) {
    for (int i = 0; type.members().has(Symbols.base(i)); i++) {
      for (Ref base : type.members().get(Symbols.base(i), Value.NONE).refs()) {
        if (base instanceof Ref.Foreign(String path) && wanted.contains(path)
            || base instanceof Ref.Thing(int id) && extendsAny(analysis.global(id), wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean namesHandler(String name) {
    return name.toLowerCase(Locale.ROOT).contains("handler");
  }

  private static boolean isMethod(Routine routine) {
    return routine.kind() == Routine.Kind.CONSTRUCTOR || routine.kind() == Routine.Kind.METHOD;
  }

  private static boolean isHandler(String name, Routine routine, String language) {
    List<Parameter> parameters = routine.parameters();
    if (parameters.isEmpty()) {
      return namesHandler(name);
    }
    String first = parameters.getFirst().name();
    // Python calls handlers of errors, signals and log lines so, too; they take one argument, or many.
    boolean shaped = !language.equals("python") || parameters.size() == 2 || EVENT_NAMES.contains(first);
    if (shaped && (name.equals("handler") || namesHandler(name) && !OTHER_NAMES.contains(first))) {
      return true;
    }
    Optional<String> type = routine.variable(parameters.getFirst().local()).type();
    boolean typed = type.filter(text -> text.startsWith("aws-lambda.")).isPresent();
    typed |= routine.annotations().stream()
        .anyMatch(each -> each.name().startsWith("aws-lambda.") && each.name().endsWith("Handler"));
    boolean second = parameters.size() > 1 && CONTEXT_NAMES.contains(parameters.get(1).name());
    return typed || EVENT_NAMES.contains(first) && (second || parameters.size() == 1);
  }

  private boolean implementsHandler(Thing type, ClassDefinition definition) {
    if (definition.kind() == ClassDefinition.Kind.INTERFACE) {
      return false;
    }
    for (int i = 0; type.members().has(Symbols.base(i)); i++) {
      for (Ref base : type.members().get(Symbols.base(i), Value.NONE).refs()) {
        if (base instanceof Ref.Foreign(String path) && INTERFACES.contains(path)) {
          return true;
        } else if (base instanceof Ref.Thing(int id)
            && analysis.global(id).kind() instanceof Thing.Kind.ClassThing(ClassDefinition above, _)
            && implementsHandler(analysis.global(id), above)) {
          return true;
        }
      }
    }
    return false;
  }

  private void add(SourceModule module, String symbol) {
    found.add(new EntryPoint(Optional.empty(), module.path(), symbol, EventShape.UNKNOWN, false, Optional.empty(),
        Level.LOW));
  }
}
