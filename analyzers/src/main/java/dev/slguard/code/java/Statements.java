package dev.slguard.code.java;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
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

/** Lowers statements. */
final class Statements {
  private static final int MOST_FINALLY_COPIES = 8;

  private final Context context;
  private final RoutineBuilder builder;
  private final Expressions expressions;
  private final Deque<Jump> jumps = new ArrayDeque<>();
  private final Deque<Result> results = new ArrayDeque<>();
  private int finallyCopies;

  /**
   * Where break and continue go.
   *
   * @param next block of the next turn; -1 for a switch
   * @param last the finally block to run on the way out; only in entries that stand for a try
   */
  private record Jump(String label, int after, int next, Optional<BlockStmt> last) {}

  Statements(Context context, RoutineBuilder builder) {
    this.context = context;
    this.builder = builder;
    this.expressions = new Expressions(context, builder, this);
  }

  Expressions expressions() {
    return expressions;
  }

  void block(BlockStmt block) {
    builder.enterScope();
    block.getStatements().forEach(this::statement);
    builder.leaveScope();
  }

  void statement(Statement statement) {
    statement(statement, "");
  }

  private void statement(Statement statement, String label) {
    switch (statement) {
      case ExpressionStmt it -> expression(it.getExpression());
      case BlockStmt it -> block(it);
      case IfStmt it -> branch(it);
      case ReturnStmt it -> returns(it);
      case ForEachStmt it -> forEach(it, label);
      case ForStmt it -> forLoop(it, label);
      case WhileStmt it -> whileLoop(it, label);
      case DoStmt it -> doLoop(it, label);
      case TryStmt it -> tries(it);
      case ThrowStmt it -> {
        Operand thrown = expressions.value(it.getExpression());
        builder.raise(thrown, context.places().at(it));
      }
      case SwitchStmt it -> new Switches(context, builder, this).statement(it);
      case BreakStmt it -> jump(it.getLabel().map(name -> name.getIdentifier()).orElse(""), true);
      case ContinueStmt it -> jump(it.getLabel().map(name -> name.getIdentifier()).orElse(""), false);
      case LabeledStmt it -> statement(it.getStatement(), it.getLabel().getIdentifier());
      case SynchronizedStmt it -> {
        expressions.value(it.getExpression());
        block(it.getBody());
      }
      case YieldStmt it -> yields(it);
      case AssertStmt it -> {
        int good = builder.newBlock();
        int bad = builder.newBlock();
        expressions.condition(it.getCheck(), good, bad);
        builder.begin(bad);
        builder.raise(Constant.nothing(), context.places().at(it));
        builder.begin(good);
      }
      case ExplicitConstructorInvocationStmt it -> constructorCall(it);
      case LocalClassDeclarationStmt it -> localType(it.getClassDeclaration());
      case LocalRecordDeclarationStmt it -> localType(it.getRecordDeclaration());
      case UnparsableStmt it ->
        context.diagnostics().error(context.places().at(it), "this statement is not Java; it is left out");
      default -> {
      }
    }
  }

  private void localType(TypeDeclaration<?> type) {
    Local holder = builder.declare(type.getNameAsString());
    new ClassLowering(context).declare(type, builder, "", true, made -> builder.copy(holder, made));
  }

  private void constructorCall(ExplicitConstructorInvocationStmt it) {
    Span at = context.places().at(it);
    if (it.isThis()) {
      Operand self = builder.resolve("this").<Operand>map(local -> local).orElse(Constant.nothing());
      builder.callMethod(self, "<init>", expressions.arguments(it.getArguments()), at);
    } else {
      builder.call(new Callee.Super(""), expressions.arguments(it.getArguments()), at);
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof VariableDeclarationExpr declaration) {
      declaration.getVariables().forEach(this::variable);
    } else {
      expressions.value(expression);
    }
  }

  void variable(VariableDeclarator variable) {
    Optional<Operand> value = variable.getInitializer()
        .map(written -> expressions.initial(written, variable.getType()));
    Local local = builder.declare(variable.getNameAsString(), context.names().declared(variable.getType()));
    value.ifPresent(operand -> builder.assign(local, operand, context.places().at(variable)));
  }

