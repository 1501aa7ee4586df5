package dev.slguard.code.flow;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.Terminator;
import dev.slguard.code.library.Condition;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Sink;
import dev.slguard.code.library.Source;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls that happen later or elsewhere: listeners of events, the methods of annotated controllers. */
final class Wirings {
  private final Frame frame;
  private final Calls calls;

  Wirings(Frame frame, Calls calls) {
    this.frame = frame;
    this.calls = calls;
  }

  private int listeners(CallSite site) {
    return frame.analysis().symbols().of("on " + site.text(0).orElse("*"));
  }

  /** Keeps the function in the second argument with the receiver. */
  Value listen(CallSite site) {
    int symbol = listeners(site);
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        frame.setThing(id, thing.with(symbol, thing.members().get(symbol, Value.NONE).or(site.arguments().value(1))));
      }
    }
    return site.receiver();
  }

  /** Calls what {@link #listen} kept, for any event if it is not known which. */
  Value emit(CallSite site) {
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Value listener = site.text(0).isPresent()
            ? frame.thing(id).members().get(listeners(site), Value.NONE)
            : ofAnyEvent(frame.thing(id));
        if (!listener.isNone()) {
          calls.apply(listener, Value.NONE, site.arguments().after(1), site.at());
          frame.revive();
        }
      }
    }
    return Value.PLAIN;
  }

  private Value ofAnyEvent(Thing emitter) {
    Value[] all = {Value.NONE};
    emitter.members().forEach((symbol, value) -> {
      if (symbol >= Symbols.RESERVED && frame.analysis().symbols().name(symbol).startsWith("on ")) {
        all[0] = all[0].or(value);
      }
    });
    return all[0];
  }

  /** Makes the class in the first argument and runs its methods whose parameters are annotated as sources. */
  Value controller(CallSite site) {
    Value type = site.arguments().value(0);
    if (type.refs().isEmpty()) {
      // The call that makes the decorator.
      return Value.of(new Ref.Foreign(site.path()));
    }
    for (Ref ref : type.refs()) {
      if (ref instanceof Ref.Thing(int id)
          && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)) {
        Value made = calls.construct(Value.of(ref), new Arguments(List.of(), Map.of(), Value.UNKNOWN), site.at());
        frame.revive();
        for (Routine method : definition.methods()) {
          Optional<Arguments> inputs = inputs(method, site);
          Value closure = frame.thing(id).members().get(frame.analysis().symbols().of(Classes.key(method)), Value.NONE);
          if (inputs.isPresent() && !closure.isNone()) {
            answer(method, calls.apply(closure, made, inputs.get(), site.at()), site);
            frame.revive();
          }
        }
      }
    }
    return type;
  }

  /** Checks what {@code method} returns to a framework against the sinks of the method's annotations. */
  private void answer(Routine method, Value returned, CallSite site) {
    for (Annotation annotation : method.annotations()) {
      List<Sink> sinks = new ArrayList<>();
      for (Sink sink : frame.library().call(annotation.name()).sinks()) {
        List<Position> positions = sink.positions().stream().filter(each -> each.root() == Position.Root.RESULT)
            .map(Wirings::given).toList();
        List<Condition> conditions = sink.conditions().stream()
            .map(each -> new Condition(given(each.position()), each.test(), each.values(), each.whenUnknown()))
            .toList();
        sinks.add(
            new Sink(sink.category(), positions, sink.part(), conditions, sink.weight(), sink.note(), sink.requires()));
      }
      Span end = end(method);
      var at = new CallSite(frame, site.members(), annotation.name(), Value.NONE, Arguments.of(List.of(returned), end),
          end);
      new Sinks(frame, site.members()).check(sinks, at);
    }
  }

  /** What is returned is what the framework is given. */
  private static Position given(Position position) {
    return position.root() == Position.Root.RESULT
        ? new Position(Position.Root.ARGUMENT, 0, "", position.members())
        : position;
  }

  /** Where {@code method} returns something for the first time. */
  private static Span end(Routine method) {
    for (Block block : method.blocks()) {
      if (block.end() instanceof Terminator.Return(Operand value, Span at) && !(value instanceof Constant)) {
        return at;
      }
    }
    return method.at();
  }

  /** What the annotated parameters of {@code method} get; empty if none is annotated as a source. */
  private Optional<Arguments> inputs(Routine method, CallSite site) {
    List<Value> values = new ArrayList<>();
    boolean any = false;
    for (Parameter parameter : method.parameters()) {
      Value value = Value.NONE;
      for (Annotation annotation : parameter.annotations()) {
        for (Source source : frame.library().call(annotation.name()).sources()) {
          var at = new CallSite(frame, site.members(), annotation.name(), Value.NONE, Arguments.NONE, annotation.at());
          value = value.or(Callbacks.fresh(source, at));
        }
      }
      any |= !value.isNone();
      values.add(value.isNone() ? Value.UNKNOWN : value);
    }
    return any ? Optional.of(Arguments.of(values, site.at())) : Optional.empty();
  }
}
