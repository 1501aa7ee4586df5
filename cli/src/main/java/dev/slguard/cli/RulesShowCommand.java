package dev.slguard.cli;

import dev.slguard.rules.finding.RuleInfo;
import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard rules show} and {@code slguard explain}. */
final class RulesShowCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addPositional(Options.paths("ID", "The rule's id.", 1));
    specification.addOption(
        Options.values("FILE|DIR", "Rules of your own, beside the built-in ones; may be repeated.", "--rules"));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    RuleSet rules = RuleOptions.loadAll(arguments.matchedOptionValue("--rules", List.of()), console).rules();
    for (String id : Options.positionals(arguments)) {
      Optional<Rule> rule = rules.find(id);
      if (rule.isEmpty()) {
        throw new UserError("there is no rule '" + id + "'; 'slguard rules list' shows all");
      }
      show(rule.get(), console.out());
    }
    console.out().flush();
    return ExitCode.CLEAN;
  }

  private static void show(Rule rule, PrintStream out) {
    RuleInfo info = rule.info();
    out.println(info.id() + ": " + info.title());
    out.println("  severity " + info.severity().name().toLowerCase(Locale.ROOT) + ", confidence "
        + info.confidence().name().toLowerCase(Locale.ROOT) + ", profile " + rule.profile().key());
    out.println();
    out.println("  " + info.why());
    info.fix().ifPresent(fix -> out.println("  Fix: " + fix));
    if (!info.cwe().isEmpty()) {
      out.println("  Weakness: " + String.join(", ", info.cwe().stream().map(number -> "CWE-" + number).toList()));
    }
    if (!info.aliases().isEmpty()) {
      out.println("  Covers: " + String.join(", ", info.aliases()));
    }
    info.references().forEach(reference -> out.println("  See " + reference));
    out.println("  Accept it with a comment on the line or the line above: slguard:ignore " + info.id() + " -- reason");
  }
}
