package dev.slguard.code.ir;

import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes one {@link Routine} from its first instruction to its last. Instructions go to the block begun last; after a
 * terminator they go nowhere until another block begins, so that code after a return needs no care. Names are looked up
 * through the scopes of this routine, then those of the routine around it, which makes a {@link Capture}. Not shared
 * between threads.
 */
public final class RoutineBuilder {
  private final Optional<RoutineBuilder> outer;
  private final String name;
  private final Routine.Kind kind;
  private boolean isAsync;
  private boolean isGenerator;
  private Optional<Local> receiver = Optional.empty();
  private Optional<String> returnType = Optional.empty();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Capture> captures = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final Deque<Map<String, Local>> scopes = new ArrayDeque<>();
  private final Deque<Integer> handlers = new ArrayDeque<>();
  private final List<Draft> drafts = new ArrayList<>();
  private Draft current;

  /** A block being written. */
  private static final class Draft {
    final List<Instruction> instructions = new ArrayList<>();
    int handler = Block.NO_HANDLER;
    Optional<Terminator> end = Optional.empty();
  }

  /** A routine at the top of a module, or one whose body sees no variables but its own. */
  public RoutineBuilder(String name, Routine.Kind kind) {
    this(name, kind, Optional.empty());
  }

  private RoutineBuilder(String name, Routine.Kind kind, Optional<RoutineBuilder> outer) {
    this.name = name;
    this.kind = kind;
    this.outer = outer;
    scopes.push(new HashMap<>());
    current = new Draft();
    drafts.add(current);
  }

  /** A routine written inside this one, which sees its variables. Finish it while the scopes around it are open. */
  public RoutineBuilder nested(String nestedName, Routine.Kind nestedKind) {
    return new RoutineBuilder(nestedName, nestedKind, Optional.of(this));
  }

  /** Marks the routine as {@code async}. */
  public RoutineBuilder async() {
    isAsync = true;
    return this;
  }

  /** Marks the routine as a generator; {@link #yielded} does so by itself. */
  public RoutineBuilder generator() {
    isGenerator = true;
    return this;
  }

  /** States the declared type of the result. */
  public RoutineBuilder returns(String type) {
    returnType = Optional.of(type);
    return this;
  }

  /** Adds an annotation or decorator of the routine. */
  public RoutineBuilder annotate(Annotation annotation) {
    annotations.add(annotation);
    return this;
  }

  // Variables

  /** Declares {@code this} or {@code self}. */
  public Local receiver(String receiverName, Optional<String> type) {
    Local local = declare(receiverName, type);
    receiver = Optional.of(local);
    return local;
  }

  /** Adds a parameter that variables of the body know by {@code parameterName}. */
  public Local parameter(String parameterName, Optional<String> type, Parameter.Kind parameterKind, boolean optional,
      List<Annotation> parameterAnnotations) {
    Local local = parameterName.isEmpty() ? add(new Variable("", type)) : declare(parameterName, type);
    parameters.add(new Parameter(parameterName, local, parameterKind, optional, parameterAnnotations));
    return local;
  }

  /** Adds a required positional parameter without annotations. */
  public Local parameter(String parameterName, Optional<String> type) {
    return parameter(parameterName, type, Parameter.Kind.POSITIONAL, false, List.of());
  }

  /** A new variable of the innermost scope; it hides one of the same name. */
  public Local declare(String variable, Optional<String> type) {
    Local local = add(new Variable(variable, type));
    scopes.getFirst().put(variable, local);
    return local;
  }

  /** A new variable of the innermost scope without a declared type. */
  public Local declare(String variable) {
    return declare(variable, Optional.empty());
  }

  /** Makes {@code variable} another name of {@code local} in the innermost scope. */
  public void alias(String variable, Local local) {
    scopes.getFirst().put(variable, local);
  }

  /** A variable of the whole routine (JavaScript's {@code var}, Python's names), made at its first mention. */
  public Local declareInRoutine(String variable) {
    return scopes.getLast().computeIfAbsent(variable, key -> add(Variable.named(key)));
  }

  /** A new temporary. */
  public Local temporary() {
    return add(Variable.named(""));
  }

  /** A new temporary of a known type. */
  public Local temporary(String type) {
    return add(new Variable("", Optional.of(type)));
  }

  /** The variable that {@code variable} means here: of this routine or captured; empty for a name of the module. */
  public Optional<Local> resolve(String variable) {
    for (Map<String, Local> scope : scopes) {
      Local local = scope.get(variable);
      if (local != null) {
        return Optional.of(local);
      }
    }
    return outer.flatMap(around -> around.resolve(variable).map(found -> {
      Local inner = add(new Variable(variable, around.variables.get(found.index()).type()));
      captures.add(new Capture(found, inner));
      scopes.getLast().put(variable, inner);
      return inner;
    }));
  }

  /** Opens a scope of names: a block in braces, a comprehension. */
  public void enterScope() {
    scopes.push(new HashMap<>());
  }

