package dev.slguard.cli;

import dev.slguard.rules.language.Rule;
import dev.slguard.rules.language.RuleSet;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard rules list}. */
final class RulesListCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addOption(
        Options.values("FILE|DIR", "Rules of your own, beside the built-in ones; may be repeated.", "--rules"));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    RuleSet rules = RuleOptions.loadAll(arguments.matchedOptionValue("--rules", List.of()), console).rules();
    int width = rules.all().stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule rule : rules.all()) {
      console.out()
          .println(rule.id() + " ".repeat(width - rule.id().length() + 2)
              + pad(rule.info().severity().name().toLowerCase(Locale.ROOT), 10) + pad(rule.profile().key(), 9)
              + rule.info().title());
    }
    console.out().println(rules.all().size() + " rules");
    console.out().flush();
    return ExitCode.CLEAN;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
