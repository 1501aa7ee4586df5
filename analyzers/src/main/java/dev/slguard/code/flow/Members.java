package dev.slguard.code.flow;

import dev.slguard.code.Flow;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.library.EventFields;
import dev.slguard.code.library.Label;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads and writes members of objects, items of containers and names of modules. */
final class Members {
  /** Ends the path of an element of a library's object. */
  static final String ELEMENT = ".element";

  /** Before the index of an item of a list of unknown length that surely stands there: the first words of a text. */
  static final String LEADING = "=";

  static final int MOST_MEMBERS = 400;
  private static final int DEEPEST = 300;

  private final Frame frame;
  private final Symbols symbols;
  private final Additions additions;

  Members(Frame frame) {
    this.frame = frame;
    this.symbols = frame.analysis().symbols();
    this.additions = new Additions(frame, this);
  }

  /** Adds to containers. */
  Additions additions() {
    return additions;
  }

  // Names of the module

  Value global(String name) {
    int namespace = frame.analysis().imports().namespace(frame.module());
    Value found = frame.member(namespace, symbols.of(name));
    return found.isNone() ? Value.of(new Ref.Foreign(name)) : found;
  }

  void setGlobal(String name, Value value) {
    int namespace = frame.analysis().imports().namespace(frame.module());
    frame.setThing(namespace, frame.thing(namespace).with(symbols.of(name), value));
  }

  void importAll(String specifier) {
    copyNames(specifier, frame.analysis().imports().namespace(frame.module()));
  }

