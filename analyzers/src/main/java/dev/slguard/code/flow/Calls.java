package dev.slguard.code.flow;

import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Transform;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what a call calls and does that: routines of the project, or what models say of a library. */
final class Calls {
  static final String PROTOTYPE = "prototype";
  private static final int MOST_TARGETS = 8;
  private static final List<String> ANY_TYPE = List.of("text", "map", "list", "set", "promise", "buffer");

  private final Frame frame;
  private final Members members;
  private final Classes classes;
  private final LibraryCalls library;
  private final Invocations invocations;
  private final Passing passing;

  Calls(Frame frame, Members members) {
    this.frame = frame;
    this.members = members;
    this.classes = new Classes(frame);
    this.invocations = new Invocations(frame, members);
    this.passing = new Passing(frame, members);
    this.library = new LibraryCalls(frame, members, this);
  }

  Classes classes() {
    return classes;
  }

  LibraryCalls library() {
    return library;
  }

  Value call(Instruction.Call call) {
    Arguments arguments = passing.arguments(call);
    return switch (call.callee()) {
      case Callee.Value(Operand function) -> {
        Value callee = frame.value(function);
        yield apply(callee, Value.NONE, arguments, call.at());
      }
      case Callee.Method(Operand receiver, String name) -> method(receiver, name, arguments, call.at());
      case Callee.Super(String name) -> superMethod(name, arguments, call.at());
      case Callee.Constructor(Operand type) -> construct(frame.value(type), arguments, call.at());
    };
  }

  /** The entries of {@code map} as keywords. */
  Arguments spread(Value map, Span at) {
    return passing.spread(map, at);
  }

  /** What several possible targets do, each from the same state. */
  private Value either(List<Supplier<Value>> targets) {
    if (targets.size() == 1) {
      return targets.getFirst().get();
    }
    State before = frame.state();
    Optional<State> after = Optional.empty();
    Value result = Value.NONE;
    for (Supplier<Value> target : targets.subList(0, Math.min(MOST_TARGETS, targets.size()))) {
      frame.setState(before.copy());
      Value value = target.get();
      if (frame.isDead()) {
        frame.revive();
      } else {
        result = result.or(value);
        State here = frame.state();
        after = Optional.of(after.map(known -> known.or(here, frame.surroundings())).orElse(here));
      }
    }
    if (after.isEmpty()) {
      frame.setState(before);
      frame.die();
      return Value.NONE;
    }
    frame.setState(after.get());
    return result;
  }

  /** Calls the function that {@code callee} is. */
  Value apply(Value callee, Value receiver, Arguments arguments, Span at) {
    List<Supplier<Value>> targets = new ArrayList<>();
    for (Ref ref : Overloads.meant(frame, callee, receiver, arguments)) {
      targets.add(() -> applyRef(ref, receiver, arguments, at));
    }
    boolean member = callee.taints().isEmpty() && callee.refs().stream().allMatch(ref -> ref instanceof Ref.Foreign);
    if (targets.isEmpty() || callee.isOpen() && !member) {
      targets.add(() -> library.unknown("", callee.or(receiver.isNone() ? Value.NONE : receiver), arguments, at));
    }
    return either(targets);
  }

  private Value applyRef(Ref ref, Value receiver, Arguments arguments, Span at) {
    if (ref instanceof Ref.Foreign(String path)) {
      return library.call(path, receiver, arguments, at);
    }
    int id = ((Ref.Thing) ref).id();
    Thing thing = frame.thing(id);
    return switch (thing.kind()) {
      case Thing.Kind.Closure closure -> invocations.invoke(thing, closure, receiver, arguments, at);
      case Thing.Kind.ClassThing _ -> construct(Value.of(ref), arguments, at);
      case Thing.Kind.Instance _ -> called(Value.of(ref), thing, arguments, at);
      case Thing.Kind.Foreign(String path) ->
        path.equals("cell") ? fill(id, arguments) : library.call(path, Value.of(ref), arguments, at);
      case Thing.Kind.ForeignMethod(String name) -> thing.members().has(Symbols.RECEIVER)
          ? methodOf(thing.members().get(Symbols.RECEIVER, Value.UNKNOWN), name, arguments, at)
          : methodOf(arguments.value(0), name, arguments.after(1), at);
      case Thing.Kind.Dictionary _,Thing.Kind.Listing _,Thing.Kind.Collection _,Thing.Kind.Cell _,Thing.Kind.Buffer _,Thing.Kind.Namespace _ ->
        library.unknown("", Value.of(ref), arguments, at);
    };
  }

