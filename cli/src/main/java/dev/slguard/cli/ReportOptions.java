package dev.slguard.cli;

import dev.slguard.report.ReportContext;
import dev.slguard.rules.finding.Finding;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that say how findings are reported and what they mean for the exit code.
 *
 * @param failOn the severity that fails; empty if none does
 * @param started when the command began, in nanoseconds
 */
record ReportOptions(List<Output> outputs, Optional<Severity> failOn, Severity minSeverity, boolean exitZero,
    boolean allowIncomplete, String colour, String category, boolean verbose, long started) {

  /** Formats and exit code. */
  static void addTo(CommandSpec specification) {
    specification.addOption(Options.values("FMT[=FILE]",
        "Report as text, json or sarif, to FILE or standard output; may be repeated.", "-f", "--format"));
    specification.addOption(Options.value("SEVERITY",
        "Exit with 1 from this severity on: critical, high (default), medium, low, info, none.", "--fail-on"));
    specification.addOption(Options.value("SEVERITY", "Report nothing below this severity.", "--min-severity"));
    specification.addOption(Options.flag("Exit with 0 whatever was found.", "--exit-zero"));
    specification
        .addOption(Options.flag("Do not exit with 3 when a file could not be analysed in full.", "--allow-incomplete"));
  }

  /** How it looks. */
  static void addShowTo(CommandSpec specification) {
    specification.addOption(Options.value("WHEN", "Colours: auto (default), always, never.", "--color"));
    specification.addOption(
        Options.value("NAME", "Category of the SARIF run, for repositories with several scans.", "--sarif-category"));
    specification.addOption(Options.flag("Tell what is done on standard error.", "-v", "--verbose"));
  }

  static ReportOptions of(ParseResult arguments) {
    String failOn = arguments.matchedOptionValue("--fail-on", "high");
    String category = arguments.matchedOptionValue("--sarif-category", "slguard");
    return new ReportOptions(Output.of(arguments.matchedOptionValue("--format", List.of())),
        failOn.equals("none") ? Optional.empty() : Optional.of(Options.constant("--fail-on", failOn, Severity.class)),
        Options.constant("--min-severity", arguments.matchedOptionValue("--min-severity", "info"), Severity.class),
        arguments.hasMatchedOption("--exit-zero"), arguments.hasMatchedOption("--allow-incomplete"),
        arguments.matchedOptionValue("--color", "auto"), category.endsWith("/") ? category : category + '/',
        arguments.hasMatchedOption("--verbose"), System.nanoTime());
  }

  /** Whether a report lists all rules, those that cannot apply included. */
  boolean listsRules() {
    for (Output output : outputs) {
      if (output.format().equals("sarif")) {
        return true;
      }
    }
    return false;
  }

  /** Writes {@code report} in every format asked for; the exit code that follows from it. */
  int write(Report report, Target target, Console console) throws IOException {
    long millis = (System.nanoTime() - started) / 1_000_000;
    var context = new ReportContext(Version.text(), target.prefix(), path -> text(target, path), console.colour(colour),
        Optional.of(millis), category);
    for (Output output : outputs) {
      output.write(report, context, console);
    }
    if (verbose) {
      for (Diagnostic diagnostic : report.notifications()) {
        console.err().println(target.prefix() + diagnostic.at() + ": "
            + diagnostic.level().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.message());
      }
    }
    return exitCode(report);
  }

  private static Optional<String> text(Target target, String path) {
    return target.root().read(path, Span.startOf(path), new Diagnostics()).map(SourceFile::text);
  }

  private int exitCode(Report report) {
    if (failOn.isPresent() && !exitZero) {
      for (Finding finding : report.findings()) {
        if (finding.severity().isAtLeast(failOn.get())) {
          return ExitCode.FINDINGS;
        }
      }
    }
    return report.isComplete() || allowIncomplete ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }
}
