package dev.slguard.code.python;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Instruction.ElementKind;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lowers the statements of one routine or class body. */
final class StatementLowering {
  private final Frame frame;
  private final RoutineBuilder code;
  private final ExpressionLowering expressions;
  private final TryLowering tries;
  private final Deque<Loop> loops = new ArrayDeque<>();

  /** Where {@code break} and {@code continue} go, and how many {@code finally} blocks were open before the loop. */
  private record Loop(int end, int next, int cleanups) {}

  StatementLowering(Frame frame) {
    this.frame = frame;
    this.code = frame.code();
    this.expressions = new ExpressionLowering(frame);
    this.tries = new TryLowering(frame, this);
  }

  /** How expressions are lowered here. */
  ExpressionLowering expressions() {
    return expressions;
  }

  /** Lowers {@code statements}, one after the other. */
  void lower(List<Statement> statements) {
    statements.forEach(this::lower);
  }

  private void lower(Statement statement) {
    switch (statement) {
      case Statement.Evaluate(Expression value, _, _) -> evaluate(value);
      case Statement.Assign(List<Expression> targets, Expression value, _, _) -> {
        Operand assigned = expressions.value(value);
        targets.forEach(target -> expressions.assign(target, assigned));
      }
      case Statement.AugmentedAssign it -> augmented(it);
      case Statement.AnnotatedAssign(Expression target, Expression annotation, Optional<Expression> value, _, _) ->
        value.ifPresent(
            it -> expressions.assign(target, frame.typed(expressions.value(it), annotation, frame.at(statement))));
      case Statement.TypeAlias(String name, _, Expression value, _, _) ->
        frame.write(name, expressions.value(value), frame.at(statement));
      case Statement.Return(Optional<Expression> value, _, _) -> {
        Operand result = value.map(expressions::value).orElse(Constant.nothing());
        tries.leave(0);
        code.ret(result, frame.at(statement));
      }
      case Statement.Delete(List<Expression> targets, _, _) -> targets.forEach(this::delete);
      case Statement.Raise it -> raise(it);
      case Statement.Assert(Expression test, Optional<Expression> message, _, _) ->
        assertion(test, message, frame.at(statement));
      case Statement.Pass _,Statement.Global _,Statement.Nonlocal _ -> {
      }
      case Statement.Break _ -> leave(true);
      case Statement.Continue _ -> leave(false);
      case Statement.Import(List<Statement.Alias> names, _, _) -> names.forEach(this::imported);
      case Statement.ImportFrom it -> importedFrom(it);
      case Statement.If it -> conditional(it);
      case Statement.While it -> loop(it);
      case Statement.For it -> iteration(it);
      case Statement.With it -> with(it);
      case Statement.Try it -> tries.lower(it);
      case Statement.Match it -> new MatchLowering(frame, this).lower(it);
      case Statement.Function it -> function(it);
      case Statement.ClassDefinition it -> {
        Span at = frame.at(it);
        Operand made = new ClassLowering(frame, expressions).value(it);
        frame.write(it.name(), decorated(made, it.decorators()), at);
      }
      case Statement.Damaged(List<Statement> kept, _, _) -> lower(kept);
    }
  }

  private void evaluate(Expression value) {
    Expression first = value instanceof Expression.Tuple tuple && !tuple.items().isEmpty()
        ? tuple.items().getFirst()
        : value;
    if (first instanceof Expression.Binary(Expression left, TokenKind operator, Expression file, _, _)
        && operator == TokenKind.RIGHT_SHIFT && left instanceof Expression.Name(String id, _, _)
        && id.equals("print")) {
      legacyPrint(value, file);
    } else {
      expressions.value(value);
    }
  }

