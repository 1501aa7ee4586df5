package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Library;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Propagation;
import dev.slguard.code.library.Sanitizer;
import dev.slguard.code.library.Source;
import dev.slguard.code.library.Transform;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what models say that a call of a library does, and what is safe to assume where they say nothing. */
final class LibraryCalls {
  static final int LONGEST_PATH = 200;
  /** In place of categories: decodes what a call that gives the tag {@link #ENCODED} made harmless. */
  private static final String RESTORES = "decoded";
  private static final String ENCODED = "encoded";

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private final Sinks sinks;
  private final Guards guards;
  private final Transforms transforms;
  private final Callbacks callbacks;

  LibraryCalls(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
    this.sinks = new Sinks(frame, members);
    this.guards = new Guards(frame);
    this.transforms = new Transforms(frame, members, calls);
    this.callbacks = new Callbacks(frame, members, calls, transforms);
  }

  /** Calls the function, method or constructor at {@code path}. */
  Value call(String path, Value receiver, Arguments arguments, Span at) {
    CallModel model = frame.library().call(path);
    String name = path.substring(path.lastIndexOf('.') + 1);
    var site = new CallSite(frame, members, path, receiver, arguments, at);
    if (model.isNothing() && isGetterOf(path, name)) {
      // A method reference to a getter: what it is applied to is its receiver.
      return receiver.isNone() && arguments.positional().size() == 1
          ? unknown(new CallSite(frame, members, path, arguments.value(0), Arguments.NONE, at), path)
          : unknown(site, path);
    }
    if (model.isNothing()) {
      model = frame.library().member(name);
    }
    if (model.isNothing()) {
      model = command(path, arguments);
    }
    if (model.isNothing() && !receiver.taints().isEmpty()) {
      model = calls.ofAnyType(name);
    }
    if (model.isNothing()) {
      return unknown(site, path);
    }
    return apply(model, site);
  }

  /** Whether {@code name} at the end of {@code path} reads a member of a type, not of what some call returned. */
  private static boolean isGetterOf(String path, String name) {
    int end = path.length() - name.length() - 1;
    int start = end <= 0 ? 0 : path.lastIndexOf('.', end - 1) + 1;
    return end > start && Character.isUpperCase(path.charAt(start)) && name.length() > 3 && name.startsWith("get")
        && Character.isUpperCase(name.charAt(3));
  }

