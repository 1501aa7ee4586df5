package dev.slguard.report;

import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lines of the scanned files as a report may show them: what findings of secret rules point at is masked, in every frame
 * and snippet of the report. Not thread-safe; reads each file once.
 */
public final class SourceLines {
  /** Rules with this tag point at a value that must not be shown. */
  private static final String SECRET_TAG = "secret";

  private final Function<String, Optional<String>> sources;
  private final Map<String, List<Span>> secrets = new HashMap<>();
  private final Map<String, List<String>> lines = new HashMap<>();

  /** Lines for {@code report}, read through {@code sources}. */
  public SourceLines(Report report, Function<String, Optional<String>> sources) {
    this.sources = sources;
    Set<String> secretRules = new HashSet<>();
    for (RuleInfo rule : report.rules()) {
      if (rule.tags().contains(SECRET_TAG)) {
        secretRules.add(rule.id());
      }
    }
    for (Finding finding : report.findings()) {
      if (secretRules.contains(finding.ruleId())) {
        secrets.computeIfAbsent(finding.at().file(), _ -> new ArrayList<>()).add(finding.at());
      }
    }
  }

  /** Line {@code number} (1-based) of {@code file}, secrets masked; empty if there is none. */
  public Optional<String> line(String file, int number) {
    List<String> all = lines.computeIfAbsent(file, this::read);
    return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
  }

  private List<String> read(String file) {
    var result = new ArrayList<String>();
    String text = sources.apply(file).orElse("");
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      result.add(text.substring(start, end));
      boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      start = pair ? end + 2 : end + 1;
    }
    for (Span secret : secrets.getOrDefault(file, List.of())) {
      for (int line = secret.line(); line <= Math.min(secret.endLine(), result.size()); line++) {
        result.set(line - 1, mask(result.get(line - 1), line, secret));
      }
    }
    return result;
  }

  private static String mask(String line, int number, Span secret) {
    int from = Math.min(number == secret.line() ? secret.column() - 1 : 0, line.length());
    int to = Math.min(number == secret.endLine() ? secret.endColumn() - 1 : line.length(), line.length());
    return from >= to ? line : line.substring(0, from) + "*".repeat(to - from) + line.substring(to);
  }
}
