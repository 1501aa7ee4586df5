package dev.slguard.code.flow;

import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Library;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Accessors that nobody wrote: of records, data classes and beans. */
final class Accessors {
  private static final String COMPONENT = "component";

  /** What calling {@code name} on an instance without such a method does to its fields. */
  Optional<Value> field(Frame frame, Members members, Value self, String name, Arguments arguments) {
    Optional<ClassDefinition> definition = definition(frame, self);
    if (definition.isEmpty()) {
      return Optional.empty();
    }
    boolean reads = arguments.positional().isEmpty();
    String field = has(definition.get(), name)
        ? name
        : component(definition.get(), name).orElseGet(() -> bean(name, reads));
    if (!has(definition.get(), field)) {
      return Optional.empty();
    }
    if (reads) {
      Ref.Thing ref = (Ref.Thing) self.refs().getFirst();
      Value found = frame.thing(ref.id()).members().get(frame.analysis().symbols().of(field), Value.NONE);
      Value read = found.isNone() ? members.rest(frame.thing(ref.id()), field) : found;
      return Optional.of(
          read.isNone() ? read : frame.analysis().types().ofField(frame, members, frame.thing(ref.id()), field, read))
          .map(value -> value.isNone() ? Value.NOTHING : value);
    }
    members.put(self, Value.of(Constant.text(field)), arguments.value(0));
    return Optional.of(self);
  }

  private static Optional<ClassDefinition> definition(Frame frame, Value self) {
    if (self.refs().size() == 1 && self.refs().getFirst() instanceof Ref.Thing(int id)) {
      for (Ref type : frame.thing(id).members().get(Symbols.CLASS, Value.NONE).refs()) {
        if (type instanceof Ref.Thing(int typeId)
            && frame.thing(typeId).kind() instanceof Thing.Kind.ClassThing(var definition, _)) {
          return Optional.of(definition);
        }
      }
    }
    return Optional.empty();
  }

