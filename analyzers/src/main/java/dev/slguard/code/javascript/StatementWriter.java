package dev.slguard.code.javascript;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers statements. */
final class StatementWriter {
  private final Body body;

  StatementWriter(Body body) {
    this.body = body;
  }

  void write(Statement statement) {
    List<String> labels = List.copyOf(body.pendingLabels);
    body.pendingLabels.clear();
    Span at = body.span(statement);
    switch (statement) {
      case Statement.Variables(_, var declarators, _, _) -> declarators.forEach(this::declarator);
      case Statement.FunctionDeclaration _,Statement.Empty _,Statement.Import _ -> {
      }
      case Statement.ClassDeclaration(var definition, _, _) -> {
        String name = definition.name().map(Node.Identifier::name).orElse("");
        body.assign(name, body.classes.write(definition, name), at);
      }
      case Statement.Evaluate(var expression, _, _) -> body.expressions.value(expression);
      case Statement.Block(var statements, _, _) -> labelled(labels, () -> block(statements));
      case Statement.If(var arms, _, _) -> labelled(labels, () -> conditional(arms));
      case Statement.For loop -> counted(loop, labels);
      case Statement.ForEach loop -> each(loop, labels);
      case Statement.While(var test, var inner, _, _) -> whileLoop(test, inner, labels);
      case Statement.DoWhile(var inner, var test, _, _) -> doWhile(inner, test, labels);
      case Statement.Return(var value, _, _) -> {
        Operand result = value.map(body.expressions::value).orElse(Constant.nothing());
        body.leave(0);
        body.b.ret(result, at);
      }
      case Statement.Throw(var value, _, _) -> body.b.raise(body.expressions.value(value), at);
      case Statement.Leave(var isContinue, var label, _, _) -> leave(isContinue, label);
      case Statement.Switch(var subject, var cases, _, _) -> switched(subject, cases, labels);
      case Statement.Try attempt -> labelled(labels, () -> attempt(attempt));
      case Statement.Labelled(var label, var inner, _, _) -> {
        body.pendingLabels.addAll(labels);
        body.pendingLabels.add(label);
        write(inner);
        body.pendingLabels.clear();
      }
      case Statement.With(var object, var inner, _, _) -> {
        body.expressions.value(object);
        write(inner);
      }
      case Statement.ImportEquals imported -> {
        if (body.namespace.isPresent()) {
          body.module.importEquals(body, imported);
        }
      }
      case Statement.ExportNames _,Statement.ExportAll _,Statement.ExportDeclaration _,Statement.ExportDefault _,Statement.ExportAssign _ ->
        body.module.write(body, statement);
      case Statement.EnumDeclaration(var name, var members, _, _) -> enumeration(name, members, at);
      case Statement.Namespace(var names, var statements, _, _) -> namespace(names, statements, at);
    }
  }

  /** Statements with a scope of their own. */
  void block(List<Statement> statements) {
    body.b.enterScope();
    body.hoisting.declareLocals(statements);
    statements.forEach(this::write);
    body.b.leaveScope();
  }

  private void declarator(Statement.Variables.Declarator declarator) {
    Span at = body.module.span(declarator.start(), declarator.end());
    if (declarator.value().isEmpty()) {
      return;
    }
    Expression value = declarator.value().get();
    Optional<String> type = declarator.type().flatMap(body.module.names()::type);
    if (declarator.target() instanceof Pattern.Binding(String name, _, _)) {
      Operand result = type.isPresent() && value instanceof Expression.FunctionExpression(Node.Function function)
          ? body.functions.typedClosure(function, name, type.get())
          : body.expressions.named(value, name);
      body.assign(name, type.isEmpty() ? result : typed(result, type.get(), at), at);
    } else {
      body.patterns.bind(declarator.target(), body.expressions.value(value), at);
    }
  }

  /** The value of a variable of the module with its declared type: a global has no other place for that. */
  private Operand typed(Operand value, String type, Span at) {
    return !Names.isNominal(type) || value instanceof Constant ? value : body.b.cast(value, type, at);
  }

  /** A statement that labels make a target of {@code break}. */
  private void labelled(List<String> labels, Runnable content) {
    if (labels.isEmpty()) {
      content.run();
      return;
    }
    int after = body.b.newBlock();
    body.targets.push(new Body.Target(labels, after, Optional.empty(), body.finalizers.size()));
    content.run();
    body.targets.pop();
    body.b.begin(after);
  }

