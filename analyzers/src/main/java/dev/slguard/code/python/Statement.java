package dev.slguard.code.python;

import java.util.List;
import java.util.Optional;

/** A statement of Python source. Offsets are 0-based positions in the file's text, ends are exclusive. */
sealed interface Statement {
  /** Offset of the first character; of a decorated definition, that of {@code def}, {@code async} or {@code class}. */
  int start();

  /** Offset after the last character, that of the nested block included. */
  int end();

  /** An expression for its effect. */
  record Evaluate(Expression value, int start, int end) implements Statement {}

  /** {@code target = target = value}. */
  record Assign(List<Expression> targets, Expression value, int start, int end) implements Statement {}

  /** {@code target += value}. */
  record AugmentedAssign(Expression target, TokenKind operator, Expression value, int start,
      int end) implements Statement {}

  /** {@code target: annotation = value}. */
  record AnnotatedAssign(Expression target, Expression annotation, Optional<Expression> value, int start,
      int end) implements Statement {}

  /** {@code type name[parameters] = value}. */
  record TypeAlias(String name, List<TypeParameter> typeParameters, Expression value, int start,
      int end) implements Statement {}

  /** {@code return value}. */
  record Return(Optional<Expression> value, int start, int end) implements Statement {}

  /** {@code del targets}. */
  record Delete(List<Expression> targets, int start, int end) implements Statement {}

  /** {@code raise exception from cause}. */
  record Raise(Optional<Expression> exception, Optional<Expression> cause, int start, int end) implements Statement {}

  /** {@code assert test, message}. */
  record Assert(Expression test, Optional<Expression> message, int start, int end) implements Statement {}

  /** {@code pass}. */
  record Pass(int start, int end) implements Statement {}

  /** {@code break}. */
  record Break(int start, int end) implements Statement {}

  /** {@code continue}. */
  record Continue(int start, int end) implements Statement {}

  /** {@code global names}. */
  record Global(List<String> names, int start, int end) implements Statement {}

  /** {@code nonlocal names}. */
  record Nonlocal(List<String> names, int start, int end) implements Statement {}

  /** {@code import names}. */
  record Import(List<Alias> names, int start, int end) implements Statement {}

  /** {@code from ..module import names}; {@code level} counts the dots, {@code module} may be empty. */
  record ImportFrom(int level, String module, List<Alias> names, int start, int end) implements Statement {}

  /** An imported name, dotted or {@code *}, and what it is called here. */
  record Alias(String name, Optional<String> as, int start, int end) {}

  /** {@code if}, its {@code elif} branches and {@code else}. */
  record If(List<Branch> branches, List<Statement> otherwise, int start, int end) implements Statement {}

  /** A test and what runs where it holds. */
  record Branch(Expression test, List<Statement> body) {}

  /** {@code while test: body else: otherwise}. */
  record While(Expression test, List<Statement> body, List<Statement> otherwise, int start,
      int end) implements Statement {}

  /** {@code for target in iterable: body else: otherwise}. */
  record For(Expression target, Expression iterable, List<Statement> body, List<Statement> otherwise, boolean async,
      int start, int end) implements Statement {}

  /** {@code with items: body}. */
  record With(List<WithItem> items, List<Statement> body, boolean async, int start, int end) implements Statement {}

  /** {@code context as target}. */
  record WithItem(Expression context, Optional<Expression> target) {}

  /** {@code try}; {@code group} tells {@code except*}. */
  record Try(List<Statement> body, List<Handler> handlers, List<Statement> otherwise, List<Statement> last,
      boolean group, int start, int end) implements Statement {}

  /** {@code except type as name: body}; a Python 2 {@code except E, e} has a tuple as type. */
  record Handler(Optional<Expression> type, Optional<String> name, List<Statement> body, int start, int end) {}

  /** {@code match subject:} with its cases. */
  record Match(Expression subject, List<Case> cases, int start, int end) implements Statement {}

  /** {@code case pattern if guard: body}. */
  record Case(Pattern pattern, Optional<Expression> guard, List<Statement> body) {}

  /** A function. */
  record Function(String name, List<Expression> decorators, List<TypeParameter> typeParameters,
      List<Expression.Parameter> parameters, Optional<Expression> returns, List<Statement> body, boolean async,
      ScopeFacts scope, int start, int end) implements Statement {}

  /** A class. */
  record ClassDefinition(String name, List<Expression> decorators, List<TypeParameter> typeParameters,
      List<Expression.Argument> bases, List<Statement> body, int start, int end) implements Statement {}

  /** {@code T: bound = default}, {@code *Ts} or {@code **P}. */
  record TypeParameter(String name, Optional<Expression> bound, Optional<Expression> initial) {}

  /** What could be read of a damaged statement, in the order written. */
  record Damaged(List<Statement> kept, int start, int end) implements Statement {}
}