  /** Calls an instance as a function. */
  private Value called(Value instance, Thing thing, Arguments arguments, Span at) {
    Value type = thing.members().get(Symbols.CLASS, Value.NONE);
    List<String> names = frame.library().protocol("call");
    return names.stream().flatMap(name -> classes.member(type, name).stream()).findFirst()
        .map(method -> apply(method, instance, arguments, at))
        .orElseGet(() -> names.isEmpty()
            ? library.unknown("", instance, arguments, at)
            : methodOf(instance, names.getFirst(), arguments, at));
  }

  /** A promise's resolve function: its argument is what the promise yields. */
  private Value fill(int id, Arguments arguments) {
    Thing cell = frame.thing(id);
    frame.setThing(id, cell.with(Symbols.CONTENT, cell.members().get(Symbols.CONTENT, Value.NONE)
        .or(arguments.positional().isEmpty() ? Value.NOTHING : arguments.value(0))));
    return Value.NOTHING;
  }

  // Methods

  private Value method(Operand receiver, String name, Arguments arguments, Span at) {
    Value value = frame.value(receiver);
    if (receiver instanceof dev.slguard.code.ir.Local local && value.isOpen() && value.refs().isEmpty()) {
      value = frame.analysis().types().typed(frame, value, local);
    }
    Value self = value;
    return inherited(receiver, self, name).map(method -> apply(method, self, arguments, at))
        .orElseGet(() -> methodOf(self, name, arguments, at));
  }

  /** The default method {@code name} of the interface that a function value implements by its declared type. */
  private Optional<Value> inherited(Operand receiver, Value self, String name) {
    boolean function = receiver instanceof dev.slguard.code.ir.Local && self.refs().size() == 1
        && self.refs().getFirst() instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure;
    if (!function || !frame.library().call("function." + name).isNothing()) {
      return Optional.empty();
    }
    return frame.routine().variable((dev.slguard.code.ir.Local) receiver).type()
        .flatMap(type -> frame.analysis().types().resolve(frame.module(), type.replaceFirst("<.*", "")))
        .flatMap(type -> classes.member(type, name));
  }

  /** Calls the method {@code name} of {@code receiver}. */
  Value methodOf(Value receiver, String name, Arguments arguments, Span at) {
    List<Supplier<Value>> targets = new ArrayList<>();
    for (Ref ref : receiver.refs()) {
      targets.add(() -> methodOfRef(ref, receiver, name, arguments, at));
    }
    if (receiver.constants().stream().anyMatch(constant -> constant instanceof Constant.Pattern)) {
      targets.add(() -> library.call("pattern." + name, receiver, arguments, at));
    }
    boolean text = receiver.constants().stream().anyMatch(constant -> constant instanceof Constant.Text);
    boolean foreign = receiver.refs().stream().anyMatch(ref -> ref instanceof Ref.Foreign);
    if ((receiver.hasParts() || text) && !foreign) {
      targets.add(() -> library.call("text." + name, receiver, arguments, at));
    } else if (targets.isEmpty()
        || receiver.isOpen() && receiver.refs().stream().noneMatch(ref -> ref instanceof Ref.Foreign)) {
      targets.add(() -> methodOfUnknown(receiver.withRefs(List.of()), name, arguments, at));
    }
    return either(targets);
  }

  /** What is known of a method of that name of texts and containers. */
  CallModel ofAnyType(String name) {
    for (String type : ANY_TYPE) {
      CallModel model = frame.library().call(type + '.' + name);
      if (!model.isNothing()) {
        return model;
      }
    }
    return CallModel.NOTHING;
  }

  private Value methodOfUnknown(Value receiver, String name, Arguments arguments, Span at) {
    for (String type : ANY_TYPE) {
      CallModel model = frame.library().call(type + '.' + name);
      if (model.callbacks().stream().anyMatch(callback -> callback.inputs().size() == parameters(arguments))) {
        return library.call(type + '.' + name, receiver, arguments, at);
      }
    }
    var site = new CallSite(frame, members, name, receiver, arguments, at);
    for (String type : ANY_TYPE) {
      CallModel model = frame.library().call(type + '.' + name);
      boolean holds = model.propagations().isEmpty()
          || model.propagations().stream().anyMatch(each -> Conditions.hold(each.conditions(), site));
      if (!model.isNothing() && holds) {
        return library.call(type + '.' + name, receiver, arguments, at);
      }
    }
    return library.unknown(name, receiver, arguments, at);
  }

