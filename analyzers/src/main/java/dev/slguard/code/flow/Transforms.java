package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes what {@link dev.slguard.code.library.Transform}s do. */
final class Transforms {
  /** Stands in paths for what a text spells. */
  static final String PARSED = "$";

  private final Frame frame;
  private final Members members;
  private final Builders builders;
  private final Calls calls;
  private final Formats formats;
  private final Wirings wirings;
  private final TextTransforms texts;

  Transforms(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.builders = new Builders(frame, members);
    this.calls = calls;
    this.formats = new Formats(frame, members);
    this.wirings = new Wirings(frame, calls);
    this.texts = new TextTransforms(members, formats, frame, this);
  }

  Value apply(Propagation propagation, CallSite site) {
    Value first = first(propagation, site);
    Value receiver = site.receiver();
    Arguments arguments = site.arguments();
    return switch (propagation.transform()) {
      case SAME -> first;
      case DERIVE -> Value.tainted(all(propagation, site).map(Taint::derived));
      case PARSE -> Value.tainted(members.deepTaints(first).map(taint -> taint.member(PARSED)));
      case ALIAS -> alias(propagation, first);
      case INSTANCE -> instance(propagation, site);
      case MODEL -> model(site.value(propagation.from().getFirst()), site.value(propagation.from().getLast()));
      case EVENT -> frame.analysis().event(frame);
      case RESPOND -> respond(first);
      case LISTEN -> wirings.listen(site);
      case EMIT -> wirings.emit(site);
      case CONTROLLER -> wirings.controller(site);
      case SCHEMA -> schema(propagation, site);
      case VALIDATED ->
        Schemas.validated(frame, site.value(propagation.from().getFirst()), site.value(propagation.from().getLast()));
      case URL_RESOLVE -> formats.url(inputs(propagation, site));
      case SHAPE -> texts.shaped(first, site.path());
      case NUMBER -> Value.PLAIN;
      case TRUTH -> truth(site);
      case CLEAN -> Value.UNKNOWN;
      case CONCAT -> texts.concat(propagation, site);
      case JOIN -> texts.join(propagation, site);
      case PATH_JOIN, PATH_RESOLVE -> formats.path(inputs(propagation, site),
          propagation.transform() == dev.slguard.code.library.Transform.PATH_RESOLVE);
      case FORMAT_PERCENT -> texts.formatPercent(propagation, site);
      case FORMAT_BRACE -> receiver.isNone() || !propagation.from().isEmpty()
          ? formats.braces(arguments.value(0), arguments.after(1))
          : formats.braces(receiver, arguments);
      case REPLACE -> texts.replace(site);
      case PATTERN -> texts.pattern(site);
      case REPLACE_PATTERN -> texts.replacePattern(propagation, site);
      case SPLIT -> texts.split(site);
      case SUBTEXT -> texts.subtext(site);
      case GET, PUT, APPEND, INSERT, EXTEND, REMOVE, REMOVE_FIRST, CLEAR, MERGE, COPY_LIST, COPY_MAP, COPY_SET, LIST_OF,
          MAP_OF, ZIP, KEYS, VALUES, PAIRS, ANY_ELEMENT ->
        ofContainer(propagation, site, first);
      case BUFFER -> builders.buffer(arguments);
      case BUFFER_APPEND -> builders.bufferAppend(site, false);
      case BUFFER_INSERT -> builders.bufferAppend(site, true);
      case OBJECT -> builders.object(site, "");
      case BUFFER_TEXT -> members.asText(receiver);
      case FLUENT -> builders.fluent(site, false);
      case FLUENT_MEMBER -> builders.fluent(site, true);
      case INVOKE -> invoke(site);
      case CALL -> calls.apply(receiver, arguments.positional().isEmpty() ? Value.NONE : arguments.value(0),
          arguments.after(1), site.at());
      case BIND -> bind(propagation, site);
      case ENVIRONMENT -> frame.analysis().environment().value(first, site);
      case PROPERTY -> Value.UNKNOWN;
    };
  }

