package dev.slguard.code.python;

import dev.slguard.code.ir.Constant;
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

/** Lowers {@code try}, and the {@code finally} code that runs before a jump out of it. */
final class TryLowering {
  /** More copies of {@code finally} code before jumps are left out, in one routine. */
  private static final int MOST_BEFORE_JUMPS = 8;
  /** More copies of {@code finally} code in handlers are left out, in one routine. */
  private static final int MOST_IN_HANDLERS = 16;

  private final Frame frame;
  private final RoutineBuilder code;
  private final StatementLowering statements;
  private final List<List<Statement>> cleanups = new ArrayList<>();
  private final Deque<Local> caught = new ArrayDeque<>();
  private int beforeJumps;
  private int inHandlers;

  TryLowering(Frame frame, StatementLowering statements) {
    this.frame = frame;
    this.code = frame.code();
    this.statements = statements;
  }

  /** The exception that the innermost handler around holds. */
  Operand caught() {
    Local local = caught.peek();
    return local == null ? Constant.nothing() : local;
  }

  /** How many {@code finally} blocks are open. */
  int depth() {
    return cleanups.size();
  }

  /** Writes the {@code finally} code of all but the outermost {@code kept} open blocks, before a jump out of them. */
  void leave(int kept) {
    if (cleanups.size() <= kept || !code.isOpen()) {
      return;
    }
    List<List<Statement>> open = List.copyOf(cleanups);
    for (int i = open.size() - 1; i >= kept && beforeJumps < MOST_BEFORE_JUMPS; i--) {
      cleanups.subList(i, cleanups.size()).clear();
      if (isCopied(open.get(i))) {
        beforeJumps++;
        statements.lower(open.get(i));
      }
    }
    cleanups.clear();
    cleanups.addAll(open);
  }

  void lower(Statement.Try it) {
    if (it.last().isEmpty()) {
      guarded(it);
      return;
    }
    int rescue = code.newBlock();
    int end = code.newBlock();
    cleanups.add(it.last());
    code.beginTry(rescue);
    guarded(it);
    code.endTry();
    cleanups.removeLast();
    statements.lower(it.last());
    code.jump(end);
    code.begin(rescue);
    Local thrown = code.caught(frame.at(it));
    if (inHandlers < MOST_IN_HANDLERS && isCopied(it.last())) {
      inHandlers++;
      statements.lower(it.last());
    }
    code.raise(thrown, frame.at(it));
    code.begin(end);
  }

  /** Code that defines functions is written once: copies of copies would grow without bound. */
  private static boolean isCopied(List<Statement> cleanup) {
    var definitions = new ArrayList<Statement>();
    StatementWalk.ofOneBody(statement -> {
      if (statement instanceof Statement.Function || statement instanceof Statement.ClassDefinition) {
        definitions.add(statement);
      }
    }).walk(cleanup);
    return definitions.isEmpty();
  }

  private void guarded(Statement.Try it) {
    if (it.handlers().isEmpty()) {
      statements.lower(it.body());
      statements.lower(it.otherwise());
      return;
    }
    int handlers = code.newBlock();
    int end = code.newBlock();
    code.beginTry(handlers);
    statements.lower(it.body());
    code.endTry();
    statements.lower(it.otherwise());
    code.jump(end);
    code.begin(handlers);
    Local thrown = code.caught(frame.at(it));
    for (Statement.Handler handler : it.handlers()) {
      handler(handler, thrown, end);
    }
    code.raise(thrown, frame.at(it));
    code.begin(end);
  }

  private void handler(Statement.Handler handler, Local thrown, int end) {
    Span at = frame.source().span(handler.start(), handler.end());
    List<Expression> types = LegacyHandler.types(handler);
    Optional<String> name = LegacyHandler.name(handler);
    // Its own, so that a flow of the exception begins at the clause that catches it.
    Local own = name.isPresent() ? code.caught(types.isEmpty() ? at : frame.at(types.getLast())) : thrown;
    int next = code.newBlock();
    if (!types.isEmpty()) {
      int body = code.newBlock();
      for (Expression type : types) {
        int other = code.newBlock();
        Operand wanted = statements.expressions().value(type);
        code.branch(code.operation(Operator.INSTANCE_OF, frame.at(type), own, wanted), body, other, frame.at(type));
        code.begin(other);
      }
      code.jump(next);
      code.begin(body);
    }
    caught.push(own);
    name.ifPresent(it -> frame.write(it, own, at));
    statements.lower(handler.body());
    caught.pop();
    code.jump(end);
    code.begin(next);
  }
}
