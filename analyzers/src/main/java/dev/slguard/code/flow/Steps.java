package dev.slguard.code.flow;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Capture;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Propagation;
import dev.slguard.code.library.Sanitizer;
import dev.slguard.code.library.Sink;
import dev.slguard.code.library.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each instruction does to the state of a {@link Frame}. */
final class Steps {
  private static final int MOST_LEADING = 8;
  /** Ends the path of a mark: that of an object found under a key from outside. */
  static final String CHOSEN = "[]";

  private final Frame frame;
  private final Members members;
  private Operations operations;
  private final Calls calls;
  private final Unguessable unguessable;
  private final MemberNumbers memberNumbers = new MemberNumbers();

  Steps(Frame frame) {
    this.frame = frame;
    this.members = new Members(frame);
    this.operations = new Operations(frame, members);
    this.calls = new Calls(frame, members);
    this.unguessable = new Unguessable(frame, members);
  }

  /** Starts with the first instruction of a block. */
  void enter() {
    operations = new Operations(frame, members);
  }

  void step(Instruction instruction) {
    switch (instruction) {
      case Instruction.Copy it -> copy(it);
      case Instruction.GetGlobal it -> frame.read(it.target(), members.global(it.name()));
      case Instruction.SetGlobal it -> {
        members.setGlobal(it.name(), unguessable.checked(it.name(), frame.value(it.source()), Optional.of(it.at())));
      }
      case Instruction.Import it -> frame.define(it.target(), imported(it));
      case Instruction.ImportAll it -> members.importAll(it.specifier());
      case Instruction.Exports it -> frame.define(it.target(), frame.analysis().imports().exports(frame));
      case Instruction.ReplaceExports it -> frame.analysis().imports().replaceExports(frame, frame.value(it.source()));
      case Instruction.ExportAll it -> members.exportAll(it.specifier());
      case Instruction.Get it -> get(it);
      case Instruction.Set it -> set(it);
      case Instruction.Delete it -> members.delete(frame.value(it.object()), frame.value(it.key()));
      case Instruction.MakeMap it -> makeMap(it);
      case Instruction.MakeList it -> makeList(it);
      case Instruction.MakeClosure it -> frame.define(it.target(), closure(it.routine(), Value.NONE, 0));
      case Instruction.MakeClass it -> makeClass(it);
      case Instruction.Call it -> {
        Value result = calls.call(it);
        // A call that returns what it was given returns the same value, and keeps what is known of it.
        frame.read(it.target(), frame.analysis().types().typed(frame, result, it.target()));
      }
      case Instruction.Concat it -> concat(it);
      case Instruction.Operation it -> frame.define(it.target(), operations.apply(it));
      case Instruction.Cast it ->
        frame.define(it.target(), frame.analysis().types().cast(frame, frame.value(it.source()), it.type()));
      case Instruction.Element it -> element(it);
      case Instruction.Await it -> frame.define(it.target(), frame.value(it.source()));
      case Instruction.Yield it -> {
        Value value = frame.value(it.source());
        frame.yielding(it.all() ? members.element(value, Instruction.ElementKind.VALUES) : value);
        frame.define(it.target(), Value.UNKNOWN);
      }
      case Instruction.Caught it -> caught(it);
    }
  }

  private void element(Instruction.Element it) {
    Value container = frame.value(it.container());
    Value element = members.element(container, it.kind());
    frame.define(it.target(), frame.analysis().types().typed(frame, element, it.target()));
    if (!element.taints().isEmpty() && it.container() instanceof Local) {
      frame.number(it.container());
      frame.element(frame.value(it.target()).number(), frame.value(it.container()));
    }
  }

  private void get(Instruction.Get it) {
    Value object = frame.value(it.object());
    Value key = frame.value(it.key());
    prototype(object, key);
    Value found = members.get(object, key, it.at(), calls);
    if (key.taints().isEmpty()) {
      // What a model says a library's member stands for, it says by the number of this instruction.
      boolean stands = frame.alias(frame.site() << 1).isPresent();
      frame.read(it.target(),
          stands ? found : memberNumbers.numbered(found, object, key.key(), frame.analysis().symbols()));
      item(object, key, frame.value(it.target()));
    } else {
      frame.read(it.target(), found.plus(chosen(object, key)).plus(key.taints().labelled(Label.PREDICTABLE)));
      return;
    }
    Optional<String> name = key.key();
    if (name.isPresent() && !object.taints().isEmpty()) {
      CallModel checked = frame.library().call("checked." + name.get());
      for (Sanitizer sanitizer : checked.sanitizers()) {
        long tags = frame.analysis().categories().mask(sanitizer.tags());
        frame.set(it.target(), frame.value(it.target()).mapTaints(taint -> taint.clear(tags)));
      }
      for (Propagation propagation : checked.propagations()) {
        long only = frame.analysis().categories().mask(propagation.only());
        frame.alias(frame.value(it.target()).number(), object, only);
      }
    }
  }

