package dev.slguard.code.flow;

import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Local;
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
    return typedAs(frame, value, type, frame.module(), 56);
  }

  /** {@code value} as a value of the type that {@code module} calls {@code type}. */
  Value typedAs(Frame frame, Value value, String type, SourceModule module, int sub) {
    boolean vague = value.refs().stream().allMatch(ref -> ref instanceof Ref.Foreign(String path)
        && (path.endsWith(Members.ELEMENT) || frame.library().call(path).isNothing() && !frame.library().isType(path)));
    if (!value.isOpen() || !vague || value.hasParts()) {
      return value;
    }
    String plain = plain(type);
    Library library = analysis.library(module.language());
    if (library.isA(plain, "number")) {
      return value.isConstant() || value.isPlain() ? value : Value.PLAIN.tested(value.test());
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

  /** What a value of the library type at {@code path} is: what its constructor makes. */
  private static Ref instanceOf(String path, Library library) {
    CallModel constructor = library.call(path);
    boolean other = constructor.propagations().isEmpty() && constructor.sources().isEmpty();
    return new Ref.Foreign(constructor.returns().filter(type -> other && type.indexOf('.') > 0).orElse(path));
  }

  /** The value of the field {@code name} of {@code instance} as its declared type shows it. */
  Value ofField(Frame frame, Thing instance, String name, Value value) {
    boolean unset = value.isNone() || value.taints().isEmpty() && !value.refs().isEmpty() && value.refs().stream()
        .allMatch(ref -> ref instanceof Ref.Foreign(String path) && frame.library().call(path).isNothing());
    if (!unset && (!value.isOpen() || value.refs().stream().anyMatch(ref -> ref instanceof Ref.Thing))) {
      return value;
    }
    for (int id : new Classes(frame).line(instance.members().get(Symbols.CLASS, Value.NONE))) {
      if (frame.thing(id).kind() instanceof Thing.Kind.ClassThing(ClassDefinition definition, SourceModule module)) {
        for (ClassDefinition.Field field : definition.fields()) {
          if (field.variable().name().equals(name) && field.variable().type().isPresent()) {
            // A field that no code sets is set by a container, or by nobody.
            return typedAs(frame, unset ? Value.UNKNOWN : value, field.variable().type().get(), module, 54);
          }
        }
      }
    }
    return value;
  }

  private static String plain(String type) {
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
