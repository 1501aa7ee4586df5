package dev.slguard.code.javascript;

import dev.slguard.code.repair.EditedText;
import dev.slguard.code.repair.Outcome;
import dev.slguard.code.repair.TokenRepair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Recursive-descent parser of ECMAScript 2025 with JSX and of TypeScript 5.9 with TSX. Never throws and never stops
 * early: a missing token is noted and assumed, a token that fits nowhere is noted and skipped, and every list (of
 * statements, members, arguments) goes on behind it.
 *
 * <p>A text with problems is read a second time with the indentation as guide: there a brace belongs to the block whose
 * first line is indented like it, so that a lost or doubled brace does not move the functions that follow into another
 * scope; statements, members and items in which nothing is wrong are
 * read without the guide ({@link #sound}). The reading with fewer problems counts, a function that only one of them finds
 * being worth two.
 *
 * <p>Time is linear in the text: parameters of arrow functions are read as expressions first and turned into patterns
 * when {@code =>} follows; type arguments are tried once a place. Depth is bounded by {@link #DEPTH}.
 */
final class Grammar {
  /** Nested statements, operands and types that are read; what is deeper is skipped with a problem. */
  static final int DEPTH = 200;

  private static final int TRIED = 20;
  /** Characters read in search of a repair. */
  private static final long MOST_REPAIRING = 40_000_000;
  /** Tokens that may be missing, the likeliest first. */
  private static final List<String> MISSING = List.of(")", "(", "}", "{", "]", "[", ",", "=>", ":", ".", "=",
      "undefined", "`${", "?", "<", ">", "+", "function", "class", ";");

  static final int ASYNC = 1;
  static final int GENERATOR = 2;
  static final int IN_FUNCTION = 4;
  /** {@code in} is no operator: the head of a {@code for}. */
  static final int NO_IN = 8;
  /** Between {@code ?} and {@code :}, where {@code (a): b => c} is ambiguous. */
  static final int TRUE_BRANCH = 16;
  /** A class's heritage or a decorator, where a brace or bracket after the operand is not part of it. */
  static final int HEAD = 32;
  /** {@code extends} after a type opens no conditional type. */
  static final int NO_CONDITIONAL = 64;

  private final String text;
  final Tokenizer t;
  final Dialect dialect;
  /** Whether indentation counts here: in the second reading of a text with problems, where the first is wrong. */
  boolean isGuided;
  final Types types;
  final Patterns patterns;
  final Expressions expressions;
  final Literals literals;
  final Members members;
  final Statements statements;
  final Modules modules;
  final Markups markups;
  int context;
  /** How many functions were read so far, without those given up by speculation, and their spans. */
  int functions;
  private long[] spans = new long[16];
  private int depth;
  /** Characters that {@link #sound} may still read in vain, so that all of its trials are linear in the text. */
  private long trial;

  private Grammar(String text, Dialect dialect, boolean isGuided) {
    this.text = text;
    this.t = new Tokenizer(text);
    this.dialect = dialect;
    guide(isGuided);
    this.trial = isGuided ? TRIED * (long) text.length() + 10_000 : 0;
    types = new Types(this);
    patterns = new Patterns(this);
    expressions = new Expressions(this);
    literals = new Literals(this);
    members = new Members(this);
    statements = new Statements(this);
    modules = new Modules(this);
    markups = new Markups(this);
  }

  /** The program that {@code text} holds. */
  static Program parse(String text, Dialect dialect) {
    Program plain = new Grammar(text, dialect, false).program();
    if (plain.problems().isEmpty()) {
      return plain;
    }
    Program guided = new Grammar(text, dialect, true).program();
    Program best = guided.cost() <= plain.cost() ? guided : plain;
    return repaired(text, dialect, best).filter(found -> found.isBetter(best)).orElse(best);
  }

  private static Optional<Program> repaired(String text, Dialect dialect, Program best) {
    var search = new TokenRepair(MISSING, written -> tried(written, dialect), best.functions(),
        Math.min(MOST_REPAIRING, 6_000_000 + 16L * text.length()));
    return search.repaired(text).map(found -> {
      Program again = new Grammar(found.text(), dialect, false).program();
      Program kept = again;
      if (!again.problems().isEmpty()) {
        Program guided = new Grammar(found.text(), dialect, true).program();
        kept = guided.cost() <= again.cost() ? guided : again;
      }
      return kept.readFrom(found);
    });
  }

  private static Outcome tried(String text, Dialect dialect) {
    var grammar = new Grammar(text, dialect, false);
    Tokenizer t = grammar.t;
    if (!t.problems().isEmpty()) {
      return Outcome.failed(t.problems().getFirst().start());
    }
    t.startSpeculating();
    try {
      grammar.statements.program();
      return Outcome.sound(text.length(), grammar.spans());
    } catch (Tokenizer.Rewind e) {
      return new Outcome(t.start(), t.furthest(), false, List.of());
    }
  }

  private Program program() {
    List<Statement> body = statements.program();
    return new Program(body, List.copyOf(t.problems()), spans(), EditedText.original(text));
  }

  /** Notes that a function was read. */
  void found(int start, int end) {
    if (functions == spans.length) {
      spans = Arrays.copyOf(spans, 2 * functions);
    }
    spans[functions++] = (long) start << 32 | end;
  }

  private List<Outcome.Span> spans() {
    return Arrays.stream(spans, 0, functions).mapToObj(span -> new Outcome.Span((int) (span >> 32), (int) span))
        .toList();
  }

  /**
   * In a guided reading: whether the current token begins a line no deeper than the one, indented by {@code line}, on
   * which something is incomplete, so that it is no part of that.
   */
  boolean isAnotherLine(int line) {
    return isGuided && t.newlineBefore() && t.indent() <= line
        && (t.token().isWord() || t.token() == Token.LEFT_BRACKET || t.token() == Token.AT);
  }

  /** Goes one level deeper; false, with a problem, if that is too deep: what is nested there has been skipped. */
  boolean enter() {
    if (depth < DEPTH) {
      depth++;
      return true;
    }
    t.problem("this is nested more than " + DEPTH + " levels deep; it is skipped");
    skipNested();
    return false;
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  /** Back to an earlier depth, after speculation was given up inside. */
  void depth(int earlier) {
    depth = earlier;
  }

  /** Moves past a token that fits nowhere, or a whole template, so that its end is not taken for the start of one. */
  void skip() {
    if (t.token() == Token.TEMPLATE_HEAD) {
      literals.template();
    } else {
      t.next();
    }
  }

  private void skipNested() {
    int open = 0;
    while (t.token() != Token.END) {
      switch (t.token()) {
        case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE, TEMPLATE_HEAD -> open++;
        case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> {
          if (open == 0) {
            return;
          }
          open--;
        }
        case SEMICOLON, COMMA -> {
          if (open == 0) {
            return;
          }
        }
        default -> {
        }
      }
      t.next();
    }
  }

  /**
   * In a guided reading: what {@code reading} makes of the text as if that were sound; empty, and back where it began, if
   * there is a problem in it or what was read ends where it does not fit. So the guide decides only where a text is
   * damaged, and lines that are indented in some way of their own are read as ever in all other places.
   */
  <T> Optional<T> sound(Supplier<T> reading, BooleanSupplier fits) {
    if (!isGuided || trial <= 0) {
      return Optional.empty();
    }
    Tokenizer.Mark mark = t.mark();
    int savedContext = context;
    int savedDepth = depth;
    int savedFunctions = functions;
    guide(false);
    t.startSpeculating();
    Optional<T> result = Optional.empty();
    try {
      T read = reading.get();
      result = fits.getAsBoolean() ? Optional.of(read) : Optional.empty();
    } catch (Tokenizer.Rewind e) {
      result = Optional.empty();
    } finally {
      t.stopSpeculating();
      guide(true);
    }
    if (result.isEmpty()) {
      trial -= t.end() - mark.start();
      t.reset(mark);
      context = savedContext;
      depth = savedDepth;
      functions = savedFunctions;
    }
    return result;
  }

  private void guide(boolean guided) {
    isGuided = guided;
    t.guide(guided);
  }

  /** Whether the current token stands where what follows a part may, that began at {@code start} with that indentation. */
  boolean isInPlace(int start, int indent) {
    return switch (t.token()) {
      case END -> true;
      case RIGHT_BRACE -> !t.newlineBefore() || t.indent() <= indent;
      default -> t.newlineBefore() ? t.indent() == indent : !t.hasLineEnd(start, t.previousEnd());
    };
  }

  /** Begins something in brackets: what the surroundings forbid is allowed again. The result goes to {@link #restore}. */
  int bracketed() {
    int saved = context;
    context &= ~(NO_IN | TRUE_BRANCH | HEAD | NO_CONDITIONAL);
    return saved;
  }

  void restore(int saved) {
    context = saved;
  }

  boolean has(int flag) {
    return (context & flag) != 0;
  }

  /** Moves past the current token if it is {@code token}. */
  boolean accept(Token token) {
    if (t.token() == token) {
      t.next();
      return true;
    }
    return false;
  }

  /** Moves past the name {@code word} if it is the current token. */
  boolean acceptWord(String word) {
    if (t.is(word)) {
      t.next();
      return true;
    }
    return false;
  }

  /** Moves past {@code token}, or notes that it is missing. */
  boolean expect(Token token) {
    if (accept(token)) {
      return true;
    }
    t.problem("'" + token.text() + "' was expected, found " + found() + "; it is assumed");
    return false;
  }

  /** The end of a statement: a semicolon, or where one may be left out. */
  void semicolon() {
    if (accept(Token.SEMICOLON) || endsStatement()) {
      return;
    }
    t.problem("';' was expected, found " + found() + "; it is assumed");
  }

  boolean endsStatement() {
    return t.token() == Token.SEMICOLON || t.token() == Token.RIGHT_BRACE || t.token() == Token.END
        || t.newlineBefore();
  }

  /**
   * Whether the current token cannot belong to a list in brackets opened on a line indented by {@code line}: it begins a
   * line that is indented no deeper, and is no closing bracket. Only the indentation tells so.
   */
  boolean isOutside(int line) {
    if (!isGuided || !t.newlineBefore() || t.indent() > line) {
      return false;
    }
    return switch (t.token()) {
      case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, COMMA, END -> false;
      default -> true;
    };
  }

  /** The current token, for a message. */
  String found() {
    if (t.token() == Token.END) {
      return "the end of the file";
    }
    String text = t.source(t.start(), Math.min(t.end(), t.start() + 30));
    int line = text.indexOf('\n');
    return "'" + (line < 0 ? text : text.substring(0, line)) + "'";
  }

  /** The word that the current name or keyword token spells. */
  String word() {
    return t.token() == Token.NAME ? t.value() : t.token().text();
  }

  /** Whether the token after the current one satisfies {@code test}, asked after moving to it; moves back. */
  boolean next(java.util.function.Predicate<Tokenizer> test) {
    Tokenizer.Mark mark = t.mark();
    t.startSpeculating();
    try {
      t.next();
      return test.test(t);
    } catch (Tokenizer.Rewind e) {
      return false;
    } finally {
      t.stopSpeculating();
      t.reset(mark);
    }
  }
}
