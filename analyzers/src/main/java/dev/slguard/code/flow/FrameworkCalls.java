package dev.slguard.code.flow;

import dev.slguard.code.EntryPoint;
import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.HandlerStyle;
import dev.slguard.model.EventShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls methods as frameworks do: each parameter gets the part of the event that the framework binds it to. */
final class FrameworkCalls {
  /** The tag of what constraints are checked of. */
  private static final String VALIDATED = "validated";
  private static final Set<EventShape> REQUESTS = Set.of(EventShape.REST_API, EventShape.HTTP_API_V1,
      EventShape.HTTP_API_V2, EventShape.FUNCTION_URL, EventShape.ALB, EventShape.WEBSOCKET, EventShape.UNKNOWN);

  private final Analysis analysis;
  private final EntryPoint entry;

  FrameworkCalls(Analysis analysis, EntryPoint entry) {
    this.analysis = analysis;
    this.entry = entry;
  }

  /** How a framework calls {@code routine} of {@code type}; empty if none does. */
  static Optional<HandlerStyle> style(List<HandlerStyle> styles, Routine routine, Classes classes, Value type) {
    for (HandlerStyle style : styles) {
      boolean annotated = isAnnotated(style, routine);
      boolean inherited = style.annotations().isEmpty() && style.methods().contains(routine.name())
          && classes.foreignBases(type).stream().anyMatch(style.types()::contains);
      if (annotated || inherited) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }

  /** Whether {@code routine} has an annotation of {@code style}, and returns what the style asks for. */
  static boolean isAnnotated(HandlerStyle style, Routine routine) {
    boolean returns = style.returns().isEmpty() || routine.returnType().filter(type -> isOne(style, type)).isPresent();
    return returns && routine.annotations().stream().anyMatch(each -> style.annotations().contains(each.name()));
  }

  /** Whether {@code type}, or what it may be by imports on demand, is what the method must return. */
  private static boolean isOne(HandlerStyle style, String type) {
    int end = type.indexOf('<');
    return java.util.Arrays.stream((end < 0 ? type : type.substring(0, end)).split("\\|"))
        .anyMatch(style.returns()::contains);
  }

  /** What the framework passes. */
  Arguments arguments(Frame frame, HandlerStyle style, Thing.Kind.Closure closure) {
    List<Value> values = new ArrayList<>();
    Routine routine = closure.routine();
    for (Parameter parameter : routine.parameters()) {
      Value value = value(frame, style, parameter, routine);
      values.add(value.isNone() ? otherwise(frame, style, closure, parameter, 70 + values.size()) : value);
    }
    return Arguments.of(values, frame.routine().at());
  }

  private Value value(Frame frame, HandlerStyle style, Parameter parameter, Routine routine) {
    for (Annotation annotation : parameter.annotations()) {
      String field = style.parameters().get(annotation.name());
      if (field != null) {
        String name = named(annotation, parameter);
        Value part = part(field.equals("body") ? "/body" : '/' + field + '/' + name);
        Optional<String> pattern = style.patterns() ? pattern(routine, name) : Optional.empty();
        long cleared = pattern.map(new Guards(frame)::clearedBy).orElse(0L);
        return constrained(frame, part.mapTaints(taint -> taint.clear(cleared)), parameter);
      }
    }
    return Value.NONE;
  }

  /** {@code value} as the constraints of {@code parameter} let it through, which a framework checks before it calls. */
  private Value constrained(Frame frame, Value value, Parameter parameter) {
    long checked = analysis.categories().mask(VALIDATED);
    Value applied = Constraints.applied(frame, new Members(frame), value.mapTaints(taint -> taint.clear(checked)),
        parameter.annotations());
    return applied.taints().items().stream().allMatch(taint -> taint.cleared() == checked) ? value : applied;
  }

  /** A parameter without an annotation: an object that the framework makes, if models know its type, or part of the event. */
  private Value otherwise(Frame frame, HandlerStyle style, Thing.Kind.Closure closure, Parameter parameter, int sub) {
    Optional<Value> type = closure.routine().variable(parameter.local()).type()
        .map(name -> name.indexOf('<') < 0 ? name : name.substring(0, name.indexOf('<')))
        .flatMap(name -> analysis.types().resolve(closure.module(), name));
    if (type.isPresent() && type.get().refs().size() == 1
        && type.get().refs().getFirst() instanceof Ref.Foreign(String p) && frame.library().isType(p)
        && analysis.types().isObject(frame.library(), p)) {
      return frame.make(Thing.of(new Thing.Kind.Foreign(p)).ofLength(Thing.UNKNOWN_LENGTH), sub);
    }
    return style.otherwise().isEmpty() ? Value.UNKNOWN : part('/' + style.otherwise());
  }

  /** The pattern that the route of {@code routine} gives the path parameter {@code name}: {@code {name: [0-9]+}}. */
  private static Optional<String> pattern(Routine routine, String name) {
    for (Annotation annotation : routine.annotations()) {
      for (List<Constant> values : annotation.arguments().values()) {
        for (Constant value : values) {
          Optional<String> found = value instanceof Constant.Text(String text) ? pattern(text, name) : Optional.empty();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> pattern(String route, String name) {
    for (int at = route.indexOf('{' + name); at >= 0; at = route.indexOf('{' + name, at + 1)) {
      int colon = route.indexOf(':', at);
      boolean names = colon > 0 && route.substring(at + 1, colon).strip().equals(name);
      int depth = 0;
      for (int i = colon; names && i < route.length(); i++) {
        depth += route.charAt(i) == '{' ? 1 : 0;
        if (route.charAt(i) == '}' && depth-- == 0) {
          return Optional.of(route.substring(colon + 1, i).strip());
        }
      }
    }
    return Optional.empty();
  }

  /** Judges what {@code routine} of {@code type} returned to the framework, which may send it as markup. */
  void answered(Frame frame, HandlerStyle style, Routine routine, Value type, Value result) {
    List<Annotation> annotations = new ArrayList<>(routine.annotations());
    for (Ref ref : type.refs()) {
      if (ref instanceof Ref.Thing(int id)
          && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)) {
        annotations.addAll(definition.annotations());
      }
    }
    for (Annotation annotation : annotations) {
      String argument = style.produces().get(annotation.name());
      if (argument != null && annotation.arguments().containsKey(argument)) {
        Value sent = Value.NONE;
        for (Constant constant : annotation.arguments().get(argument)) {
          sent = sent.or(Value.of(constant));
        }
        for (String reference : annotation.references().getOrDefault(argument, List.of())) {
          sent = sent
              .or(frame.library().constant(reference).map(text -> Value.of(Constant.text(text))).orElse(Value.NONE));
        }
        if (!sent.isNone()) {
          new Responses(frame, new Members(frame)).answer(sent, result, routine);
          return;
        }
      }
    }
  }

  /** The event, or the part of a request's event that holds {@code path}. */
  private Value part(String path) {
    boolean request = REQUESTS.contains(entry.shape());
    Trace trace = Trace.EMPTY;
    return Value.tainted(Taints.of(new Taint(new Origin.Event(), request ? path : "", 0, true, 0, trace)));
  }

  private static String named(Annotation annotation, Parameter parameter) {
    for (String key : List.of("value", "name", "0")) {
      for (Constant constant : annotation.arguments().getOrDefault(key, List.of())) {
        if (constant instanceof Constant.Text(String text) && !text.isEmpty()) {
          return text;
        }
      }
    }
    return parameter.name();
  }

  /** Calls every method of the project that a framework calls. */
  void all(Frame frame, Calls calls) {
    String language = frame.module().language();
    analysis.imports().initialiseAll(language);
    List<HandlerStyle> styles = analysis.library(language).handlers();
    for (int id : analysis.classes().ids()) {
      Value type = Value.of(new Ref.Thing(id));
      analysis.global(id).members().forEach((symbol, member) -> {
        if (symbol >= Symbols.RESERVED) {
          member.refs().forEach(ref -> call(frame, calls, styles, type, ref));
        }
      });
    }
  }

  private void call(Frame frame, Calls calls, List<HandlerStyle> styles, Value type, Ref method) {
    if (method instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
      style(styles, closure.routine(), calls.classes(), type).filter(style -> !style.annotations().isEmpty())
          .ifPresent(style -> {
            Value self = construct(frame, calls, type);
            Value result = calls.apply(Value.of(method), self, arguments(frame, style, closure), frame.routine().at());
            frame.revive();
            answered(frame, style, closure.routine(), type, result);
          });
    }
  }

  /** An instance as a container makes it: what its constructor asks for is there, but not known. */
  static Value construct(Frame frame, Calls calls, Value type) {
    List<Value> given = new ArrayList<>();
    for (Ref ref : calls.classes().member(type, "<init>").orElse(Value.NONE).refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
        long required = closure.routine().parameters().stream()
            .filter(parameter -> parameter.kind() == Parameter.Kind.POSITIONAL && !parameter.optional()).count();
        if (required == 0) {
          given.clear();
          break;
        } else if (given.isEmpty()) {
          for (int i = 0; i < required; i++) {
            given.add(Value.UNKNOWN);
          }
        }
      }
    }
    Value made = calls.construct(type, Arguments.of(given, frame.routine().at()), frame.routine().at());
    frame.revive();
    return made;
  }
}