  /** Python 2: {@code print >>file, a, b}. */
  private void legacyPrint(Expression written, Expression file) {
    Span at = frame.at(written);
    List<Expression> shown = written instanceof Expression.Tuple(List<Expression> items, _, _)
        ? items.subList(1, items.size())
        : List.of();
    var arguments = new ArrayList<Argument>(expressions.items(shown));
    arguments.add(Argument.keyword("file", expressions.value(file), frame.at(file)));
    code.callValue(frame.read("print", at), arguments, at);
  }

  private void augmented(Statement.AugmentedAssign it) {
    Span at = frame.at(it);
    switch (it.target()) {
      case Expression.Attribute(Expression object, String name, _, _) -> {
        Operand holder = expressions.value(object);
        code.setField(holder, name, combined(it, code.field(holder, name, at), at), at);
      }
      case Expression.Subscript(Expression object, Expression index, _, _) -> {
        Operand holder = expressions.value(object);
        Operand key = expressions.key(index);
        code.setElement(holder, key, combined(it, code.element(holder, key, at), at), at);
      }
      default -> expressions.assign(it.target(), combined(it, expressions.value(it.target()), at));
    }
  }

  private Operand combined(Statement.AugmentedAssign it, Operand before, Span at) {
    if (it.operator() == TokenKind.PLUS) {
      return expressions.texts().appended(before, it.value(), at);
    }
    return code.operation(ExpressionLowering.operator(it.operator()), at, before, expressions.value(it.value()));
  }

  private void delete(Expression target) {
    switch (target) {
      case Expression.Name(String id, _, _) -> frame.write(id, Constant.nothing(), frame.at(target));
      case Expression.Attribute(Expression object, String name, _, _) ->
        code.emit(new Instruction.Delete(expressions.value(object), Constant.text(name), frame.at(target)));
      case Expression.Subscript(Expression object, Expression index, _, _) -> {
        Operand holder = expressions.value(object);
        code.emit(new Instruction.Delete(holder, expressions.key(index), frame.at(target)));
      }
      case Expression.Tuple(List<Expression> items, _, _) -> items.forEach(this::delete);
      case Expression.ListDisplay(List<Expression> items, _, _) -> items.forEach(this::delete);
      default -> expressions.value(target);
    }
  }

  private void raise(Statement.Raise it) {
    Operand thrown = it.exception().map(expressions::value).orElseGet(tries::caught);
    it.cause().ifPresent(expressions::value);
    code.raise(thrown, frame.at(it));
  }

  private void assertion(Expression test, Optional<Expression> message, Span at) {
    int holds = code.newBlock();
    int fails = code.newBlock();
    expressions.conditions().branch(test, holds, fails);
    code.begin(fails);
    List<Argument> arguments = message.map(it -> List.of(Argument.of(expressions.value(it), frame.at(it))))
        .orElse(List.of());
    code.raise(code.callValue(code.global("AssertionError", at), arguments, at), at);
    code.begin(holds);
  }

  private void leave(boolean end) {
    Loop loop = loops.peek();
    if (loop != null) {
      tries.leave(loop.cleanups());
      code.jump(end ? loop.end() : loop.next());
    }
  }

  private void imported(Statement.Alias alias) {
    Span at = frame.source().span(alias.start(), alias.end());
    String root = ImportedNames.root(alias.name());
    Local module = code.imported(alias.name(), Optional.empty(), at);
    if (alias.as().isEmpty() && !root.equals(alias.name())) {
      module = code.imported(root, Optional.empty(), at);
    }
    frame.write(alias.as().orElse(root), module, at);
  }

  private void importedFrom(Statement.ImportFrom it) {
    String specifier = ImportedNames.specifier(it);
    for (Statement.Alias alias : it.names()) {
      Span at = frame.source().span(alias.start(), alias.end());
      if (alias.name().equals("*")) {
        code.emit(new Instruction.ImportAll(specifier, at));
      } else {
        frame.write(alias.as().orElse(alias.name()), code.imported(specifier, Optional.of(alias.name()), at), at);
      }
    }
  }

