package dev.slguard.code.flow;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.library.Position;
import dev.slguard.code.library.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Computes what {@link dev.slguard.code.library.Transform}s do. */
final class Transforms {
  /** So many characters of a secret tell nothing. */
  private static final int SHOWN = 4;
  /** Stands in paths for what a text spells. */
  static final String PARSED = "$";

  private final Frame frame;
  private final Members members;
  private final Calls calls;
  private final Formats formats;

  Transforms(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.calls = calls;
    this.formats = new Formats(frame, members);
  }

  Value apply(Propagation propagation, CallSite site) {
    Value first = first(propagation, site);
    Value receiver = site.receiver();
    Arguments arguments = site.arguments();
    return switch (propagation.transform()) {
      case SAME -> first;
      case DERIVE -> Value.tainted(all(propagation, site).map(Taint::derived));
      case PARSE -> Value.tainted(members.deepTaints(first).map(taint -> taint.member(PARSED)));
      case SHAPE -> shaped(first, site.path());
      case NUMBER -> Value.PLAIN;
      case TRUTH -> truth(site);
      case CLEAN -> Value.UNKNOWN;
      case CONCAT -> concat(propagation, site);
      case JOIN -> join(propagation, site);
      case PATH_JOIN, PATH_RESOLVE -> formats.path(inputs(propagation, site),
          propagation.transform() == dev.slguard.code.library.Transform.PATH_RESOLVE);
      case FORMAT_PERCENT -> formatPercent(propagation, site);
      case FORMAT_BRACE -> receiver.isNone() || !propagation.from().isEmpty()
          ? formats.braces(arguments.value(0), arguments.after(1))
          : formats.braces(receiver, arguments);
      case REPLACE -> replace(site);
      case SPLIT -> split(site);
      case SUBTEXT -> subtext(site);
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
      case KEYS -> listOf(members.element(first, Instruction.ElementKind.KEYS));
      case VALUES -> listOf(anyOf(first));
      case PAIRS -> pairs(first);
      case ANY_ELEMENT -> anyOf(first);
      case BUFFER -> buffer(arguments);
      case BUFFER_APPEND -> bufferAppend(site, false);
      case BUFFER_INSERT -> bufferAppend(site, true);
      case OBJECT -> object(site, "");
      case BUFFER_TEXT -> members.asText(receiver);
      case FLUENT -> fluent(site, false);
      case FLUENT_MEMBER -> fluent(site, true);
      case INVOKE -> invoke(site);
      case CALL -> calls.apply(receiver, arguments.positional().isEmpty() ? Value.NONE : arguments.value(0),
          arguments.after(1), site.at());
      case BIND -> bind(propagation, site);
      case ENVIRONMENT -> frame.analysis().environment().value(first, site);
      case PROPERTY -> Value.UNKNOWN;
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

  /** The values a transform works on: those it names, else receiver and arguments. */
  private static List<Value> inputs(Propagation propagation, CallSite site) {
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

  private Value shaped(Value value, String path) {
    Value text = members.asText(value);
    Optional<String> constant = text.constantText();
    if (constant.isPresent()) {
      String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      String known = constant.get();
      return Value.of(Constant.text(name.contains("lower")
          ? known.toLowerCase(Locale.ROOT)
          : name.contains("upper")
              ? known.toUpperCase(Locale.ROOT)
              : name.contains("trim") || name.contains("strip") ? known.strip() : known));
    }
    return text.hasParts() ? Value.text(Texts.derived(text)) : Value.tainted(text.taints().map(Taint::derived));
  }

  private Value concat(Propagation propagation, CallSite site) {
    List<TextPart> parts = new ArrayList<>();
    for (Value value : inputs(propagation, site)) {
      parts.addAll(Texts.derived(members.asText(value)));
    }
    return Value.text(parts);
  }

  /** {@code separator.join(list)} or {@code list.join(separator)}, {@code join(separator, list)}. */
  private Value join(Propagation propagation, CallSite site) {
    if (!propagation.from().isEmpty()) {
      List<Value> inputs = inputs(propagation, site);
      return formats.join(inputs.getFirst(),
          inputs.size() > 2
              ? listOfAll(inputs.subList(1, inputs.size()))
              : inputs.size() == 2 ? inputs.get(1) : Value.UNKNOWN);
    }
    Value receiver = site.receiver();
    boolean list = receiver.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing);
    Value argument = site.arguments().value(0);
    return list || !receiver.hasParts() && receiver.constantText().isEmpty() && argument.refs().isEmpty()
        ? formats.join(argument.isNone() ? Value.of(Constant.text(",")) : argument, receiver)
        : formats.join(receiver, argument);
  }

  private Value formatPercent(Propagation propagation, CallSite site) {
    boolean own = !site.receiver().isNone() && !site.receiver().taints().isEmpty()
        || site.receiver().constantText().isPresent() && propagation.from().isEmpty();
    Value format = own ? site.receiver() : site.arguments().value(0);
    Arguments rest = own ? site.arguments() : site.arguments().after(1);
    return formats.percent(format, rest.positional().stream().map(Arguments.Arg::value).toList(), Optional.empty());
  }

  /** Holes stay holes; what is replaced in the known characters is not worked out, but for a whole constant. */
  private Value replace(CallSite site) {
    Value text = members.asText(site.receiver());
    Optional<String> constant = text.constantText();
    Optional<String> from = site.text(0);
    Optional<String> to = site.text(1);
    if (constant.isPresent() && from.isPresent() && to.isPresent() && !from.get().isEmpty()) {
      return Value.of(Constant.text(constant.get().replace(from.get(), to.get())));
    }
    List<TextPart> parts = new ArrayList<>(Texts.derived(text));
    Taints replacement = members.deepTaints(site.arguments().value(1)).map(Taint::derived);
    if (!replacement.isEmpty()) {
      return Value.tainted(Texts.carried(parts).and(replacement));
    }
    return text.hasParts() ? Value.text(parts) : Value.tainted(text.taints().map(Taint::derived));
  }

  private Value split(CallSite site) {
    Value text = members.asText(site.receiver());
    Optional<String> separator = site.text(0);
    if (text.hasParts() && separator.isPresent() || text.constantText().isPresent() && separator.isPresent()) {
      boolean open = text.parts().stream()
          .anyMatch(part -> part instanceof TextPart.Hole hole && !hole.taints().isEmpty());
      if (!open) {
        List<Value> pieces = new ArrayList<>();
        Texts.split(text.parts(), separator.get()).forEach(piece -> pieces.add(Value.text(piece)));
        return listOfAll(pieces);
      }
    }
    return listOf(Value.tainted(text.taints().map(Taint::derived)));
  }

  private Value subtext(CallSite site) {
    Value text = members.asText(site.receiver());
    Optional<String> constant = text.constantText();
    Optional<java.math.BigDecimal> from = Operations.number(site.arguments().value(0));
    if (constant.isPresent() && from.isPresent()) {
      String all = constant.get();
      int start = Math.clamp(from.get().intValue(), 0, all.length());
      boolean single = site.path().endsWith("charAt");
      int end = single
          ? Math.min(start + 1, all.length())
          : Operations.number(site.arguments().value(1)).map(n -> Math.clamp(n.intValue(), start, all.length()))
              .orElse(all.length());
      return Value.of(Constant.text(all.substring(start, end)));
    }
    Optional<java.math.BigDecimal> to = Operations.number(site.arguments().value(1));
    if (from.isPresent() && to.isPresent() && to.get().subtract(from.get()).intValue() <= SHOWN) {
      var categories = frame.analysis().categories();
      long mask = categories.mask("secret-logging") | categories.mask("sensitive-data-exfiltration");
      return Value.tainted(text.taints().map(taint -> taint.derived().clear(mask)));
    }
    boolean fromStart = from.filter(n -> n.signum() == 0).isPresent();
    return fromStart && text.hasParts()
        ? Value.text(Texts.derived(text))
        : Value.tainted(text.taints().map(Taint::derived));
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
        members.merge(made, from);
      } else {
        members.extend(made, from);
      }
    }
    for (var keyword : site.arguments().keywords().entrySet()) {
      members.put(made, Value.of(Constant.text(keyword.getKey())), keyword.getValue().value());
    }
    return made;
  }

