package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Callback;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Source;
import dev.slguard.code.library.Transform;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls the functions that a library is given, with what the library passes to them. */
final class Callbacks {
  private static final Position ROUTE = Position.of("receiver.<0>");

  /** The number of the value that a filter looks at. */
  private static final int UNDER_TEST = 1 << 27 | 1;
  private static final int PAIR = 2;

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private final Transforms transforms;

  Callbacks(Frame frame, Members members, Calls calls, Transforms transforms) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
    this.transforms = transforms;
  }

  /** A new value that carries the label of {@code source}. */
  static Value fresh(Source source, CallSite site) {
    return fresh(source, site, site.at());
  }

  /** A new value that carries the label of {@code source}, the same one as every other from {@code from}. */
  static Value fresh(Source source, CallSite site, Span from) {
    var origin = new Origin.Point(source.label(), source.trust(), source.kind(), from);
    var trace = Trace.EMPTY.then(new Flow.Step(Flow.Step.Kind.SOURCE, site.at(), source.kind()));
    return Value.tainted(Taints.of(Taint.at(origin, trace)));
  }

  /** An element of a library's object, which may be a source. */
  static Value element(String path, Value container, Frame frame, Members members) {
    CallModel model = frame.library().call(path + Members.ELEMENT);
    Value element = Value.of(new Ref.Foreign(model.returns().orElse(path + Members.ELEMENT))).opened();
    List<Source> sources = model.sources();
    if (sources.isEmpty()) {
      return element;
    }
    Span at = frame.routine().at();
    var site = new CallSite(frame, members, path + Members.ELEMENT, container, Arguments.NONE, at);
    for (Source source : sources) {
      element = element.or(fresh(source, site));
    }
    return element;
  }

  /** Runs {@code callbacks}; the result of the call, which is {@code result} where they say nothing of it. */
  Value call(List<Callback> callbacks, CallSite site, Value result) {
    Value all = result;
    for (Callback callback : callbacks) {
      if (!Conditions.hold(callback.conditions(), site)) {
        continue;
      }
      for (Arguments.Arg function : site.at(callback.function())) {
        if (!callback.methods().isEmpty()) {
          methods(callback, function.value(), site);
          continue;
        }
        Value called = callback.method().map(name -> method(function.value(), name)).orElse(function.value());
        if (isCallable(called) && suits(callback, callbacks, called)) {
          all = callback(callback, called, site, all);
        }
      }
    }
    return all;
  }

  /**
   * Whether the function takes what {@code callback} gives: where libraries give functions at one position more or less
   * by the number of their parameters, that is the least that fills them all.
   */
  private boolean suits(Callback callback, List<Callback> callbacks, Value function) {
    int taken = parameters(function);
    int wanted = callback.inputs().size();
    for (Callback other : callbacks) {
      int given = other.inputs().size();
      if (taken >= 0 && other.function().equals(callback.function())
          && (given >= taken && given < wanted || wanted < taken && given > wanted)) {
        return false;
      }
    }
    return true;
  }

  private int parameters(Value function) {
    return routine(function).map(routine -> routine.parameters().size()).orElse(-1);
  }

  /** The method {@code name} of the objects in {@code value}, of a new one for a class. */
  private Value method(Value value, String name) {
    Value methods = Value.NONE;
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        boolean isClass = frame.thing(id).kind() instanceof Thing.Kind.ClassThing;
        boolean isInstance = frame.thing(id).kind() instanceof Thing.Kind.Instance;
        Value self = isClass ? FrameworkCalls.construct(frame, calls, Value.of(ref)) : Value.of(ref);
        Value type = isInstance ? frame.thing(id).members().get(Symbols.CLASS, Value.NONE) : Value.of(ref);
        if (isClass || isInstance) {
          methods = methods.or(calls.classes().member(type, name).map(it -> calls.bound(it, self)).orElse(Value.NONE));
        }
      }
    }
    return methods;
  }

  /** Calls the methods of an object, or of a new one of a class, as a framework does. */
  private void methods(Callback callback, Value target, CallSite site) {
    for (Ref ref : target.refs()) {
      if (!(ref instanceof Ref.Thing(int id))) {
        continue;
      }
      Thing thing = frame.thing(id);
      Value self = thing.kind() instanceof Thing.Kind.ClassThing
          ? FrameworkCalls.construct(frame, calls, Value.of(ref))
          : Value.of(ref);
      Value type = thing.kind() instanceof Thing.Kind.ClassThing
          ? Value.of(ref)
          : thing.members().get(Symbols.CLASS, Value.NONE);
      for (String name : callback.methods()) {
        calls.classes().member(type, name)
            .ifPresent(method -> callback(callback, calls.bound(method, self), site, Value.NONE));
      }
    }
  }

  private Value model(Value type, boolean many) {
    Value made = transforms.model(type, eventPart(List.of("*")));
    return many ? transforms.containers().listOf(made) : made;
  }

  /**
   * What the parameter at {@code index} gets of a request: nothing harmful if the text that the call or its decorator was
   * made with, a route, says that it is a number; no slash if that says that it is one segment; what its group matches if the route is a regular expression.
   */
  private Value ofRoute(Callback callback, Value function, int index, CallSite site, Source source) {
    Value given = fresh(source, site);
    Optional<String> route = site.value(ROUTE).constantText().or(() -> site.text(0)).or(() -> site.text(1));
    Optional<String> name = parameter(function, index);
    if (route.isEmpty() || name.isEmpty()) {
      return given;
    }
    if (said(callback.harmless(), name.get(), route.get(), site)) {
      return Value.UNKNOWN;
    }
    Optional<String> group = Patterns.group(route.get(), name.get());
    var categories = frame.analysis().categories();
    long cleared = group.isPresent()
        ? new Guards(frame).clearedBy(group.get())
        : said(callback.segments(), name.get(), route.get(), site)
            ? categories.mask("no-parent") | categories.mask("no-root")
            : 0L;
    return given.mapTaints(taint -> taint.clear(cleared));
  }

  private static boolean said(List<String> texts, String name, String route, CallSite site) {
    return texts.stream().map(text -> text.replace("${name}", name))
        .anyMatch(text -> route.contains(text) || site.arguments().positional().stream()
            .anyMatch(arg -> arg.value().constantText().filter(it -> it.contains(text)).isPresent()));
  }

  private boolean isGenerator(Value function) {
    return routine(function).filter(Routine::isGenerator).isPresent();
  }

  private Optional<Routine> routine(Value function) {
    return function.refs().stream()
        .filter(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure)
        .map(ref -> ((Thing.Kind.Closure) frame.thing(((Ref.Thing) ref).id()).kind()).routine()).findFirst();
  }

  /**
   * What a container supplies for a parameter whose annotation says so: nothing where that is its default, which the
   * function then computes; empty for any other parameter.
   */
  private Optional<Value> supplied(Value function, int index, CallSite site) {
    for (Ref ref : function.refs()) {
      if (!(ref instanceof Ref.Thing(int id)) || !(frame.thing(id).kind() instanceof Thing.Kind.Closure closure)
          || index >= closure.routine().parameters().size()) {
        continue;
      }
      Parameter parameter = closure.routine().parameters().get(index);
      for (Annotation annotation : parameter.annotations()) {
        boolean supplies = frame.library().call(annotation.name()).callbacks().stream()
            .anyMatch(callback -> callback.result() == Callback.Result.SUPPLIED);
        if (supplies && parameter.optional() && !annotation.arguments().isEmpty()) {
          return Optional.of(Value.NOTHING);
        } else if (supplies && !annotation.arguments().isEmpty()) {
          Optional<Value> supplier = annotation.arguments().getOrDefault("0", List.of()).stream()
              .filter(Constant.Text.class::isInstance).map(constant -> ((Constant.Text) constant).value()).findFirst()
              .flatMap(name -> frame.analysis().imports().type(closure.module(), name));
          return supplier.map(each -> calls.library().call(annotation.name(), Value.NONE,
              Arguments.of(List.of(each), site.at()), site.at()));
        }
      }
    }
    return Optional.empty();
  }

  /** The name of the parameter of {@code function} that gets the argument at {@code index}. */
  private Optional<String> parameter(Value function, int index) {
    for (Ref ref : function.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure
          && index < closure.routine().parameters().size()) {
        return Optional.of(closure.routine().parameters().get(index).name());
      }
    }
    return Optional.empty();
  }

  /** The member of the event at the end of {@code keys}. */
  private static Value eventPart(List<String> keys) {
    Taint taint = Taint.at(new Origin.Event(), Trace.EMPTY);
    for (String key : keys) {
      taint = taint.member(key);
    }
    return Value.tainted(Taints.of(taint));
  }

  /** A call with nothing but a function or class may be a decorator, and those leave it what it is. */
  static Value decorated(CallSite site) {
    Frame frame = site.frame();
    Value made = frame.library().protocol("instance").contains("*") ? instance(site) : Value.NONE;
    if (!made.isNone()) {
      return made;
    }
    if (site.arguments().positional().size() != 1 || !site.receiver().taints().isEmpty()) {
      return Value.NONE;
    }
    Value only = site.arguments().value(0);
    List<Ref> defined = only.refs().stream()
        .filter(ref -> ref instanceof Ref.Thing(int id) && (frame.thing(id).kind() instanceof Thing.Kind.ClassThing
            || frame.thing(id).kind() instanceof Thing.Kind.Closure closure
                && closure.routine().kind() != Routine.Kind.LAMBDA))
        .toList();
    return defined.isEmpty() ? Value.NONE : Value.NONE.withRefs(defined);
  }

  /** What a call makes that is told the class to make: containers, mappers, clients; nothing if it is told none. */
  private static Value instance(CallSite site) {
    Frame frame = site.frame();
    Value made = Value.NONE;
    for (Arguments.Arg arg : site.arguments().positional()) {
      for (Ref ref : arg.value().refs()) {
        if (ref instanceof Ref.Thing(int id)
            && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)
            && definition.kind() != ClassDefinition.Kind.ENUM && made.isNone()) {
          Thing instance = Thing.of(new Thing.Kind.Instance()).with(Symbols.CLASS, Value.of(ref));
          Taints taints = site.everything().map(Taint::hop);
          made = frame.make(instance.withRest(taints.isEmpty() ? Value.UNKNOWN : Value.tainted(taints)), 53);
        }
      }
    }
    return made;
  }

  /** Whether this call with arguments makes a decorator: what the model says is for the call of what it returns. */
  static boolean isFactory(CallModel model, CallSite site) {
    boolean called = model.callbacks().stream().anyMatch(
        callback -> (callback.result() == Callback.Result.FUNCTION || callback.result() == Callback.Result.BOUND)
            && !Conditions.hold(callback.conditions(), site));
    boolean handed = model.propagations().stream()
        .anyMatch(each -> each.transform() == Transform.SAME && !each.from().isEmpty());
    return (called || handed) && !site.arguments().all().isEmpty();
  }

  private boolean isCallable(Value value) {
    return value.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Foreign
            || ref instanceof Ref.Thing(int id) && (frame.thing(id).kind() instanceof Thing.Kind.Closure
                || frame.thing(id).kind() instanceof Thing.Kind.Instance
                || frame.thing(id).kind() instanceof Thing.Kind.Foreign(String path)
                    && !frame.library().call(path).guards().isEmpty()
                || frame.thing(id).kind() instanceof Thing.Kind.ForeignMethod));
  }

  private Value callback(Callback callback, Value function, CallSite site, Value result) {
    Optional<Value> cell = Optional.empty();
    List<Value> inputs = new ArrayList<>();
    int sub = 20;
    for (Callback.Input input : callback.inputs()) {
      Value value = switch (input) {
        case Callback.Input.Of(Position position) -> inside(position, site.value(position));
        case Callback.Input.Returned _ -> site.value(Position.argument(1));
        case Callback.Input.From(Source source) -> {
          int index = inputs.size();
          yield supplied(function, index, site).orElseGet(() -> ofRoute(callback, function, index, site, source));
        }
        case Callback.Input.Model(Position type, boolean many) -> model(site.value(type), many);
        case Callback.Input.Schema(Position schema, boolean enveloped, boolean many) -> {
          Value data = enveloped ? eventPart(List.of("*")) : frame.analysis().event(frame);
          Value passed = transforms.ofSchema(site.value(schema), data);
          yield many ? transforms.containers().listOf(passed) : passed;
        }
        case Callback.Input.Instance(String type) -> {
          Value made = frame.make(Thing.of(new Thing.Kind.Foreign(type)).ofLength(Thing.UNKNOWN_LENGTH), sub++);
          new RequestState(frame).arrive(type, made);
          if (inputs.isEmpty()) {
            new Validations(frame, members, calls).keep(callback.validated(), type, made, site);
          }
          yield made;
        }
        case Callback.Input.Event _ -> frame.analysis().event(frame);
        case Callback.Input.Path _ -> Value.of(new Ref.Foreign(LibraryCalls.bounded(site.path()))).opened();
        case Callback.Input.EventPart(List<String> keys) -> eventPart(keys);
        case Callback.Input.Other _ -> Value.UNKNOWN;
      };
      if (input instanceof Callback.Input.Instance(String type) && type.equals("cell") && cell.isEmpty()) {
        cell = Optional.of(value);
      }
      inputs.add(value.isNone() ? Value.UNKNOWN : value);
    }
    if (!inputs.isEmpty()) {
      inputs.set(0, underTest(callback.result(), inputs.getFirst()));
    }
    if (callback.result() == Callback.Result.BOUND) {
      return transforms.bound(function, inputs);
    }
    Value returned = calls.apply(function, Value.NONE, Arguments.of(inputs, site.at()), site.at());
    new RequestState(frame).leave(callback.inputs(), inputs);
    callback.answers().forEach(category -> new Responses(frame, members).answer(category, returned, routine(function)));
    if (callback.inputs().contains(new Callback.Input.Returned())) {
      List<Value> again = new ArrayList<>(inputs);
      again.replaceAll(value -> value.or(returned));
      calls.apply(function, Value.NONE, Arguments.of(again, site.at()), site.at());
    }
    frame.revive();
    if (cell.isPresent() && cell.get().refs().getFirst() instanceof Ref.Thing(int id)) {
      Value content = frame.thing(id).members().get(Symbols.CONTENT, Value.NONE);
      return content.isNone() ? Value.UNKNOWN : content;
    }
    return result(callback.result(), function, inputs, returned, result, site);
  }

  /** What is in {@code value}, which the call unwraps where it is the receiver itself: an optional value, a promise. */
  private Value inside(Position position, Value value) {
    boolean wraps = position.root() == Position.Root.RECEIVER && position.members().isEmpty();
    return wraps
        ? value.withRefs(value.refs().stream()
            .filter(ref -> !(ref instanceof Ref.Foreign(String path) && (frame.library().isA(path, "optional")
                || frame.library().isA(path, "promise") && !value.taints().isEmpty())))
            .toList())
        : value;
  }

  /** What the call results in, which would be {@code result} without a function. */
  private Value result(Callback.Result kind, Value function, List<Value> inputs, Value returned, Value result,
      CallSite site) {
    return switch (kind) {
      case UNTOUCHED -> result;
      case RETURNED -> returned.isNone() ? Value.UNKNOWN : returned;
      case SUPPLIED -> isGenerator(function) ? site.elements(returned) : returned.isNone() ? Value.UNKNOWN : returned;
      case LIST -> transforms.containers().listOf(returned);
      case FLAT -> transforms.containers().listOf(site.elements(returned));
      case FUNCTION, BOUND -> function;
      case RECEIVER -> site.receiver();
      case FILTERED -> filtered(site, inputs.getFirst(), returned.test().whenTrue());
      case FOUND -> {
        Value kept = kept(inputs.getFirst(), returned.test().whenTrue());
        yield kept.equals(inputs.getFirst()) ? result : kept.or(Value.NOTHING);
      }
      case EVERY -> result.tested(new Test(ofEvery(site, inputs.getFirst(), returned.test().whenTrue()), Facts.NONE));
      case MATCHED -> result.tested(new Test(returned.test().whenTrue(), Facts.NONE));
      case STORED -> stored(site, returned);
      case EITHER -> site.receiver().or(returned);
    };
  }

  /** {@code item} as the function gets it whose answer for it matters: with numbers for facts, if they hold of it alone. */
  private Value underTest(Callback.Result result, Value item) {
    if (result == Callback.Result.MATCHED) {
      return item.mapTaints(Taint::derived).numbered(0);
    } else if (result != Callback.Result.FILTERED && result != Callback.Result.FOUND
        && result != Callback.Result.EVERY) {
      return item;
    }
    frame.state().setFacts(frame.state().facts().minus(Facts.ofValue(UNDER_TEST)));
    pair(item).ifPresent(id -> {
      for (int i = 1; i <= PAIR; i++) {
        frame.state().setFacts(frame.state().facts().minus(Facts.ofValue(UNDER_TEST + 2 * i)));
      }
      int[] next = {UNDER_TEST};
      frame.setThing(id, frame.thing(id).map((symbol, value) -> value.numbered(next[0] += 2)));
    });
    return item.numbered(UNDER_TEST);
  }

  /** The list of two that {@code item} is: an entry of a map. */
  private Optional<Integer> pair(Value item) {
    return item.refs().size() == 1 && item.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Listing && frame.thing(id).length() == PAIR
        && frame.thing(id).members().size() == PAIR ? Optional.of(id) : Optional.empty();
  }

  /** {@code item}, or an entry of a map, as {@code facts} clear it. */
  private Value kept(Value item, Facts facts) {
    Optional<Integer> pair = pair(item);
    if (pair.isPresent()) {
      Thing entry = frame.thing(pair.get());
      Thing cleared = entry.map((symbol, value) -> frame.withFacts(value, facts).numbered(0));
      return cleared.equals(entry.map((symbol, value) -> value.numbered(0))) ? item : frame.make(cleared, 19);
    }
    return frame.withFacts(item, facts).numbered(0);
  }

  /** What holds of the items of the receiver and, as a text made of them, of itself. */
  private Facts ofEvery(CallSite site, Value item, Facts facts) {
    Value kept = kept(item, facts);
    long cleared = kept.taints().items().stream().mapToLong(Taint::cleared).reduce(-1L, (a, b) -> a & b);
    long mask = kept.taints().isEmpty() || kept.equals(item) ? 0 : cleared;
    return facts.minus(Facts.ofValue(UNDER_TEST)).and(new Guards(frame).clearing(site.receiver(), mask));
  }

  /** The receiver of {@code site}, or a list of its items: {@code item} as {@code facts} clear it. */
  private Value filtered(CallSite site, Value item, Facts facts) {
    Value kept = kept(item, facts);
    if (kept.equals(item)) {
      return site.receiver();
    }
    boolean listing = site.receiver().refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Thing(int id) && (frame.thing(id).kind() instanceof Thing.Kind.Listing
            || frame.thing(id).kind() instanceof Thing.Kind.Collection));
    long cleared = kept.taints().items().stream().mapToLong(Taint::cleared).reduce(-1L, (a, b) -> a & b);
    return listing ? transforms.containers().listOf(kept) : site.receiver().mapTaints(taint -> taint.clear(cleared));
  }

  private Value stored(CallSite site, Value returned) {
    Value key = site.arguments().value(0);
    Value known = members.get(site.receiver(), key, site.at(), calls);
    boolean missing = known.isConstant();
    if (missing) {
      members.put(site.receiver(), key, returned);
    }
    return missing ? returned : known.or(returned);
  }
}