  void exportAll(String specifier) {
    for (Ref ref : frame.analysis().imports().exports(frame).refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        copyNames(specifier, id);
      }
    }
  }

  private void copyNames(String specifier, int into) {
    Value from = frame.analysis().imports().value(frame.module(), specifier, Optional.empty());
    for (Ref ref : from.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        frame.thing(id).members().forEach((symbol, value) -> {
          if (symbol >= Symbols.RESERVED && !symbols.name(symbol).startsWith("_")) {
            frame.setThing(into, frame.thing(into).with(symbol, value));
          }
        });
      }
    }
  }

  // Reading

  /** The member of {@code object} under {@code key}. */
  Value get(Value object, Value key, Span at, Calls calls) {
    Value found = Value.NONE;
    Optional<String> name = key.key();
    for (Ref ref : object.refs()) {
      found = found.or(switch (ref) {
        case Ref.Thing(int id) -> name.isPresent() ? named(id, name.get(), at, calls) : chosen(id, key, at, calls);
        case Ref.Foreign(String path) when name.isPresent() && name.get().equals("default")
            && frame.library().call(path + ".default").isNothing() ->
          Value.of(ref);
        case Ref.Foreign(String path) -> name.isPresent() && isProperty(path, name.get())
            ? Value.PLAIN
            : name.flatMap(each -> frame.analysis().imports().inFolder(frame.module(), path, each))
                .or(() -> calls.library().element(path, object, key, at))
                .orElseGet(() -> shared(calls.library().member(path, name.orElse("*"), object, at)));
      });
    }
    boolean library = object.refs().stream().anyMatch(ref -> ref instanceof Ref.Foreign);
    if (object.refs().isEmpty() || object.isOpen() && !library) {
      // What an exception of the project keeps in a field of its own is what was put there.
      boolean own = Accessors.isOwn(frame, object, found)
          && !frame.library().protocol("told").contains(name.orElse(""));
      Value unknown = own ? object.without(Label.EXCEPTION) : object;
      found = found.or(ofUnknown(unknown, name.orElse("*"), at));
    }
    if (!object.test().isNone() && found.isPlain()
        && name.filter(each -> frame.library().call("property." + each).knowsResult()).isPresent()) {
      return Decisions.counted(frame, object);
    }
    return found.isNone() ? Value.NOTHING : found;
  }

  /** Whether {@code name} of a library's value of unknown make is a plain property: its length. */
  private boolean isProperty(String path, String name) {
    return frame.library().call("property." + name).knowsResult()
        && frame.library().call(path + '.' + name).isNothing();
  }

  /** What stands under a key that is not known; of an instance also a method whose name begins as the key does. */
  private Value chosen(int id, Value key, Span at, Calls calls) {
    Thing thing = frame.thing(id);
    if (!(thing.kind() instanceof Thing.Kind.Instance)) {
      if (thing.members().has(Symbols.MAKES)) {
        frame.setThing(id, thing.withEntry(Value.tainted(key.taints().map(Taint::derived)), Value.NONE));
      }
      return any(id);
    }
    String prefix = !key.parts().isEmpty() && key.parts().getFirst() instanceof TextPart.Literal(String text)
        ? text
        : "";
    Value methods = calls.classes().methods(thing.members().get(Symbols.CLASS, Value.NONE), prefix);
    Value found = any(id).or(methods.isNone() ? methods : calls.bound(methods, Value.of(new Ref.Thing(id))));
    return item(id, thing, key, at, calls).map(found::or).orElse(found);
  }

  /** What the method that the language calls for an element of an instance returns. */
  private Optional<Value> item(int id, Thing thing, Value key, Span at, Calls calls) {
    Value type = thing.members().get(Symbols.CLASS, Value.NONE);
    return Stream.of("item", "member").flatMap(what -> frame.library().protocol(what).stream())
        .flatMap(name -> calls.classes().member(type, name).stream()).findFirst()
        .map(method -> calls.apply(method, Value.of(new Ref.Thing(id)), Arguments.of(List.of(key), at), at));
  }

  /** The one object of the program that a library's name stands for, if a model says so. */
  Value shared(Value value) {
    if (value.refs().size() == 1 && value.refs().getFirst() instanceof Ref.Foreign(String path)
        && frame.library().call(path).propagations().stream()
            .anyMatch(each -> each.transform() == dev.slguard.code.library.Transform.SHARED)) {
      return Value.of(new Ref.Thing(frame.analysis().shared(path)));
    }
    return value;
  }

  private Value ofUnknown(Value object, String key, Span at) {
    if (frame.library().call("property." + key).knowsResult()) {
      return Value.PLAIN;
    }
    return Value.tainted(object.taints().map(taint -> taint.read(key, at)));
  }

  /** The member {@code name} of one object; a getter is run. */
  private Value named(int id, String name, Span at, Calls calls) {
    Thing thing = frame.thing(id);
    Value own = own(thing, name);
    if (!own.isNone()) {
      return frame.analysis().types().ofStatic(frame, thing, name, own);
    }
    return switch (thing.kind()) {
      case Thing.Kind.Instance _ -> new FieldChecks(frame, calls).checked(thing, name,
          frame.analysis().types().ofField(frame, this, thing, name, ofInstance(id, thing, name, at, calls)), at);
      case Thing.Kind.ClassThing _ -> calls.classes().member(Value.of(new Ref.Thing(id)), name)
          .or(() -> calls.classes().member(Value.of(new Ref.Thing(id)), "get " + name)
              .map(getter -> calls.apply(getter, Value.of(new Ref.Thing(id)), Arguments.NONE, at)))
          .or(() -> calls.foreignBase(Value.of(new Ref.Thing(id)), name)).orElseGet(() -> accessor(thing, name, at));
      case Thing.Kind.Foreign(String path) -> {
        Optional<Value> element = frame.library().call(path + '.' + name).isNothing()
            ? calls.library().element(path, Value.of(new Ref.Thing(id)), Value.of(Constant.text(name)), at)
            : Optional.empty();
        yield element.orElseGet(
            () -> calls.library().member(path, name, Value.of(new Ref.Thing(id)), at).or(rest(thing, name, at)));
      }
      case Thing.Kind.Namespace(String path) ->
        frame.analysis().imports().submodule(path, name).orElse(rest(thing, name, at));
      case Thing.Kind.Dictionary _,Thing.Kind.Listing _,Thing.Kind.Collection _,Thing.Kind.Cell _,Thing.Kind.Buffer _,Thing.Kind.Closure _,Thing.Kind.ForeignMethod _ -> {
        boolean plain = thing.rest().isNone() || thing.kind() instanceof Thing.Kind.Listing
            || thing.kind() instanceof Thing.Kind.Collection;
        boolean counted = plain && frame.library().call("property." + name).knowsResult()
            || thing.kind() instanceof Thing.Kind.Collection && frame.library().call("set." + name).knowsResult();
        if (counted) {
          yield thing.kind() instanceof Thing.Kind.Listing && thing.length() >= 0 && !thing.isMany()
              ? Value.of(Constant.number(thing.length()))
              : Value.PLAIN;
        }
        yield rest(thing, name, at);
      }
    };
  }

  /** A method that nobody wrote, taken from its class: it reads a field of what it is given. */
  private Value accessor(Thing type, String name, Span at) {
    Value rest = rest(type, name, at);
    return rest.isNone() && type.kind() instanceof Thing.Kind.ClassThing(var definition, _)
        && Accessors.reads(definition, name) ? frame.make(Thing.of(new Thing.Kind.ForeignMethod(name)), 61) : rest;
  }

  /** A member that an instance has from its class, the field at an index, or what the class computes. */
  private Value ofInstance(int id, Thing thing, String name, Span at, Calls calls) {
    Optional<String> field = Accessors.index(name) < 0
        ? Optional.empty()
        : frame.analysis().accessors().fieldAt(frame, thing, Accessors.index(name));
    Value indexed = field.map(each -> thing.members().get(symbols.of(each), Value.NONE)).orElse(Value.NONE);
    Value found = indexed.isNone() ? calls.ofInstance(id, thing, name, at) : indexed;
    return found.isNone() ? item(id, thing, Value.of(Constant.text(name)), at, calls).orElse(found) : found;
  }

  private Value own(Thing thing, String name) {
    Value found = thing.members().get(symbols.of(name), Value.NONE);
    if (thing.kind() instanceof Thing.Kind.Listing && name.startsWith("-") && thing.length() > 0) {
      int index = Accessors.index(name);
      return index == Integer.MIN_VALUE
          ? found
          : thing.members().get(symbols.of(Integer.toString(thing.length() + index)), Value.NONE);
    }
    if (thing.kind() instanceof Thing.Kind.Listing && thing.length() == Thing.UNKNOWN_LENGTH
        && Accessors.index(name) >= 0) {
      Value leading = thing.members().get(symbols.of(LEADING + name), Value.NONE);
      return leading.isNone() ? any(thing) : leading;
    }
    return found.isNone() || thing.rest().isNone() ? found : found.or(thing.isMany() ? thing.rest() : Value.NONE);
  }

  /** What an object holds under a key that it has not: what its rest may be, a member of its labels. */
  Value rest(Thing thing, String name, Span at) {
    if (thing.rest().isNone()) {
      return Value.NONE;
    } else if (thing.rest().refs().isEmpty() && thing.kind() instanceof Thing.Kind.Instance || opaque(thing)) {
      return Value.tainted(thing.rest().taints().map(taint -> taint.read(name, at)));
    }
    return thing.rest().numbered(0);
  }

  /** The same for a step that no one wrote. */
  Value rest(Thing thing, String name) {
    return rest(thing, name, frame.routine().at());
  }

  /** Whether the rest of an object stands for the object itself, whose members are members of its labels. */
  static boolean opaque(Thing thing) {
    return thing.kind() instanceof Thing.Kind.Foreign || thing.kind() instanceof Thing.Kind.Dictionary
        && thing.length() == Thing.UNKNOWN_LENGTH && thing.rest().refs().isEmpty();
  }

  private Value any(int id) {
    return any(frame.thing(id));
  }

  /** Any item or member of {@code thing}. */
  Value any(Thing thing) {
    Value[] all = {rest(thing, "*")};
    thing.members().forEach((symbol, value) -> {
      if (symbol >= Symbols.RESERVED) {
        all[0] = all[0].or(value);
      }
    });
    return all[0];
  }

  /** Some element of {@code container} as a loop sees it. */
  Value element(Value container, Instruction.ElementKind kind) {
    Value found = Value.NONE;
    for (Ref ref : container.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        if (thing.kind() instanceof Thing.Kind.Foreign(String path)) {
          found = found.or(Callbacks.element(path, container, frame, this));
        }
        if (thing.kind() instanceof Thing.Kind.Buffer) {
          found = found
              .or(Value.tainted(thing.members().get(Symbols.CONTENT, Value.NONE).taints().map(Taint::derived)));
          continue;
        }
        boolean keys = kind == Instruction.ElementKind.KEYS || thing.kind() instanceof Thing.Kind.Dictionary;
        found = found.or(keys ? keys(thing) : any(thing));
      } else if (ref instanceof Ref.Foreign(String path)) {
        found = found.or(Callbacks.element(path, container, frame, this));
      }
    }
    if (container.isOpen() || container.refs().isEmpty()) {
      String inside = kind == Instruction.ElementKind.KEYS ? EventFields.KEYS : "*";
      found = found.or(Value.tainted(container.taints().map(taint -> taint.member(inside))));
    }
    return found.isNone() ? Value.UNKNOWN : found;
  }

  /** The keys of a map: constants, or what unknown ones carry. */
  Value keys(Thing thing) {
    if (thing.kind() instanceof Thing.Kind.Listing) {
      return Value.PLAIN;
    }
    Value[] all = {Value.NONE};
    thing.members().forEach((symbol, value) -> {
      if (symbol >= Symbols.RESERVED) {
        all[0] = all[0].or(Value.of(Constant.text(symbols.name(symbol))));
      }
    });
    return all[0].or(thing.unknownKeys());
  }

  // Writing

  /** {@code object.key = value} for the object in an operand. */
  void set(Operand object, Value key, Value value, Span at, Calls calls) {
    Value target = frame.value(object);
    boolean outside = target.isOpen() && !target.taints().isEmpty();
    boolean hasThing = target.refs().stream()
        .anyMatch(ref -> ref instanceof Ref.Thing(int id) && !(outside && isBlank(frame.thing(id))));
    if (!hasThing && object instanceof Local local && (target.isOpen() || !target.refs().isEmpty())) {
      target = materialised(target);
      frame.set(local, target);
    }
    Decisions.filled(frame, target);
    if (!calls.setter(target, key, value, at)) {
      put(target, key, key.key().isPresent() ? stored(value, key.key().get(), at) : value);
    }
  }

  /** Whether it is a map just made, as what a missing value is replaced by. */
  private static boolean isBlank(Thing thing) {
    return thing.kind() instanceof Thing.Kind.Dictionary && thing.length() == 0 && thing.rest().isNone()
        && thing.members().size() == 0 && !thing.isMany();
  }

  /** An object that stands for {@code value}, so that what is put into it is kept. */
  Value materialised(Value value) {
    String path = value.refs().stream().filter(ref -> ref instanceof Ref.Foreign).map(ref -> ((Ref.Foreign) ref).path())
        .findFirst().orElse("");
    Thing.Kind kind = path.isEmpty() ? new Thing.Kind.Dictionary() : new Thing.Kind.Foreign(path);
    Thing thing = Thing.of(kind).ofLength(Thing.UNKNOWN_LENGTH);
    if (!value.taints().isEmpty() || value.isOpen() && path.isEmpty()) {
      thing = thing.withRest(Value.tainted(value.taints()));
    }
    return frame.make(thing, 60);
  }

  /** {@code value} with a step that says that it was kept under {@code key}. */
  static Value stored(Value value, String key, Span at) {
    return value.mapTaints(taint -> taint.with(taint.trace().then(new Flow.Step(Flow.Step.Kind.STORE, at, key))));
  }

  /** Puts {@code value} under {@code key} into every object that {@code target} may be. */
  void put(Value target, Value key, Value value) {
    Optional<String> name = key.key();
    boolean sure = target.refs().size() == 1 && !target.isOpen();
    for (Ref ref : target.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        if (thing.kind() instanceof Thing.Kind.Namespace || name.isPresent() && thing.members().size() < MOST_MEMBERS) {
          int symbol = symbols.of(name.orElse("*"));
          Value before = sure ? Value.NONE : thing.members().get(symbol, Value.NONE);
          // What stood there from the beginning, or was read there before, does no longer.
          Thing without = sure && thing.kind() instanceof Thing.Kind.Listing
              ? thing.without(symbols.of(LEADING + name.orElse("*")))
              : thing;
          frame.setThing(id, without.with(symbol, before.or(value)));
        } else {
          // In a list it may have taken the place of any item.
          Thing weaker = name.isEmpty() && thing.kind() instanceof Thing.Kind.Listing
              ? thing.map((symbol, item) -> symbol >= Symbols.RESERVED ? item.or(value) : item)
              : thing;
          frame.setThing(id, weaker.withEntry(Value.tainted(key.taints().map(Taint::derived)), value));
        }
      }
    }
  }

  void delete(Value target, Value key) {
    Decisions.emptied(frame, target);
    Optional<String> name = key.key();
    if (name.isPresent() && target.refs().size() == 1 && target.refs().getFirst() instanceof Ref.Thing(int id)) {
      Thing thing = frame.thing(id);
      frame.setThing(id, thing.with(symbols.of(name.get()), Value.NOTHING));
    }
  }

  // As a whole

  /** {@code value} as a text: a growing text is its content, anything else with members carries what they carry. */
  Value asText(Value value) {
    if (value.refs().isEmpty()) {
      return value;
    }
    Value text = Value.NONE;
    for (Ref ref : value.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Buffer) {
        text = text.or(frame.thing(id).members().get(Symbols.CONTENT, Value.NONE));
      }
    }
    return text.isNone() || value.refs().size() > 1 ? Value.tainted(deepTaints(value).map(Taint::derived)) : text;
  }

  /** All that {@code value} and everything it reaches carries. */
  Taints deepTaints(Value value) {
    if (value.refs().isEmpty()) {
      return value.taints();
    }
    Taints[] all = {value.taints()};
    Set<Integer> seen = new HashSet<>();
    var pending = new ArrayDeque<Value>(List.of(value));
    while (!pending.isEmpty() && seen.size() < DEEPEST) {
      for (Ref ref : pending.poll().refs()) {
        if (ref instanceof Ref.Thing(int id) && seen.add(id)) {
          Thing thing = frame.thing(id);
          if (isData(thing)) {
            all[0] = all[0].and(thing.rest().taints());
            thing.members().forEach((symbol, member) -> {
              all[0] = all[0].and(frame.withFacts(member).taints());
              if (!member.refs().isEmpty()) {
                pending.add(member);
              }
            });
          }
        }
      }
    }
    return all[0];
  }

  private static boolean isData(Thing thing) {
    return switch (thing.kind()) {
      case Thing.Kind.Dictionary _,Thing.Kind.Listing _,Thing.Kind.Collection _,Thing.Kind.Buffer _,Thing.Kind.Instance _,Thing.Kind.Foreign _ ->
        true;
      case Thing.Kind.Cell _,Thing.Kind.Closure _,Thing.Kind.ClassThing _,Thing.Kind.Namespace _,Thing.Kind.ForeignMethod _ ->
        false;
    };
  }

  /** Whether everything in {@code value} is a constant, at any depth: an allow list. */
  boolean isConstant(Value value) {
    if (value.isOpen() || !value.taints().isEmpty()) {
      return false;
    }
    for (Ref ref : value.refs()) {
      if (!(ref instanceof Ref.Thing(int id)) || !isData(frame.thing(id)) || !deepTaints(value).isEmpty()
          || frame.thing(id).rest().isOpen() && !frame.thing(id).rest().isPlain()) {
        return false;
      }
    }
    return true;
  }
}
