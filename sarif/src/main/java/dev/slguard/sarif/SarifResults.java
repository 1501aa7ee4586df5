package dev.slguard.sarif;

import com.google.gson.stream.JsonWriter;
import dev.slguard.report.Facts;
import dev.slguard.report.ReportContext;
import dev.slguard.report.SourceLines;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Span;
import dev.slguard.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Results with their code flow. Holds the line hashes of the files seen so far. */
final class SarifResults {
  /** GitHub shows no more steps of a flow; the first and last ones tell the story. */
  private static final int STEPS = 100;
  /** Further flows are told by where they begin: readers of SARIF keep one flow a result. */
  private static final int STARTS = 20;

  private final Map<String, Integer> ruleIndexes;
  private final SourceLines lines;
  private final ReportContext context;
  private final Map<String, LineHashes> hashes = new HashMap<>();

  SarifResults(Map<String, Integer> ruleIndexes, SourceLines lines, ReportContext context) {
    this.ruleIndexes = ruleIndexes;
    this.lines = lines;
    this.context = context;
  }

  /** Writes one result. */
  void write(JsonWriter json, Finding finding) throws IOException {
    String message = Text.clean(finding.message());
    json.beginObject();
    json.name("ruleId").value(finding.ruleId());
    Integer index = ruleIndexes.get(finding.ruleId());
    if (index != null) {
      json.name("ruleIndex").value(index);
    }
    json.name("kind").value("fail");
    json.name("level").value(SarifRules.level(finding.severity()));
    json.name("rank").value(rank(finding.severity()));
    json.name("message").beginObject();
    json.name("text").value(message);
    json.endObject();
    json.name("locations").beginArray().beginObject();
    place(json, finding.at());
    logical(json, finding);
    json.endObject().endArray();
    List<EvidenceStep> steps = shown(finding.steps());
    if (!steps.isEmpty()) {
      var related = new LinkedHashSet<>(steps);
      finding.otherStarts().stream().limit(STARTS).forEach(related::add);
      related(json, related);
      codeFlow(json, steps);
    }
    json.name("partialFingerprints").beginObject();
    json.name("primaryLocationLineHash").value(hash(finding.at()));
    json.name("slguard/v1").value(finding.fingerprint());
    json.endObject();
    properties(json, finding);
    json.endObject();
  }

  private static double rank(Severity severity) {
    return Double.parseDouble(severity.score()) * 10;
  }

  private String hash(Span at) {
    return hashes.computeIfAbsent(at.file(), file -> new LineHashes(context.sources().apply(file).orElse("")))
        .of(at.line());
  }

  private void place(JsonWriter json, Span at) throws IOException {
    json.name("physicalLocation").beginObject();
    SarifPlaces.artifact(json, at.file());
    json.name("region").beginObject();
    SarifPlaces.region(json, at);
    snippet(json, at);
    json.endObject();
    json.endObject();
  }

  private void snippet(JsonWriter json, Span at) throws IOException {
    Optional<String> line = at.endLine() == at.line() ? lines.line(at.file(), at.line()) : Optional.empty();
    if (line.isPresent() && at.endColumn() - 1 <= line.get().length() && at.column() < at.endColumn()) {
      SarifReport.text(json.name("snippet"), line.get().substring(at.column() - 1, at.endColumn() - 1));
    }
  }

  private static void logical(JsonWriter json, Finding finding) throws IOException {
    if (finding.resource().isEmpty() && finding.function().isEmpty()) {
      return;
    }
    json.name("logicalLocations").beginArray();
    if (finding.resource().isPresent()) {
      json.beginObject().name("name").value(finding.resource().get()).name("kind").value("resource").endObject();
    }
    if (finding.function().isPresent()) {
      json.beginObject().name("name").value(finding.function().get()).name("kind").value("function").endObject();
    }
    json.endArray();
  }

  private static List<EvidenceStep> shown(List<EvidenceStep> steps) {
    if (steps.size() <= STEPS) {
      return steps;
    }
    var shown = new ArrayList<>(steps.subList(0, STEPS / 2));
    shown.addAll(steps.subList(steps.size() - STEPS / 2, steps.size()));
    return List.copyOf(shown);
  }

  private static void related(JsonWriter json, Collection<EvidenceStep> steps) throws IOException {
    json.name("relatedLocations").beginArray();
    int id = 1;
    for (EvidenceStep step : steps) {
      json.beginObject();
      json.name("id").value(id++);
      SarifPlaces.physical(json, step.at());
      SarifReport.text(json.name("message"), Text.clean(step.message()));
      json.endObject();
    }
    json.endArray();
  }

  private void codeFlow(JsonWriter json, List<EvidenceStep> steps) throws IOException {
    json.name("codeFlows").beginArray().beginObject();
    json.name("threadFlows").beginArray().beginObject();
    json.name("locations").beginArray();
    int order = 1;
    for (EvidenceStep step : steps) {
      json.beginObject();
      json.name("location").beginObject();
      place(json, step.at());
      SarifReport.text(json.name("message"), Text.clean(step.message()));
      json.endObject();
      json.name("kinds").beginArray().value(word(step.kind()));
      if (!word(step.layer()).equals(word(step.kind()))) {
        json.value(word(step.layer()));
      }
      json.endArray();
      json.name("executionOrder").value(order++);
      json.name("importance").value(importance(step.kind()));
      json.endObject();
    }
    json.endArray();
    json.endObject().endArray();
    json.endObject().endArray();
  }

  private static String importance(EvidenceStep.Kind kind) {
    return switch (kind) {
      case TRIGGER, SOURCE, SINK, PERMISSION, RESOURCE -> "essential";
      case PROPAGATION -> "important";
      case NOTE -> "unimportant";
    };
  }

  private static void properties(JsonWriter json, Finding finding) throws IOException {
    json.name("properties").beginObject();
    json.name("slguard/severity").value(word(finding.severity()));
    json.name("slguard/confidence").value(word(finding.confidence()));
    if (finding.fix().isPresent()) {
      json.name("slguard/fix").value(Text.clean(finding.fix().get()));
    }
    Facts.write(json, finding);
    json.endObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
