package dev.slguard.code.python;

import dev.slguard.code.python.Statement.Branch;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads Python source of any version up to 3.14, Python 2 included, into statements: recursive descent, one pass.
 *
 * <p>Blocks follow from the columns of lines. A statement that cannot be read is reported, keeps what was read of it,
 * and ends at the next line at or left of its own column; so damage never reaches the following definitions.
 */
final class PythonParser {
  /** Deepest nesting of blocks, CPython's own limit. */
  private static final int DEEPEST = 100;
  /** A column left of every line. */
  private static final int OUTERMOST = -1;

  private final Cursor cursor;
  private final ExpressionParser expressions;
  private final SimpleStatementParser simple;
  private final PatternParser patterns;
  private int depth;
  private boolean damaged;

  private PythonParser(Lexer lexer, SourceFile source, Diagnostics diagnostics) {
    this.cursor = new Cursor(lexer, source, diagnostics, 128);
    this.expressions = new ExpressionParser(cursor);
    this.simple = new SimpleStatementParser(expressions);
    this.patterns = new PatternParser(expressions);
  }

  /**
   * The statements of {@code source}; what cannot be read goes to {@code diagnostics}. Never throws.
   *
   * <p>One missing triple quote turns all text after it inside out. So where the last string of a file is unterminated,
   * the file is read once more, and strings that run over a definition end with their first line.
   */
  static List<Statement> parse(SourceFile source, Diagnostics diagnostics) {
    var problems = new Diagnostics();
    var lexer = Lexer.of(source.text(), false);
    List<Statement> read = new PythonParser(lexer, source, problems).block(OUTERMOST, new ArrayList<>());
    if (lexer.sawUnterminatedString()) {
      return new PythonParser(Lexer.of(source.text(), true), source, diagnostics).block(OUTERMOST, new ArrayList<>());
    }
    problems.toList().forEach(diagnostics::add);
    return read;
  }

  /** Adds the lines right of column {@code parent} to {@code body}. */
  private List<Statement> block(int parent, List<Statement> body) {
    if (depth == DEEPEST) {
      skipBlock(parent);
      return body;
    }
    depth++;
    int expected = OUTERMOST;
    while (true) {
      cursor.beginStatement();
      int column = cursor.column();
      if (cursor.kind() == TokenKind.END || column >= 0 && (column <= parent || leaves(column, parent, expected))) {
        break;
      }
      if (expected == OUTERMOST) {
        expected = column;
      } else if (column != expected && !damaged) {
        cursor.doubt("this line is indented like no block around it; it is taken as part of the one before");
      }
      damaged = false;
      statement(Math.max(column, 0), body);
    }
    depth--;
    return body;
  }

  /** Whether a line between the columns of a block and of its parent is nearer to the parent. */
  private static boolean leaves(int column, int parent, int block) {
    return parent != OUTERMOST && column < block && column - parent < block - column;
  }

  private void skipBlock(int parent) {
    cursor.fail("less nesting");
    cursor.recover();
    while (cursor.kind() != TokenKind.END && (cursor.column() < 0 || cursor.column() > parent)) {
      cursor.beginStatement();
      cursor.advance();
    }
    damaged = true;
  }

  private void statement(int column, List<Statement> body) {
    switch (cursor.kind()) {
      case NEWLINE -> cursor.advance();
      case IF -> body.add(conditional(column));
      case WHILE -> body.add(loop(column));
      case FOR -> body.add(iteration(column, false, cursor.start()));
      case TRY -> body.add(attempt(column));
      case WITH -> body.add(with(column, false, cursor.start()));
      case DEF -> body.add(function(column, List.of(), false, cursor.start()));
      case CLASS -> body.add(classDefinition(column, List.of()));
      case AT -> body.add(decorated(column));
      case ASYNC -> {
        int start = cursor.start();
        switch (cursor.peek(1)) {
          case DEF -> {
            cursor.advance();
            body.add(function(column, List.of(), true, start));
          }
          case WITH -> {
            cursor.advance();
            body.add(with(column, true, start));
          }
          case FOR -> {
            cursor.advance();
            body.add(iteration(column, true, start));
          }
          default -> line(column, body);
        }
      }
      case ELSE, ELIF, EXCEPT, FINALLY -> body.add(orphan(column));
      default -> {
        if (!cursor.isWord("match") || !match(column, body)) {
          line(column, body);
        }
      }
    }
  }

  /** Simple statements up to the end of their line. */
  private void line(int column, List<Statement> body) {
    do {
      if (cursor.kind() == TokenKind.NEWLINE || cursor.kind() == TokenKind.END) {
        break;
      }
      int start = cursor.start();
      Statement read = simple.statement();
      if (!cursor.failed() && cursor.kind() != TokenKind.SEMICOLON && cursor.kind() != TokenKind.NEWLINE
          && cursor.kind() != TokenKind.END) {
        cursor.fail("the end of the statement");
      }
      body.add(cursor.failed() ? new Statement.Damaged(List.of(read), start, cursor.lastEnd()) : read);
    } while (cursor.accept(TokenKind.SEMICOLON));
    if (cursor.failed()) {
      cursor.resume(column);
      damaged = true;
    } else {
      cursor.accept(TokenKind.NEWLINE);
    }
  }

