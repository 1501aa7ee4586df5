package dev.slguard.cli;

import dev.slguard.graph.ReadOptions;
import dev.slguard.iam.account.AccountReader;
import dev.slguard.source.Glob;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say what is read and what is known of the deployment. */
final class ReadingOptions {
  private ReadingOptions() {}

  static void addTo(CommandSpec specification) {
    addTemplateTo(specification);
    specification
        .addOption(Options.values("GLOB", "Paths to leave out, relative to the root; may be repeated.", "--exclude"));
    specification.addOption(Options.flag("Read what git ignores too.", "--no-gitignore"));
    specification.addOption(
        Options.value("N", "Files read at once; as many as there are processors if not given.", "--threads"));
  }

  /** The options that name a pulled account. */
  static void addAccountTo(CommandSpec specification) {
    specification.addOption(Options.value("DIR",
        "Folder of 'policy pull': resolves policies and roles by ARN, compares roles, shows what was never used.",
        "--account"));
    specification.addOption(Options.value("NAME",
        "Stack whose roles those of the templates are, where the account has several.", "--account-stack"));
  }

  /** The options that say what is known of the deployment alone. */
  static void addTemplateTo(CommandSpec specification) {
    specification.addOption(Options.values("NAME=VALUE", "Value of a template parameter; may be repeated.", "--param"));
    specification.addOption(Options.values("FILE",
        "Values of template parameters, in a form that AWS tools take; --param wins; may be repeated.",
        "--param-file"));
    specification
        .addOption(Options.value("STAGE", "Stage of a service; all that it declares if not given.", "--stage"));
    specification.addOption(Options.value("REGION", "AWS region, where templates leave it open.", "--region"));
    specification.addOption(Options.value("PARTITION", "AWS partition: aws, aws-cn, aws-us-gov.", "--partition"));
  }

  /** What {@code arguments} say of reading {@code target}. */
  static ReadOptions of(ParseResult arguments, Target target, Path directory) {
    List<String> excluded = arguments.matchedOptionValue("--exclude", List.of());
    return new ReadOptions(target.paths(), template(arguments, directory), threads(arguments),
        !arguments.hasMatchedOption("--no-gitignore"), excluded.stream().map(Glob::new).toList(), Optional.empty());
  }

  /** The same with the pulled account that {@code arguments} name, if they do. */
  static ReadOptions withAccount(ReadOptions options, ParseResult arguments, Target target, Path directory) {
    Optional<String> name = Options.text(arguments, "--account");
    return name
        .map(given -> options.with(account(given, Options.text(arguments, "--account-stack"), target, directory)))
        .orElse(options);
  }

  private static ReadOptions.AccountFolder account(String name, Optional<String> stack, Target target, Path directory) {
    try {
      Path folder = directory.resolve(name).toAbsolutePath().normalize();
      var root = new Root(folder, Limits.DEFAULT);
      if (!root.isFile(AccountReader.INDEX)) {
        throw new UserError(
            "'" + name + "' is no folder that 'slguard policy pull' wrote: it has no " + AccountReader.INDEX);
      }
      String prefix = target.root().folder().relativize(folder).toString().replace('\\', '/') + '/';
      return new ReadOptions.AccountFolder(root, prefix, stack);
    } catch (IOException | InvalidPathException e) {
      throw new UserError("cannot read '" + name + "'");
    }
  }

  /** What {@code arguments} say of the deployment. */
  static TemplateOptions template(ParseResult arguments, Path directory) {
    Map<String, String> parameters = new HashMap<>();
    List<String> files = arguments.matchedOptionValue("--param-file", List.of());
    files.forEach(file -> parameters.putAll(ParameterFile.read(file, directory)));
    List<String> given = arguments.matchedOptionValue("--param", List.of());
    for (String parameter : given) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw new UserError("--param takes NAME=VALUE, not '" + parameter + "'");
      }
      parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    return new TemplateOptions(parameters, Options.text(arguments, "--stage"), Options.text(arguments, "--region"),
        Options.text(arguments, "--partition"));
  }

  private static int threads(ParseResult arguments) {
    String text = arguments.matchedOptionValue("--threads", "");
    if (text.isEmpty()) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int threads = Integer.parseInt(text);
      if (threads >= 1 && threads <= 256) {
        return threads;
      }
    } catch (NumberFormatException e) {
      throw new UserError("--threads takes a whole number from 1 to 256, not '" + text + "'");
    }
    throw new UserError("--threads takes a whole number from 1 to 256, not '" + text + "'");
  }
}