  /** An item of a list of unknown make is, once read, what the next reading finds: a check of one is one of the other. */
  private void item(Value list, Value index, Value found) {
    if (list.refs().size() != 1 || list.isOpen() || found.number() == 0 || !found.refs().isEmpty()
        || !(list.refs().getFirst() instanceof Ref.Thing(int id)) || id >= State.GLOBAL) {
      return;
    }
    Thing thing = frame.thing(id);
    boolean open = thing.kind() instanceof Thing.Kind.Listing && thing.length() == Thing.UNKNOWN_LENGTH
        && !thing.isMany() && !thing.rest().isNone() && thing.rest().refs().isEmpty();
    Optional<String> place = open ? index.key().filter(name -> Accessors.index(name) >= 0) : Optional.empty();
    place.map(name -> frame.analysis().symbols().of(Members.LEADING + name))
        .filter(symbol -> !thing.members().has(symbol))
        .ifPresent(symbol -> frame.setThing(id, thing.with(symbol, found)));
  }

  /** A function that serves as a class has a prototype from the beginning: what is put there is found there. */
  private void prototype(Value object, Value key) {
    int symbol = frame.analysis().symbols().of(Calls.PROTOTYPE);
    if (key.constantText().filter(Calls.PROTOTYPE::equals).isPresent() && object.refs().size() == 1
        && object.refs().getFirst() instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure
        && !frame.thing(id).members().has(symbol)) {
      Value made = frame.make(Thing.of(new Thing.Kind.Dictionary()), 1);
      frame.setThing(id, frame.thing(id).with(symbol, made));
    }
  }

  /**
   * Marks what is read from an object under a key from outside, where writing to what was read so is a sink: it may be
   * the prototype of all objects. The mark counts for nothing else.
   */
  private Taints chosen(Value object, Value key) {
    List<Sink> sinks = frame.library().call("[]=").sinks();
    if (sinks.isEmpty() || !object.taints().isEmpty() || object.refs().isEmpty() || key.isPlain()) {
      return Taints.NONE;
    }
    long category = frame.analysis().categories().mask(sinks.getFirst().category());
    Taints marks = Taints.NONE;
    for (Taint taint : key.taints().items()) {
      if ((taint.cleared() & category) == 0) {
        marks = marks.and(Taints.of(taint.member(CHOSEN).derived().clear(~category)));
      }
    }
    return marks;
  }

  private void set(Instruction.Set it) {
    Value key = frame.value(it.key());
    Value value = frame.value(it.value());
    Taints marks = key.taints().isEmpty() ? Taints.NONE : marks(frame.value(it.object()));
    // An empty object put there is the step before, the value is what harms.
    if (!marks.isEmpty() && members.deepTaints(value).items().stream().anyMatch(taint -> !isMark(taint))) {
      List<Sink> sinks = frame.library().call("[]=").sinks();
      var arguments = Arguments.of(List.of(Value.tainted(marks), key, value), it.at());
      new Sinks(frame, members).check(sinks, new CallSite(frame, members, "[]=", Value.NONE, arguments, it.at()));
    }
    Value kept = key.key().map(name -> unguessable.checked(name, value, Optional.of(it.at()))).orElse(value);
    members.set(it.object(), key, kept, it.at(), calls);
  }

  /** Whether it is a mark of {@link #chosen}, here or where a caller passed it in, not of a member read since. */
  private boolean isMark(Taint taint) {
    return (taint.cleared() & frame.analysis().categories().mask("chosen")) != 0
        && (taint.path().isEmpty() || taint.path().endsWith(CHOSEN));
  }

  private Taints marks(Value object) {
    Taints marks = Taints.NONE;
    for (Taint taint : object.taints().items()) {
      marks = isMark(taint) ? marks.and(Taints.of(taint)) : marks;
    }
    return marks;
  }

  private Value imported(Instruction.Import it) {
    Value found = frame.analysis().imports().value(frame.module(), it.specifier(), it.member());
    if (found.refs().size() == 1 && found.refs().getFirst() instanceof Ref.Foreign(String path)) {
      return frame.library().constant(path).map(text -> Value.of(Constant.text(text)))
          .orElseGet(() -> members.shared(found));
    }
    return found;
  }

