package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.library.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes what {@link dev.slguard.code.library.Transform}s do with lists, maps and sets. */
final class Containers {
  private static final int MOST_FOLDED = 8;
  private static final int MOST_NAMES = 8;

  private final Frame frame;
  private final Members members;
  private final Calls calls;

  Containers(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
  }

  Value apply(Propagation propagation, CallSite site, Value first) {
    Value receiver = site.receiver();
    Arguments arguments = site.arguments();
    return switch (propagation.transform()) {
      case GET -> get(Transforms.first(propagation, site), site);
      case GET_PATH -> getPath(Transforms.first(propagation, site), site);
      case GET_OR_PUT -> getOrPut(Transforms.first(propagation, site), site);
      case DEFAULT_MAP -> defaultMap(site);
      case COUNT_MAP -> countMap(propagation, site);
      case INDEXED -> pairs(Value.PLAIN, first);
      case PUT -> put(site);
      case FOLD -> fold(propagation, site);
      case PUT_MEMBER -> {
        members.put(arguments.value(0), arguments.value(1), arguments.value(2));
        yield Value.NOTHING;
      }
      case APPEND -> append(site);
      case PREPEND -> insert(receiver, Optional.of("0"), arguments.value(0));
      case INSERT -> insert(receiver, arguments.value(0).key(), arguments.value(1));
      case EXTEND -> {
        members.additions().extend(receiver, arguments.value(0));
        yield receiver;
      }
      case REMOVE -> remove(site);
      case REMOVE_FIRST -> removeAt(receiver, 0);
      case CLEAR -> clear(receiver);
      case MERGE -> merge(propagation, site);
      case COPY_LIST -> copy(new Thing.Kind.Listing(), propagation, site);
      case COPY_MAP -> copy(new Thing.Kind.Dictionary(), propagation, site);
      case COPY_SET -> copy(new Thing.Kind.Collection(), propagation, site);
      case LIST_OF -> listOfAll(propagation.from().isEmpty()
          ? site.arguments().positional().stream().map(Arguments.Arg::value).toList()
          : Transforms.inputs(propagation, site));
      case MAP_OF -> mapOf(arguments);
      case ZIP -> zip(Transforms.inputs(propagation, site));
      case KEYS -> listOf(members.element(first, Instruction.ElementKind.KEYS));
      case VALUES -> listOf(anyOf(first));
      case PAIRS -> pairs(members.element(first, Instruction.ElementKind.KEYS), first);
      case ANY_ELEMENT -> anyOf(first);
      default -> throw new IllegalArgumentException(propagation.transform() + " is about no container");
    };
  }

  /** True where all items are. */
  Value allTrue(Value list) {
    Test all = new Test(ofWholes(list), Facts.NONE);
    for (Ref ref : list.refs()) {
      if (list.refs().size() == 1 && ref instanceof Ref.Thing(int id) && !frame.thing(id).isMany()
          && frame.thing(id).kind() instanceof Thing.Kind.Listing && frame.thing(id).rest().isNone()) {
        for (Value item : items(frame.thing(id))) {
          all = all.and(new Test(item.test().whenTrue(), Facts.NONE));
        }
      }
    }
    return Value.PLAIN.tested(all);
  }

  /** What is known of containers if every item of {@code list}, each made of one of their elements, is true. */
  private Facts ofWholes(Value list) {
    if (list.refs().size() != 1 || !(list.refs().getFirst() instanceof Ref.Thing(int id))) {
      return Facts.NONE;
    }
    Thing thing = frame.thing(id);
    List<Facts> each = new ArrayList<>();
    thing.members().forEach((symbol, item) -> {
      if (symbol >= Symbols.RESERVED) {
        each.add(item.test().whenTrue());
      }
    });
    if (!thing.rest().isNone()) {
      each.add(thing.rest().test().whenTrue());
    }
    Facts common = each.stream().reduce(Facts::or).orElse(Facts.NONE);
    Facts[] wholes = {Facts.NONE};
    var guards = new Guards(frame);
    frame.forEachWhole(
        (number, whole) -> wholes[0] = wholes[0].and(guards.clearing(whole, common.of(Facts.ofValue(number)))));
    return wholes[0];
  }

  /** The object, copied, with the members that keywords name. */
  Value copyOf(Value object, CallSite site) {
    Value made = Value.NONE;
    int sub = 13;
    for (Ref ref : object.refs()) {
      made = made.or(ref instanceof Ref.Thing(int id) ? frame.make(frame.thing(id), sub++) : Value.of(ref));
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      members.put(made, Value.of(Constant.text(keyword.getKey())), keyword.getValue().value());
    }
    return object.isOpen() || made.isNone() ? made.or(object.withRefs(List.of())) : made;
  }

