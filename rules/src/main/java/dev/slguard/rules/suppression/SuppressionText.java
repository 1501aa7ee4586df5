package dev.slguard.rules.suppression;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Span;
import dev.slguard.source.Suggestion;
import dev.slguard.source.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;

/** Checks the parts that every suppression has, however it is written. */
final class SuppressionText {
  private final Collection<String> known;
  private final Diagnostics problems;

  SuppressionText(Collection<String> known, Diagnostics problems) {
    this.known = known;
    this.problems = problems;
  }

  /** The suppression, or empty and a problem at {@code at}: then the finding stays. */
  Optional<Suppression> check(String rule, String reason, Optional<String> until, Suppression.Scope scope, Span at) {
    if (!known.contains(rule)) {
      problems.warning(at, "there is no rule '" + Text.shown(rule) + "' to ignore" + Suggestion.forWord(rule, known));
      return Optional.empty();
    }
    if (reason.isBlank()) {
      problems.warning(at, "ignoring '" + rule + "' needs a reason; the finding stays");
      return Optional.empty();
    }
    Optional<LocalDate> day = until.flatMap(text -> day(text, at));
    if (until.isPresent() && day.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Suppression(rule, Text.shown(reason.strip()), day, scope, at));
  }

  private Optional<LocalDate> day(String text, Span at) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      problems.warning(at, "'" + Text.shown(text) + "' is no day, as 2027-01-31 is one; the finding stays");
      return Optional.empty();
    }
  }
}
