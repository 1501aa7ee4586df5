package dev.slguard.cli;

import dev.slguard.graph.policy.PolicyAssignment;
import dev.slguard.iam.policy.PolicyType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say whose policy documents are and which part they play. */
final class PolicyOptions {
  private PolicyOptions() {}

  static void addTo(CommandSpec specification) {
    specification.addOption(Options.value("NAME",
        "All documents belong to this principal; each folder is one if not given.", "--principal"));
    specification.addOption(Options.values("PART[=FILE]",
        "What documents are that do not tell themselves: identity, resource, trust, boundary, scp, rcp; may be repeated.",
        "--as"));
  }

  /** What {@code arguments} say of the documents of {@code target}. */
  static PolicyAssignment assignment(ParseResult arguments, Target target, Console console) {
    Optional<PolicyType> all = Optional.empty();
    Map<String, PolicyType> parts = new HashMap<>();
    List<String> given = arguments.matchedOptionValue("--as", List.of());
    for (String one : given) {
      int equals = one.indexOf('=');
      PolicyType part = part(equals < 0 ? one : one.substring(0, equals));
      if (equals < 0) {
        all = Optional.of(part);
      } else {
        parts.put(path(one.substring(equals + 1), target, console), part);
      }
    }
    return new PolicyAssignment(Options.text(arguments, "--principal"), all, parts);
  }

  private static PolicyType part(String text) {
    return switch (text) {
      case "identity" -> PolicyType.IDENTITY;
      case "resource" -> PolicyType.RESOURCE;
      case "trust" -> PolicyType.TRUST;
      case "boundary" -> PolicyType.BOUNDARY;
      case "scp" -> PolicyType.SCP;
      case "rcp" -> PolicyType.RCP;
      default -> throw new UserError("--as takes identity, resource, trust, boundary, scp or rcp, not '" + text + "'");
    };
  }

  private static String path(String file, Target target, Console console) {
    try {
      Path path = console.directory().resolve(file).toAbsolutePath().normalize();
      return target.root().folder().relativize(path).toString().replace('\\', '/');
    } catch (IllegalArgumentException _) {
      throw new UserError("--as: '" + file + "' is no path");
    }
  }
}
