package dev.slguard.rules.suppression;

import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code slguard:ignore <rule-id> [until=<day>] <reason>} from comments: behind something it speaks of its own line,
 * on a line of its own of the next line that is no comment.
 */
final class CommentReader {
  static final String MARK = "slguard:ignore";
  private static final String UNTIL = "until=";
  private static final List<String> SIGNS = List.of("#", "//", "/*", "*", "--", "<!--", ";");

  private final SourceFile file;
  private final SuppressionText checks;
  private final List<String> lines;

  private CommentReader(SourceFile file, SuppressionText checks) {
    this.file = file;
    this.checks = checks;
    this.lines = file.text().lines().toList();
  }

  static List<Suppression> read(SourceFile file, SuppressionText checks) {
    var found = new ArrayList<Suppression>();
    if (!file.text().contains(MARK)) {
      return found;
    }
    var reader = new CommentReader(file, checks);
    for (int i = 0; i < reader.lines.size(); i++) {
      String line = reader.lines.get(i);
      int mark = line.indexOf(MARK);
      int sign = mark < 0 ? -1 : signBefore(line, mark);
      if (sign >= 0) {
        reader.read(i, mark, line.substring(0, sign).isBlank()).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Where the comment begins whose first word stands at {@code mark}; -1 if it is in no comment. */
  private static int signBefore(String line, int mark) {
    int end = mark;
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    for (String sign : SIGNS) {
      if (line.startsWith(sign, end - sign.length())) {
        int start = end - sign.length();
        boolean apart = start == 0 || !Character.isLetterOrDigit(line.charAt(start - 1));
        return apart ? start : -1;
      }
    }
    return -1;
  }

  private Optional<Suppression> read(int index, int mark, boolean alone) {
    String line = lines.get(index);
    String text = line.substring(mark + MARK.length()).strip();
    for (String end : List.of("*/", "-->")) {
      text = text.endsWith(end) ? text.substring(0, text.length() - end.length()).strip() : text;
    }
    int space = firstSpace(text);
    String rule = text.substring(0, space);
    String rest = text.substring(space).strip();
    Optional<String> until = Optional.empty();
    if (rest.startsWith(UNTIL)) {
      int end = firstSpace(rest);
      until = Optional.of(rest.substring(UNTIL.length(), end));
      rest = rest.substring(end).strip();
    }
    if (rest.startsWith("--") || rest.startsWith(":")) {
      rest = rest.substring(rest.startsWith("--") ? 2 : 1).strip();
    }
    var at = new Span(file.path(), index + 1, mark + 1, index + 1, line.length() + 1);
    int target = alone ? next(index) : index;
    return checks.check(rule, rest, until, new Suppression.Scope.Line(file.path(), target + 1), at);
  }

  private static int firstSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return text.length();
  }

  private int next(int index) {
    for (int i = index + 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("//") && !line.startsWith("*")
          && !line.startsWith("/*")) {
        return i;
      }
    }
    return index;
  }
}
