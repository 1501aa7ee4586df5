package dev.slguard.report;

import dev.slguard.rules.finding.Confidence;
import dev.slguard.rules.finding.EvidenceStep;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Span;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with one of everything, over two small files. */
public final class Samples {
  public static final Map<String, String> FILES = Map.of("app dir/template.yaml",
      "Resources:\n  Fn:\n    Auth: NONE\n    Key: hunter2\u001B[31m\n", "app.py", "import os\n\tos.system(name)\n");

  private Samples() {}

  public static Report report() {
    var open = new RuleInfo("lambda-url-no-auth", "Function URL without authentication", Severity.HIGH, Confidence.HIGH,
        "A URL with AuthType NONE runs the function for every request", Optional.of("Set AuthType to AWS_IAM."),
        List.of(306), List.of("lambda"), List.of("https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"),
        List.of());
    var secret = new RuleInfo("hard-coded-secret", "Secret in a template", Severity.CRITICAL, Confidence.MEDIUM,
        "Whoever reads the repository has the secret.", Optional.empty(), List.of(798), List.of("secret"), List.of(),
        List.of());
    var properties = new LinkedHashMap<String, Finding.Fact>();
    properties.put("actions", new Finding.Fact.Many(List.of("s3:GetObject", "s3:*")));
    properties.put("condition", new Finding.Fact.One("IsProd"));
    var file = "app dir/template.yaml";
    var finding = new Finding("lambda-url-no-auth", Severity.HIGH, Confidence.HIGH,
        "Function 'Fn' answers anyone on the internet: its URL has AuthType 'NONE'.", new Span(file, 3, 11, 3, 15),
        Optional.of("Fn"), Optional.of("Fn"), properties,
        List.of(
            new EvidenceStep(EvidenceStep.Layer.TRIGGER, EvidenceStep.Kind.TRIGGER, "anyone can call this URL",
                new Span(file, 3, 5, 3, 15)),
            new EvidenceStep(EvidenceStep.Layer.CODE, EvidenceStep.Kind.SINK, "it becomes part of a shell command",
                new Span("app.py", 2, 12, 2, 16))),
        List.of(List.of(
            new EvidenceStep(EvidenceStep.Layer.CODE, EvidenceStep.Kind.SOURCE, "'body' is chosen by the sender",
                new Span("app.py", 1, 1, 1, 3)),
            new EvidenceStep(EvidenceStep.Layer.CODE, EvidenceStep.Kind.SINK, "it becomes part of a shell command",
                new Span("app.py", 2, 12, 2, 16)))),
        Optional.of("Set AuthType to AWS_IAM."), "0123456789abcdef0123456789abcdef");
    var leak = new Finding("hard-coded-secret", Severity.CRITICAL, Confidence.MEDIUM,
        "Key of 'Fn' is written in the template.", new Span(file, 4, 10, 4, 22), Optional.of("Fn"), Optional.empty(),
        new LinkedHashMap<>(), List.of(), List.of(), Optional.empty(), "fedcba9876543210fedcba9876543210");
    return new Report(List.of(finding, leak), List.of(), List.of(secret, open),
        List.of(Diagnostic.error(new Span("other.yaml", 7, 1, 7, 1), "'Fn::Join' needs 2 items, found 1")),
        new Report.Summary(List.of(file), List.of("other.yaml"), 3, 2, 1, 1, 1));
  }

  public static ReportContext context() {
    return new ReportContext("0.1.0", "", path -> Optional.ofNullable(FILES.get(path)), false, Optional.empty(),
        "slguard/app/");
  }

  public static String write(ReportWriter writer) {
    var out = new StringBuilder();
    try {
      writer.write(report(), context(), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }
}
