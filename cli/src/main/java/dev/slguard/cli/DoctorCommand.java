package dev.slguard.cli;

import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import dev.slguard.model.Deployment;
import dev.slguard.rules.scan.ModelFiles;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Text;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard doctor}: what was found, what was not resolved and why. */
final class DoctorCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification
        .addPositional(Options.paths("PATH", "Folders or files to read; the working directory if none is given.", 0));
    ReadingOptions.addTo(specification);
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    Target target = Target.of(Options.positionals(arguments), console.directory());
    Application application = ApplicationReader.read(target.root(),
        ReadingOptions.of(arguments, target, console.directory()), ModelFiles::of, Progress.NONE);
    for (Deployment deployment : application.deployments()) {
      console.out()
          .println("read " + target.prefix() + Text.clean(deployment.name()) + " ("
              + deployment.format().name().toLowerCase(Locale.ROOT) + ", " + deployment.resources().size()
              + " resources, " + deployment.functions().size() + " functions)");
    }
    for (Diagnostic diagnostic : application.diagnostics()) {
      console.out().println(diagnostic.level().name().toLowerCase(Locale.ROOT) + " " + target.prefix()
          + Text.clean(diagnostic.at().toString()) + ": " + Text.clean(diagnostic.message()));
    }
    console.out().println(application.analysed().size() + " files read, " + application.failed().size()
        + " not fully analysed, " + application.diagnostics().size() + " remarks");
    console.out().flush();
    return application.failed().isEmpty() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }
}
