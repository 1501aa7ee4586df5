package dev.slguard.cli;

import dev.slguard.rules.finding.Report;
import dev.slguard.rules.scan.PolicyCheck;
import dev.slguard.rules.scan.RuleChoice;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard policy check}. */
final class PolicyCheckCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addPositional(Options.paths("FILE|DIR",
        "Policy documents (JSON, YAML), or what AWS CLI commands print of them; those of one folder belong to one principal.",
        1));
    PolicyOptions.addTo(specification);
    ReportOptions.addTo(specification);
    RuleOptions.addTo(specification);
    ReportOptions.addShowTo(specification);
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    ReportOptions reporting = ReportOptions.of(arguments);
    RuleChoice rules = RuleOptions.choice(arguments, console, reporting.listsRules()).rules();
    Target target = Target.of(Options.positionals(arguments), console.directory());
    Report report = PolicyCheck.check(target.root(), target.paths(),
        PolicyOptions.assignment(arguments, target, console), reporting.minSeverity(), LocalDate.now(ZoneOffset.UTC),
        rules);
    return reporting.write(report, target, console);
  }
}
