package dev.slguard.code.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.CallableDeclaration;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.Optional;

/**
 * Parses one file. Where JavaParser gives up, its members are read one by one ({@link Outline}); in a bad one the statement
 * or block around the first error is blanked and the rest read again, so that one bad statement costs no more than itself. A text that one token makes
 * sound is read as that ({@link Mending}) unless it loses functions by that.
 * Positions stay those of the file.
 */
final class JavaReader {
  /** Attempts to leave something out of one file. */
  private static final int MOST_ATTEMPTS = 24;
  /** A text with more is no sound one with a damaged token. */
  private static final int FEW_PROBLEMS = 10;
  /** Brackets in brackets that are too many for trials: JavaParser looks ahead over the inner ones from each outer one. */
  private static final int DEEP = 60;

  private final SourceFile file;
  private int attempts;

  JavaReader(SourceFile file) {
    this.file = file;
  }

  /** The file as far as it can be read; empty if nothing can. What is wrong becomes diagnostics. */
  Optional<CompilationUnit> read(Diagnostics diagnostics) {
    String text = file.text();
    ParseResult<CompilationUnit> result = parse(text);
    for (Problem problem : result.getProblems()) {
      Span at = problem.getLocation().flatMap(location -> location.toRange()).map(range -> Places.span(file, range))
          .orElse(Span.startOf(file.path()));
      diagnostics.error(at, "this is not Java: " + firstLine(problem.getMessage()) + "; what stands there is left out");
    }
    return result.isSuccessful() ? result.getResult() : recovered(text, result);
  }

  /** Escapes in literals and comments are left alone: only in names, which hardly anyone writes, they matter. */
  private ParseResult<CompilationUnit> parse(String text) {
    ParseResult<CompilationUnit> plain = parse(text, false);
    return plain.isSuccessful() || !text.contains("\\u") ? plain : parse(text, true);
  }

  private ParseResult<CompilationUnit> parse(String text, boolean escapes) {
    var configuration = new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
        .setAttributeComments(false).setTabSize(1).setPreprocessUnicodeEscapes(escapes);
    return new JavaParser(configuration).parse(text);
  }

  private Optional<CompilationUnit> recovered(String text, ParseResult<CompilationUnit> first) {
    ParseResult<CompilationUnit> outlined = better(first, parse(outlined(text)));
    ParseResult<CompilationUnit> best = outlined.isSuccessful() ? outlined : better(outlined, parse(settled(text)));
    return first.getProblems().size() > FEW_PROBLEMS || new Blocks(text).depth() > DEEP
        ? best.getResult()
        : mended(text, best.getResult()).filter(unit -> functions(unit) >= functions(best)).or(best::getResult);
  }

  private Optional<CompilationUnit> mended(String text, Optional<CompilationUnit> other) {
    return new Mending(JavaReader::tried, written -> {
      ParseResult<CompilationUnit> result = parse(written);
      return result.isSuccessful() ? result.getResult() : Optional.empty();
    }).read(text, other);
  }

  /** Reads without the checks of a language level: they walk the tree, and a trial only asks for the syntax. */
  private static Mending.Reading tried(String text) {
    var configuration = new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
        .setAttributeComments(false).setTabSize(1);
    ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
    return result.isSuccessful()
        ? new Mending.Reading(result.getResult(), text.length())
        : new Mending.Reading(Optional.empty(), firstError(result, text));
  }

  private static ParseResult<CompilationUnit> better(ParseResult<CompilationUnit> a, ParseResult<CompilationUnit> b) {
    return functions(b) >= functions(a) ? b : a;
  }

  private String outlined(String text) {
    return new Outline(text, this::soundFunctions, this::settled).repaired();
  }

  /** {@code written} with statements and blocks around its errors blanked, as far as the number of parses allows. */
  private String settled(String written) {
    String text = written;
    ParseResult<CompilationUnit> last = parse(text);
    if (!last.isSuccessful() && !new Blocks(text).areBalanced()) {
      text = Braces.repaired(text);
      last = parse(text);
    }
    while (attempts < MOST_ATTEMPTS && !last.isSuccessful()) {
      int error = firstError(last, text);
      Optional<String> next = Optional.empty();
      for (Blocks.Range range : new Blocks(text).around(error)) {
        if (attempts++ >= MOST_ATTEMPTS) {
          break;
        }
        String cut = blanked(text, range);
        ParseResult<CompilationUnit> again = parse(cut);
        if (again.isSuccessful() || firstError(again, cut) >= Math.max(range.end(), error + 1)) {
          next = Optional.of(cut);
          last = again;
          break;
        }
      }
      if (next.isEmpty()) {
        break;
      }
      text = next.get();
    }
    return text;
  }

  private int soundFunctions(String text) {
    ParseResult<CompilationUnit> result = parse(text, false);
    return result.isSuccessful() ? functions(result) : -1;
  }

  private static int functions(ParseResult<CompilationUnit> result) {
    return result.getResult().map(JavaReader::functions).orElse(-1);
  }

  private static int functions(CompilationUnit unit) {
    return unit.findAll(CallableDeclaration.class).size();
  }

  private static int firstError(ParseResult<CompilationUnit> result, String text) {
    int first = text.length();
    for (Problem problem : result.getProblems()) {
      first = Math.min(first, place(problem).map(position -> offset(text, position)).orElse(0));
    }
    return first;
  }

  /** Errors before the first type come without a place; their cause knows it. */
  private static Optional<Position> place(Problem problem) {
    return problem.getLocation().flatMap(location -> location.toRange()).map(range -> range.begin)
        .or(() -> problem.getCause().filter(ParseException.class::isInstance).map(ParseException.class::cast)
            .flatMap(error -> Optional.ofNullable(error.currentToken).map(token -> token.next))
            .map(token -> new Position(Math.max(1, token.beginLine), Math.max(1, token.beginColumn))));
  }

  private static int offset(String text, Position position) {
    int at = 0;
    for (int line = 1; line < position.line && at >= 0; line++) {
      at = nextLine(text, at);
    }
    return at < 0 ? text.length() : Math.min(text.length(), at + position.column - 1);
  }

  private static int nextLine(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return -1;
  }

  private static String blanked(String text, Blocks.Range range) {
    StringBuilder blank = new StringBuilder(text);
    for (int i = range.start(); i < range.end(); i++) {
      if (blank.charAt(i) != '\n' && blank.charAt(i) != '\r') {
        blank.setCharAt(i, ' ');
      }
    }
    return blank.toString();
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.length() > 120 ? line.substring(0, 120) : line.strip();
  }
}
