package dev.slguard.code.flow;

import dev.slguard.code.library.Position;
import dev.slguard.code.library.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes what {@link dev.slguard.code.library.Transform}s do. */
final class Transforms {
  /** Stands in paths for what a text spells. */
  static final String PARSED = "$";
  private static final int FIRST_OF_SCHEMA = 300;

  private final Frame frame;
  private final Members members;
  private final Builders builders;
  private final Calls calls;
  private final Formats formats;
  private final Wirings wirings;
  private final TextTransforms texts;
  private final Matches matches;
  private final Containers containers;

  Transforms(Frame frame, Members members, Calls calls) {
    this.frame = frame;
    this.members = members;
    this.builders = new Builders(frame, members);
    this.calls = calls;
    this.formats = new Formats(frame, members);
    this.wirings = new Wirings(frame, calls);
    this.containers = new Containers(frame, members, calls);
    this.texts = new TextTransforms(members, formats, frame, containers);
    this.matches = new Matches(frame, members, containers);
  }

  Value apply(Propagation propagation, CallSite site) {
    Value first = first(propagation, site);
    Value receiver = site.receiver();
    Arguments arguments = site.arguments();
    return switch (propagation.transform()) {
      case SAME -> first;
      case DERIVE -> Value.tainted(all(propagation, site).map(Taint::derived));
      case PARSE -> Value.tainted(members.deepTaints(first).map(taint -> taint.member(PARSED)));
      case INHERIT ->
        calls.classes().extend(site.value(propagation.from().getFirst()), site.value(propagation.from().getLast()));
      case ALIAS -> alias(propagation, site);
      case INSTANCE, MODEL, MODEL_LIST, SCHEMA, JSON_SCHEMA -> ofType(propagation, site);
      case SHARED, CHECKS_FIELD -> Value.UNKNOWN;
      case COPY_OBJECT -> containers.copyOf(first, site);
      case EVENT -> frame.analysis().event(frame);
      case RESPOND -> respond(first);
      case LISTEN -> wirings.listen(site);
      case EMIT -> wirings.emit(site);
      case CONTROLLER -> wirings.controller(site);
      case VALIDATED ->
        Schemas.validated(frame, site.value(propagation.from().getFirst()), site.value(propagation.from().getLast()));
      case URL_RESOLVE -> formats.url(inputs(propagation, site));
      case FIELDS, THROUGH_FIELDS -> fields(propagation, site, first);
      case NUMBER -> Decisions.counted(frame, first);
      case TRUTH -> propagation.from().isEmpty() ? truth(site) : truth(first);
      case ALL_TRUE -> containers.allTrue(first);
      case CLEAN -> Value.UNKNOWN;
      case THROW -> {
        frame.die();
        yield Value.NONE;
      }
      case CONCAT, JOIN, FORMAT_PERCENT, REPLACE, PATTERN, REPLACE_PATTERN, SPLIT, SPLIT_PATH, SUBTEXT, SHAPE ->
        ofText(propagation, site, first);
      case PATH_JOIN, PATH_RESOLVE -> formats.path(inputs(propagation, site),
          propagation.transform() == dev.slguard.code.library.Transform.PATH_RESOLVE);
      case FORMAT_BRACE -> receiver.isNone() || !propagation.from().isEmpty()
          ? formats.braces(arguments.value(0), arguments.after(1))
          : formats.braces(receiver, arguments);
      case FORMAT_MAP -> formats.braces(receiver, calls.spread(arguments.value(0), site.at()));
      case MATCH, MATCH_LIST, GROUPS, GROUPS_LIST, FIND_ALL, GROUP -> matches.apply(propagation, site);
      case GET, GET_PATH, GET_OR_PUT, DEFAULT_MAP, COUNT_MAP, INDEXED, FOLD, PUT, PUT_MEMBER, APPEND, PREPEND, INSERT,
          EXTEND, REMOVE, REMOVE_FIRST, CLEAR, MERGE, COPY_LIST, COPY_MAP, COPY_SET, LIST_OF, MAP_OF, ZIP, KEYS, VALUES,
          PAIRS, ANY_ELEMENT ->
        containers.apply(propagation, site, first);
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
      case APPLY -> applied(propagation, site);
      case BIND -> bind(propagation, site);
      case ENVIRONMENT -> frame.analysis().environment().value(first, site);
      case PROPERTY -> Value.UNKNOWN;
    };
  }

  private Value ofText(Propagation propagation, CallSite site, Value first) {
    return switch (propagation.transform()) {
      case CONCAT -> texts.concat(propagation, site);
      case JOIN -> texts.join(propagation, site);
      case FORMAT_PERCENT -> texts.formatPercent(propagation, site);
      case REPLACE -> texts.replace(site);
      case PATTERN -> texts.pattern(site);
      case REPLACE_PATTERN -> texts.replacePattern(propagation, site);
      case SPLIT -> texts.split(propagation, site);
      case SPLIT_PATH -> texts.splitPath(first);
      case SUBTEXT -> texts.subtext(site);
      case SHAPE -> texts.shaped(first, site.path());
      default -> throw new IllegalArgumentException(propagation.transform() + " is about no text");
    };
  }

