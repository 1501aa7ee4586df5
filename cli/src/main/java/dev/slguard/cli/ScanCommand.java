package dev.slguard.cli;

import dev.slguard.graph.Progress;
import dev.slguard.report.ReportContext;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.finding.Severity;
import dev.slguard.rules.scan.ScanOptions;
import dev.slguard.rules.scan.Scanner;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard scan}. */
final class ScanCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification
        .addPositional(Options.paths("PATH", "Folders or files to scan; the working directory if none is given.", 0));
    specification.addOption(Options.values("FMT[=FILE]",
        "Report as text, json or sarif, to FILE or standard output; may be repeated.", "-f", "--format"));
    specification.addOption(Options.value("SEVERITY",
        "Exit with 1 from this severity on: critical, high (default), medium, low, info, none.", "--fail-on"));
    specification.addOption(Options.value("SEVERITY", "Report nothing below this severity.", "--min-severity"));
    specification.addOption(Options.flag("Exit with 0 whatever was found.", "--exit-zero"));
    specification
        .addOption(Options.flag("Do not exit with 3 when a file could not be analysed in full.", "--allow-incomplete"));
    RuleOptions.addTo(specification);
    ReadingOptions.addTo(specification);
    specification.addOption(Options.value("WHEN", "Colours: auto (default), always, never.", "--color"));
    specification.addOption(
        Options.value("NAME", "Category of the SARIF run, for repositories with several scans.", "--sarif-category"));
    specification.addOption(Options.flag("Show no progress.", "-q", "--quiet"));
    specification.addOption(Options.flag("Tell what is done on standard error.", "-v", "--verbose"));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    long start = System.nanoTime();
    List<Output> outputs = Output.of(arguments.matchedOptionValue("--format", List.of()));
    Optional<Severity> failOn = failOn(arguments.matchedOptionValue("--fail-on", "high"));
    var minSeverity = Options.constant("--min-severity", arguments.matchedOptionValue("--min-severity", "info"),
        Severity.class);
    RuleOptions.Chosen chosen = RuleOptions.choice(arguments, console,
        outputs.stream().anyMatch(output -> output.format().equals("sarif")));
    Target target = Target.of(Options.positionals(arguments), console.directory());
    boolean quiet = arguments.hasMatchedOption("--quiet");
    var bar = new ProgressBar(console.err());
    boolean watched = !quiet && "1".equals(console.environment().get("SLGUARD_ERR_TTY"));
    var options = new ScanOptions(ReadingOptions.of(arguments, target), minSeverity, LocalDate.now(ZoneOffset.UTC),
        chosen.models());
    Report report = Scanner.scan(target.root(), options, chosen.rules(), watched ? bar : Progress.NONE);
    bar.clear();
    long millis = (System.nanoTime() - start) / 1_000_000;
    boolean colour = console.colour(arguments.matchedOptionValue("--color", "auto"));
    var context = new ReportContext(Version.text(), target.prefix(), path -> text(target, path), colour,
        Optional.of(millis), category(arguments));
    for (Output output : outputs) {
      output.write(report, context, console);
    }
    if (arguments.hasMatchedOption("--verbose")) {
      report.notifications().forEach(d -> console.err()
          .println(target.prefix() + d.at() + ": " + d.level().name().toLowerCase(Locale.ROOT) + ": " + d.message()));
    }
    return exitCode(report, failOn, arguments);
  }

  private static Optional<Severity> failOn(String text) {
    return text.equals("none") ? Optional.empty() : Optional.of(Options.constant("--fail-on", text, Severity.class));
  }

  private static String category(ParseResult arguments) {
    String name = arguments.matchedOptionValue("--sarif-category", "slguard");
    return name.endsWith("/") ? name : name + '/';
  }

  private static Optional<String> text(Target target, String path) {
    return target.root().read(path, Span.startOf(path), new Diagnostics()).map(SourceFile::text);
  }

  private static int exitCode(Report report, Optional<Severity> failOn, ParseResult arguments) {
    boolean fails = failOn.isPresent()
        && report.findings().stream().anyMatch(f -> f.severity().isAtLeast(failOn.get()));
    if (fails && !arguments.hasMatchedOption("--exit-zero")) {
      return ExitCode.FINDINGS;
    }
    return report.isComplete() || arguments.hasMatchedOption("--allow-incomplete")
        ? ExitCode.CLEAN
        : ExitCode.INCOMPLETE;
  }
}