  private Value ofContainer(Propagation propagation, CallSite site, Value first) {
    Value receiver = site.receiver();
    Arguments arguments = site.arguments();
    return switch (propagation.transform()) {
      case GET -> get(first(propagation, site), site);
      case PUT -> put(site);
      case APPEND -> append(site);
      case INSERT -> insert(site);
      case EXTEND -> {
        members.extend(receiver, arguments.value(0));
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
          : inputs(propagation, site));
      case MAP_OF -> mapOf(arguments);
      case ZIP -> zip(inputs(propagation, site));
      case KEYS -> listOf(members.element(first, Instruction.ElementKind.KEYS));
      case VALUES -> listOf(anyOf(first));
      case PAIRS -> pairs(first);
      case ANY_ELEMENT -> anyOf(first);
      default -> throw new IllegalArgumentException(propagation.transform() + " is about no container");
    };
  }

  /** What a question about a known text answers. */
  private static Value truth(CallSite site) {
    Optional<String> text = site.receiver().constantText();
    String name = site.path().substring(site.path().lastIndexOf('.') + 1);
    if (text.isEmpty() || !site.receiver().isConstant()) {
      return Value.PLAIN;
    } else if (name.equals("isEmpty") || name.equals("isBlank")) {
      return LibraryCalls.truth(name.equals("isEmpty") ? text.get().isEmpty() : text.get().isBlank());
    }
    Optional<String> other = site.text(0);
    if (other.isEmpty()) {
      return Value.PLAIN;
    }
    return switch (name) {
      case "equals", "contentEquals" -> LibraryCalls.truth(text.get().equals(other.get()));
      case "equalsIgnoreCase" -> LibraryCalls.truth(text.get().equalsIgnoreCase(other.get()));
      case "startsWith", "startswith" -> LibraryCalls.truth(text.get().startsWith(other.get()));
      case "endsWith", "endswith" -> LibraryCalls.truth(text.get().endsWith(other.get()));
      default -> Value.PLAIN;
    };
  }

  private Value alias(Propagation propagation, Value subject) {
    long only = propagation.only().isEmpty() ? -1 : frame.analysis().categories().mask(propagation.only());
    frame.alias(frame.site() << 1, subject, only);
    return Value.NONE;
  }

