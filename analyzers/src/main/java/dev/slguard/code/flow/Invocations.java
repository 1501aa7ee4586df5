package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import dev.slguard.code.ir.Capture;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs a routine of the project: binds arguments, takes its summary and applies it. */
final class Invocations {
  private final Frame frame;
  private final Members members;

  Invocations(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
  }

  Value invoke(Thing thing, Thing.Kind.Closure closure, Value receiver, Arguments given, Span at) {
    Routine routine = closure.routine();
    Value self = thing.members().get(Symbols.RECEIVER, receiver);
    Value boundArguments = thing.members().get(Symbols.BOUND, Value.NONE);
    Arguments arguments = boundArguments.isNone() ? given : given.behind(items(boundArguments, at));
    if (routine.kind() == Routine.Kind.CONSTRUCTOR && self.isNone()) {
      self = Value.UNKNOWN;
    }
    if (routine.receiver().isPresent() && (self.isNone() || isClass(self)) && routine.kind() == Routine.Kind.METHOD
        && !arguments.positional().isEmpty()) {
      self = arguments.value(0);
      arguments = arguments.after(1);
    }
    Value schema = thing.members().get(Symbols.SCHEMA, Value.NONE);
    if (!schema.isNone() && !arguments.positional().isEmpty()) {
      frame.state().setFacts(frame.state().facts().and(SchemaFacts.of(frame, schema, arguments.value(0))));
    }
    Value owner = thing.members().get(Symbols.OWNER, Value.NONE);
    IntMap<Value> locals = bind(routine, closure, thing, self, arguments);
    return run(routine, closure, owner, locals, at);
  }

  private boolean isClass(Value value) {
    return value.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.ClassThing);
  }

  private List<Arguments.Arg> items(Value list, Span at) {
    for (Ref ref : list.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        return java.util.stream.IntStream.range(0, Math.max(0, thing.length())).mapToObj(i -> new Arguments.Arg(
            thing.members().get(frame.analysis().symbols().of(Integer.toString(i)), Value.UNKNOWN), at)).toList();
      }
    }
    return List.of();
  }

  private IntMap<Value> bind(Routine routine, Thing.Kind.Closure closure, Thing thing, Value self,
      Arguments arguments) {
    IntMap<Value> locals = IntMap.empty();
    if (routine.receiver().isPresent()) {
      locals = locals.put(routine.receiver().get().index(), self.isNone() ? Value.UNKNOWN : self);
    }
    int index = 0;
    for (Capture capture : routine.captures()) {
      locals = locals.put(capture.inner().index(), thing.members().get(Symbols.captured(index++), Value.NONE));
    }
    int next = 0;
    int sub = 40;
    Set<String> taken = new HashSet<>();
    for (Parameter parameter : routine.parameters()) {
      Value value = switch (parameter.kind()) {
        case POSITIONAL -> {
          taken.add(parameter.name());
          Value given = next < arguments.positional().size()
              ? arguments.value(next)
              : byName(arguments, parameter.name());
          next++;
          yield given;
        }
        case KEYWORD_ONLY -> {
          taken.add(parameter.name());
          yield byName(arguments, parameter.name());
        }
        case REST -> rest(arguments, next, sub++);
        case KEYWORD_REST -> keywordRest(arguments, taken, sub++);
      };
      String type = routine.variable(parameter.local()).type().orElse("");
      Value passed = Constraints.applied(frame, members, value, parameter.annotations());
      Value typed = type.isEmpty()
          ? passed
          : frame.analysis().types().typedAs(frame, passed, type, closure.module(), sub++);
      locals = locals.put(parameter.local().index(), typed);
    }
    return locals;
  }

  /** What a call passes under {@code name}, be it as a member of a map that is spread over the parameters. */
  private static Value byName(Arguments arguments, String name) {
    Optional<Arguments.Arg> spread = arguments.keyword("**");
    return arguments.keyword(name).map(Arguments.Arg::value)
        .orElseGet(() -> arguments.more().isNone()
            ? Value.NOTHING
            : spread.isPresent() && arguments.more().refs().isEmpty()
                ? arguments.more().mapTaints(taint -> taint.read(name, spread.get().at()))
                : arguments.more());
  }

  private Value rest(Arguments arguments, int from, int sub) {
    Value list = frame.make(Thing.of(new Thing.Kind.Listing()), sub);
    for (int i = from; i < arguments.positional().size(); i++) {
      members.additions().append(list, arguments.value(i));
    }
    if (!arguments.more().isNone()) {
      members.additions().extend(list, Value.tainted(arguments.more().taints()));
    }
    return list;
  }

  private Value keywordRest(Arguments arguments, Set<String> taken, int sub) {
    Value map = frame.make(Thing.of(new Thing.Kind.Dictionary()), sub);
    arguments.keywords().forEach((name, arg) -> {
      if (name.equals("**")) {
        members.additions().merge(map, arg.value());
      } else if (!taken.contains(name)) {
        members.put(map, Value.of(dev.slguard.code.ir.Constant.text(name)), arg.value());
      }
    });
    return map;
  }

  private Value run(Routine routine, Thing.Kind.Closure closure, Value owner, IntMap<Value> locals, Span at) {
    var mapping = new Mapping(frame, new Flow.Step(Flow.Step.Kind.CALL, at, routine.name()));
    IntMap<Value> mapped = locals.map((local, value) -> mapping.in(value));
    Value mappedOwner = mapping.in(owner);
    var input = new Input(routine, mapped, mappedOwner, mapping.facts(0));
    Outcome outcome = frame.analysis().outcome(input, mapping, closure.module());
    outcome.hits().forEach(hit -> frame.hit(mapping.out(hit)));
    outcome.uses().forEach(use -> frame.use(mapping.out(use)));
    if (!outcome.thrown().isNone()) {
      frame.throwing(mapping.out(outcome.thrown()));
    }
    if (!outcome.returns()) {
      mapping.apply(outcome);
      frame.die();
      return Value.NONE;
    }
    Value result = mapping.out(outcome.result());
    mapping.apply(outcome);
    return routine.returnType().map(type -> frame.analysis().types().typedAs(frame, result, type, closure.module(), 59))
        .orElse(result);
  }
}
