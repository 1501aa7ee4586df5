package dev.slguard.cli;

import dev.slguard.graph.Lowering;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.cloudformation.ExpansionJson;
import dev.slguard.template.cloudformation.TreeYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard expand}. */
final class ExpandCommand implements Command {

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification.addPositional(Options.paths("TEMPLATE", "Templates, services or manifests of assemblies.", 1));
    specification.addOption(Options.value("FMT", "json (default) or yaml.", "-f", "--format"));
    specification.addOption(Options.flag("Add where each node was authored.", "--locations"));
    specification.addOption(Options.value("DIR",
        "Write DIR/<input path, extension replaced by .json or .yaml> instead of printing.", "--output-dir"));
    ReadingOptions.addTemplateTo(specification);
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    TemplateOptions options = ReadingOptions.template(arguments, console.directory());
    boolean yaml = yaml(arguments.matchedOptionValue("--format", "json"));
    String folder = arguments.matchedOptionValue("--output-dir", "");
    boolean locations = arguments.hasMatchedOption("--locations");
    boolean complete = true;
    for (String argument : Options.positionals(arguments)) {
      Target target = Target.of(List.of(argument), console.directory());
      var diagnostics = new Diagnostics();
      List<Expansion> expansions = Lowering.expand(target.root(), target.paths().getFirst(), options, diagnostics);
      var texts = new ArrayList<String>();
      for (Expansion expansion : expansions) {
        texts.add(locations ? ExpansionJson.withLocations(expansion) : ExpansionJson.template(expansion));
      }
      write(argument, texts, yaml, folder, console);
      for (Diagnostic diagnostic : diagnostics.toList()) {
        complete &= diagnostic.level() != Diagnostic.Level.ERROR;
        console.err().println(target.prefix() + diagnostic.at() + ": "
            + diagnostic.level().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.message());
      }
    }
    console.out().flush();
    return complete ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }

  /** One deployment is one object; several, as the stages of a service are, make a list. */
  private static void write(String input, List<String> texts, boolean yaml, String folder, Console console)
      throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    String text = yaml
        ? TreeYaml.documents(texts.stream().map(ExpandCommand::tree).toList())
        : texts.size() == 1 ? texts.getFirst() : "[\n" + String.join(",\n", texts) + "\n]\n";
    if (folder.isEmpty()) {
      console.out().append(text);
      return;
    }
    Path file = console.directory().resolve(folder)
        .resolve(outputName(input, console.directory(), yaml ? ".yaml" : ".json"));
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static boolean yaml(String format) {
    return switch (format) {
      case "yaml" -> true;
      case "json" -> false;
      default -> throw new UserError("-f takes json or yaml, not '" + format + "'");
    };
  }

  private static Tree tree(String json) {
    return Documents.read(SourceFile.of("expanded.json", json), Limits.DEFAULT, new Diagnostics()).getFirst();
  }

  /** The path relative to the working directory with the new extension; what leads out of it begins at its first folder. */
  private static String outputName(String input, Path directory, String extension) {
    String relative = directory.relativize(directory.resolve(input).normalize()).toString().replace('\\', '/');
    while (relative.startsWith("../")) {
      relative = relative.substring(3);
    }
    int dot = relative.lastIndexOf('.');
    return (dot > relative.lastIndexOf('/') ? relative.substring(0, dot) : relative) + extension;
  }
}