  /** An instance of {@code type}, a class of the project, whose fields are the members of {@code data}. */
  Value model(Value type, Value data) {
    Value made = Value.NONE;
    int sub = 7;
    for (Ref ref : type.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.ClassThing) {
        Thing instance = Thing.of(new Thing.Kind.Instance()).with(Symbols.CLASS, Value.of(ref));
        made = made.or(frame.make(instance.withRest(Value.tainted(members.deepTaints(data))), sub++));
      }
    }
    return made.isNone() ? Value.tainted(members.deepTaints(data).map(Taint::derived)) : made;
  }

  private Value respond(Value answer) {
    new Responses(frame, members).check(answer);
    return Value.NOTHING;
  }

  /** A new library object that keeps its first argument as its content. */
  private Value instance(Propagation propagation, CallSite site) {
    Thing made = Thing.of(new Thing.Kind.Foreign(propagation.type().orElse(site.path())));
    Value content = site.arguments().positional().isEmpty() ? Value.NONE : site.arguments().value(0);
    return frame.make(made.with(Symbols.CONTENT, content).ofLength(Thing.UNKNOWN_LENGTH), 6);
  }

  private Value schema(Propagation propagation, CallSite site) {
    Value schema = site.value(propagation.from().getFirst());
    Value data = site.value(propagation.from().getLast());
    return new Schemas(frame, members, calls).apply(schema, data);
  }

  /** The values a transform works on: those it names, else receiver and arguments. */
  static List<Value> inputs(Propagation propagation, CallSite site) {
    List<Value> inputs = new ArrayList<>();
    if (propagation.from().isEmpty()) {
      if (!site.receiver().isNone()) {
        inputs.add(site.receiver());
      }
      site.arguments().positional().forEach(arg -> inputs.add(arg.value()));
    }
    for (Position position : propagation.from()) {
      site.at(position).forEach(arg -> inputs.add(arg.value()));
    }
    return inputs;
  }

  private static Value first(Propagation propagation, CallSite site) {
    if (!propagation.from().isEmpty()) {
      Value all = Value.NONE;
      for (Position position : propagation.from()) {
        all = all.or(site.value(position));
      }
      return all.isNone() ? Value.UNKNOWN : all;
    }
    Value value = site.receiver().isNone() ? site.arguments().value(0) : site.receiver();
    return value.isNone() ? Value.UNKNOWN : value;
  }

  private Taints all(Propagation propagation, CallSite site) {
    if (propagation.from().isEmpty()) {
      return site.everything();
    }
    Taints all = Taints.NONE;
    for (Value value : inputs(propagation, site)) {
      all = all.and(members.deepTaints(value));
    }
    return all;
  }

  Builders builders() {
    return builders;
  }

  // Containers

  private Value get(Value container, CallSite site) {
    Value key = site.arguments().value(0);
    Value found = members.get(container, key.isNone() ? Value.UNKNOWN : key, site.at(), calls);
    Optional<Arguments.Arg> fallback = site.arguments().at(1);
    boolean surely = found.constants().isEmpty() && !found.isOpen() && !found.isNone();
    return fallback.isPresent() && !surely ? withDefault(found, fallback.get().value()) : found;
  }

  private static Value withDefault(Value found, Value fallback) {
    boolean missing = found.isConstant()
        && found.constants().stream().allMatch(constant -> constant instanceof Constant.Nothing);
    boolean mayMiss = found.isOpen() || found.constants().contains(Constant.nothing());
    return missing ? fallback : mayMiss ? found.or(fallback) : found;
  }

  private Value put(CallSite site) {
    Value key = site.arguments().value(0);
    Value target = site.receiver().refs().stream().anyMatch(ref -> ref instanceof Ref.Thing)
        ? site.receiver()
        : Value.NONE;
    members.put(target, key, site.arguments().value(1));
    return site.receiver();
  }

  private Value append(CallSite site) {
    for (Arguments.Arg arg : site.arguments().positional()) {
      members.append(site.receiver(), arg.value());
    }
    return site.receiver();
  }

  private Value insert(CallSite site) {
    Optional<String> index = site.arguments().value(0).key();
    Value item = site.arguments().value(1);
    if (site.receiver().refs().size() == 1 && site.receiver().refs().getFirst() instanceof Ref.Thing(int id)
        && frame.thing(id).length() >= 0 && !frame.thing(id).isMany() && index.isPresent() && index.get().equals("0")) {
      List<Value> items = items(frame.thing(id));
      items.addFirst(item);
      setItems(id, items);
    } else {
      for (Ref ref : site.receiver().refs()) {
        if (ref instanceof Ref.Thing(int id)) {
          frame.setThing(id, frame.thing(id).withRest(item).ofLength(Thing.UNKNOWN_LENGTH));
        }
      }
    }
    return site.receiver();
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
    if (receiver.refs().size() == 1 && receiver.refs().getFirst() instanceof Ref.Thing(int id)) {
      Thing thing = frame.thing(id);
      if (thing.length() > index && index >= 0 && !thing.isMany() && thing.kind() instanceof Thing.Kind.Listing) {
        List<Value> items = items(thing);
        Value removed = items.remove(index);
        setItems(id, items);
        return removed;
      }
    }
    return anyOf(receiver);
  }

  private Value clear(Value receiver) {
    if (receiver.refs().size() == 1 && receiver.refs().getFirst() instanceof Ref.Thing(int id)
        && !frame.thing(id).isMany()) {
      Thing thing = frame.thing(id);
      frame.setThing(id, Thing.of(thing.kind()));
    }
    return receiver;
  }

  private Value merge(Propagation propagation, CallSite site) {
    List<Value> inputs = inputs(propagation, site);
    if (inputs.isEmpty()) {
      return Value.UNKNOWN;
    }
    Value target = inputs.getFirst();
    if (target.refs().stream().noneMatch(ref -> ref instanceof Ref.Thing)) {
      target = members.materialised(target);
    }
    for (Value from : inputs.subList(1, inputs.size())) {
      members.merge(target, from);
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      members.put(target, Value.of(Constant.text(keyword.getKey())), keyword.getValue().value());
    }
    return target;
  }

  private Value copy(Thing.Kind kind, Propagation propagation, CallSite site) {
    Value made = frame.make(Thing.of(kind), 0);
    for (Value from : inputs(propagation, site)) {
      if (kind instanceof Thing.Kind.Dictionary) {
        merge(made, from);
      } else {
        members.extend(made, from);
      }
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      members.put(made, Value.of(Constant.text(keyword.getKey())), keyword.getValue().value());
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
        members.merge(made, Value.of(ref));
      }
    }
    if (from.isOpen()) {
      members.merge(made, from.withRefs(List.of()));
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
      members.merge(made, pair);
    }
  }

  Value listOfAll(List<Value> items) {
    Value made = frame.make(Thing.of(new Thing.Kind.Listing()), 2);
    items.forEach(item -> members.append(made, item));
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
      members.put(made, arguments.value(i), Members.stored(arguments.value(i + 1), arguments.value(i).key().orElse("*"),
          arguments.positional().get(i + 1).at()));
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
    lists.forEach(list -> members.append(row, anyOf(list)));
    return listOf(row);
  }

  private Value pairs(Value container) {
    Value keys = members.element(container, Instruction.ElementKind.KEYS);
    Value pair = frame.make(Thing.of(new Thing.Kind.Listing()), 4);
    members.append(pair, keys);
    members.append(pair, anyOf(container));
    return listOf(pair);
  }

  /** Calls a function; one made of two calls the second with what the first returns. */
  private Value invoke(CallSite site) {
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Foreign
          && site.receiver().refs().size() == 1) {
        IntMap<Value> made = frame.thing(id).members();
        Value first = made.get(frame.analysis().symbols().of("<receiver>"), Value.UNKNOWN);
        Value second = made.get(frame.analysis().symbols().of("<0>"), Value.UNKNOWN);
        Value between = calls.apply(first, Value.NONE, site.arguments(), site.at());
        return calls.apply(second, Value.NONE, Arguments.of(List.of(between), site.at()), site.at());
      }
    }
    return calls.apply(site.receiver(), Value.NONE, site.arguments(), site.at());
  }

  /** {@code function} with its first parameters bound to {@code values}. */
  Value bound(Value function, List<Value> values) {
    Value made = Value.NONE;
    int sub = 8;
    for (Ref ref : function.refs()) {
      made = made.or(ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure
          ? frame.make(frame.thing(id).with(Symbols.BOUND, listOfAll(values)), sub++)
          : Value.of(ref));
    }
    return made;
  }

  private Value bind(Propagation propagation, CallSite site) {
    boolean method = !site.receiver().isNone() && propagation.from().isEmpty();
    Value function = method ? site.receiver() : site.arguments().value(0);
    Value made = Value.NONE;
    for (Ref ref : function.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure) {
        List<Value> bound = new ArrayList<>();
        site.arguments().after(1).positional().forEach(arg -> bound.add(arg.value()));
        Thing thing = frame.thing(id);
        if (method && !site.arguments().positional().isEmpty() && !thing.members().has(Symbols.RECEIVER)) {
          thing = thing.with(Symbols.RECEIVER, site.arguments().value(0));
        }
        if (!bound.isEmpty()) {
          thing = thing.with(Symbols.BOUND, listOfAll(bound));
        }
        made = made.or(frame.make(thing, 5));
      } else {
        if (method && site.arguments().positional().size() > 1) {
          // What a library's function is bound to it will be called with.
          calls.apply(Value.of(ref), Value.NONE, site.arguments().after(1), site.at());
        }
        made = made.or(Value.of(ref));
      }
    }
    return made.isNone() ? Value.UNKNOWN : made;
  }
}
