package dev.slguard.sarif;

import com.google.gson.stream.JsonWriter;
import dev.slguard.report.ReportContext;
import dev.slguard.report.ReportWriter;
import dev.slguard.report.SourceLines;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * SARIF 2.1.0 with all that GitHub code scanning reads (docs: SARIF support for code scanning) and nothing that it
 * refuses. Suppressed findings are left out: GitHub would show them as open alerts.
 */
public final class SarifReport implements ReportWriter {
  /** GitHub rejects a run with more. */
  private static final int RESULTS = 25_000;

  private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity).reversed()
      .thenComparing(Finding::at).thenComparing(Finding::ruleId).thenComparing(Finding::fingerprint);

  @Override
  public void write(Report report, ReportContext context, Appendable out) throws IOException {
    var buffer = new StringWriter();
    try (var json = new JsonWriter(buffer)) {
      json.setIndent(" ");
      json.beginObject();
      json.name("$schema")
          .value("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
      json.name("version").value("2.1.0");
      json.name("runs").beginArray();
      run(json, report, context);
      json.endArray();
      json.endObject();
    }
    out.append(buffer.getBuffer()).append('\n');
  }

  private static void run(JsonWriter json, Report report, ReportContext context) throws IOException {
    json.beginObject();
    json.name("tool").beginObject();
    SarifRules.driver(json, report.rules(), context.version());
    json.endObject();
    json.name("automationDetails").beginObject().name("id").value(context.category()).endObject();
    invocation(json, report);
    json.name("originalUriBaseIds").beginObject().name(SarifPlaces.ROOT).beginObject();
    text(json.name("description"), "The root of the scanned repository.");
    json.endObject().endObject();
    json.name("columnKind").value("utf16CodeUnits");
    json.name("language").value("en-US");
    SarifRules.taxonomy(json, report.rules());
    json.name("results").beginArray();
    var results = new SarifResults(ruleIndexes(report.rules()), new SourceLines(report, context.sources()), context);
    for (Finding finding : report.findings().stream().sorted(WORST_FIRST).limit(RESULTS).toList()) {
      results.write(json, finding);
    }
    json.endArray();
    json.endObject();
  }

  private static Map<String, Integer> ruleIndexes(List<RuleInfo> rules) {
    var indexes = new HashMap<String, Integer>();
    for (int i = 0; i < rules.size(); i++) {
      indexes.put(rules.get(i).id(), i);
    }
    return indexes;
  }

  private static void invocation(JsonWriter json, Report report) throws IOException {
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(report.isComplete());
    json.name("toolExecutionNotifications").beginArray();
    for (Diagnostic diagnostic : report.notifications()) {
      json.beginObject();
      json.name("level").value(level(diagnostic.level()));
      text(json.name("message"), Text.clean(diagnostic.message()));
      json.name("locations").beginArray().beginObject();
      SarifPlaces.physical(json, diagnostic.at());
      json.endObject().endArray();
      json.endObject();
    }
    int dropped = report.findings().size() - RESULTS;
    if (dropped > 0) {
      json.beginObject().name("level").value("warning");
      text(json.name("message"),
          dropped + " results of the lowest severity were left out: GitHub refuses more than " + RESULTS + ".");
      json.endObject();
    }
    json.endArray().endObject().endArray();
  }

  private static String level(Diagnostic.Level level) {
    return switch (level) {
      case NOTE -> "note";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }

  /** Writes an object with a member {@code text}. */
  static void text(JsonWriter json, String text) throws IOException {
    json.beginObject().name("text").value(text).endObject();
  }
}