  /** The name of the field at {@code index} of a record that is also a tuple. */
  Optional<String> fieldAt(Frame frame, Thing instance, int index) {
    for (Ref type : instance.members().get(Symbols.CLASS, Value.NONE).refs()) {
      if (type instanceof Ref.Thing(int id)
          && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)
          && definition.kind() == ClassDefinition.Kind.RECORD) {
        return definition.fields().stream().filter(field -> !field.isStatic()).skip(index).findFirst()
            .map(field -> field.variable().name());
      }
    }
    return Optional.empty();
  }

  /** Whether calling {@code name} never calls a field of that name: a record's accessor, or wherever methods have names of their own. */
  boolean isComponent(Frame frame, Thing instance, String name) {
    return frame.library().protocol("instance").contains("*")
        || instance.members().get(Symbols.CLASS, Value.NONE).refs().stream()
            .anyMatch(type -> type instanceof Ref.Thing(int id)
                && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)
                && definition.kind() == ClassDefinition.Kind.RECORD && has(definition, name));
  }

  /** Whether the class of {@code instance} declares a field {@code name} that each of its instances has. */
  boolean declares(Frame frame, Thing instance, String name) {
    for (Ref type : instance.members().get(Symbols.CLASS, Value.NONE).refs()) {
      if (type instanceof Ref.Thing(int id)
          && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)) {
        return definition.fields().stream()
            .anyMatch(field -> !field.isStatic() && field.variable().name().equals(name));
      }
    }
    return false;
  }

  /** Whether {@code name} is an accessor of a field that objects of the class have. */
  static boolean reads(ClassDefinition definition, String name) {
    String field = has(definition, name) ? name : bean(name, true);
    return definition.fields().stream().anyMatch(each -> !each.isStatic() && each.variable().name().equals(field));
  }

  private static boolean has(ClassDefinition definition, String field) {
    return definition.fields().stream().anyMatch(each -> each.variable().name().equals(field));
  }

  /** The field that a pattern asks for by its place in the record. */
  private static Optional<String> component(ClassDefinition definition, String name) {
    int index = definition.kind() == ClassDefinition.Kind.RECORD && name.startsWith(COMPONENT)
        ? index(name.substring(COMPONENT.length()))
        : -1;
    return index < 0
        ? Optional.empty()
        : definition.fields().stream().filter(field -> !field.isStatic()).skip(index).findFirst()
            .map(field -> field.variable().name());
  }

  private static String bean(String name, boolean reads) {
    for (String prefix : reads ? new String[]{"get", "is"} : new String[]{"set", "with"}) {
      if (name.length() > prefix.length() && name.startsWith(prefix)
          && Character.isUpperCase(name.charAt(prefix.length()))) {
        String rest = name.substring(prefix.length());
        return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
      }
    }
    return name;
  }

  /** Sets the fields of a new record or data class from the arguments of its constructor. */
  void fill(Frame frame, Members members, Value made, ClassDefinition definition, Arguments arguments) {
    if (!(made.refs().getFirst() instanceof Ref.Thing(int id))) {
      return;
    }
    int index = 0;
    for (ClassDefinition.Field field : definition.fields()) {
      if (!field.isStatic()) {
        String name = field.variable().name();
        Optional<Arguments.Arg> byOrder = definition.kind() == ClassDefinition.Kind.RECORD
            ? arguments.at(index)
            : Optional.empty();
        Optional<Arguments.Arg> given = arguments.keyword(name).or(() -> byOrder);
        given.map(arg -> Constraints.applied(frame, members, arg.value(), field.annotations()))
            .ifPresent(value -> frame.setThing(id, frame.thing(id).with(frame.analysis().symbols().of(name), value)));
        index++;
      }
    }
    if (!arguments.more().taints().isEmpty()) {
      frame.setThing(id, frame.thing(id).withRest(Value.tainted(arguments.more().taints())));
    }
  }

  /** The index that {@code text} spells, negative from the end; the smallest number if it spells none. */
  static int index(String text) {
    if (text.isEmpty() || text.length() > 6) {
      return Integer.MIN_VALUE;
    }
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Integer.MIN_VALUE;
      }
    }
    return text.equals("-") ? Integer.MIN_VALUE : Integer.parseInt(text);
  }

  /** Whether {@code found} was read from fields of classes of the project only. */
  static boolean isOwn(Frame frame, Value object, Value found) {
    return !found.isNone() && !object.refs().isEmpty() && object.refs().stream()
        .allMatch(ref -> ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Instance);
  }

  /** The method {@code name} of what an object may be wrapped in, if it is one: an optional value, a promise. */
  static Optional<String> ofWrapper(Library library, String name) {
    return Stream.of("optional.", "promise.").map(type -> type + name).filter(path -> !library.call(path).isNothing())
        .findFirst();
  }

  /** A getter of a bean whose class is not known reads a member. */
  static Optional<Value> getter(CallSite site, String path, Calls calls) {
    String name = site.path().substring(site.path().lastIndexOf('.') + 1);
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    boolean bean = prefix > 0 && name.length() > prefix && (Character.isUpperCase(name.charAt(prefix))
        || name.length() > prefix + 1 && Character.isUpperCase(name.charAt(prefix + 1)));
    if (!bean || !site.arguments().all().isEmpty() || site.receiver().isNone()
        || holdsSecret(site.frame(), site.receiver())) {
      return Optional.empty();
    }
    String member = Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1);
    Value found = site.members().get(
        site.receiver().withRefs(site.receiver().refs().stream().filter(ref -> ref instanceof Ref.Thing).toList()),
        Value.of(Constant.text(member)), site.at(), calls);
    Value kept = kept(site);
    if (!kept.isNone()) {
      return Optional.of(kept);
    }
    Value result = site.receiver().isOpen() || !site.receiver().taints().isEmpty()
        ? found.or(Value.tainted(site.receiver().taints().map(taint -> taint.read(member, site.at()))))
        : found;
    return Optional.of(path.isEmpty() || path.length() > LibraryCalls.LONGEST_PATH || !result.isOpen()
        ? result
        : result.or(Value.of(new Ref.Foreign(path))));
  }

  /** What a setter of a library's object kept under its own name; nothing if {@code site} calls no getter. */
  static Value kept(CallSite site) {
    String name = site.path().substring(site.path().lastIndexOf('.') + 1);
    if (!name.startsWith("get")) {
      return Value.NONE;
    }
    String property = name.substring(3);
    var symbols = site.frame().analysis().symbols();
    Value kept = Value.NONE;
    for (Ref ref : site.receiver().refs()) {
      if (ref instanceof Ref.Thing(int id) && site.frame().thing(id).kind() instanceof Thing.Kind.Foreign) {
        kept = kept.or(site.frame().thing(id).members().get(symbols.of("set" + property), Value.NONE))
            .or(site.frame().thing(id).members().get(symbols.of("with" + property), Value.NONE));
      }
    }
    return kept;
  }

  /** Whether a library's object was made with a secret, which its getters do not tell. */
  private static boolean holdsSecret(Frame frame, Value receiver) {
    return receiver.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.Foreign
        && frame.thing(id).rest().taints().items().stream().anyMatch(taint -> taint.origin().label() == Label.SECRET));
  }
}
