package dev.slguard.code.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers switches of both kinds to a chain of tests, then the bodies in order, so that one falls into the next. */
final class Switches {
  private final Context context;
  private final RoutineBuilder builder;
  private final Statements statements;

  Switches(Context context, RoutineBuilder builder, Statements statements) {
    this.context = context;
    this.builder = builder;
    this.statements = statements;
  }

  void statement(SwitchStmt it) {
    int after = builder.newBlock();
    lower(it.getSelector(), it.getEntries(), after, Optional.empty());
    builder.begin(after);
  }

  Operand expression(SwitchExpr it) {
    int after = builder.newBlock();
    Local result = builder.temporary();
    statements.beginYield(result, after);
    lower(it.getSelector(), it.getEntries(), after, Optional.of(result));
    statements.endYield();
    builder.begin(after);
    return result;
  }

  private void lower(Expression selector, NodeList<SwitchEntry> entries, int after, Optional<Local> result) {
    builder.enterScope();
    Operand subject = statements.expressions().value(selector);
    int[] bodies = new int[entries.size()];
    int otherwise = after;
    List<RoutineBuilder.Names> names = new ArrayList<>();
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = builder.newBlock();
      SwitchEntry entry = entries.get(i);
      otherwise = entry.isDefault() || entry.getLabels().isEmpty() ? bodies[i] : otherwise;
      builder.enterScope();
      for (Expression label : entry.getLabels()) {
        test(subject, label, entry.getGuard(), bodies[i]);
      }
      names.add(builder.suspendScope());
    }
    builder.jump(otherwise);
    statements.switched(after, () -> {
      for (int i = 0; i < bodies.length; i++) {
        builder.begin(bodies[i]);
        builder.enterScope(names.get(i));
        body(entries.get(i), result, after);
        // What a group of statements declares, the groups below it see.
        builder.leaveScopeKeeping();
      }
    });
    builder.jump(after);
    builder.leaveScope();
  }

  private void test(Operand subject, Expression label, Optional<Expression> guard, int body) {
    Span at = context.places().at(label);
    int next = builder.newBlock();
    int matched = guard.isPresent() ? builder.newBlock() : body;
    if (label instanceof ComponentPatternExpr pattern) {
      var patterns = new Patterns(context, builder, statements.expressions());
      patterns.bind(pattern, subject, at);
      Operand test = pattern instanceof PatternExpr typed
          ? patterns.isA(subject, typed.getType(), at)
          : Constant.truth(true);
      builder.branch(test, matched, next, at);
    } else {
      Operand value = label instanceof NameExpr name && builder.resolve(name.getNameAsString()).isEmpty()
          && context.classes().stream().noneMatch(each -> each.fields().containsKey(name.getNameAsString()))
              ? Constant.text(name.getNameAsString())
              : statements.expressions().value(label);
      builder.branch(builder.operation(Operator.SAME, at, subject, value), matched, next, at);
    }
    if (guard.isPresent()) {
      builder.begin(matched);
      statements.expressions().condition(guard.get(), body, next);
    }
    builder.begin(next);
  }

  private void body(SwitchEntry entry, Optional<Local> result, int after) {
    boolean arrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
    for (Statement statement : entry.getStatements()) {
      if (arrow && result.isPresent() && statement instanceof ExpressionStmt value) {
        builder.copy(result.get(), statements.expressions().value(value.getExpression()));
      } else {
        statements.statement(statement);
      }
    }
    if (arrow) {
      builder.jump(after);
    }
  }
}