  /** Closes the scope opened last. */
  public void leaveScope() {
    scopes.pop();
  }

  /** Closes the scope opened last, to be opened again by {@link #enterScope(Names)}. */
  public Names suspendScope() {
    return new Names(scopes.pop());
  }

  /** Opens a scope that was closed before. */
  public void enterScope(Names names) {
    scopes.push(names.names);
  }

  /** The names of a closed scope. */
  public static final class Names {
    private final Map<String, Local> names;

    private Names(Map<String, Local> names) {
      this.names = names;
    }
  }

  /** Closes the scope opened last; its names pass to the one around it, unless that has them. */
  public void leaveScopeKeeping() {
    Map<String, Local> inner = scopes.pop();
    inner.forEach(scopes.getFirst()::putIfAbsent);
  }

  /** What is known of {@code local}. */
  public Variable variable(Local local) {
    return variables.get(local.index());
  }

  private Local add(Variable variable) {
    variables.add(variable);
    return new Local(variables.size() - 1);
  }

  // Control

  /** A new block, not yet begun, guarded by the handler in force. */
  public int newBlock() {
    Draft draft = new Draft();
    draft.handler = handlers.isEmpty() ? Block.NO_HANDLER : handlers.getFirst();
    drafts.add(draft);
    return drafts.size() - 1;
  }

  /** Begins {@code block}: what follows goes there. Falls into it from the block written so far, unless that has ended. */
  public void begin(int block) {
    jump(block);
    current = drafts.get(block);
  }

  /** Whether code written now can run: the current block has no terminator yet. */
  public boolean isOpen() {
    return current.end.isEmpty();
  }

  /** From here on, what is thrown goes to the block {@code handler}; begins a new block. */
  public void beginTry(int handler) {
    handlers.push(handler);
    begin(newBlock());
  }

  /** Ends the guard of {@link #beginTry}; begins a new block. */
  public void endTry() {
    handlers.pop();
    begin(newBlock());
  }

  /** Goes on at {@code block}. */
  public void jump(int block) {
    end(new Terminator.Jump(block));
  }

  /** Goes on at {@code whenTrue} or {@code whenFalse}. */
  public void branch(Operand condition, int whenTrue, int whenFalse, Span at) {
    end(new Terminator.Branch(condition, whenTrue, whenFalse, at));
  }

  /** Returns {@code value}. */
  public void ret(Operand value, Span at) {
    end(new Terminator.Return(value, at));
  }

  /** Throws {@code value}. */
  public void raise(Operand value, Span at) {
    end(new Terminator.Throw(value, at));
  }

  private void end(Terminator terminator) {
    if (current.end.isEmpty()) {
      current.end = Optional.of(terminator);
    }
  }

  // Instructions

  /** Appends any instruction. */
  public void emit(Instruction instruction) {
    if (isOpen()) {
      current.instructions.add(instruction);
    }
  }

  /** {@code target = source}. */
  public void copy(Local target, Operand source) {
    emit(new Instruction.Copy(target, source, Optional.empty()));
  }

  /** {@code target = source}, written at {@code at}. */
  public void assign(Local target, Operand source, Span at) {
    emit(new Instruction.Copy(target, source, Optional.of(at)));
  }

  /** The value of a name of the module. */
  public Local global(String global, Span at) {
    Local target = temporary();
    emit(new Instruction.GetGlobal(target, global, at));
    return target;
  }

  /** An imported module, or a member of it. */
  public Local imported(String specifier, Optional<String> member, Span at) {
    Local target = temporary();
    emit(new Instruction.Import(target, specifier, member, at));
    return target;
  }

  /** {@code object.field}. */
  public Local field(Operand object, String field, Span at) {
    Local target = temporary();
    emit(new Instruction.Get(target, object, Constant.text(field), Instruction.Access.FIELD, at));
    return target;
  }

  /** {@code object[key]}. */
  public Local element(Operand object, Operand key, Span at) {
    Local target = temporary();
    emit(new Instruction.Get(target, object, key, Instruction.Access.ELEMENT, at));
    return target;
  }

  /** {@code object.field = value}. */
  public void setField(Operand object, String field, Operand value, Span at) {
    emit(new Instruction.Set(object, Constant.text(field), value, Instruction.Access.FIELD, at));
  }

  /** {@code object[key] = value}. */
  public void setElement(Operand object, Operand key, Operand value, Span at) {
    emit(new Instruction.Set(object, key, value, Instruction.Access.ELEMENT, at));
  }

  /** A map literal. */
  public Local map(List<Instruction.Entry> entries, Span at) {
    Local target = temporary();
    emit(new Instruction.MakeMap(target, entries, at));
    return target;
  }

  /** A list literal. */
  public Local list(Instruction.ListKind listKind, List<Argument> items, Span at) {
    Local target = temporary();
    emit(new Instruction.MakeList(target, listKind, items, at));
    return target;
  }

  /** A function value. */
  public Local closure(Routine routine, Span at) {
    Local target = temporary();
    emit(new Instruction.MakeClosure(target, routine, at));
    return target;
  }

