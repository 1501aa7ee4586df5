package dev.slguard.code.java;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import dev.slguard.code.repair.EditedText;
import dev.slguard.code.repair.Outcome;
import dev.slguard.code.repair.TokenRepair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a text in which a token is damaged as the sound one that it was, with the places that its nodes have in the file. */
final class Mending {
  /** Tokens that may be missing, the likeliest first. */
  private static final List<String> MISSING = List.of(")", "(", "}", "{", "]", "[", ";", ",", ".", "x", "=", "->", ":",
      "?", "<", ">", "+", "class", "import", "int", "@");
  private static final long LEAST = 1_000_000;
  private static final long MOST = 4_000_000;

  /**
   * What came of a whole text.
   *
   * @param unit empty if the text is not sound
   * @param firstError the offset of the first error
   */
  record Reading(Optional<CompilationUnit> unit, int firstError) {}

  private final Function<String, Reading> trial;
  private final Function<String, Optional<CompilationUnit>> reading;

  /**
   * Readings of a text.
   *
   * @param trial says whether it is sound
   * @param reading gives it as any sound file is read
   */
  Mending(Function<String, Reading> trial, Function<String, Optional<CompilationUnit>> reading) {
    this.trial = trial;
    this.reading = reading;
  }

  /** The mended {@code text}; empty if no change of a few tokens makes it sound. {@code other} is what else was made of it. */
  Optional<CompilationUnit> read(String text, Optional<CompilationUnit> other) {
    String skeleton = Skeleton.around(text, trial.apply(text).firstError());
    List<Outcome.Span> found = other.map(unit -> functions(unit, new Lines(text))).orElse(List.of()).stream()
        .filter(span -> skeleton.charAt(span.start()) == text.charAt(span.start())).toList();
    long budget = Math.min(MOST, LEAST + 4L * text.length());
    Optional<EditedText> edited = new TokenRepair(MISSING, this::tried, found, budget).repaired(skeleton)
        .map(changed -> changed.of(text));
    return edited.flatMap(changed -> reading.apply(changed.text()).map(unit -> moved(unit, changed, text)));
  }

  private Outcome tried(String text) {
    Reading read = trial.apply(text);
    return read.unit().map(unit -> Outcome.sound(text.length(), functions(unit, new Lines(text))))
        .orElseGet(() -> Outcome.failed(read.firstError()));
  }

  private static List<Outcome.Span> functions(CompilationUnit unit, Lines lines) {
    var spans = new ArrayList<Outcome.Span>();
    for (CallableDeclaration<?> each : unit.findAll(CallableDeclaration.class).stream()
        .map(it -> (CallableDeclaration<?>) it).toList()) {
      each.getRange()
          .ifPresent(range -> spans.add(new Outcome.Span(lines.offset(range.begin), lines.offset(range.end) + 1)));
    }
    return spans;
  }

  /** Gives the nodes on changed lines the places that they have in the file. */
  private static CompilationUnit moved(CompilationUnit unit, EditedText edited, String original) {
    var written = new Lines(edited.text());
    var lines = new Lines(original);
    var changed = new BitSet();
    for (int i = 0; i < edited.edits().size(); i++) {
      changed.set(lines.position(edited.placeOf(i)).line);
    }
    for (Node node : unit.findAll(Node.class)) {
      node.getRange().filter(range -> changed.get(range.begin.line) || changed.get(range.end.line)).ifPresent(range -> {
        int begin = edited.originalOffset(written.offset(range.begin));
        int end = edited.originalOffset(written.offset(range.end) + 1) - 1;
        node.setRange(new Range(lines.position(begin), lines.position(Math.max(begin, end))));
      });
    }
    return unit;
  }

  /** Where the lines of a text begin. */
  private static final class Lines {
    private final int[] starts;
    private final int count;
    private final int length;

    Lines(String text) {
      int[] found = new int[text.length() + 2];
      int lines = 1;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
          found[lines++] = i + 1;
        }
      }
      starts = found;
      count = lines;
      length = text.length();
    }

    int offset(Position at) {
      return Math.min(length, starts[Math.clamp(at.line - 1, 0, count - 1)] + Math.max(0, at.column - 1));
    }

    Position position(int offset) {
      int index = Arrays.binarySearch(starts, 0, count, offset);
      int line = index >= 0 ? index : -index - 2;
      return new Position(line + 1, offset - starts[line] + 1);
    }
  }
}