  private void copy(Instruction.Copy it) {
    Value value = it.source() instanceof Local ? frame.value(it.source()) : constant((Constant) it.source());
    Value typed = frame.analysis().types().typed(frame, value, it.target());
    frame.set(it.target(), unguessable.checked(frame.routine().variable(it.target()).name(), typed, it.at()));
  }

  /** A truth value that was chosen here tells that the way led here. */
  private Value constant(Constant constant) {
    Value value = Value.of(constant);
    Facts facts = frame.state().facts();
    if (!(constant instanceof Constant.Truth(boolean truth)) || facts.masks().isEmpty()) {
      return value;
    }
    return value.tested(new Test(truth ? facts : Facts.NONE, truth ? Facts.NONE : facts));
  }

  private void caught(Instruction.Caught it) {
    Value thrown = frame.state().locals().get(frame.routine().variables().size(), Value.NONE);
    var origin = new Origin.Point(Label.EXCEPTION, Trust.INTERNAL, "exception", it.at());
    frame.define(it.target(), thrown.plus(Taints.of(Taint.at(origin, Trace.EMPTY))).opened());
  }

  private void makeMap(Instruction.MakeMap it) {
    Value made = frame.make(Thing.of(new Thing.Kind.Dictionary()), 0);
    for (Instruction.Entry entry : it.entries()) {
      Value value = frame.value(entry.value());
      if (entry.spread()) {
        members.additions().merge(made, value);
      } else {
        Value key = frame.value(entry.key());
        members.put(made, key, key.key().isPresent() ? Members.stored(value, key.key().get(), entry.at()) : value);
      }
    }
    frame.define(it.target(), made);
  }

  private void makeList(Instruction.MakeList it) {
    Thing.Kind kind = it.kind() == Instruction.ListKind.SET ? new Thing.Kind.Collection() : new Thing.Kind.Listing();
    Value made = frame.make(Thing.of(kind), 0);
    for (Argument item : it.items()) {
      Value value = frame.value(item.value());
      if (item.kind() == Argument.Kind.SPREAD) {
        leading(made);
        members.additions().extend(made, value);
      } else {
        members.additions().append(made, value);
      }
    }
    frame.define(it.target(), made);
  }

  /** What stands in a list of known length keeps its place when more of unknown number follows. */
  private void leading(Value list) {
    for (Ref ref : list.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        var symbols = frame.analysis().symbols();
        for (int i = 0; i < Math.min(MOST_LEADING, thing.length()); i++) {
          Value item = thing.members().get(symbols.of(Integer.toString(i)), Value.NONE);
          thing = item.isNone() ? thing : thing.with(symbols.of(Members.LEADING + i), item);
        }
        frame.setThing(id, thing);
      }
    }
  }

  /** A function over the cells of the variables it shares with this routine. */
  private Value closure(Routine routine, Value owner, int sub) {
    Thing thing = Thing.of(new Thing.Kind.Closure(routine, frame.module()));
    int index = 0;
    for (Capture capture : routine.captures()) {
      thing = thing.with(Symbols.captured(index++), frame.cell(capture.outer()));
    }
    return frame.make(owner.isNone() ? thing : thing.with(Symbols.OWNER, owner), sub);
  }

  private void makeClass(Instruction.MakeClass it) {
    var kind = new Thing.Kind.ClassThing(it.definition(), frame.module());
    Thing thing = Thing.of(kind);
    int index = 0;
    for (Operand base : it.bases()) {
      thing = thing.with(Symbols.base(index++), frame.value(base));
    }
    Value made = frame.make(thing, 0);
    int sub = 1;
    int id = ((Ref.Thing) made.refs().getFirst()).id();
    for (Routine method : it.definition().methods()) {
      Value closure = closure(method, made, sub++);
      int symbol = frame.analysis().symbols().of(Classes.key(method));
      Thing now = frame.thing(id);
      frame.setThing(id, now.with(symbol, now.members().get(symbol, Value.NONE).or(closure)));
    }
    frame.define(it.target(), made);
  }

  private void concat(Instruction.Concat it) {
    List<TextPart> parts = new ArrayList<>();
    for (Operand operand : it.parts()) {
      parts.addAll(Texts.derived(members.asText(frame.value(operand))));
    }
    frame.define(it.target(), Value.text(parts));
  }

  /** {@code next} with what keeps growing from turn to turn of a loop left open. */
  static Value widened(Value old, Value next) {
    if (next.constants().size() <= old.constants().size() || next.constants().stream()
        .noneMatch(constant -> constant instanceof Constant.Numeral || constant instanceof Constant.Text)) {
      return next;
    }
    Value open = next.isPlain() ? Value.PLAIN : Value.UNKNOWN;
    return open.plus(next.taints()).withRefs(next.refs());
  }
}
