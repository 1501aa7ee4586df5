package dev.slguard.cli;

import dev.slguard.iam.catalogue.Catalogue;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard version}. */
final class VersionCommand implements Command {

  @Override
  public CommandSpec specification() {
    return CommandSpec.create();
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    console.out().println("slguard " + Version.text());
    console.out().println("java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
    console.out().println("AWS actions, managed policies and SDK operations as of " + new Catalogue().asOf());
    console.out().flush();
    return ExitCode.CLEAN;
  }
}
