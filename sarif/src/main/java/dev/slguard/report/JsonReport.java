package dev.slguard.report;

import com.google.gson.stream.JsonWriter;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** The stable format for scripts, version 1. */
public final class JsonReport implements ReportWriter {

  @Override
  public void write(Report report, ReportContext context, Appendable out) throws IOException {
    var buffer = new StringWriter();
    try (var json = new JsonWriter(buffer)) {
      json.setIndent("  ");
      json.beginObject();
      json.name("version").value(1);
      json.name("findings").beginArray();
      for (Finding finding : report.findings()) {
        finding(json, finding, context);
      }
      json.endArray();
      notifications(json, report.notifications(), context);
      summary(json, report, context);
      json.endObject();
    }
    out.append(buffer.getBuffer()).append('\n');
  }

  private static void finding(JsonWriter json, Finding finding, ReportContext context) throws IOException {
    json.beginObject();
    json.name("ruleId").value(finding.ruleId());
    json.name("severity").value(word(finding.severity()));
    json.name("confidence").value(word(finding.confidence()));
    json.name("message").value(finding.message());
    place(json, finding.at(), context);
    json.name("endLine").value(finding.at().endLine());
    json.name("endColumn").value(finding.at().endColumn());
    if (finding.resource().isPresent()) {
      json.name("resource").value(finding.resource().get());
    }
    if (finding.function().isPresent()) {
      json.name("function").value(finding.function().get());
    }
    json.name("properties").beginObject();
    Facts.write(json, finding);
    json.endObject();
    steps(json.name("steps"), finding.steps(), context);
    if (!finding.otherFlows().isEmpty()) {
      json.name("otherFlows").beginArray();
      for (List<EvidenceStep> flow : finding.otherFlows()) {
        steps(json, flow, context);
      }
      json.endArray();
    }
    json.name("fingerprint").value(finding.fingerprint());
    if (finding.fix().isPresent()) {
      json.name("fix").value(finding.fix().get());
    }
    json.endObject();
  }

  private static void steps(JsonWriter json, List<EvidenceStep> steps, ReportContext context) throws IOException {
    json.beginArray();
    for (EvidenceStep step : steps) {
      json.beginObject();
      json.name("layer").value(word(step.layer()));
      json.name("kind").value(word(step.kind()));
      json.name("message").value(step.message());
      place(json, step.at(), context);
      json.endObject();
    }
    json.endArray();
  }

  private static void place(JsonWriter json, Span at, ReportContext context) throws IOException {
    json.name("file").value(context.shown(at.file()));
    json.name("line").value(at.line());
    json.name("column").value(at.column());
  }

  private static void notifications(JsonWriter json, List<Diagnostic> notifications, ReportContext context)
      throws IOException {
    json.name("notifications").beginArray();
    for (Diagnostic notification : notifications) {
      json.beginObject();
      json.name("file").value(context.shown(notification.at().file()));
      json.name("line").value(notification.at().line());
      json.name("level").value(word(notification.level()));
      json.name("message").value(notification.message());
      json.endObject();
    }
    json.endArray();
  }

  private static void summary(JsonWriter json, Report report, ReportContext context) throws IOException {
    Report.Summary summary = report.summary();
    json.name("summary").beginObject();
    json.name("findings").value(report.findings().size());
    json.name("suppressed").value(report.suppressed().size());
    files(json.name("analysed"), summary.analysed(), context);
    files(json.name("failed"), summary.failed(), context);
    json.name("skipped").value(summary.skipped());
    json.name("functions").value(summary.functions());
    json.name("unread").value(summary.unread());
    json.name("triggers").value(summary.triggers());
    json.name("roles").value(summary.roles());
    json.name("complete").value(report.isComplete());
    json.endObject();
  }

  private static void files(JsonWriter json, List<String> paths, ReportContext context) throws IOException {
    json.beginArray();
    for (String path : paths) {
      json.value(context.shown(path));
    }
    json.endArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