  /** A client that is sent request objects: what it does is known by the type of the object. */
  private CallModel command(String path, Arguments arguments) {
    for (Ref ref : arguments.value(0).refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Foreign(String type)) {
        return frame.library().call(path + '.' + type.substring(type.lastIndexOf('.') + 1));
      }
    }
    return CallModel.NOTHING;
  }

  /** What an annotation (its arguments by keyword, what it stands on first) does by its model. */
  void annotation(String name, Arguments arguments, Span at) {
    CallModel model = frame.library().call(name);
    if (!model.sinks().isEmpty()) {
      sinks.check(model.sinks(), new CallSite(frame, members, name, Value.NONE, arguments, at));
    }
  }

  /** Makes an instance of the library type {@code path}. */
  Value construct(String path, Arguments arguments, Span at) {
    CallModel model = frame.library().call(path);
    var site = new CallSite(frame, members, path, Value.NONE, arguments, at);
    if (model.knowsResult() || !model.callbacks().isEmpty()) {
      return apply(model, site);
    }
    Thing fresh = Thing.of(new Thing.Kind.Foreign(path)).ofLength(Thing.UNKNOWN_LENGTH);
    Value made = frame.make(model.isNothing() ? fresh : transforms.builders().made(fresh, site), 0);
    Taints taints = site.everything();
    if (!arguments.positional().isEmpty() && made.refs().getFirst() instanceof Ref.Thing(int id)) {
      Value first = members.asText(arguments.value(0));
      if (first.hasParts() || first.constantText().isPresent()) {
        frame.setThing(id, frame.thing(id).with(Symbols.CONTENT, first));
      }
    }
    if (arguments.value(0).refs().size() == 1 && arguments.value(0).refs().getFirst() instanceof Ref.Thing(int options)
        && frame.thing(options).kind() instanceof Thing.Kind.Dictionary) {
      members.additions().merge(made, arguments.value(0));
    }
    if (!taints.isEmpty() && made.refs().getFirst() instanceof Ref.Thing(int id)) {
      frame.setThing(id, frame.thing(id).withRest(Value.tainted(taints.map(Taint::derived))));
    }
    if (!model.isNothing()) {
      sinks.check(model.sinks(), site);
      sources(model.sources(), site, made);
    }
    callAll(site, taints);
    return made;
  }

  /** Calls something of which nothing is known but the receiver and perhaps a name. */
  Value unknown(String name, Value receiver, Arguments arguments, Span at) {
    CallModel model = name.isEmpty() ? CallModel.NOTHING : frame.library().member(name);
    var site = new CallSite(frame, members, name, receiver, arguments, at);
    return model.isNothing() ? unknown(site, "") : apply(model, site);
  }

  private Value unknown(CallSite site, String path) {
    Optional<Value> read = Accessors.getter(site, path, calls);
    if (read.isPresent()) {
      return read.get();
    }
    Value decorated = Callbacks.decorated(site);
    Taints taints = answered(site).map(Taint::hop);
    Value returned = callAll(site, taints);
    Value result = Value.tainted(taints).or(returned.isNone() ? Value.UNKNOWN : returned);
    result = result.or(decorated);
    absorb(site, taints);
    return path.isEmpty() || path.length() > LONGEST_PATH
        ? result
        : result.or(Value.of(new Ref.Foreign(path))).opened();
  }

  /** What a call may answer with of which nothing is said. A secret beside other arguments is a key, and they do not answer with those. */
  private static Taints answered(CallSite site) {
    Taints all = site.everything();
    boolean key = site.arguments().positional().size() > 1
        && all.items().stream().anyMatch(taint -> taint.origin().label() == Label.SECRET);
    return key ? all.without(Label.SECRET) : all;
  }

  /** An object without a model may keep what it is given. */
  private void absorb(CallSite site, Taints taints) {
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Foreign
          && !taints.isEmpty()) {
        frame.setThing(id, frame.thing(id).withRest(Value.tainted(taints)));
      }
    }
  }

  /** Calls every function among the arguments with what the call carries. */
  private Value callAll(CallSite site, Taints taints) {
    Value returned = Value.NONE;
    Value input = Value.tainted(taints);
    // A map of functions is mostly a client that is handed on: what it does matters where something goes in.
    boolean all = !taints.isEmpty();
    for (Arguments.Arg arg : site.arguments().all()) {
      for (Value function : HandedFunctions.in(frame, arg.value(), all)) {
        returned = returned
            .or(calls.apply(function, Value.NONE, Arguments.of(List.of(input, input, input), site.at()), site.at()));
        frame.revive();
      }
    }
    return returned;
  }

  private Value apply(CallModel model, CallSite written) {
    CallSite site = model.sinks().isEmpty() || !model.callbacks().isEmpty() ? written : evaluated(written);
    sinks.check(model.sinks(), site);
    model.use().ifPresent(use -> Uses.note(use, site));
    Value result = result(model, site);
    result = callbacks.call(model.callbacks(), site, result);
    result = sources(model.sources(), site, result);
    for (Sanitizer sanitizer : model.sanitizers()) {
      if (Conditions.hold(sanitizer.conditions(), site)) {
        long cleared = frame.analysis().categories().mask(sanitizer.clears());
        long mask = cleared | frame.analysis().categories().mask(sanitizer.tags());
        if (sanitizer.clears().contains(RESTORES)) {
          long encoded = frame.analysis().categories().mask(ENCODED);
          long all = frame.analysis().categories().mask(Library.ALL) | encoded;
          result = result.mapTaints(taint -> (taint.cleared() & encoded) == 0 ? taint : taint.unclear(all));
          continue;
        }
        result = cleared == 0
            ? items(result, site, mask).mapTaints(taint -> taint.clear(mask))
            : items(result, site, mask).mapTaints(taint -> taint.clear(mask).derived());
      }
    }
    if (model.propagations().stream().anyMatch(p -> p.transform() == Transform.REPLACE)) {
      long kept = guards.clearedByReplacing(site);
      result = kept == 0 ? result : result.mapTaints(taint -> taint.clear(kept));
    }
    return guards.apply(model.guards(), site, result);
  }

  /** A function without parameters that a sink is given makes the value: messages of loggers, suppliers. */
  private CallSite evaluated(CallSite site) {
    List<Arguments.Arg> all = new ArrayList<>(site.arguments().positional());
    boolean changed = false;
    for (int i = 0; i < all.size(); i++) {
      Value value = all.get(i).value();
      boolean supplier = value.refs().size() == 1 && value.refs().getFirst() instanceof Ref.Thing(int id)
          && frame.thing(id).kind() instanceof Thing.Kind.Closure closure && closure.routine().parameters().isEmpty();
      if (supplier) {
        Value made = calls.apply(value, Value.NONE, Arguments.NONE, site.at());
        frame.revive();
        all.set(i, new Arguments.Arg(made.isNone() ? value : made, all.get(i).at()));
        changed = true;
      }
    }
    var arguments = new Arguments(all, site.arguments().keywords(), site.arguments().more());
    return changed ? new CallSite(frame, members, site.path(), site.receiver(), arguments, site.at()) : site;
  }

  /** Marks the items of a list that the call made. */
  private Value items(Value result, CallSite site, long mask) {
    for (Ref ref : result.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Listing
          && !site.receiver().refs().contains(ref)) {
        frame.setThing(id,
            frame.thing(id).map((symbol, value) -> value.mapTaints(taint -> taint.clear(mask).derived())));
      }
    }
    return result;
  }

  private Value result(CallModel model, CallSite site) {
    Optional<String> known = model.returns().map(pattern -> site.filled(pattern));
    Optional<String> type = known;
    Value result = Value.NONE;
    boolean said = false;
    for (Propagation propagation : model.propagations()) {
      if (Conditions.hold(propagation.conditions(), site)) {
        boolean nothing = propagation.transform() == Transform.SAME && !propagation.from().isEmpty()
            && propagation.from().stream().noneMatch(site::has);
        if (nothing || propagation.transform() == Transform.CHECKS_FIELD) {
          // A decorator that is still being made hands nothing on: its path says what it will do.
          continue;
        } else if (propagation.transform() == Transform.ALIAS) {
          transforms.apply(propagation, site);
          continue;
        } else if (propagation.transform() == Transform.INSTANCE && propagation.to().root() == Position.Root.RECEIVER) {
          transforms.become(propagation, site);
          continue;
        }
        boolean makes = propagation.transform() == Transform.OBJECT;
        Value value = makes
            ? transforms.builders().object(site, propagation.type().or(() -> known).orElse(""))
            : transforms.apply(propagation, site);
        type = propagation.transform() == Transform.INSTANCE || propagation.transform() == Transform.MATCH_LIST
            ? Optional.empty()
            : propagation.type().or(() -> known);
        if (propagation.to().root() == Position.Root.RESULT) {
          result = propagation.to().members().isEmpty()
              ? result.or(value)
              : withMember(result.isNone() ? Value.UNKNOWN : result, propagation.to().members(), value);
          said = true;
        } else {
          deliver(propagation.to(), value, site);
        }
      }
    }
    if (!said) {
      Taints taints = answered(site).map(model.isNothing() ? Taint::hop : Taint::derived);
      boolean carries = !model.sources().isEmpty() || type.isPresent() && model.sanitizers().isEmpty();
      result = carries && !model.sources().isEmpty() ? Value.UNKNOWN : Value.tainted(taints);
      if (model.callbacks().isEmpty() && !model.sinks().isEmpty() && type.isEmpty() && model.sources().isEmpty()) {
        callAll(site, taints);
      }
    }
    if (type.isEmpty()) {
      if (Callbacks.isFactory(model, site) && !said && result.isOpen() && result.refs().isEmpty()) {
        // A decorator may ask what it was made with.
        return transforms.builders().object(site, bounded(site.path()));
      }
      return result.isOpen() && result.refs().isEmpty() && !said
          ? result.or(Value.of(new Ref.Foreign(bounded(site.path())))).opened()
          : result;
    }
    String wanted = type.get();
    boolean object = result.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Foreign(String path) && path.equals(wanted));
    return object ? result : typed(wanted, result);
  }

  static String bounded(String path) {
    return path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path;
  }

  private Value typed(String type, Value result) {
    return switch (type) {
      case "number", "boolean" -> Value.PLAIN;
      case "text" -> result;
      case "list" -> container(new Thing.Kind.Listing(), result);
      case "map" -> container(new Thing.Kind.Dictionary(), result);
      case "set" -> container(new Thing.Kind.Collection(), result);
      default -> result.withRefs(List.of(new Ref.Foreign(type))).opened();
    };
  }

  private Value container(Thing.Kind kind, Value content) {
    Thing thing = Thing.of(kind).ofLength(Thing.UNKNOWN_LENGTH);
    return frame.make(content.taints().isEmpty() ? thing : thing.withRest(Value.tainted(content.taints())), 1);
  }

  private void deliver(Position to, Value value, CallSite site) {
    for (Arguments.Arg target : site.at(new Position(to.root(), to.index(), to.name(), List.of()))) {
      for (Ref ref : target.value().refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          Thing thing = frame.thing(id);
          if (thing.kind() instanceof Thing.Kind.Buffer) {
            transforms.builders().append(target.value(), value);
            continue;
          }
          frame.setThing(id,
              to.members().isEmpty()
                  ? thing.withRest(value)
                  : to.members().getFirst().equals("*")
                      ? thing.withRest(value).ofLength(Thing.UNKNOWN_LENGTH)
                      : thing.with(frame.analysis().symbols().of(to.members().getFirst()), value));
        }
      }
    }
  }

  private Value sources(List<Source> sources, CallSite site, Value result) {
    Value labelled = result;
    for (Source source : sources) {
      if (Conditions.hold(source.conditions(), site)) {
        Value fresh = Callbacks.fresh(source, site);
        if (source.position().root() == Position.Root.RESULT) {
          labelled = source.position().members().isEmpty()
              ? labelled.plus(fresh.taints())
              : withMember(labelled, source.position().members(), fresh);
        } else {
          deliver(source.position(), fresh, site);
        }
      }
    }
    return labelled;
  }

  private Value withMember(Value result, List<String> keys, Value fresh) {
    Value target = result.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing)
        ? result
        : keys.getFirst().equals("*")
            ? frame.make(Thing.of(new Thing.Kind.Listing()).ofLength(Thing.UNKNOWN_LENGTH), 29)
            : members.materialised(result);
    Value inner = fresh;
    for (int i = keys.size() - 1; i > 0; i--) {
      boolean items = keys.get(i).equals("*");
      Value holder = frame.make(Thing.of(items ? new Thing.Kind.Listing() : new Thing.Kind.Dictionary()), 30 + i);
      putKey(holder, keys.get(i), inner);
      inner = holder;
    }
    putKey(target, keys.getFirst(), inner);
    return target;
  }

  private void putKey(Value holder, String key, Value value) {
    for (Ref ref : holder.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        frame.setThing(id,
            key.equals("*")
                ? thing.withRest(value).ofLength(Thing.UNKNOWN_LENGTH)
                : thing.with(frame.analysis().symbols().of(key), value));
      }
    }
  }

  // Members

  /** The member {@code name} of the library thing at {@code path}. */
  Value member(String path, String name, Value object, Span at) {
    String full = path + '.' + name;
    Optional<String> constant = frame.library().constant(full);
    if (constant.isPresent()) {
      return Value.of(Constant.text(constant.get()));
    }
    CallModel own = frame.library().call(full);
    CallModel model = frame.library().namesSecret(name, false)
        ? own.and(frame.library().call(path + ".<secret>"))
        : own;
    var site = new CallSite(frame, members, full, object, Arguments.NONE, at);
    Value result = Value.tainted(object.taints().map(taint -> taint.read(name, at)));
    List<Propagation> propagations = model.propagations().stream().filter(p -> p.transform() != Transform.ALIAS)
        .toList();
    if (propagations.size() < model.propagations().size()) {
      model.propagations().stream().filter(p -> p.transform() == Transform.ALIAS && p.conditions().isEmpty())
          .forEach(p -> transforms.apply(p, site));
    }
    if (propagations.stream().anyMatch(p -> p.transform() == Transform.ENVIRONMENT)) {
      return frame.analysis().environment().value(Value.of(Constant.text(name)), site);
    }
    boolean source = !model.sources().isEmpty() && propagations.isEmpty();
    if (source) {
      result = object.refs().stream().allMatch(ref -> ref instanceof Ref.Foreign)
          ? result.plus(ofRequest(model.sources(), site, name))
          : sources(model.sources(), site, result);
    }
    if (!model.sanitizers().isEmpty() && propagations.isEmpty()) {
      long mask = 0;
      for (Sanitizer sanitizer : model.sanitizers()) {
        mask |= frame.analysis().categories().mask(sanitizer.clears());
        mask |= frame.analysis().categories().mask(sanitizer.tags());
      }
      long cleared = mask;
      result = result.mapTaints(taint -> taint.clear(cleared));
    }
    if (propagations.stream().anyMatch(p -> p.conditions().isEmpty() && p.from().contains(Position.receiver()))) {
      return transforms.apply(propagations.getFirst(), site);
    }
    if (!object.refs().isEmpty() && object.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Foreign && !model.isNothing() && !model.callbacks().isEmpty()) {
      return result;
    }
    String type = model.returns().filter(returned -> propagations.isEmpty() && !returned.contains("$")).orElse(full);
    Value whole = full.length() > LONGEST_PATH ? result.opened() : result.or(Value.of(new Ref.Foreign(type)));
    if (source) {
      kept(object, name, whole);
    }
    return whole;
  }

  /** What a name of a library gives is the same wherever a module reads it: a check of one reading is one of the next. */
  private Taints ofRequest(List<Source> sources, CallSite site, String name) {
    Taints all = Taints.NONE;
    for (Source source : sources) {
      if (Conditions.hold(source.conditions(), site)) {
        Value fresh = Callbacks.fresh(source, site, Span.startOf(frame.module().path()));
        all = all.and(fresh.taints().map(taint -> taint.member(name)));
      }
    }
    return all;
  }

  /** What was read from an object once is what it holds: a check of one reading is one of the next. */
  private void kept(Value object, String name, Value value) {
    if (object.refs().size() == 1 && object.refs().getFirst() instanceof Ref.Thing(int id) && id < State.GLOBAL
        && !frame.thing(id).isMany()) {
      frame.setThing(id, frame.thing(id).with(frame.analysis().symbols().of(name), value));
    }
  }

  /** Reading an element of a library's object under {@code key} may be a sink, or be modelled as a call. */
  Optional<Value> element(String path, Value object, Value key, Span at) {
    CallModel model = frame.library().element(path);
    return model.isNothing()
        ? Optional.empty()
        : Optional
            .of(apply(model, new CallSite(frame, members, path + ".[]", object, Arguments.of(List.of(key), at), at)));
  }

  /** Assigning a member of a library's object may be a sink: {@code request.url = x}. */
  void setMember(Value target, Value key, Value value, Span at) {
    Optional<String> name = key.key();
    for (Ref ref : target.refs()) {
      Optional<String> path = switch (ref) {
        case Ref.Foreign(String foreign) -> Optional.of(foreign);
        case Ref.Thing(int id) -> frame.thing(id).kind() instanceof Thing.Kind.Foreign(String foreign)
            ? Optional.of(foreign)
            : Optional.empty();
      };
      if (path.isPresent() && name.isPresent()) {
        CallModel model = frame.library().call(path.get() + '.' + name.get() + "=");
        if (!model.sinks().isEmpty()) {
          sinks.check(model.sinks(), new CallSite(frame, members, path.get() + '.' + name.get(), target,
              Arguments.of(List.of(value), at), at));
        }
      }
    }
  }
}