  private void loopBody(Statement inner, List<String> labels, int onBreak, int onContinue) {
    var all = new ArrayList<>(labels);
    all.add("");
    body.targets.push(new Body.Target(all, onBreak, Optional.of(onContinue), body.finalizers.size()));
    write(inner);
    body.targets.pop();
  }

  private void leave(boolean isContinue, Optional<String> label) {
    for (Body.Target target : body.targets) {
      boolean meant = label.map(target.labels()::contains).orElseGet(() -> target.labels().contains(""));
      if (meant && (!isContinue || target.onContinue().isPresent())) {
        body.leave(target.finalizers());
        body.b.jump(isContinue ? target.onContinue().orElse(target.onBreak()) : target.onBreak());
        return;
      }
    }
  }

  private void conditional(List<Statement.If.Arm> arms) {
    int after = body.b.newBlock();
    for (Statement.If.Arm arm : arms) {
      if (arm.test().isEmpty()) {
        write(arm.body());
        break;
      }
      int yes = body.b.newBlock();
      int no = body.b.newBlock();
      body.conditions.branch(arm.test().get(), yes, no);
      body.b.begin(yes);
      write(arm.body());
      body.b.jump(after);
      body.b.begin(no);
    }
    body.b.begin(after);
  }

  private void counted(Statement.For loop, List<String> labels) {
    body.b.enterScope();
    loop.init().ifPresent(init -> {
      body.hoisting.declareLocals(List.of(init));
      write(init);
    });
    int head = body.b.newBlock();
    int inner = body.b.newBlock();
    int next = body.b.newBlock();
    int after = body.b.newBlock();
    body.b.begin(head);
    loop.test().ifPresentOrElse(test -> body.conditions.branch(test, inner, after), () -> body.b.jump(inner));
    body.b.begin(inner);
    loopBody(loop.body(), labels, after, next);
    body.b.begin(next);
    loop.update().ifPresent(body.expressions::value);
    body.b.jump(head);
    body.b.begin(after);
    body.b.leaveScope();
  }

  private void each(Statement.ForEach loop, List<String> labels) {
    Span at = body.span(loop.values());
    Operand values = body.expressions.value(loop.values());
    int head = body.b.newBlock();
    int inner = body.b.newBlock();
    int after = body.b.newBlock();
    body.b.begin(head);
    body.b.branch(body.b.operation(Operator.HAS_NEXT, at, values), inner, after, at);
    body.b.begin(inner);
    body.b.enterScope();
    if (loop.keyword().filter(keyword -> !keyword.equals("var")).isPresent()) {
      Hoisting.bound(loop.target()).forEach(body.b::declare);
    }
    Instruction.ElementKind kind = loop.overKeys()
        ? Instruction.ElementKind.KEYS
        : loop.isAwait() ? Instruction.ElementKind.AWAITED : Instruction.ElementKind.VALUES;
    body.patterns.bind(loop.target(), body.b.each(values, kind, at), body.span(loop.target()));
    loopBody(loop.body(), labels, after, head);
    body.b.leaveScope();
    body.b.jump(head);
    body.b.begin(after);
  }

  private void whileLoop(Expression test, Statement inner, List<String> labels) {
    int head = body.b.newBlock();
    int turn = body.b.newBlock();
    int after = body.b.newBlock();
    body.b.begin(head);
    body.conditions.branch(test, turn, after);
    body.b.begin(turn);
    loopBody(inner, labels, after, head);
    body.b.jump(head);
    body.b.begin(after);
  }

  private void doWhile(Statement inner, Expression test, List<String> labels) {
    int turn = body.b.newBlock();
    int check = body.b.newBlock();
    int after = body.b.newBlock();
    body.b.begin(turn);
    loopBody(inner, labels, after, check);
    body.b.begin(check);
    body.conditions.branch(test, turn, after);
    body.b.begin(after);
  }