  /** The colon and block of a compound statement whose header is read, well or not. */
  private List<Statement> suite(int column) {
    var body = new ArrayList<Statement>();
    cursor.expect(TokenKind.COLON);
    if (cursor.failed()) {
      cursor.resumeBlock(column);
      damaged = true;
    } else if (cursor.accept(TokenKind.NEWLINE)) {
      if (cursor.kind() == TokenKind.END || cursor.column() <= column) {
        cursor.fail("an indented block");
        cursor.recover();
      }
    } else {
      line(column, body);
    }
    return cursor.column() > column ? block(column, body) : body;
  }

  /** Whether the clause {@code keyword} of the statement at {@code column} comes next. */
  private boolean clause(TokenKind keyword, int column) {
    if (cursor.kind() != keyword || cursor.column() != column) {
      return false;
    }
    cursor.beginStatement();
    cursor.advance();
    return true;
  }

  private List<Statement> otherwise(TokenKind keyword, int column) {
    return clause(keyword, column) ? suite(column) : List.of();
  }

  private Statement conditional(int column) {
    int start = cursor.start();
    cursor.advance();
    var branches = new ArrayList<Branch>(2);
    do {
      Expression test = expressions.named();
      branches.add(new Branch(test, suite(column)));
    } while (clause(TokenKind.ELIF, column));
    List<Statement> otherwise = otherwise(TokenKind.ELSE, column);
    return new Statement.If(branches, otherwise, start, cursor.lastEnd());
  }

  private Statement loop(int column) {
    int start = cursor.start();
    cursor.advance();
    Expression test = expressions.named();
    List<Statement> body = suite(column);
    List<Statement> otherwise = otherwise(TokenKind.ELSE, column);
    return new Statement.While(test, body, otherwise, start, cursor.lastEnd());
  }

  private Statement iteration(int column, boolean async, int start) {
    cursor.advance();
    Expression target = expressions.targets();
    cursor.expect(TokenKind.IN);
    Expression iterable = expressions.list();
    List<Statement> body = suite(column);
    List<Statement> otherwise = otherwise(TokenKind.ELSE, column);
    return new Statement.For(target, iterable, body, otherwise, async, start, cursor.lastEnd());
  }

  private Statement with(int column, boolean async, int start) {
    cursor.advance();
    List<Statement.WithItem> items = withItems();
    List<Statement> body = suite(column);
    return new Statement.With(items, body, async, start, cursor.lastEnd());
  }

  private List<Statement.WithItem> withItems() {
    if (cursor.kind() == TokenKind.LEFT_PARENTHESIS) {
      int mark = cursor.mark();
      int before = cursor.lastEnd();
      cursor.speculate();
      cursor.advance();
      List<Statement.WithItem> items = itemsUntil(TokenKind.RIGHT_PARENTHESIS);
      boolean right = cursor.accept(TokenKind.RIGHT_PARENTHESIS) && cursor.kind() == TokenKind.COLON
          && !items.isEmpty();
      cursor.decide(right, mark, before);
      if (right) {
        return items;
      }
    }
    return itemsUntil(TokenKind.COLON);
  }

  private List<Statement.WithItem> itemsUntil(TokenKind closer) {
    var items = new ArrayList<Statement.WithItem>(1);
    do {
      if (cursor.kind() == closer && !items.isEmpty()) {
        break;
      }
      Expression context = expressions.expression();
      Optional<Expression> target = cursor.accept(TokenKind.AS)
          ? Optional.of(expressions.binary(TokenKind.PIPE_POWER))
          : Optional.empty();
      items.add(new Statement.WithItem(context, target));
    } while (cursor.accept(TokenKind.COMMA));
    return items;
  }

  private Statement attempt(int column) {
    int start = cursor.start();
    cursor.advance();
    List<Statement> body = suite(column);
    var handlers = new ArrayList<Statement.Handler>(1);
    boolean group = false;
    int handlerStart = cursor.start();
    while (clause(TokenKind.EXCEPT, column)) {
      group |= cursor.accept(TokenKind.STAR);
      handlers.add(handler(column, handlerStart));
      handlerStart = cursor.start();
    }
    List<Statement> otherwise = otherwise(TokenKind.ELSE, column);
    boolean last = clause(TokenKind.FINALLY, column);
    List<Statement> cleanup = last ? suite(column) : List.of();
    if (handlers.isEmpty() && !last) {
      cursor.fail("'except' or 'finally'");
      cursor.recover();
      damaged = true;
    }
    return new Statement.Try(body, handlers, otherwise, cleanup, group, start, cursor.lastEnd());
  }

  private Statement.Handler handler(int column, int start) {
    Optional<Expression> type = cursor.kind() == TokenKind.COLON ? Optional.empty() : Optional.of(expressions.list());
    Optional<String> name = Optional.empty();
    if (cursor.accept(TokenKind.AS)) {
      Expression target = expressions.binary(TokenKind.PIPE_POWER);
      name = target instanceof Expression.Name(String id, _, _) ? Optional.of(id) : Optional.empty();
    }
    List<Statement> body = suite(column);
    return new Statement.Handler(type, name, body, start, cursor.lastEnd());
  }

