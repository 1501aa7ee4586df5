package dev.slguard.rules.cases;

import java.util.ArrayList;
import java.util.List;

/** Finds {@code # fail}, {@code # ok} and {@code # unknown} (or with {@code //}) at the end of lines. */
final class Markers {
  private Markers() {}

  /** What the comments of {@code text} expect of the lines they stand on; on a line of its own, of the next one. */
  static List<RuleCase.Expectation> of(String file, String text) {
    var found = new ArrayList<RuleCase.Expectation>();
    var waiting = new ArrayList<RuleCase.Outcome>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int comment = comment(lines[i]);
      if (comment < 0) {
        if (!lines[i].isBlank()) {
          add(waiting, file, i + 1, found);
        }
        continue;
      }
      waiting.add(outcome(lines[i], comment));
      if (!lines[i].substring(0, comment).isBlank()) {
        add(waiting, file, i + 1, found);
      }
    }
    return found;
  }

  private static void add(List<RuleCase.Outcome> waiting, String file, int line, List<RuleCase.Expectation> found) {
    waiting.forEach(outcome -> found.add(RuleCase.Expectation.at(outcome, file, line)));
    waiting.clear();
  }

  private static int comment(String line) {
    for (RuleCase.Outcome outcome : RuleCase.Outcome.values()) {
      for (String sign : List.of("# ", "// ")) {
        int at = line.lastIndexOf(sign + word(outcome));
        if (at >= 0 && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))
            && endsWord(line, at + sign.length() + word(outcome).length())) {
          return at;
        }
      }
    }
    return -1;
  }

  private static RuleCase.Outcome outcome(String line, int comment) {
    String rest = line.substring(line.indexOf(' ', comment) + 1);
    for (RuleCase.Outcome outcome : RuleCase.Outcome.values()) {
      if (rest.startsWith(word(outcome)) && endsWord(rest, word(outcome).length())) {
        return outcome;
      }
    }
    throw new IllegalStateException("a marker was found at " + comment + " of '" + line + "'");
  }

  private static boolean endsWord(String line, int end) {
    return end == line.length() || !Character.isLetterOrDigit(line.charAt(end));
  }

  static String word(RuleCase.Outcome outcome) {
    return switch (outcome) {
      case FAIL -> "fail";
      case UNKNOWN -> "unknown";
      case OK -> "ok";
    };
  }
}