  /** Sets an instance field to its initial value. */
  void fieldValue(VariableDeclarator variable) {
    variable.getInitializer().ifPresent(written -> builder.resolve("this").ifPresent(self -> builder.setField(self,
        variable.getNameAsString(), declared(variable, written), context.places().at(variable))));
  }

  /** Sets a static field to its initial value. */
  void staticValue(Local type, VariableDeclarator variable) {
    variable.getInitializer().ifPresent(written -> builder.setField(type, variable.getNameAsString(),
        declared(variable, written), context.places().at(variable)));
  }

  /** The initial value of a field, which its declared type may tell more of. */
  private Operand declared(VariableDeclarator variable, Expression written) {
    Operand value = expressions.initial(written, variable.getType());
    Optional<String> type = value instanceof Local ? context.names().specifier(variable.getType()) : Optional.empty();
    return type.<Operand>map(name -> builder.cast(value, name, context.places().at(variable))).orElse(value);
  }

  // Control

  private void branch(IfStmt it) {
    int then = builder.newBlock();
    int otherwise = builder.newBlock();
    int after = builder.newBlock();
    builder.enterScope();
    expressions.condition(it.getCondition(), then, otherwise);
    builder.begin(then);
    statement(it.getThenStmt());
    builder.jump(after);
    builder.begin(otherwise);
    it.getElseStmt().ifPresent(this::statement);
    builder.begin(after);
    // Pattern variables of a negated test live on behind the statement.
    builder.leaveScopeKeeping();
  }

  private void returns(ReturnStmt it) {
    Operand value = it.getExpression().map(expressions::value).orElse(Constant.nothing());
    runFinally(jumps.size());
    builder.ret(value, context.places().at(it));
  }

  private void forEach(ForEachStmt it, String label) {
    Span at = context.places().at(it.getIterable());
    Operand container = expressions.value(it.getIterable());
    int head = builder.newBlock();
    int body = builder.newBlock();
    int after = builder.newBlock();
    builder.begin(head);
    builder.branch(builder.operation(Operator.HAS_NEXT, at, container), body, after, at);
    builder.begin(body);
    builder.enterScope();
    VariableDeclarator variable = it.getVariable().getVariable(0);
    Optional<String> type = context.names().specifier(variable.getType());
    Local element = type.isEmpty() ? builder.temporary() : builder.temporary(type.get());
    builder.emit(new Instruction.Element(element, container, Instruction.ElementKind.VALUES, at));
    builder.copy(builder.declare(variable.getNameAsString(), type), element);
    inside(label, after, head, it.getBody());
    builder.leaveScope();
    builder.jump(head);
    builder.begin(after);
  }

  private void inside(String label, int after, int next, Statement body) {
    jumps.push(new Jump(label, after, next, Optional.empty()));
    statement(body);
    jumps.pop();
  }

  private void forLoop(ForStmt it, String label) {
    builder.enterScope();
    it.getInitialization().forEach(this::expression);
    int head = builder.newBlock();
    int body = builder.newBlock();
    int next = builder.newBlock();
    int after = builder.newBlock();
    builder.begin(head);
    it.getCompare().ifPresentOrElse(compare -> expressions.condition(compare, body, after), () -> builder.jump(body));
    builder.begin(body);
    inside(label, after, next, it.getBody());
    builder.begin(next);
    it.getUpdate().forEach(this::expression);
    builder.jump(head);
    builder.begin(after);
    builder.leaveScope();
  }

  private void whileLoop(WhileStmt it, String label) {
    int head = builder.newBlock();
    int body = builder.newBlock();
    int after = builder.newBlock();
    builder.begin(head);
    expressions.condition(it.getCondition(), body, after);
    builder.begin(body);
    inside(label, after, head, it.getBody());
    builder.jump(head);
    builder.begin(after);
  }

  private void doLoop(DoStmt it, String label) {
    int body = builder.newBlock();
    int next = builder.newBlock();
    int after = builder.newBlock();
    builder.begin(body);
    inside(label, after, next, it.getBody());
    builder.begin(next);
    expressions.condition(it.getCondition(), body, after);
    builder.begin(after);
  }

