package dev.slguard.code.flow;

import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.library.Library;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the methods that one class has under one name a call means: those that take so many arguments and, as far as
 * both are known, of such types (Java Language Specification, 15.12.2). Where none suits, all are kept.
 */
final class Overloads {
  private final Frame frame;
  private final Value receiver;
  private final Arguments arguments;

  private Overloads(Frame frame, Value receiver, Arguments arguments) {
    this.frame = frame;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  /** What {@code callee} may be in a call with these arguments. */
  static List<Ref> meant(Frame frame, Value callee, Value receiver, Arguments arguments) {
    List<Ref> all = callee.refs();
    boolean fixed = arguments.more().isNone() && arguments.keywords().isEmpty();
    return all.size() < 2 || !fixed ? all : new Overloads(frame, receiver, arguments).meant(all);
  }

  private List<Ref> meant(List<Ref> all) {
    List<Ref> kept = new ArrayList<>(all.size());
    for (Ref ref : all) {
      if (suits(ref) || all.stream().noneMatch(other -> isBeside(ref, other) && suits(other))) {
        kept.add(ref);
      }
    }
    return kept;
  }

  /** Whether both are methods of the same class and name. */
  private boolean isBeside(Ref one, Ref other) {
    return !one.equals(other) && one instanceof Ref.Thing(int first) && other instanceof Ref.Thing(int second)
        && frame.thing(first).kind() instanceof Thing.Kind.Closure mine
        && frame.thing(second).kind() instanceof Thing.Kind.Closure theirs
        && mine.routine().name().equals(theirs.routine().name()) && !owner(first).isNone()
        && owner(first).refs().equals(owner(second).refs());
  }

  private Value owner(int id) {
    return frame.thing(id).members().get(Symbols.OWNER, Value.NONE);
  }

  private boolean suits(Ref ref) {
    if (!(ref instanceof Ref.Thing(int id)) || !(frame.thing(id).kind() instanceof Thing.Kind.Closure closure)) {
      return true;
    }
    boolean bound = frame.thing(id).members().has(Symbols.BOUND);
    boolean unbound = receiver.isNone() && !frame.thing(id).members().has(Symbols.RECEIVER)
        && closure.routine().kind() == Routine.Kind.METHOD && closure.routine().receiver().isPresent();
    return bound || suits(closure, arguments) || unbound && suits(closure, arguments.after(1));
  }

  private boolean suits(Thing.Kind.Closure closure, Arguments given) {
    int next = 0;
    int wanted = 0;
    boolean more = false;
    Library library = frame.analysis().library(closure.module().language());
    for (Parameter parameter : closure.routine().parameters()) {
      switch (parameter.kind()) {
        case POSITIONAL -> {
          String type = closure.routine().variable(parameter.local()).type().orElse("");
          if (next < given.positional().size() && contradicts(given.value(next), Types.plain(type), library)) {
            return false;
          }
          next++;
          wanted += parameter.optional() ? 0 : 1;
        }
        case REST, KEYWORD_REST -> more = true;
        case KEYWORD_ONLY -> {
          // None is given.
        }
      }
    }
    int count = given.positional().size();
    return count >= wanted && (more || count <= next);
  }

  private static boolean contradicts(Value value, String type, Library library) {
    if (library.isA(type, "number")) {
      return value.hasParts() || value.constantText().isPresent();
    }
    return library.isA(type, "text") && !library.isA(type, "character") && value.isPlain();
  }
}
