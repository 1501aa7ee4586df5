package dev.slguard.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads YAML. After a syntax error the block that holds it (a resource, mostly) is blanked out and the rest read again, so
 * that one bad resource does not lose the others.
 */
final class YamlReader {
  /** How many broken blocks of a file are cut out before the reader gives up. */
  private static final int REPAIRS = 8;

  /** What stops the reader, and where. */
  private record Problem(int offset, String what) {}

  private final SourceFile file;
  private final Limits limits;
  private final Diagnostics diagnostics;
  private boolean failed;

  YamlReader(SourceFile file, Limits limits, Diagnostics diagnostics) {
    this.file = file;
    this.limits = limits;
    this.diagnostics = diagnostics;
  }

  /** Whether an error was met. */
  boolean failed() {
    return failed;
  }

  /** The documents, less the blocks that hold errors. */
  List<Tree> read() {
    if (tooLongALine()) {
      return List.of();
    }
    String text = file.text();
    var codePoints = new CodePoints(text);
    for (int repair = 0; repair <= REPAIRS; repair++) {
      var trees = new ArrayList<Tree>();
      Optional<Problem> problem = compose(text, codePoints, trees);
      if (problem.isEmpty()) {
        return List.copyOf(trees);
      }
      Optional<String> hidden = PlainQuestions.hidden(text, problem.get().offset());
      if (hidden.isPresent()) {
        text = hidden.get();
        continue;
      }
      report(problem.get());
      Optional<String> rest = BrokenBlock.blanked(text, problem.get().offset());
      if (rest.isEmpty()) {
        return List.copyOf(trees);
      }
      text = rest.get();
    }
    return List.of();
  }

  private void report(Problem problem) {
    failed = true;
    diagnostics.error(file.span(problem.offset(), problem.offset()),
        "this is no YAML: " + problem.what() + "; the block it stands in is not read");
  }

  /** Adds the documents of {@code text} to {@code trees}; the problem if there is one. */
  private Optional<Problem> compose(String text, CodePoints codePoints, List<Tree> trees) {
    var composer = new TreeComposer(file, text, codePoints, limits, diagnostics);
    try {
      composer.compose(trees);
      failed |= composer.failed();
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      return Optional.of(new Problem(mark == null ? 0 : codePoints.offset(mark), problem(e)));
    } catch (YAMLException e) {
      failed = true;
      diagnostics.error(Span.startOf(file.path()),
          "this is no YAML: " + Text.shown(message(e)) + "; the file is not read");
      return Optional.empty();
    }
  }

  private static String problem(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ", ";
    return Text.shown(context + (e.getProblem() == null ? "unexpected text" : e.getProblem()));
  }

  private static String message(YAMLException e) {
    return e.getMessage() == null ? "unreadable" : e.getMessage();
  }

  private boolean tooLongALine() {
    String text = file.text();
    int start = 0;
    while (start <= text.length()) {
      int next = text.indexOf('\n', start);
      int end = next < 0 ? text.length() : next;
      if (end - start > limits.lineLength()) {
        failed = true;
        diagnostics.error(file.span(start, start),
            "this line has more than " + limits.lineLength() + " characters; the file is not read");
        return true;
      }
      start = end + 1;
    }
    return false;
  }
}