  private Value fields(Propagation propagation, CallSite site, Value first) {
    var fields = new Fields(frame, members, calls);
    return propagation.transform() == dev.slguard.code.library.Transform.FIELDS
        ? fields.of(first, site.at())
        : fields.through(site.value(propagation.from().getFirst()), site.value(propagation.from().getLast()),
            site.at());
  }

  private Value truth(Value value) {
    Truths truths = Truths.of(value, frame.library());
    return truths.mayBeTrue() && truths.mayBeFalse()
        ? Value.PLAIN.tested(value.test())
        : Value.truth(truths.mayBeTrue());
  }

  /** What a question about a known text answers. */
  private static Value truth(CallSite site) {
    Optional<String> text = site.receiver().constantText();
    String name = site.path().substring(site.path().lastIndexOf('.') + 1);
    if (text.isEmpty() || !site.receiver().isConstant()) {
      return Value.PLAIN;
    } else if (name.equals("isEmpty") || name.equals("isBlank")) {
      return Value.truth(name.equals("isEmpty") ? text.get().isEmpty() : text.get().isBlank());
    }
    Optional<String> other = site.text(0);
    if (other.isEmpty()) {
      return Value.PLAIN;
    }
    return switch (name) {
      case "equals", "contentEquals" -> Value.truth(text.get().equals(other.get()));
      case "equalsIgnoreCase" -> Value.truth(text.get().equalsIgnoreCase(other.get()));
      case "startsWith", "startswith" -> Value.truth(text.get().startsWith(other.get()));
      case "endsWith", "endswith" -> Value.truth(text.get().endsWith(other.get()));
      default -> Value.PLAIN;
    };
  }

  /** What the first source, a type or a schema, makes of the last. */
  private Value ofType(Propagation propagation, CallSite site) {
    if (propagation.transform() == dev.slguard.code.library.Transform.INSTANCE) {
      return instance(propagation, site);
    }
    Value type = site.value(propagation.from().getFirst());
    Value data = site.value(propagation.from().getLast());
    return switch (propagation.transform()) {
      case MODEL -> model(type, data);
      case MODEL_LIST -> containers.listOf(model(type, data));
      case SCHEMA -> ofSchema(type, data);
      case JSON_SCHEMA -> ofJsonSchema(type, data);
      default -> throw new IllegalArgumentException(propagation.transform() + " is about no type");
    };
  }

  /** Of several sources the one that is from outside. */
  private Value alias(Propagation propagation, CallSite site) {
    List<Value> tainted = inputs(propagation, site).stream().filter(value -> !value.taints().isEmpty()).toList();
    Value subject = tainted.size() == 1 ? tainted.getFirst() : first(propagation, site);
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

  /** A new library object that keeps its source, else its first argument, as its content. */
  private Value instance(Propagation propagation, CallSite site) {
    Thing made = Thing.of(new Thing.Kind.Foreign(propagation.type().orElse(site.path())));
    Value content = !propagation.from().isEmpty()
        ? site.value(propagation.from().getFirst())
        : site.arguments().positional().isEmpty() ? Value.NONE : site.arguments().value(0);
    return frame.make(made.with(Symbols.CONTENT, content).ofLength(Thing.UNKNOWN_LENGTH), 6);
  }

  /** Makes the library objects that the receiver is objects of the type of {@code propagation}: a response sent as HTML. */
  void become(Propagation propagation, CallSite site) {
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Foreign(String path)) {
        frame.setThing(id, frame.thing(id).ofKind(new Thing.Kind.Foreign(propagation.type().orElse(path))));
      }
    }
  }

  /** {@code data} as a schema of any kind lets it through. */
  Value ofSchema(Value schema, Value data) {
    return new Schemas(frame, members, calls, Schemas.FIRST_OBJECT).apply(schema, data);
  }

  /** {@code data} as a JSON Schema lets it through. */
  private Value ofJsonSchema(Value schema, Value data) {
    return new JsonSchemas(frame, members, calls, FIRST_OF_SCHEMA).apply(schema, data);
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

  static Value first(Propagation propagation, CallSite site) {
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

  Containers containers() {
    return containers;
  }

  Builders builders() {
    return builders;
  }

  /** Calls a function with the items of a list. */
  private Value applied(Propagation propagation, CallSite site) {
    boolean method = propagation.from().isEmpty();
    Value function = method ? site.receiver() : site.value(propagation.from().getFirst());
    Arguments given = method ? site.arguments() : site.arguments().after(1);
    Value list = given.value(1);
    List<Arguments.Arg> items = new ArrayList<>();
    if (list.refs().size() == 1 && !list.isOpen() && list.refs().getFirst() instanceof Ref.Thing(int id)) {
      Thing thing = frame.thing(id);
      for (int i = 0; i < thing.length(); i++) {
        Value item = thing.members().get(frame.analysis().symbols().of(Integer.toString(i)), Value.UNKNOWN);
        items.add(new Arguments.Arg(item, site.at()));
      }
    }
    Value more = items.isEmpty() && !list.isNone() ? site.elements(list) : Value.NONE;
    return calls.apply(function, given.value(0), new Arguments(items, java.util.Map.of(), more), site.at());
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
          ? frame.make(frame.thing(id).with(Symbols.BOUND, containers.listOfAll(values)), sub++)
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
          thing = thing.with(Symbols.BOUND, containers.listOfAll(bound));
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
