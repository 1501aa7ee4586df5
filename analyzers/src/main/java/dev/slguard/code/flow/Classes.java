package dev.slguard.code.flow;

import dev.slguard.code.ir.Routine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks up members of classes along their bases. */
final class Classes {
  private static final int DEEPEST = 40;

  private final Frame frame;

  Classes(Frame frame) {
    this.frame = frame;
  }

  /** The name under which a class keeps a method. */
  static String key(Routine method) {
    return switch (method.kind()) {
      case CONSTRUCTOR -> "<init>";
      case GETTER -> "get " + method.name();
      case SETTER -> "set " + method.name();
      case FUNCTION, METHOD, STATIC, CLASS_METHOD, LAMBDA, MODULE -> method.name();
    };
  }

  /** The classes of the project that {@code type} is or extends, nearest first. */
  List<Integer> line(Value type) {
    Set<Integer> line = new LinkedHashSet<>();
    var pending = new ArrayList<>(type.refs());
    while (!pending.isEmpty() && line.size() < DEEPEST) {
      if (pending.removeFirst() instanceof Ref.Thing(int id) && line.add(id)) {
        Thing thing = frame.thing(id);
        for (int i = 0; thing.members().has(Symbols.base(i)); i++) {
          pending.addAll(thing.members().get(Symbols.base(i), Value.NONE).refs());
        }
      }
    }
    return new ArrayList<>(line);
  }

  /** Makes {@code base} a base of the functions in {@code type} that serve as classes. */
  Value extend(Value type, Value base) {
    for (Ref ref : type.refs()) {
      if (ref instanceof Ref.Thing(int id) && frame.thing(id).kind() instanceof Thing.Kind.Closure
          && !frame.thing(id).members().has(Symbols.base(0))) {
        frame.setThing(id, frame.thing(id).with(Symbols.base(0), base));
      }
    }
    return Value.NOTHING;
  }

  /** The paths of the library types that {@code type} extends. */
  List<String> foreignBases(Value type) {
    List<String> paths = new ArrayList<>();
    for (Ref ref : type.refs()) {
      if (ref instanceof Ref.Foreign(String path)) {
        paths.add(path);
      }
    }
    for (int id : line(type)) {
      Thing thing = frame.thing(id);
      for (int i = 0; thing.members().has(Symbols.base(i)); i++) {
        for (Ref ref : thing.members().get(Symbols.base(i), Value.NONE).refs()) {
          if (ref instanceof Ref.Foreign(String path)) {
            paths.add(path);
          }
        }
      }
    }
    return paths;
  }

  /** The member {@code name} of the class {@code type} or the nearest base that has it. */
  Optional<Value> member(Value type, String name) {
    int symbol = frame.analysis().symbols().of(name);
    for (int id : line(type)) {
      Value found = frame.thing(id).members().get(symbol, Value.NONE);
      if (!found.isNone()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** The methods of {@code type} and its bases whose names begin with {@code prefix}, nearest first. */
  Value methods(Value type, String prefix) {
    Set<Integer> seen = new LinkedHashSet<>();
    Value[] methods = {Value.NONE};
    for (int id : line(type)) {
      frame.thing(id).members().forEach((symbol, value) -> {
        String name = frame.analysis().symbols().name(symbol);
        if (!name.isEmpty() && name.startsWith(prefix) && Character.isJavaIdentifierStart(name.charAt(0))
            && !name.startsWith("__") && seen.add(symbol)) {
          methods[0] = methods[0].or(value);
        }
      });
    }
    return methods[0];
  }

  /** The same among the bases of {@code type} only. */
  Optional<Value> inherited(Value type, String name) {
    for (int id : line(type).stream().limit(1).toList()) {
      Thing thing = frame.thing(id);
      for (int i = 0; thing.members().has(Symbols.base(i)); i++) {
        Optional<Value> found = member(thing.members().get(Symbols.base(i), Value.NONE), name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
