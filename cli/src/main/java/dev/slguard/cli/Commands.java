package dev.slguard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All commands, in the order in which help shows them. */
final class Commands {
  private Commands() {}

  /**
   * A command and how it is called.
   *
   * @param name one word or two
   */
  record Entry(String name, String description, Supplier<Command> command) {
    int words() {
      return name.indexOf(' ') < 0 ? 1 : 2;
    }
  }

  private static List<Entry> all() {
    return List.of(
        new Entry("scan", "Scan a repository as one serverless application and report findings.", ScanCommand::new),
        new Entry("facts", "Per function: its code, who can reach it, what its role may do.", FactsCommand::new),
        new Entry("expand", "The CloudFormation that slguard sees after lowering, as JSON.", ExpandCommand::new),
        new Entry("doctor", "What was read, what was not resolved, and why.", DoctorCommand::new),
        new Entry("rules schema", "The JSON schema of rule files.", RulesSchemaCommand::new),
        new Entry("policy check", "Findings on plain IAM policy documents.", PolicyCheckCommand::new),
        new Entry("policy diff", "What one version of policies allows that the other does not.",
            PolicyDiffCommand::new),
        new Entry("policy simulate", "Decide requests against policies, one JSON a line in and out.",
            PolicySimulateCommand::new),
        new Entry("policy pull", "Read roles and policies of an AWS account into a folder for 'scan --account'.",
            PolicyPullCommand::new),
        new Entry("rules list", "The rules, one line each.", RulesListCommand::new),
        new Entry("rules show", "All about one rule.", RulesShowCommand::new),
        new Entry("rules test", "Run the tests inside rule files.", RulesTestCommand::new),
        new Entry("explain", "All about one rule (the same as 'rules show').", RulesShowCommand::new),
        new Entry("version", "Version, Java and the dates of the embedded data.", VersionCommand::new));
  }

  /** Commands for those who work on slguard, which help does not show. */
  private static List<Entry> hidden() {
    return List.of(new Entry("ir", "The intermediate representation of source files, as the flow engine sees it.",
        IrCommand::new));
  }

  /** The command that the first words of the arguments name. */
  static Optional<Entry> find(String first, String second) {
    Optional<Entry> found = Optional.empty();
    var entries = new ArrayList<>(all());
    entries.addAll(hidden());
    for (Entry entry : entries) {
      if (entry.name().equals(first) || entry.name().equals(first + ' ' + second)) {
        found = Optional.of(entry);
      }
    }
    return found;
  }

  /** The text of {@code slguard --help}. */
  static String overview() {
    var text = new StringBuilder("Usage: slguard COMMAND [OPTION…] [PATH…]\n\n");
    for (Entry entry : all()) {
      text.append("  ").append(entry.name()).append(" ".repeat(Math.max(1, 18 - entry.name().length())))
          .append(entry.description()).append('\n');
    }
    return text.append("\n'slguard COMMAND --help' shows the options of a command.\n").toString();
  }

  /** What to say when no command fits. */
  static String unknown(List<String> arguments) {
    String asked = arguments.getFirst();
    var parts = all().stream().map(Entry::name).filter(name -> name.startsWith(asked + ' ')).toList();
    if (!parts.isEmpty()) {
      return "'" + asked + "' needs one of: " + String.join(", ", parts);
    }
    return "there is no command '" + asked + "'; 'slguard --help' lists them";
  }
}
