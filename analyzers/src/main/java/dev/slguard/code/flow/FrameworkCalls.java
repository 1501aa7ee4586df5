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
  Arguments arguments(Frame frame, HandlerStyle style, Routine routine) {
    List<Value> values = new ArrayList<>();
    for (Parameter parameter : routine.parameters()) {
      values.add(value(style, parameter));
    }
    return Arguments.of(values, frame.routine().at());
  }

  private Value value(HandlerStyle style, Parameter parameter) {
    for (Annotation annotation : parameter.annotations()) {
      String field = style.parameters().get(annotation.name());
      if (field != null) {
        return part(field.equals("body") ? "/body" : '/' + field + '/' + named(annotation, parameter));
      }
    }
    return style.otherwise().isEmpty() ? Value.UNKNOWN : part('/' + style.otherwise());
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
            calls.apply(Value.of(method), self, arguments(frame, style, closure.routine()), frame.routine().at());
            frame.revive();
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
