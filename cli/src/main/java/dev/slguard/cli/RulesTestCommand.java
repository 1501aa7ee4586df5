package dev.slguard.cli;

import dev.slguard.rules.cases.CaseReader;
import dev.slguard.rules.cases.CaseResult;
import dev.slguard.rules.cases.CaseRunner;
import dev.slguard.rules.cases.RuleCase;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import dev.slguard.rules.scan.Library;
import dev.slguard.rules.scan.Scanner;
import dev.slguard.rules.scan.TemporaryProject;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard rules test}: the built-in rules, or those of the files named. */
final class RulesTestCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addPositional(Options.paths("FILE|DIR", "Rule files; the built-in rules if none is given.", 0));
    specification.addOption(Options.flag("Name the cases that pass too.", "-v", "--verbose"));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    List<String> paths = Options.positionals(arguments);
    RuleOptions.Loaded loaded = RuleOptions
        .loadAll(paths.isEmpty() ? Library.documentsWithTests() : Library.documents(), paths, console);
    RuleSet rules = loaded.rules();
    var runner = new CaseRunner(rules, Scanner.evaluators(), new TemporaryProject(loaded.models()));
    var problems = new Diagnostics();
    int passed = 0;
    int failed = 0;
    int untested = 0;
    for (Rule rule : rules.all()) {
      Tree tests = rules.cases().get(rule.id());
      if (tests == null) {
        untested += paths.isEmpty() ? 1 : 0;
        continue;
      }
      for (RuleCase one : CaseReader.read(rule.id(), tests, problems)) {
        CaseResult result = runner.run(one);
        passed += result.passed() ? 1 : 0;
        failed += result.passed() ? 0 : 1;
        print(result, console, arguments.hasMatchedOption("--verbose"));
      }
    }
    for (Diagnostic problem : problems.toList()) {
      console.out().println(problem.at() + ": " + problem.message());
    }
    console.out().println(
        passed + " passed, " + failed + " failed" + (untested > 0 ? ", " + untested + " rules without a test" : ""));
    console.out().flush();
    return problems.toList().isEmpty() ? failed + untested == 0 ? ExitCode.CLEAN : ExitCode.FINDINGS : ExitCode.USAGE;
  }

  private static void print(CaseResult result, Console console, boolean verbose) {
    RuleCase one = result.ruleCase();
    if (!result.passed() || verbose) {
      console.out().println((result.passed() ? "pass " : "FAIL ") + one.ruleId() + ": " + one.name());
    }
    result.differences().forEach(difference -> console.out().println("     " + difference));
  }
}
