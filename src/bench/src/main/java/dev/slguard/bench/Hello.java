package dev.slguard.bench;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The smallest picocli program: what start-up is measured against. */
public final class Hello {
  private Hello() {}

  /** Greets the first argument. */
  public static void main(String[] arguments) {
    CommandSpec specification = CommandSpec.create().name("hello")
        .addOption(OptionSpec.builder("-l", "--loud").type(boolean.class).arity("0").build())
        .addPositional(PositionalParamSpec.builder().index("0").type(String.class).arity("0..1").build());
    var line = new CommandLine(specification);
    var result = line.parseArgs(arguments);
    System.out.println("Hello, " + result.matchedPositionalValue(0, "world"));
  }
}
