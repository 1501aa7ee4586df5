package dev.slguard.cli;

import dev.slguard.rules.language.RuleSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard rules schema}. */
final class RulesSchemaCommand implements Command {

  @Override
  public CommandSpec specification() {
    return CommandSpec.create();
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    console.out().println(RuleSchema.text());
    console.out().flush();
    return ExitCode.CLEAN;
  }
}
