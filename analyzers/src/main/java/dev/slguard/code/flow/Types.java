package dev.slguard.code.flow;

import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.CallModel;
import dev.slguard.code.library.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What declared types tell of values that are otherwise unknown. */
final class Types {
  private static final List<String> PLAIN = List.of("number", "text", "list", "map", "set", "buffer", "stream",
      "optional", "promise", "function");

  private final Analysis analysis;
  private final Map<String, Optional<Value>> resolved = new HashMap<>();

  Types(Analysis analysis) {
    this.analysis = analysis;
  }

  /** {@code value} as the declared type of {@code local} shows it. */
  Value typed(Frame frame, Value value, Local local) {
    Optional<String> type = frame.routine().variable(local).type();
    return type.isEmpty() ? value : typedAs(frame, value, type.get(), frame.module(), 55);
  }

  /** {@code value} seen as {@code type}. */
  Value cast(Frame frame, Value value, String type) {
    Value typed = typedAs(frame, below(frame, value, type), type, frame.module(), 56);
    return typed.refs().size() > 1 ? only(frame, typed, type) : typed;
  }

  /** {@code value}, an object known by a type above {@code type} only, as one of {@code type}. */
  private Value below(Frame frame, Value value, String type) {
    if (value.refs().size() != 1 || !(value.refs().getFirst() instanceof Ref.Thing(int id))
        || !(frame.thing(id).kind() instanceof Thing.Kind.Instance)) {
      return value;
    }
    Optional<Value> wanted = resolve(frame.module(), plain(type)).filter(found -> found.refs().size() == 1);
    Value known = frame.thing(id).members().get(Symbols.CLASS, Value.NONE);
    if (wanted.isPresent() && !wanted.get().equals(known) && new Classes(frame).line(wanted.get()).stream()
        .anyMatch(above -> known.equals(Value.of(new Ref.Thing(above))))) {
      return frame.make(frame.thing(id).with(Symbols.CLASS, wanted.get()), 57);
    }
    return value;
  }

  /** {@code value} without the objects of classes of the project that are surely not of {@code type}. */
  private Value only(Frame frame, Value value, String type) {
    Optional<Value> wanted = resolve(frame.module(), plain(type)).filter(found -> found.refs().size() == 1);
    if (wanted.isEmpty() || !(wanted.get().refs().getFirst() instanceof Ref.Thing(int id))
        || !(frame.thing(id).kind() instanceof Thing.Kind.ClassThing)) {
      return value;
    }
    var classes = new Classes(frame);
    List<Ref> kept = value.refs().stream()
        .filter(ref -> !(ref instanceof Ref.Thing(int each) && frame.thing(each).kind() instanceof Thing.Kind.Instance)
            || classes.line(frame.thing(((Ref.Thing) ref).id()).members().get(Symbols.CLASS, Value.NONE)).contains(id))
        .toList();
    return kept.isEmpty() && !value.isOpen() ? Value.UNKNOWN : value.withRefs(kept);
  }

  /** {@code value} as a value of the type that {@code module} calls {@code type}. */
  Value typedAs(Frame frame, Value value, String type, SourceModule module, int sub) {
    if (!value.isOpen() || value.hasParts() || !value.refs().stream().allMatch(ref -> isVague(ref, frame.library()))) {
      return value;
    }
    String plain = plain(type);
    Library library = analysis.library(module.language());
    if (type.endsWith(">") && (plain.equals("list") || isItems(library, plain))) {
      Value items = items(frame, value, type.substring(type.indexOf('<') + 1, type.length() - 1), module, sub);
      if (items != value || plain.equals("list")) {
        return items;
      }
    }
    if (library.isA(plain, "number")) {
      return value.isConstant() || value.isPlain() ? value : Value.number(value, value).tested(value.test());
    } else if (library.isA(plain, "text") || plain.equals("object")) {
      return value.withRefs(List.of());
    }
    Optional<Value> found = resolve(module, plain);
    if (found.isEmpty() || found.get().refs().isEmpty()) {
      return value;
    }
    Ref ref = found.get().refs().getFirst();
    if (ref instanceof Ref.Thing(int id)
        && frame.thing(id).kind() instanceof Thing.Kind.ClassThing(var definition, _)) {
      if (definition.kind() == ClassDefinition.Kind.ENUM) {
        return Value.UNKNOWN;
      }
      Thing instance = Thing.of(new Thing.Kind.Instance()).with(Symbols.CLASS, found.get());
      return frame.make(value.taints().isEmpty()
          ? instance.withRest(Value.UNKNOWN)
          : instance.withRest(Value.tainted(value.taints())), sub);
    }
    return ref instanceof Ref.Foreign(String path) ? value.withRefs(List.of(instanceOf(path, library))) : value;
  }

  /** Whether one of the types that {@code plain} may be holds items of its type argument. */
  private static boolean isItems(Library library, String plain) {
    for (int from = 0; from <= plain.length();) {
      int end = plain.indexOf('|', from);
      if (library.isA(plain.substring(from, end < 0 ? plain.length() : end), "items")) {
        return true;
      }
      from = end < 0 ? plain.length() + 1 : end + 1;
    }
    return false;
  }