  private void switched(Expression subject, List<Statement.Switch.Case> cases, List<String> labels) {
    boolean onTruth = subject instanceof Expression.Truth truth && truth.value();
    Operand value = body.expressions.value(subject);
    int after = body.b.newBlock();
    body.b.enterScope();
    cases.forEach(one -> one.body().forEach(statement -> Hoisting.declared(statement).forEach(declared -> {
      if (!(statement instanceof Statement.Variables variables && variables.keyword().equals("var"))) {
        body.b.declare(declared.name());
      }
    })));
    List<Integer> starts = new ArrayList<>();
    int otherwise = after;
    for (Statement.Switch.Case one : cases) {
      int start = body.b.newBlock();
      starts.add(start);
      if (one.test().isEmpty()) {
        otherwise = start;
      }
    }
    for (int i = 0; i < cases.size(); i++) {
      if (cases.get(i).test().isPresent()) {
        Expression test = cases.get(i).test().get();
        int next = body.b.newBlock();
        if (onTruth) {
          body.conditions.branch(test, starts.get(i), next);
        } else {
          Span at = body.span(test);
          body.b.branch(body.b.operation(Operator.SAME, at, value, body.expressions.value(test)), starts.get(i), next,
              at);
        }
        body.b.begin(next);
      }
    }
    body.b.jump(otherwise);
    var all = new ArrayList<>(labels);
    all.add("");
    body.targets.push(new Body.Target(all, after, Optional.empty(), body.finalizers.size()));
    for (int i = 0; i < cases.size(); i++) {
      body.b.begin(starts.get(i));
      body.hoisting.declare(cases.get(i).body());
      cases.get(i).body().forEach(this::write);
    }
    body.targets.pop();
    body.b.leaveScope();
    body.b.begin(after);
  }

  private void attempt(Statement.Try attempt) {
    int after = body.b.newBlock();
    if (attempt.last().isEmpty()) {
      guarded(attempt.body(), attempt.handler(), after);
      body.b.begin(after);
      return;
    }
    List<Statement> last = attempt.last().get();
    int length = last.isEmpty() ? 0 : last.getLast().end() - last.getFirst().start();
    int failed = body.b.newBlock();
    body.finalizers.push(new Body.Finalizer(last, length));
    body.b.beginTry(failed);
    int joined = body.b.newBlock();
    guarded(attempt.body(), attempt.handler(), joined);
    body.b.begin(joined);
    body.b.endTry();
    body.finalizers.pop();
    if (body.b.isOpen()) {
      block(last);
    }
    body.b.jump(after);
    body.b.begin(failed);
    Local error = body.b.caught(body.span(attempt));
    if (body.module.mayCopy(length)) {
      block(last);
    }
    body.b.raise(error, body.span(attempt));
    body.b.begin(after);
  }

  private void guarded(List<Statement> statements, Optional<Statement.Try.Catch> handler, int after) {
    if (handler.isEmpty()) {
      block(statements);
      body.b.jump(after);
      return;
    }
    int caught = body.b.newBlock();
    body.b.beginTry(caught);
    block(statements);
    body.b.endTry();
    body.b.jump(after);
    body.b.begin(caught);
    body.b.enterScope();
    handler.get().target().ifPresent(target -> {
      Hoisting.bound(target).forEach(body.b::declare);
      body.patterns.bind(target, body.b.caught(body.span(target)), body.span(target));
    });
    block(handler.get().body());
    body.b.leaveScope();
    body.b.jump(after);
  }

  private void enumeration(Node.Identifier name, List<Statement.EnumDeclaration.Constant> members, Span at) {
    var entries = new ArrayList<Instruction.Entry>();
    long next = 0;
    for (Statement.EnumDeclaration.Constant member : members) {
      Span place = body.module.span(member.start(), member.end());
      Operand value = member.value().map(body.expressions::value).orElse(Constant.number(next));
      next = value instanceof Constant.Numeral numeral ? following(numeral, next) : next + 1;
      entries.add(Instruction.Entry.of(body.patterns.key(member.key()), value, place));
    }
    body.assign(name.name(), body.b.map(entries, at), at);
  }

  private static long following(Constant.Numeral numeral, long otherwise) {
    String text = numeral.text();
    if (text.isEmpty() || text.length() > 9) {
      return otherwise + 1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return otherwise + 1;
      }
    }
    return Long.parseLong(text) + 1;
  }

  private void namespace(List<String> names, List<Statement> statements, Span at) {
    Local object = body.b.map(List.of(), at);
    body.assign(names.getFirst(), object, at);
    for (String name : names.subList(1, names.size())) {
      Local inner = body.b.map(List.of(), at);
      body.b.setField(object, name, inner, at);
      object = inner;
    }
    body.hoisting.namespace(statements, object);
  }
}