  private Value listOfAll(List<Value> items) {
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
      members.put(made, arguments.value(i), Members.stored(arguments.value(i + 1),
          arguments.value(i).key().orElse("*"), arguments.positional().get(i + 1).at()));
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

  private Value pairs(Value container) {
    Value keys = members.element(container, Instruction.ElementKind.KEYS);
    Value pair = frame.make(Thing.of(new Thing.Kind.Listing()), 4);
    members.append(pair, keys);
    members.append(pair, anyOf(container));
    return listOf(pair);
  }

  // Growing texts and builders

  private Value buffer(Arguments arguments) {
    Value content = arguments.positional().isEmpty() || arguments.value(0).isPlain()
        ? Value.of(Constant.text(""))
        : Value.text(Texts.derived(members.asText(arguments.value(0))));
    return frame.make(Thing.of(new Thing.Kind.Buffer()).with(Symbols.CONTENT, content), 0);
  }

  /** Appends {@code more} to the growing text {@code buffer}. */
  void append(Value buffer, Value more) {
    for (Ref ref : buffer.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Buffer) {
        Thing thing = frame.thing(id);
        List<TextPart> all = new ArrayList<>(
            Texts.derived(thing.members().get(Symbols.CONTENT, Value.of(Constant.text("")))));
        all.addAll(Texts.derived(members.asText(more)));
        frame.setThing(id, thing.with(Symbols.CONTENT, Value.text(all)));
      }
    }
  }