  private Value get(Value container, CallSite site) {
    int first = site.receiver().isNone() ? 1 : 0;
    Value key = key(site.arguments().value(first));
    Value found = members.get(container, key.isNone() ? Value.UNKNOWN : key, site.at(), calls);
    Optional<Arguments.Arg> fallback = site.arguments().at(first + 1);
    if (fallback.isPresent() && key.key().isEmpty()) {
      return found.or(fallback.get().value());
    }
    boolean surely = found.constants().isEmpty() && !found.isOpen() && !found.isNone();
    return fallback.isPresent() && !surely ? withDefault(found, fallback.get().value()) : found;
  }

  private Value getPath(Value container, CallSite site) {
    int first = site.receiver().isNone() ? 1 : 0;
    Optional<String> path = site.text(first);
    if (path.isEmpty() || path.get().indexOf('.') < 0) {
      return get(container, site);
    }
    Value found = container;
    for (String name : path.get().split("\\.", MOST_NAMES)) {
      found = members.get(found, Value.of(Constant.text(name)), site.at(), calls);
    }
    Optional<Arguments.Arg> fallback = site.arguments().at(first + 1);
    return fallback.map(arg -> arg.value()).map(found::or).orElse(found);
  }

  private Value getOrPut(Value container, CallSite site) {
    Value found = get(container, site);
    if (site.arguments().at(1).isPresent()) {
      members.put(container, site.arguments().value(0), found);
    }
    return found;
  }