  /** Runs {@code body} as that of a switch, which break leaves. */
  void switched(int after, Runnable body) {
    jumps.push(new Jump("", after, -1, Optional.empty()));
    body.run();
    jumps.pop();
  }

  private void jump(String label, boolean leaves) {
    int depth = 0;
    for (Jump jump : jumps) {
      depth++;
      boolean meant = jump.last().isEmpty()
          && (label.isEmpty() ? leaves || jump.next() >= 0 : jump.label().equals(label));
      if (meant) {
        runFinally(depth);
        builder.jump(leaves ? jump.after() : jump.next());
        return;
      }
    }
    builder.raise(Constant.nothing(), Span.startOf(context.places().file().path()));
  }

  private void yields(YieldStmt it) {
    yieldTo(expressions.value(it.getExpression()));
  }

  /** Where the values of the innermost switch expression go. */
  private record Result(Local target, int after) {}

  void beginYield(Local target, int after) {
    results.push(new Result(target, after));
  }

  void endYield() {
    results.pop();
  }

  private void yieldTo(Operand value) {
    if (!results.isEmpty()) {
      builder.copy(results.peek().target(), value);
      builder.jump(results.peek().after());
    }
  }

  // Exceptions

  /** Runs the finally blocks of the innermost {@code depth} entries, as leaving them does. */
  private void runFinally(int depth) {
    List<Jump> leaving = new ArrayList<>(jumps).subList(0, Math.min(depth, jumps.size()));
    for (Jump jump : leaving) {
      if (jump.last().isPresent() && finallyCopies < MOST_FINALLY_COPIES) {
        finallyCopies++;
        List<Jump> all = new ArrayList<>(jumps);
        while (!jumps.isEmpty() && jumps.peek() != jump) {
          jumps.pop();
        }
        jumps.poll();
        block(jump.last().get());
        jumps.clear();
        all.forEach(jumps::addLast);
      }
    }
  }

  private void tries(TryStmt it) {
    Span at = context.places().at(it);
    int handler = builder.newBlock();
    int after = builder.newBlock();
    builder.enterScope();
    builder.beginTry(handler);
    it.getFinallyBlock().ifPresent(last -> jumps.push(new Jump("", -1, -1, Optional.of(last))));
    List<Operand> resources = new ArrayList<>();
    it.getResources().forEach(resource -> {
      if (resource instanceof VariableDeclarationExpr declaration) {
        declaration.getVariables().forEach(variable -> {
          variable(variable);
          builder.resolve(variable.getNameAsString()).ifPresent(resources::add);
        });
      } else {
        resources.add(expressions.value(resource));
      }
    });
    block(it.getTryBlock());
    resources.reversed().forEach(resource -> builder.callMethod(resource, "close", List.of(), at));
    builder.endTry();
    it.getFinallyBlock().ifPresent(last -> {
      jumps.pop();
      block(last);
    });
    builder.jump(after);
    builder.begin(handler);
    Local caught = builder.caught(at);
    it.getCatchClauses().forEach(clause -> catches(clause, it.getFinallyBlock(), after));
    it.getFinallyBlock().ifPresent(this::block);
    builder.raise(caught, at);
    builder.begin(after);
    builder.leaveScope();
  }

  private void catches(CatchClause clause, Optional<BlockStmt> last, int after) {
    Span at = context.places().at(clause);
    int body = builder.newBlock();
    int next = builder.newBlock();
    Operand type = expressions.typeOf(clause.getParameter().getType(), at);
    // Its own, so that a flow of the exception begins at the clause that catches it.
    Local own = builder.caught(context.places().at(clause.getParameter()));
    builder.branch(builder.operation(Operator.INSTANCE_OF, at, own, type), body, next, at);
    builder.begin(body);
    builder.enterScope();
    builder.copy(builder.declare(clause.getParameter().getNameAsString(),
        context.names().specifier(clause.getParameter().getType())), own);
    last.ifPresent(block -> jumps.push(new Jump("", -1, -1, Optional.of(block))));
    block(clause.getBody());
    last.ifPresent(block -> {
      jumps.pop();
      block(block);
    });
    builder.leaveScope();
    builder.jump(after);
    builder.begin(next);
  }
}
