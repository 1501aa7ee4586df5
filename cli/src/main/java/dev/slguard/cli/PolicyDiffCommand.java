package dev.slguard.cli;

import dev.slguard.graph.Application;
import dev.slguard.graph.ApplicationReader;
import dev.slguard.graph.Progress;
import dev.slguard.graph.ReadOptions;
import dev.slguard.graph.policy.PolicyAssignment;
import dev.slguard.graph.policy.PolicyComparison;
import dev.slguard.graph.policy.PolicyFiles;
import dev.slguard.model.Deployment;
import dev.slguard.source.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard policy diff}. */
final class PolicyDiffCommand implements Command {

  /** Which difference fails. */
  private enum FailOn {
    BROADER, DIFFERENT, NONE
  }

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addPositional(Options.paths("OLD NEW",
        "Two versions: policy documents, folders of one principal each, what AWS CLI commands print, or templates.", 2)
        .toBuilder().hideParamSyntax(true).build());
    PolicyOptions.addTo(specification);
    specification.addOption(Options.value("FMT", "text (default) or json.", "-f", "--format"));
    specification.addOption(Options.value("WHEN",
        "Exit with 1 when NEW allows more: broader (default); when anything changed: different; never: none.",
        "--fail-on"));
    specification
        .addOption(Options.flag("Do not exit with 3 when a file could not be analysed in full.", "--allow-incomplete"));
    ReadingOptions.addTemplateTo(specification);
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    List<String> paths = Options.positionals(arguments);
    if (paths.size() != 2) {
      throw new UserError("policy diff compares two versions, OLD and NEW; " + paths.size() + " are given");
    }
    var failOn = Options.constant("--fail-on", arguments.matchedOptionValue("--fail-on", "broader"), FailOn.class);
    String format = arguments.matchedOptionValue("--format", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UserError("-f takes text or json, not '" + format + "'");
    }
    Application old = read(paths.getFirst(), arguments, console);
    Application young = read(paths.getLast(), arguments, console);
    List<PolicyComparison.Change> changes = PolicyComparison.changes(old, young);
    if (format.equals("json")) {
      PolicyDiffReport.json(changes, console.out());
    } else {
      PolicyDiffReport.text(changes, console.out());
    }
    console.out().flush();
    boolean fails = switch (failOn) {
      case BROADER -> changes.stream().anyMatch(change -> !change.broader().isEmpty());
      case DIFFERENT -> !changes.isEmpty();
      case NONE -> false;
    };
    if (fails) {
      return ExitCode.FINDINGS;
    }
    boolean complete = old.failed().isEmpty() && young.failed().isEmpty();
    return complete || arguments.hasMatchedOption("--allow-incomplete") ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }

  /** A template where it is one, else documents of one principal; what cannot be read is told at once. */
  private static Application read(String path, ParseResult arguments, Console console) {
    Target target = Target.of(List.of(path), console.directory());
    Application application = ApplicationReader.readTemplates(target.root(), new ReadOptions(target.paths(),
        ReadingOptions.template(arguments, console.directory()), 1, true, List.of(), Optional.empty()), Progress.NONE);
    if (application.deployments().stream().allMatch(one -> one.format() == Deployment.Format.POLICY)) {
      PolicyAssignment said = PolicyOptions.assignment(arguments, target, console);
      boolean folder = target.root().isFolder(target.paths().getFirst());
      Optional<String> principal = said.principal().or(() -> folder ? Optional.of(name(path)) : Optional.empty());
      application = PolicyFiles.version(target.root(), target.paths(),
          new PolicyAssignment(principal, said.part(), said.parts()));
    }
    for (Diagnostic diagnostic : application.diagnostics()) {
      console.err().println(target.prefix() + diagnostic.at() + ": "
          + diagnostic.level().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.message());
    }
    return application;
  }

  private static String name(String path) {
    String trimmed = path.replaceAll("/+$", "");
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
