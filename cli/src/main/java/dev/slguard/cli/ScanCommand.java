package dev.slguard.cli;

import dev.slguard.graph.Progress;
import dev.slguard.graph.ReadOptions;
import dev.slguard.rules.finding.Report;
import dev.slguard.rules.scan.ScanOptions;
import dev.slguard.rules.scan.Scanner;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard scan}. */
final class ScanCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification
        .addPositional(Options.paths("PATH", "Folders or files to scan; the working directory if none is given.", 0));
    ReportOptions.addTo(specification);
    RuleOptions.addTo(specification);
    ReadingOptions.addTo(specification);
    ReadingOptions.addAccountTo(specification);
    ReportOptions.addShowTo(specification);
    specification.addOption(Options.flag("Show no progress.", "-q", "--quiet"));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    ReportOptions reporting = ReportOptions.of(arguments);
    RuleOptions.Chosen chosen = RuleOptions.choice(arguments, console, reporting.listsRules());
    Target target = Target.of(Options.positionals(arguments), console.directory());
    boolean quiet = arguments.hasMatchedOption("--quiet");
    var bar = new ProgressBar(console.err());
    boolean watched = !quiet && "1".equals(console.environment().get("SLGUARD_ERR_TTY"));
    ReadOptions reading = ReadingOptions.withAccount(ReadingOptions.of(arguments, target, console.directory()),
        arguments, target, console.directory());
    var options = new ScanOptions(reading, reporting.minSeverity(), LocalDate.now(ZoneOffset.UTC), chosen.models());
    Report report = Scanner.scan(target.root(), options, chosen.rules(), watched ? bar : Progress.NONE);
    bar.clear();
    return reporting.write(report, target, console);
  }
}