  private Statement decorated(int column) {
    int start = cursor.start();
    var decorators = new ArrayList<Expression>(1);
    while (cursor.kind() == TokenKind.AT) {
      cursor.beginStatement();
      cursor.advance();
      decorators.add(expressions.named());
      if (!cursor.failed() && cursor.expect(TokenKind.NEWLINE)) {
        continue;
      }
      cursor.resume(column);
      damaged = true;
    }
    cursor.beginStatement();
    int definition = cursor.start();
    if (cursor.kind() == TokenKind.ASYNC && cursor.peek(1) == TokenKind.DEF) {
      cursor.advance();
      return function(column, decorators, true, definition);
    }
    if (cursor.kind() == TokenKind.DEF) {
      return function(column, decorators, false, definition);
    }
    if (cursor.kind() == TokenKind.CLASS) {
      return classDefinition(column, decorators);
    }
    if (!damaged) {
      cursor.fail("a definition");
      cursor.recover();
      damaged = true;
    }
    var kept = new ArrayList<Statement>(decorators.size());
    for (Expression decorator : decorators) {
      kept.add(new Statement.Evaluate(decorator, decorator.start(), decorator.end()));
    }
    return new Statement.Damaged(kept, start, cursor.lastEnd());
  }

  private Statement function(int column, List<Expression> decorators, boolean async, int start) {
    cursor.advance();
    String name = definedName();
    List<Statement.TypeParameter> types = expressions.parameters().types();
    List<Expression.Parameter> parameters = List.of();
    if (cursor.expect(TokenKind.LEFT_PARENTHESIS)) {
      parameters = expressions.parameters().typed();
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    }
    Optional<Expression> returns = cursor.accept(TokenKind.ARROW) ? Optional.of(expressions.list()) : Optional.empty();
    var scope = new ScopeFacts();
    ScopeFacts outer = expressions.enter(scope);
    List<Statement> body = suite(column);
    expressions.enter(outer);
    return new Statement.Function(name, decorators, types, parameters, returns, body, async, scope, start,
        cursor.lastEnd());
  }

  private String definedName() {
    String name = cursor.kind() == TokenKind.NAME || cursor.kind().isKeyword() ? cursor.name() : "";
    if (name.isEmpty()) {
      cursor.fail("a name");
    } else {
      cursor.advance();
    }
    return name;
  }

  private Statement classDefinition(int column, List<Expression> decorators) {
    int start = cursor.start();
    cursor.advance();
    String name = definedName();
    List<Statement.TypeParameter> types = expressions.parameters().types();
    List<Expression.Argument> bases = cursor.kind() == TokenKind.LEFT_PARENTHESIS ? expressions.arguments() : List.of();
    List<Statement> body = suite(column);
    return new Statement.ClassDefinition(name, decorators, types, bases, body, start, cursor.lastEnd());
  }

  /** A clause without the statement it belongs to. */
  private Statement orphan(int column) {
    int start = cursor.start();
    cursor.fail("a statement");
    cursor.resumeBlock(column);
    damaged = true;
    var kept = new ArrayList<Statement>();
    if (cursor.column() > column) {
      block(column, kept);
    }
    return new Statement.Damaged(kept, start, cursor.lastEnd());
  }

  /** Reads a {@code match} statement, unless {@code match} is a plain name here. */
  private boolean match(int column, List<Statement> body) {
    if (!cursor.peek(1).startsExpression()) {
      return false;
    }
    int start = cursor.start();
    int mark = cursor.mark();
    int before = cursor.lastEnd();
    cursor.speculate();
    cursor.advance();
    Expression subject = expressions.list();
    boolean right = cursor.kind() == TokenKind.COLON && cursor.peek(1) == TokenKind.NEWLINE
        && cursor.peek(2) == TokenKind.NAME && cursor.peekColumn(2) > column;
    cursor.decide(right, mark, before);
    if (!right) {
      return false;
    }
    cursor.advance();
    cursor.advance();
    List<Statement.Case> cases = cases(column);
    body.add(new Statement.Match(subject, cases, start, cursor.lastEnd()));
    return true;
  }

  private List<Statement.Case> cases(int parent) {
    var cases = new ArrayList<Statement.Case>();
    depth++;
    while (cursor.kind() != TokenKind.END && (cursor.column() > parent || cursor.column() < 0)) {
      cursor.beginStatement();
      int column = Math.max(cursor.column(), 0);
      if (cursor.isWord("case")) {
        cursor.advance();
        Pattern pattern = patterns.top();
        Optional<Expression> guard = cursor.accept(TokenKind.IF) ? Optional.of(expressions.named()) : Optional.empty();
        cases.add(new Statement.Case(pattern, guard, suite(column)));
      } else {
        var stray = new ArrayList<Statement>();
        statement(column, stray);
        cases.add(new Statement.Case(new Pattern.Wildcard(), Optional.empty(), stray));
      }
    }
    depth--;
    return cases;
  }
}