  /** The number of parameters of the function that a call is given; -1 if it is given none. */
  private int parameters(Arguments arguments) {
    for (Ref ref : arguments.value(0).refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure) {
        return closure.routine().parameters().size();
      }
    }
    return -1;
  }

  private Value methodOfRef(Ref ref, Value receiver, String name, Arguments arguments, Span at) {
    if (ref instanceof Ref.Foreign(String path)) {
      return isFunction(path, name)
          ? library.call(path, Value.NONE, arguments, at)
          : library.call(path + '.' + name, receiver.withRefs(List.of(ref)), arguments, at);
    }
    int id = ((Ref.Thing) ref).id();
    Thing thing = frame.thing(id);
    Value self = Value.of(ref);
    Value own = thing.members().get(frame.analysis().symbols().of(name), Value.NONE);
    return switch (thing.kind()) {
      case Thing.Kind.Instance _ -> callable(own) && !frame.analysis().accessors().isComponent(frame, thing, name)
          ? apply(own, self, arguments, at)
          : instanceMethod(self, thing, name, arguments, at);
      case Thing.Kind.ClassThing _ -> classMethod(self, name, arguments, at);
      case Thing.Kind.Namespace _ ->
        apply(members.get(self, Value.of(Constant.text(name)), at, this), Value.NONE, arguments, at);
      case Thing.Kind.Dictionary _ ->
        callable(own) ? apply(own, self, arguments, at) : library.call("map." + name, self, arguments, at);
      case Thing.Kind.Listing _ -> library.call("list." + name, self, arguments, at);
      case Thing.Kind.Collection _ -> library.call("set." + name, self, arguments, at);
      case Thing.Kind.Buffer _ -> library.call("buffer." + name, self, arguments, at);
      case Thing.Kind.Closure _,Thing.Kind.ForeignMethod _ ->
        callable(own) ? apply(own, self, arguments, at) : functionMethod(self, name, arguments, at);
      case Thing.Kind.Foreign(String path) ->
        callable(own) ? apply(own, self, arguments, at) : library.call(path + '.' + name, self, arguments, at);
      case Thing.Kind.Cell _ -> Value.UNKNOWN;
    };
  }

  /** A method of a function: of an interface that the function implements, where a language has such. */
  private Value functionMethod(Value self, String name, Arguments arguments, Span at) {
    return frame.library().call("function." + name).isNothing() && frame.library().protocol("function").contains("*")
        ? apply(self, Value.NONE, arguments, at)
        : library.call("function." + name, self, arguments, at);
  }

  /** Whether {@code name} calls the function of a library at {@code path}: {@code String::length} handed to a Function. */
  private boolean isFunction(String path, String name) {
    return frame.library().call(path + '.' + name).isNothing() && !frame.library().call(path).isNothing()
        && !frame.library().isType(path) && frame.library().call("function." + name).propagations().stream()
            .anyMatch(each -> each.transform() == Transform.INVOKE);
  }

  private boolean callable(Value value) {
    return value.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Foreign
            || ref instanceof Ref.Thing(int id) && (frame.thing(id).kind() instanceof Thing.Kind.Closure
                || frame.thing(id).kind() instanceof Thing.Kind.ClassThing
                || frame.thing(id).kind() instanceof Thing.Kind.ForeignMethod
                || frame.thing(id).kind() instanceof Thing.Kind.Foreign));
  }

  private Value instanceMethod(Value self, Thing instance, String name, Arguments arguments, Span at) {
    Value type = instance.members().get(Symbols.CLASS, Value.NONE);
    Optional<Value> method = classes.member(type, name);
    if (method.isPresent()) {
      return apply(method.get(), self, arguments, at);
    }
    Optional<Value> prototype = prototypeMember(type, name, at);
    if (prototype.isPresent()) {
      return apply(prototype.get(), self, arguments, at);
    }
    for (String base : classes.foreignBases(type)) {
      if (!frame.library().call(base + '.' + name).isNothing()) {
        return library.call(base + '.' + name, self, arguments, at);
      }
    }
    if (arguments.all().isEmpty() && frame.library().protocol("built").contains(name)) {
      // A builder that an annotation has written sets the fields of what it makes.
      return self;
    }
    Optional<Value> field = frame.analysis().accessors().field(frame, members, self, name, arguments);
    if (field.isPresent()) {
      return field.get();
    }
    List<Supplier<Value>> targets = new ArrayList<>();
    frame.analysis().types().implementers(frame, type, name)
        .forEach(found -> targets.add(() -> applyBelow(found, self, arguments, at)));
    if (targets.isEmpty()) {
      targets.add(() -> Accessors.ofWrapper(frame.library(), name).map(path -> library.call(path, self, arguments, at))
          .orElseGet(() -> library.unknown(name, self, arguments, at)));
    }
    return either(targets);
  }

  /** Calls a method of a class below the declared one: meanwhile the object is of that class, fields and all. */
  private Value applyBelow(Value method, Value self, Arguments arguments, Span at) {
    int id = ((Ref.Thing) self.refs().getFirst()).id();
    Value declared = frame.thing(id).members().get(Symbols.CLASS, Value.NONE);
    Value owner = Value.NONE;
    for (Ref ref : method.refs()) {
      owner = ref instanceof Ref.Thing(int closure)
          ? owner.or(frame.thing(closure).members().get(Symbols.OWNER, Value.NONE))
          : owner;
    }
    if (!owner.refs().isEmpty()) {
      frame.setThing(id, frame.thing(id).with(Symbols.CLASS, owner));
    }
    Value result = apply(method, self, arguments, at);
    frame.setThing(id, frame.thing(id).with(Symbols.CLASS, declared));
    return result;
  }

  /** A method put on the prototype of a function that serves as a class. */
  private Optional<Value> prototypeMember(Value type, String name, Span at) {
    for (int id : classes.line(type)) {
      if (frame.thing(id).kind() instanceof Thing.Kind.Closure) {
        Value prototype = frame.thing(id).members().get(frame.analysis().symbols().of(PROTOTYPE), Value.NONE);
        Value found = prototype.isNone() ? Value.NONE : members.get(prototype, Value.of(Constant.text(name)), at, this);
        if (callable(found)) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private Value classMethod(Value type, String name, Arguments arguments, Span at) {
    Optional<Value> method = classes.member(type, name);
    if (method.isPresent()) {
      return apply(method.get(), type, arguments, at);
    }
    for (String base : classes.foreignBases(type)) {
      return library.call(base + '.' + name, type, arguments, at);
    }
    return arguments.all().isEmpty() && frame.library().protocol("builder").contains(name)
        ? frame.make(Thing.of(new Thing.Kind.Instance()).with(Symbols.CLASS, type), 0)
        : library.call("class." + name, type, arguments, at);
  }

  private Value superMethod(String name, Arguments arguments, Span at) {
    Value self = frame.routine().receiver().map(frame::value).orElse(Value.UNKNOWN);
    Value owner = frame.owner();
    Optional<Value> method = classes.inherited(owner, name.isEmpty() ? "<init>" : name);
    if (method.isPresent()) {
      return apply(method.get(), self, arguments, at);
    }
    for (String base : classes.foreignBases(owner)) {
      return name.isEmpty() ? adopt(self, base, arguments, at) : library.call(base + '.' + name, self, arguments, at);
    }
    return Value.NOTHING;
  }

  /** The constructor of a library type that a class of the project extends. */
  private Value adopt(Value self, String base, Arguments arguments, Span at) {
    for (Ref ref : self.refs()) {
      if (ref instanceof Ref.Thing(int id) && !arguments.positional().isEmpty()) {
        frame.setThing(id, frame.thing(id).with(frame.analysis().symbols().of("<0>"), arguments.value(0)));
      }
    }
    library.call(base, self, arguments, at);
    return Value.NOTHING;
  }

  // Construction

  Value construct(Value type, Arguments arguments, Span at) {
    List<Supplier<Value>> targets = new ArrayList<>();
    for (Ref ref : type.refs()) {
      targets.add(() -> constructRef(ref, arguments, at));
    }
    if (targets.isEmpty()) {
      return library.unknown("", type, arguments, at);
    }
    return either(targets);
  }

  private Value constructRef(Ref ref, Arguments arguments, Span at) {
    if (ref instanceof Ref.Foreign(String path)) {
      return library.construct(path, arguments, at);
    }
    Value type = Value.of(ref);
    Thing thing = frame.thing(((Ref.Thing) ref).id());
    Value made = frame.make(Thing.of(new Thing.Kind.Instance()).with(Symbols.CLASS, type), 0);
    switch (thing.kind()) {
      case Thing.Kind.ClassThing(var definition, _) -> {
        Optional<Value> constructor = classes.member(type, "<init>");
        if (constructor.isPresent()) {
          apply(constructor.get(), made, arguments, at);
        } else {
          frame.analysis().accessors().fill(frame, members, made, definition, arguments);
          frame.library().protocol("made").stream().flatMap(name -> classes.member(type, name).stream())
              .forEach(method -> apply(method, made, Arguments.NONE, at));
          for (String base : classes.foreignBases(type)) {
            library.call(base, made, arguments, at);
          }
        }
      }
      case Thing.Kind.Closure closure -> {
        Value returned = invocations.invoke(thing, closure, made, arguments, at);
        if (returned.refs().stream().anyMatch(each -> each instanceof Ref.Thing)) {
          return returned;
        }
      }
      case Thing.Kind.Dictionary _,Thing.Kind.Listing _,Thing.Kind.Collection _,Thing.Kind.Cell _,Thing.Kind.Buffer _,Thing.Kind.Namespace _,Thing.Kind.Instance _,Thing.Kind.Foreign _,Thing.Kind.ForeignMethod _ -> {
        return library.unknown("", type, arguments, at);
      }
    }
    return made;
  }

  /** The member {@code name} of an instance that has no field of that name: getter, bound method, static field. */
  Value ofInstance(int id, Thing instance, String name, Span at) {
    Value self = Value.of(new Ref.Thing(id));
    Value type = instance.members().get(Symbols.CLASS, Value.NONE);
    Optional<Value> getter = classes.member(type, "get " + name);
    if (getter.isPresent()) {
      return apply(getter.get(), self, Arguments.NONE, at);
    }
    Optional<Value> found = classes.member(type, name).or(() -> prototypeMember(type, name, at));
    if (found.isPresent()) {
      // What the class says of a field is its default only.
      boolean method = callable(found.get()) && !frame.analysis().accessors().declares(frame, instance, name);
      if (!method && isMethod(found.get())) {
        // A field and a method may have one name.
        return members.rest(instance, name);
      }
      return method || instance.rest().taints().isEmpty()
          ? bound(found.get(), self)
          : found.get().or(members.rest(instance, name));
    }
    return foreignBase(type, name).map(value -> value.or(members.rest(instance, name)))
        .orElseGet(() -> members.rest(instance, name));
  }

  private boolean isMethod(Value value) {
    return value.refs().stream().allMatch(
        ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure
            && closure.routine().kind() == Routine.Kind.METHOD);
  }

  /** The member {@code name} that {@code type} has from a library's type, if a model knows it. */
  Optional<Value> foreignBase(Value type, String name) {
    for (String base : classes.foreignBases(type)) {
      return Optional.of(Value.of(new Ref.Foreign(base + '.' + name)));
    }
    return Optional.empty();
  }

  /** {@code method} taken as a value from {@code self}. */
  Value bound(Value method, Value self) {
    Value all = Value.NONE;
    int sub = 50;
    for (Ref ref : method.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure closure
          && takesReceiver(closure.routine()) && !frame.thing(id).members().has(Symbols.RECEIVER)) {
        all = all.or(frame.make(frame.thing(id).with(Symbols.RECEIVER, self), sub++));
      } else {
        all = all.or(Value.of(ref));
      }
    }
    return all.isNone() ? method : all;
  }

  private static boolean takesReceiver(Routine routine) {
    return routine.receiver().isPresent();
  }

  /** Runs the setters that assigning {@code key} of {@code target} calls; whether there are any. */
  boolean setter(Value target, Value key, Value value, Span at) {
    Optional<String> name = key.key();
    if (name.isEmpty() || target.refs().size() != 1 || !(target.refs().getFirst() instanceof Ref.Thing(int id))
        || !(frame.thing(id).kind() instanceof Thing.Kind.Instance)) {
      library.setMember(target, key, value, at);
      return false;
    }
    Optional<Value> setter = classes.member(frame.thing(id).members().get(Symbols.CLASS, Value.NONE),
        "set " + name.get());
    setter.ifPresent(found -> apply(found, target, Arguments.of(List.of(value), at), at));
    return setter.isPresent();
  }
}
