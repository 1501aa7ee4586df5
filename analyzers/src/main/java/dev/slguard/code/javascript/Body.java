package dev.slguard.code.javascript;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One routine while it is written: its builder, what writes the kinds of syntax into it, and where jumps go. */
final class Body {
  /** What {@code this} means. */
  enum Receiver {
    /** The exports, at the top level of a module. */
    EXPORTS,
    /** The routine's receiver, or the captured one of the routine around it. */
    OBJECT,
    /** The class, in static members: the variable {@link #owner}. */
    CLASS
  }

  /** Where {@code break} and {@code continue} go. */
  record Target(List<String> labels, int onBreak, Optional<Integer> onContinue, int finalizers) {}

  /** A {@code finally} block that must run before the routine is left. */
  record Finalizer(List<Statement> statements, int length) {}

  final ModuleWriter module;
  final RoutineBuilder b;
  final Receiver receiver;
  /** The routine around an arrow function. */
  final Optional<Body> outer;
  /** The variable of the class that {@code this} is in static members. */
  final Optional<String> owner;
  final Hoisting hoisting;
  final StatementWriter statements;
  final ExpressionWriter expressions;
  final ChainWriter chains;
  final ConditionWriter conditions;
  final PatternWriter patterns;
  final FunctionWriter functions;
  final ClassWriter classes;
  final Deque<Target> targets = new ArrayDeque<>();
  final Deque<Finalizer> finalizers = new ArrayDeque<>();
  /** Labels before the statement that is written next. */
  final List<String> pendingLabels = new ArrayList<>();
  /** What runs when the base's constructor has: field initialisers. */
  final List<Runnable> afterSuper = new ArrayList<>();
  /** Whether this is an asynchronous function, so that a yield in it is an await of older syntax. */
  boolean isAwaiting;
  /** The object that takes the exports of a namespace. */
  Optional<Local> namespace = Optional.empty();

  Body(ModuleWriter module, RoutineBuilder b, Receiver receiver, Optional<String> owner) {
    this(module, b, receiver, owner, Optional.empty());
  }

  /** The body of a routine whose {@code arguments} are those of {@code outer}, if that is given. */
  Body(ModuleWriter module, RoutineBuilder b, Receiver receiver, Optional<String> owner, Optional<Body> outer) {
    this.module = module;
    this.outer = outer;
    this.b = b;
    this.receiver = receiver;
    this.owner = owner;
    hoisting = new Hoisting(this);
    statements = new StatementWriter(this);
    expressions = new ExpressionWriter(this);
    chains = new ChainWriter(this);
    conditions = new ConditionWriter(this);
    patterns = new PatternWriter(this);
    functions = new FunctionWriter(this);
    classes = new ClassWriter(this);
  }

  Span span(Node node) {
    return module.span(node);
  }

  /** Writes a variable of the routine, of one around it, or of the module. */
  void assign(String name, Operand value, Span at) {
    Optional<Local> local = b.resolve(name);
    if (local.isPresent()) {
      b.assign(local.get(), value, at);
    } else if (!name.isEmpty()) {
      b.emit(new Instruction.SetGlobal(name, value, at));
    }
  }

  /** What exports go to: the module's exports, or the namespace being written. */
  Local exports(Span at) {
    return namespace.orElseGet(() -> {
      Local target = b.temporary();
      b.emit(new Instruction.Exports(target));
      return target;
    });
  }

  /** {@code this}. */
  Operand self(Span at) {
    return switch (receiver) {
      case CLASS -> owner.map(name -> expressions.read(name, at)).orElse(Constant.nothing());
      case OBJECT, EXPORTS -> b.resolve("this").<Operand>map(local -> local).orElseGet(() -> exports(at));
    };
  }

  /** Runs the {@code finally} blocks inside of the outermost {@code kept} ones, innermost first. */
  void leave(int kept) {
    var left = new ArrayList<Finalizer>();
    while (finalizers.size() > kept) {
      left.add(finalizers.pop());
      Finalizer last = left.getLast();
      if (b.isOpen() && module.mayCopy(last.length())) {
        statements.block(last.statements());
      }
    }
    for (Finalizer finalizer : left.reversed()) {
      finalizers.push(finalizer);
    }
  }
}
