package dev.slguard.cli;

import dev.slguard.cli.facts.FactsJson;
import dev.slguard.cli.facts.FactsText;
import dev.slguard.cli.facts.FunctionFacts;
import dev.slguard.cli.facts.MachineFacts;
import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard facts}. */
final class FactsCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification
        .addPositional(Options.paths("PATH", "Folders or files to read; the working directory if none is given.", 0));
    specification.addOption(Options.value("NAME", "Only this function.", "--function"));
    specification.addOption(Options.value("FMT", "text (default) or json.", "-f", "--format"));
    ReadingOptions.addTo(specification);
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    Target target = Target.of(Options.positionals(arguments), console.directory());
    Application application = ApplicationReader.readTemplates(target.root(),
        ReadingOptions.of(arguments, target, console.directory()), Progress.NONE);
    String name = arguments.matchedOptionValue("--function", "");
    List<FunctionFacts> facts = FunctionFacts.of(application, name.isEmpty() ? Optional.empty() : Optional.of(name));
    if (!name.isEmpty() && facts.isEmpty()) {
      throw new UserError("there is no function '" + name + "' here");
    }
    List<MachineFacts> machines = name.isEmpty() ? MachineFacts.of(application) : List.of();
    String format = arguments.matchedOptionValue("--format", "text");
    switch (format) {
      case "text" -> new FactsText(console.out(), target.prefix()).print(facts, machines);
      case "json" -> {
        var out = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
        new FactsJson(out, target.prefix()).print(facts, machines);
        out.append('\n').flush();
      }
      default -> throw new UserError("-f takes text or json, not '" + format + "'");
    }
    console.out().flush();
    for (String failed : application.failed()) {
      console.err().println("slguard: not fully analysed: " + target.prefix() + failed);
    }
    return application.failed().isEmpty() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }
}