  /** Of the objects that a default map makes, one stands for all. */
  private Value defaultMap(CallSite site) {
    Value made = site.arguments().positional().isEmpty()
        ? Value.NOTHING
        : calls.apply(site.arguments().value(0), Value.NONE, Arguments.NONE, site.at());
    frame.revive();
    for (Ref ref : made.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        frame.setThing(id, frame.thing(id).asMany());
      }
    }
    return frame.make(Thing.of(new Thing.Kind.Dictionary()).with(Symbols.MAKES, Value.truth(true)).withRest(made), 11);
  }

  /** A map of the items of the source, or of its keys, to how often each occurs. */
  private Value countMap(Propagation propagation, CallSite site) {
    Value keys = Value.NONE;
    for (Value counted : Transforms.inputs(propagation, site)) {
      boolean map = counted.refs().stream()
          .anyMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Dictionary);
      keys = keys.or(map ? members.element(counted, Instruction.ElementKind.KEYS) : anyOf(counted));
    }
    Thing made = Thing.of(new Thing.Kind.Dictionary()).with(Symbols.MAKES, Value.truth(true)).withRest(Value.PLAIN);
    return frame.make(keys.isNone() ? made : made.with(Symbols.KEYS, keys), 11);
  }

  private static Value withDefault(Value found, Value fallback) {
    boolean missing = found.isConstant()
        && found.constants().stream().allMatch(constant -> constant instanceof Constant.Nothing);
    boolean mayMiss = found.isOpen() || found.constants().contains(Constant.nothing());
    return missing ? fallback : mayMiss ? found.or(fallback) : found;
  }

  /** The key that {@code given} is: the constant of an enumeration is one by its name. */
  private Value key(Value given) {
    if (given.refs().size() != 1 || given.isOpen() || !given.constants().isEmpty()
        || !(given.refs().getFirst() instanceof Ref.Thing(int id)) || id < State.GLOBAL
        || !(frame.thing(id).kind() instanceof Thing.Kind.Instance)) {
      return given;
    }
    Value constant = Value.of(new Ref.Thing(id));
    String[] name = {""};
    for (Ref type : frame.thing(id).members().get(Symbols.CLASS, Value.NONE).refs()) {
      if (type instanceof Ref.Thing(int of)) {
        frame.thing(of).members().forEach((symbol, value) -> {
          if (symbol >= Symbols.RESERVED && value.refs().equals(constant.refs())) {
            name[0] = frame.analysis().symbols().name(symbol);
          }
        });
      }
    }
    return name[0].isEmpty() ? given : Value.of(Constant.text(name[0]));
  }

  private Value put(CallSite site) {
    Value key = key(site.arguments().value(0));
    Value target = site.receiver().refs().stream().anyMatch(ref -> ref instanceof Ref.Thing)
        ? site.receiver()
        : Value.NONE;
    Value value = key.key().isPresent() && site.arguments().positional().size() == 2
        ? Members.stored(site.arguments().value(1), key.key().get(), site.arguments().positional().get(1).at())
        : site.arguments().value(1);
    members.put(target, key, value);
    return site.receiver();
  }

  /** A short list is folded item by item, so that the order of functions in it counts; of any other two items stand for all. */
  private Value fold(Propagation propagation, CallSite site) {
    Value function = site.value(propagation.from().getFirst());
    Value list = site.value(propagation.from().get(1));
    List<Value> items = list.refs().size() == 1 && !list.isOpen() && list.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Listing && frame.thing(id).length() >= 0
        && frame.thing(id).length() <= MOST_FOLDED && !frame.thing(id).isMany()
            ? items(frame.thing(id))
            : List.of(anyOf(list), anyOf(list));
    Value result = site.has(propagation.from().getLast()) ? site.value(propagation.from().getLast()) : Value.NONE;
    for (Value item : items) {
      Value before = result;
      result = before.isNone()
          ? item
          : calls.apply(function, Value.NONE, Arguments.of(List.of(before, item), site.at()), site.at());
      frame.revive();
      result = result.isNone() ? Value.UNKNOWN : result;
    }
    return result.isNone() ? Value.UNKNOWN : result;
  }

  private Value append(CallSite site) {
    for (Arguments.Arg arg : site.arguments().positional()) {
      members.additions().append(site.receiver(), arg.value());
      Decisions.filled(frame, site.receiver());
    }
    return site.receiver();
  }

  private Value insert(Value receiver, Optional<String> index, Value item) {
    if (receiver.refs().size() == 1 && receiver.refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).length() >= 0 && !frame.thing(id).isMany() && index.isPresent() && index.get().equals("0")) {
      List<Value> items = items(frame.thing(id));
      items.addFirst(item);
      setItems(id, items);
    } else {
      for (Ref ref : receiver.refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          frame.setThing(id, withoutLeading(frame.thing(id)).withRest(item).ofLength(Thing.UNKNOWN_LENGTH));
        }
      }
    }
    return receiver;
  }

  /** Items no longer known to stand in front, since others may. */
  private Thing withoutLeading(Thing thing) {
    Thing moved = thing;
    for (int i = 0; moved.members().has(frame.analysis().symbols().of(Members.LEADING + i)); i++) {
      int symbol = frame.analysis().symbols().of(Members.LEADING + i);
      moved = moved.withRest(moved.members().get(symbol, Value.NONE)).without(symbol);
    }
    return moved;
  }

  private List<Value> items(Thing thing) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < thing.length(); i++) {
      items.add(thing.members().get(frame.analysis().symbols().of(Integer.toString(i)), Value.UNKNOWN));
    }
    return items;
  }

  private void setItems(int id, List<Value> items) {
    Thing thing = frame.thing(id);
    IntMap<Value> numbered = IntMap.empty();
    for (int i = 0; i < items.size(); i++) {
      numbered = numbered.put(frame.analysis().symbols().of(Integer.toString(i)), items.get(i));
    }
    frame.setThing(id, thing.withMembers(numbered, thing.rest(), items.size()));
  }

  private Value remove(CallSite site) {
    Decisions.emptied(frame, site.receiver());
    Optional<String> key = site.arguments().positional().isEmpty()
        ? Optional.of("-1")
        : site.arguments().value(0).key();
    Value receiver = site.receiver();
    if (receiver.refs().size() == 1 && receiver.refs().getFirst() instanceof Ref.Thing(int id) && key.isPresent()) {
      Thing thing = frame.thing(id);
      if (thing.kind() instanceof Thing.Kind.Dictionary && !thing.isMany()) {
        Value old = members.get(receiver, Value.of(Constant.text(key.get())), site.at(), calls);
        frame.setThing(id, thing.without(frame.analysis().symbols().of(key.get())));
        Optional<Arguments.Arg> fallback = site.arguments().at(1);
        return fallback.isPresent() ? withDefault(old, fallback.get().value()) : old;
      } else if (thing.length() > 0 && !thing.isMany() && thing.kind() instanceof Thing.Kind.Listing
          && Operations.number(Value.of(new Constant.Numeral(key.get()))).isPresent()) {
        int index = Operations.number(Value.of(new Constant.Numeral(key.get()))).get().intValue();
        return removeAt(receiver, index < 0 ? thing.length() + index : index);
      }
    }
    return anyOf(receiver);
  }

  private Value removeAt(Value receiver, int index) {
    Decisions.emptied(frame, receiver);
    if (receiver.refs().size() == 1 && receiver.refs().getFirst() instanceof Ref.Thing(int id)) {
      Thing thing = frame.thing(id);
      if (thing.length() > index && index >= 0 && !thing.isMany() && thing.kind() instanceof Thing.Kind.Listing) {
        List<Value> items = items(thing);
        Value removed = items.remove(index);
        setItems(id, items);
        return removed;
      }
      frame.setThing(id, withoutLeading(thing));
    }
    return anyOf(receiver);
  }

  private Value clear(Value receiver) {
    Decisions.emptied(frame, receiver);
    if (receiver.refs().size() == 1 && receiver.refs().getFirst() instanceof Ref.Thing(int id)
        && !frame.thing(id).isMany()) {
      Thing thing = frame.thing(id);
      frame.setThing(id, Thing.of(thing.kind()));
    }
    return receiver;
  }

  private Value merge(Propagation propagation, CallSite site) {
    List<Value> inputs = Transforms.inputs(propagation, site);
    if (inputs.isEmpty()) {
      return Value.UNKNOWN;
    }
    Value target = inputs.getFirst();
    if (target.refs().stream().noneMatch(ref -> ref instanceof Ref.Thing)) {
      target = members.materialised(target);
    }
    for (Value from : inputs.subList(1, inputs.size())) {
      members.additions().merge(target, from);
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      members.put(target, Value.of(Constant.text(keyword.getKey())), keyword.getValue().value());
    }
    return target;
  }

  private Value copy(Thing.Kind kind, Propagation propagation, CallSite site) {
    Value made = frame.make(Thing.of(kind), 0);
    List<Value> inputs = Transforms.inputs(propagation, site);
    if (inputs.size() == 1 && !(kind instanceof Thing.Kind.Dictionary)) {
      // A check of all items of the copy is one of what was copied.
      frame.alias(frame.site() << 1, inputs.getFirst(), -1);
    }
    for (Value from : inputs) {
      if (kind instanceof Thing.Kind.Dictionary) {
        merge(made, from);
      } else {
        members.additions().extend(made, from);
      }
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      members.put(made, Value.of(Constant.text(keyword.getKey())),
          Members.stored(keyword.getValue().value(), keyword.getKey(), keyword.getValue().at()));
    }
    return made;
  }

  /** Puts the entries of a map, or the pairs of a list, into {@code made}. */
  private void merge(Value made, Value from) {
    for (Ref ref : from.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Listing) {
        Thing list = frame.thing(id);
        list.members().forEach((symbol, pair) -> putPair(made, pair));
        putPair(made, list.rest());
      } else {
        members.additions().merge(made, Value.of(ref));
      }
    }
    if (from.isOpen()) {
      members.additions().merge(made, from.withRefs(List.of()));
    }
  }

  private void putPair(Value made, Value pair) {
    Value key = Value.NONE;
    Value value = Value.NONE;
    for (Ref ref : pair.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        key = key.or(frame.thing(id).members().get(frame.analysis().symbols().of("0"), Value.NONE));
        value = value.or(frame.thing(id).members().get(frame.analysis().symbols().of("1"), Value.NONE));
      }
    }
    if (!key.isNone() && !value.isNone()) {
      members.put(made, key, value);
    } else if (!pair.taints().isEmpty()) {
      members.additions().merge(made, pair);
    }
  }

  Value listOfAll(List<Value> items) {
    Value made = frame.make(Thing.of(new Thing.Kind.Listing()), 2);
    items.forEach(item -> members.additions().append(made, item));
    return made;
  }

  /** A list of unknown length whose items are {@code item}. */
  Value listOf(Value item) {
    Thing thing = Thing.of(new Thing.Kind.Listing()).ofLength(Thing.UNKNOWN_LENGTH);
    return frame.make(item.isNone() ? thing : thing.withRest(item), 3);
  }

  private Value mapOf(Arguments arguments) {
    Value made = frame.make(Thing.of(new Thing.Kind.Dictionary()), 0);
    for (int i = 0; i + 1 < arguments.positional().size(); i += 2) {
      Value key = key(arguments.value(i));
      members.put(made, key,
          Members.stored(arguments.value(i + 1), key.key().orElse("*"), arguments.positional().get(i + 1).at()));
    }
    return made;
  }

  private Value anyOf(Value container) {
    Value found = Value.NONE;
    for (Ref ref : container.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        found = found.or(members.any(frame.thing(id)));
      }
    }
    if (container.isOpen() || container.refs().isEmpty()) {
      found = found.or(Value.tainted(container.taints().map(taint -> taint.member("*"))));
    }
    return found.isNone() ? Value.UNKNOWN : found;
  }

  private Value zip(List<Value> lists) {
    Value row = frame.make(Thing.of(new Thing.Kind.Listing()), 4);
    lists.forEach(list -> members.additions().append(row, anyOf(list)));
    return listOf(row);
  }

  private Value pairs(Value keys, Value container) {
    Value pair = frame.make(Thing.of(new Thing.Kind.Listing()), 4);
    members.additions().append(pair, keys);
    members.additions().append(pair, anyOf(container));
    return listOf(pair);
  }
}