  private Value bufferAppend(CallSite site, boolean insert) {
    Value more = site.arguments().value(insert ? 1 : 0);
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        List<TextPart> before = Texts.derived(thing.members().get(Symbols.CONTENT, Value.of(Constant.text(""))));
        List<TextPart> added = Texts.derived(members.asText(more.isNone() ? Value.UNKNOWN : more));
        boolean front = insert && site.arguments().value(0).key().filter("0"::equals).isPresent();
        List<TextPart> all = new ArrayList<>(front ? added : before);
        all.addAll(front ? before : added);
        Value content = insert && !front ? Value.tainted(Texts.carried(all)) : Value.text(all);
        frame.setThing(id, thing.with(Symbols.CONTENT, content));
      }
    }
    return site.receiver();
  }

  /** A library object that keeps what it was made of: {@code receiver.<0>} is its maker's first argument. */
  Value object(CallSite site, String type) {
    Thing thing = Thing.of(new Thing.Kind.Foreign(type.isEmpty() ? site.path() : type))
        .ofLength(Thing.UNKNOWN_LENGTH);
    Taints taints = site.everything();
    thing = taints.isEmpty() ? thing : thing.withRest(Value.tainted(taints.map(Taint::derived)));
    return frame.make(made(thing, site), 0);
  }

  /** {@code thing} with what it is made of. */
  Thing made(Thing thing, CallSite site) {
    var symbols = frame.analysis().symbols();
    Thing with = site.receiver().isNone() ? thing : thing.with(symbols.of("<receiver>"), site.receiver());
    for (int i = 0; i < Math.min(3, site.arguments().positional().size()); i++) {
      with = with.with(symbols.of("<" + i + ">"), site.arguments().value(i));
    }
    return with;
  }

  private Value fluent(CallSite site, boolean member) {
    Value receiver = site.receiver().refs().stream().anyMatch(ref -> ref instanceof Ref.Thing)
        ? site.receiver()
        : members.materialised(site.receiver());
    Taints carried = Taints.NONE;
    for (Arguments.Arg arg : site.arguments().all()) {
      carried = carried.and(members.deepTaints(arg.value()).map(Taint::derived));
    }
    String name = site.path().substring(site.path().lastIndexOf('.') + 1);
    for (Ref ref : receiver.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        Thing thing = frame.thing(id);
        thing = carried.isEmpty() ? thing : thing.withRest(Value.tainted(carried));
        frame.setThing(id,
            member && site.arguments().positional().isEmpty()
                ? thing.with(frame.analysis().symbols().of(name), Value.of(Constant.truth(true)))
                : member ? thing.with(frame.analysis().symbols().of(name),
                    Members.stored(site.arguments().value(0), name, site.arguments().positional().getFirst().at()))
                : thing);
      }
    }
    return receiver;
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
        made = made.or(Value.of(ref));
      }
    }
    return made.isNone() ? Value.UNKNOWN : made;
  }
}