  /** A class value. */
  public Local makeClass(ClassDefinition definition, List<Operand> bases, Span at) {
    Local target = temporary();
    emit(new Instruction.MakeClass(target, definition, bases, at));
    return target;
  }

  /** A call. */
  public Local call(Callee callee, List<Argument> arguments, Span at) {
    Local target = temporary();
    emit(new Instruction.Call(target, callee, arguments, at));
    return target;
  }

  /** {@code receiver.method(arguments)}. */
  public Local callMethod(Operand object, String method, List<Argument> arguments, Span at) {
    return call(new Callee.Method(object, method), arguments, at);
  }

  /** {@code function(arguments)}. */
  public Local callValue(Operand function, List<Argument> arguments, Span at) {
    return call(new Callee.Value(function), arguments, at);
  }

  /** {@code new type(arguments)}. */
  public Local construct(Operand type, List<Argument> arguments, Span at) {
    return call(new Callee.Constructor(type), arguments, at);
  }

  /** Text made of {@code parts}. */
  public Local concat(List<Operand> parts, Span at) {
    Local target = temporary();
    emit(new Instruction.Concat(target, parts, at));
    return target;
  }

  /** An operator. */
  public Local operation(Operator operator, Span at, Operand... operands) {
    Local target = temporary();
    emit(new Instruction.Operation(target, operator, Arrays.asList(operands), at));
    return target;
  }

  /** {@code source} seen as {@code type}. */
  public Local cast(Operand source, String type, Span at) {
    Local target = temporary(type);
    emit(new Instruction.Cast(target, source, type, at));
    return target;
  }

  /** Some element of {@code container}. */
  public Local each(Operand container, Instruction.ElementKind elementKind, Span at) {
    Local target = temporary();
    emit(new Instruction.Element(target, container, elementKind, at));
    return target;
  }

  /** {@code await source}. */
  public Local await(Operand source, Span at) {
    Local target = temporary();
    emit(new Instruction.Await(target, source, at));
    return target;
  }

  /** {@code yield source}; marks the routine as a generator. */
  public Local yielded(Operand source, boolean all, Span at) {
    isGenerator = true;
    Local target = temporary();
    emit(new Instruction.Yield(target, source, all, at));
    return target;
  }

  /** What was thrown, at the start of a handler or in it. */
  public Local caught(Span at) {
    Local target = temporary();
    emit(new Instruction.Caught(target, at));
    return target;
  }

  /** The finished routine; a path that ends nowhere returns {@link Constant.Nothing}. Blocks never reached are left out. */
  public Routine build(Span at) {
    Span last = new Span(at.file(), at.endLine(), at.endColumn(), at.endLine(), at.endColumn());
    for (Draft draft : drafts) {
      if (draft.end.isEmpty()) {
        draft.end = Optional.of(new Terminator.Return(Constant.nothing(), last));
      }
    }
    return new Routine(name, kind, isAsync, isGenerator, receiver, parameters, captures, variables, returnType,
        annotations, reachable(), at);
  }

  private List<Block> reachable() {
    int[] order = new int[drafts.size()];
    Arrays.fill(order, -1);
    var pending = new ArrayDeque<Integer>(List.of(0));
    while (!pending.isEmpty()) {
      int index = pending.pop();
      if (order[index] < 0) {
        order[index] = 0;
        Draft draft = drafts.get(index);
        successors(draft).forEach(pending::push);
      }
    }
    int count = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = order[i] < 0 ? -1 : count++;
    }
    List<Block> blocks = new ArrayList<>(count);
    for (int i = 0; i < order.length; i++) {
      if (order[i] >= 0) {
        blocks.add(renumbered(drafts.get(i), order));
      }
    }
    return blocks;
  }

  private static List<Integer> successors(Draft draft) {
    List<Integer> targets = new ArrayList<>(3);
    switch (draft.end.orElseThrow()) {
      case Terminator.Jump(int target) -> targets.add(target);
      case Terminator.Branch(_, int whenTrue, int whenFalse, _) -> {
        targets.add(whenTrue);
        targets.add(whenFalse);
      }
      case Terminator.Return _,Terminator.Throw _ -> {
      }
    }
    OptionalInt.of(draft.handler).stream().filter(handler -> handler != Block.NO_HANDLER).forEach(targets::add);
    return targets;
  }

  private static Block renumbered(Draft draft, int[] order) {
    Terminator end = switch (draft.end.orElseThrow()) {
      case Terminator.Jump(int target) -> new Terminator.Jump(order[target]);
      case Terminator.Branch(Operand condition, int whenTrue, int whenFalse, Span at) ->
        new Terminator.Branch(condition, order[whenTrue], order[whenFalse], at);
      case Terminator.Return result -> result;
      case Terminator.Throw thrown -> thrown;
    };
    return new Block(draft.instructions, end, draft.handler == Block.NO_HANDLER ? -1 : order[draft.handler]);
  }
}