  /** A list of items of the type {@code item}. */
  private Value items(Frame frame, Value value, String item, SourceModule module, int sub) {
    if (value.taints().isEmpty() || item.replaceAll("<[^<>]*>", "").indexOf(',') >= 0) {
      return value;
    }
    Value any = Value.tainted(value.taints().map(taint -> taint.member("*")));
    Value element = typedAs(frame, any, item, module, sub + 1);
    Thing list = Thing.of(new Thing.Kind.Listing()).withRest(element).ofLength(Thing.UNKNOWN_LENGTH);
    return element.equals(any) ? value : frame.make(list, sub);
  }

  /** What a value of the library type at {@code path} is: what its constructor makes. */
  private static Ref instanceOf(String path, Library library) {
    CallModel constructor = library.call(path);
    boolean other = constructor.propagations().isEmpty() && constructor.sources().isEmpty();
    return new Ref.Foreign(constructor.returns().filter(type -> other && type.indexOf('.') > 0).orElse(path));
  }

  /** Whether the library type at {@code path} is neither a value of the language nor one of its containers. */
  boolean isObject(Library library, String path) {
    return PLAIN.stream().noneMatch(plain -> library.isA(path, plain));
  }

  /** Whether nothing is known of what {@code ref} is. */
  private static boolean isVague(Ref ref, Library library) {
    return ref instanceof Ref.Foreign(String path)
        && (path.endsWith(Members.ELEMENT) || library.call(path).isNothing() && !library.isType(path));
  }

  /** The value of the field {@code name} of {@code instance} as its declared type shows it. */
  Value ofField(Frame frame, Members members, Thing instance, String name, Value value) {
    boolean unset = value.isNone() || value.taints().isEmpty() && !value.refs().isEmpty() && value.refs().stream()
        .allMatch(ref -> ref instanceof Ref.Foreign(String path) && frame.library().call(path).isNothing());
    List<Ref> made = value.refs().stream().filter(ref -> ref instanceof Ref.Thing).toList();
    if (!unset && !made.isEmpty() && value.isOpen() && !value.taints().isEmpty()) {
      // What the class says of the field is its default: the type is that of what was passed.
      return ofField(frame, members, instance, name, value.withRefs(List.of())).or(Value.NONE.withRefs(made));
    }
    if (!unset && (!value.isOpen() || !made.isEmpty())) {
      return value;
    }
    for (int id : new Classes(frame).line(instance.members().get(Symbols.CLASS, Value.NONE))) {
      if (frame.thing(id).kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, SourceModule module)) {
        for (ClassDefinition.Field field : definition.fields()) {
          Optional<String> type = field.variable().type();
          if (field.variable().name().equals(name) && (type.isPresent() || !field.annotations().isEmpty())) {
            // A field that no code sets is set by a container, or by nobody.
            Value typed = type.map(it -> typedAs(frame, unset ? Value.UNKNOWN : value, it, module, 54)).orElse(value);
            return Constraints.applied(frame, members, typed, field.annotations());
          }
        }
        Optional<String> passed = typeOfParameter(definition, name);
        if (passed.isPresent()) {
          return unset ? value : typedAs(frame, value, passed.get(), module, 54);
        }
      }
    }
    return value;
  }

  /** The value of the static field {@code name} of {@code type} as its declared type shows it. */
  Value ofStatic(Frame frame, Thing type, String name, Value value) {
    if (!value.isOpen() || !value.refs().isEmpty()
        || !(type.kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, SourceModule module))) {
      return value;
    }
    return definition.fields().stream().filter(field -> field.isStatic() && field.variable().name().equals(name))
        .findFirst().flatMap(field -> field.variable().type())
        .map(declared -> typedAs(frame, value, declared, module, 58)).orElse(value);
  }

  /** The declared type of the parameter {@code name} of a constructor, which a container would pass. */
  private static Optional<String> typeOfParameter(ClassDefinition definition, String name) {
    for (Routine method : definition.methods()) {
      if (method.kind() == Routine.Kind.CONSTRUCTOR) {
        for (Parameter parameter : method.parameters()) {
          if (parameter.name().equals(name)) {
            return method.variable(parameter.local()).type();
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The name in a declared type, without what it is applied to. */
  static String plain(String type) {
    int end = type.indexOf('<');
    String name = end < 0 ? type : type.substring(0, end);
    return name.endsWith("[]") || name.endsWith("...") ? "array" : name;
  }

  /** The class or library type that {@code type} names in {@code module}. */
  Optional<Value> resolve(SourceModule module, String type) {
    String key = module.path() + '\n' + type;
    Optional<Value> known = resolved.get(key);
    if (known == null) {
      known = analysis.imports().type(module, type);
      boolean found = known.isPresent() && known.get().refs().stream().anyMatch(ref -> ref instanceof Ref.Thing);
      if (found || type.indexOf('.') >= 0) {
        // A class of the module itself may still be on its way.
        resolved.put(key, known);
      }
    }
    return known;
  }

  /** The method {@code name} of all classes of the project below {@code type}. */
  List<Value> implementers(Frame frame, Value type, String name) {
    analysis.imports().initialiseAll(frame.module().language());
    var classes = new Classes(frame);
    List<Value> methods = new ArrayList<>();
    for (Ref ref : type.refs()) {
      if (ref instanceof Ref.Thing(int id)) {
        for (int below : analysis.classes().below(id)) {
          classes.member(Value.of(new Ref.Thing(below)), name).filter(found -> !methods.contains(found))
              .ifPresent(methods::add);
        }
      }
    }
    return methods;
  }
}
