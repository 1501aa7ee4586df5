package dev.slguard.report;

import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The report for a reader at a terminal: one block a finding, then what was not read, then the summary. */
public final class TextReport implements ReportWriter {
  /** A frame shows no more of a line than this. */
  private static final int WIDTH = 160;
  /** Of so many further flows the start is shown. */
  private static final int STARTS = 3;

  @Override
  public void write(Report report, ReportContext context, Appendable out) throws IOException {
    var ink = new Ink(context.colour());
    var lines = new SourceLines(report, context.sources());
    for (Finding finding : report.findings()) {
      finding(finding, context, ink, lines, out);
    }
    notifications(report, context, ink, out);
    summary(report, context, ink, out);
  }

  private static void finding(Finding finding, ReportContext context, Ink ink, SourceLines lines, Appendable out)
      throws IOException {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    out.append(ink.severity(finding.severity(), severity)).append(' ').append(ink.bold(finding.ruleId())).append("  ")
        .append(place(finding.at(), context)).append('\n');
    out.append("  ").append(Text.clean(finding.message())).append('\n');
    frame(finding.at(), ink, lines, out);
    int number = 1;
    for (EvidenceStep step : finding.steps()) {
      step(number++ + ".", step, context, ink, out);
    }
    otherFlows(finding, context, ink, out);
    if (finding.fix().isPresent()) {
      out.append("  ").append(ink.good("fix:")).append(' ').append(Text.clean(finding.fix().get())).append('\n');
    }
    out.append('\n');
  }

  private static void step(String bullet, EvidenceStep step, ReportContext context, Ink ink, Appendable out)
      throws IOException {
    String layer = step.layer().name().toLowerCase(Locale.ROOT);
    out.append("  ").append(bullet).append(' ').append(ink.dim(layer)).append(' ').append(place(step.at(), context))
        .append("  ").append(Text.clean(step.message())).append('\n');
  }

  /** Where the other flows to the same place begin. */
  private static void otherFlows(Finding finding, ReportContext context, Ink ink, Appendable out) throws IOException {
    List<EvidenceStep> starts = finding.otherStarts();
    for (EvidenceStep start : starts.subList(0, Math.min(STARTS, starts.size()))) {
      step("also:", start, context, ink, out);
    }
    if (starts.size() > STARTS) {
      out.append("  also: ").append(String.valueOf(starts.size() - STARTS)).append(" more\n");
    }
  }

  private static String place(Span at, ReportContext context) {
    return Text.clean(context.shown(at.file())) + ':' + at.line() + ':' + at.column();
  }

  private static void frame(Span at, Ink ink, SourceLines lines, Appendable out) throws IOException {
    int last = at.line() + 1;
    int digits = String.valueOf(last).length();
    for (int number = Math.max(1, at.line() - 1); number <= last; number++) {
      Optional<String> line = lines.line(at.file(), number);
      if (line.isEmpty()) {
        continue;
      }
      String gutter = " ".repeat(digits - String.valueOf(number).length()) + number;
      out.append("  ").append(ink.dim(gutter + " |")).append(' ').append(shown(line.get())).append('\n');
      if (number == at.line()) {
        caret(at, line.get(), " ".repeat(digits), ink, out);
      }
    }
  }

  /** Underlines the span, or its first line. */
  private static void caret(Span at, String line, String gutter, Ink ink, Appendable out) throws IOException {
    int from = Math.min(at.column() - 1, line.length());
    int to = at.endLine() > at.line() ? line.stripTrailing().length() : Math.min(at.endColumn() - 1, line.length());
    if (shown(line.substring(0, from)).length() >= WIDTH) {
      return;
    }
    int before = shown(line.substring(0, from)).length();
    int length = Math.max(1, shown(line.substring(from, Math.max(from, to))).length());
    out.append("  ").append(ink.dim(gutter + " |")).append(' ').append(" ".repeat(before))
        .append(ink.bad("^".repeat(Math.min(length, WIDTH - before)))).append('\n');
  }

  private static String shown(String line) {
    String clean = Text.clean(line).replace("\t", "  ");
    return clean.length() > WIDTH ? clean.substring(0, WIDTH) + '…' : clean;
  }

  private static void notifications(Report report, ReportContext context, Ink ink, Appendable out) throws IOException {
    List<Diagnostic> shown = report.notifications().stream().filter(d -> d.level() != Diagnostic.Level.NOTE).toList();
    if (shown.isEmpty()) {
      return;
    }
    out.append(ink.bold("Not fully understood")).append('\n');
    for (Diagnostic diagnostic : shown) {
      String level = diagnostic.level().name().toLowerCase(Locale.ROOT);
      out.append("  ").append(diagnostic.level() == Diagnostic.Level.ERROR ? ink.bad(level) : level).append(' ')
          .append(place(diagnostic.at(), context)).append("  ").append(Text.clean(diagnostic.message())).append('\n');
    }
    out.append('\n');
  }

  private static void summary(Report report, ReportContext context, Ink ink, Appendable out) throws IOException {
    Report.Summary summary = report.summary();
    int files = summary.analysed().size() + summary.failed().size();
    int found = report.findings().size();
    String headline = count(found, "finding") + " in " + count(files, "file");
    out.append(found == 0 && summary.failed().isEmpty() && files > 0 ? ink.good(headline) : ink.bold(headline));
    var parts = new StringBuilder();
    for (Severity severity : Severity.values()) {
      long count = report.findings().stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        parts.insert(0, (parts.isEmpty() ? "" : ", ")).insert(0,
            count + " " + severity.name().toLowerCase(Locale.ROOT));
      }
    }
    out.append(parts.isEmpty() ? "" : ": " + parts).append('\n');
    out.append(count(summary.functions(), "function"))
        .append(summary.unread() == 0 ? "" : " (code of " + summary.unread() + " not read)").append(", ")
        .append(count(summary.triggers(), "trigger")).append(", ").append(count(summary.roles(), "role")).append(" · ")
        .append(String.valueOf(summary.analysed().size())).append(" analysed, ")
        .append(String.valueOf(summary.failed().size())).append(" failed, ").append(String.valueOf(summary.skipped()))
        .append(" skipped");
    if (!report.suppressed().isEmpty()) {
      out.append(" · ").append(String.valueOf(report.suppressed().size())).append(" suppressed");
    }
    if (context.millis().isPresent()) {
      long millis = context.millis().get();
      out.append(" · ").append(String.valueOf(millis / 1000)).append('.').append(String.valueOf(millis % 1000 / 100))
          .append(" s");
    }
    out.append('\n');
    if (files == 0) {
      out.append(ink.bad("No template, service, assembly or policy was found here: nothing was checked.")).append('\n');
    }
    for (String path : summary.failed()) {
      out.append(ink.bad("not fully analysed: ")).append(Text.clean(context.shown(path))).append('\n');
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