  private void conditional(Statement.If it) {
    int end = code.newBlock();
    for (Statement.Branch branch : it.branches()) {
      int body = code.newBlock();
      int next = code.newBlock();
      expressions.conditions().branch(branch.test(), body, next);
      code.begin(body);
      lower(branch.body());
      code.jump(end);
      code.begin(next);
    }
    lower(it.otherwise());
    code.begin(end);
  }

  private void loop(Statement.While it) {
    int head = code.newBlock();
    int body = code.newBlock();
    int exhausted = code.newBlock();
    int end = code.newBlock();
    code.begin(head);
    if (it.test() instanceof Expression.Constant(Expression.ConstantKind kind, _, _)
        && kind == Expression.ConstantKind.TRUE) {
      code.jump(body);
    } else {
      expressions.conditions().branch(it.test(), body, exhausted);
    }
    turn(it.body(), body, head, end);
    code.begin(exhausted);
    lower(it.otherwise());
    code.begin(end);
  }

  private void turn(List<Statement> statements, int body, int head, int end) {
    loops.push(new Loop(end, head, tries.depth()));
    code.begin(body);
    lower(statements);
    code.jump(head);
    loops.pop();
  }

  private void iteration(Statement.For it) {
    Span at = frame.at(it.iterable());
    Operand container = expressions.value(it.iterable());
    int head = code.newBlock();
    int body = code.newBlock();
    int exhausted = code.newBlock();
    int end = code.newBlock();
    code.begin(head);
    code.branch(code.operation(Operator.HAS_NEXT, at, container), body, exhausted, at);
    code.begin(body);
    expressions.assign(it.target(), code.each(container, it.async() ? ElementKind.AWAITED : ElementKind.VALUES, at));
    int rest = code.newBlock();
    turn(it.body(), rest, head, end);
    code.begin(exhausted);
    lower(it.otherwise());
    code.begin(end);
  }

  private void with(Statement.With it) {
    var contexts = new ArrayDeque<Operand>();
    for (Statement.WithItem item : it.items()) {
      Span at = frame.at(item.context());
      Operand context = expressions.value(item.context());
      contexts.push(context);
      Local entered = code.callMethod(context, it.async() ? "__aenter__" : "__enter__", List.of(), at);
      Local value = it.async() ? code.await(entered, at) : entered;
      item.target().ifPresent(target -> expressions.assign(target, value));
    }
    lower(it.body());
    Span at = frame.source().span(it.end(), it.end());
    for (Operand context : contexts) {
      List<Argument> nothing = List.of(Argument.of(Constant.nothing(), at), Argument.of(Constant.nothing(), at),
          Argument.of(Constant.nothing(), at));
      Local left = code.callMethod(context, it.async() ? "__aexit__" : "__exit__", nothing, at);
      if (it.async()) {
        code.await(left, at);
      }
    }
  }

  private void function(Statement.Function it) {
    Span at = frame.at(it);
    if (frame.classBody().isEmpty()) {
      Operand closure = code.closure(new FunctionLowering(frame).function(it), at);
      frame.write(it.name(), decorated(closure, it.decorators()), at);
      return;
    }
    List<Expression> decorators = MethodKind.calledDecorators(it, frame.imports());
    if (!decorators.isEmpty()) {
      Local made = frame.classBody().get();
      Operand method = code.field(made, it.name(), at);
      code.setField(made, it.name(), decorated(method, decorators), at);
    }
  }

  private Operand decorated(Operand definition, List<Expression> decorators) {
    Operand result = definition;
    for (Expression decorator : decorators.reversed()) {
      Span at = frame.at(decorator);
      List<Argument> arguments = List.of(Argument.of(result, at));
      result = decorator instanceof Expression.Attribute(Expression object, String name, _, _)
          ? code.callMethod(expressions.value(object), name, arguments, at)
          : code.callValue(expressions.value(decorator), arguments, at);
    }
    return result;
  }
}
