package dev.slguard.cli;

import dev.slguard.code.ir.LanguageFrontEnd;
import dev.slguard.code.ir.Printer;
import dev.slguard.graph.FrontEnds;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard ir}: for those who write a front end, or wonder why a flow is or is not found. */
final class IrCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addPositional(Options.paths("FILE", "Source files in Java, Python, JavaScript or TypeScript.", 1));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) {
    Target target = Target.of(Options.positionals(arguments), console.directory());
    var diagnostics = new Diagnostics();
    for (String path : target.paths()) {
      LanguageFrontEnd frontEnd = FrontEnds.of(path)
          .orElseThrow(() -> new UserError("'" + path + "' is in no language that slguard reads"));
      for (SourceFile file : target.root().read(path, Span.startOf(path), diagnostics).stream().toList()) {
        console.out().print(Printer.print(frontEnd.lower(file, diagnostics)));
      }
    }
    console.out().flush();
    diagnostics.toList().forEach(
        problem -> console.err().println("slguard: " + target.prefix() + problem.at() + ": " + problem.message()));
    return diagnostics.toList().isEmpty() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }
}
